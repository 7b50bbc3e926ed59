/** The part of a picture that becomes the square. */
export interface Crop {
  /** 1 shows as much as a square can; larger shows less, larger. */
  readonly zoom: number
  /** Where the square lies between the left and the right edge, 0 to 1. */
  readonly x: number
  /** Where it lies between the upper and the lower edge, 0 to 1. */
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const MAXIMUM_ZOOM = 4
export const WHOLE: Crop = { zoom: 1, x: 0.5, y: 0.5 }

/** The square in pixels of the picture. */
export function squareOf({ width, height }: Size, { zoom, x, y }: Crop): { left: number; top: number; side: number } {
  const side = Math.min(width, height) / zoom
  return { left: (width - side) * x, top: (height - side) * y, side }
}

/**
 * The crop after the picture was dragged.
 * @param byX, byY how far, as parts of the square's side: 1 is from edge to edge. To the right is positive, and down.
 */
export function dragged(size: Size, crop: Crop, byX: number, byY: number): Crop {
  const { side } = squareOf(size, crop)
  const moved = (place: number, room: number, by: number): number =>
    room <= 0 ? place : Math.min(1, Math.max(0, place - (by * side) / room))
  return { ...crop, x: moved(crop.x, size.width - side, byX), y: moved(crop.y, size.height - side, byY) }
}
