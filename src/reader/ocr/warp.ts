import type { GrayImage } from './gray-image.ts'

/** A projective map of the plane, row by row; the last element is 1. */
export type Projection = readonly [number, number, number, number, number, number, number, number, number]

export interface Point {
  readonly x: number
  readonly y: number
}

export const UNCHANGED: Projection = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export function project(map: Projection, { x, y }: Point): Point {
  const [a, b, c, d, e, f, g, h, i] = map
  const w = g * x + h * y + i
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w }
}

/** First `inner`, then `outer`. */
export function compose(outer: Projection, inner: Projection): Projection {
  const product = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) =>
      [0, 1, 2].reduce((sum, k) => sum + (outer[3 * row + k] ?? 0) * (inner[3 * k + column] ?? 0), 0),
    ),
  )
  const last = product[8] ?? 1
  return product.map((value) => value / last) as unknown as Projection
}

/** Turns by an angle (radians, clockwise on the screen) about a point and scales. */
export function turning(angle: number, scale: number, about: Point, to: Point): Projection {
  const cos = Math.cos(angle) * scale
  const sin = Math.sin(angle) * scale
  return [cos, -sin, to.x - cos * about.x + sin * about.y, sin, cos, to.y - sin * about.x - cos * about.y, 0, 0, 1]
}

/** The map that takes the corners of a rectangle at the origin to the four given points, clockwise from top left. */
export function fromRectangle(
  width: number,
  height: number,
  corners: readonly [Point, Point, Point, Point],
): Projection {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners
  // Heckbert, Fundamentals of Texture Mapping and Image Warping (1989): unit square to quadrilateral.
  const dx1 = topRight.x - bottomRight.x
  const dx2 = bottomLeft.x - bottomRight.x
  const dx3 = topLeft.x - topRight.x + bottomRight.x - bottomLeft.x
  const dy1 = topRight.y - bottomRight.y
  const dy2 = bottomLeft.y - bottomRight.y
  const dy3 = topLeft.y - topRight.y + bottomRight.y - bottomLeft.y
  const determinant = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / determinant
  const h = (dx1 * dy3 - dx3 * dy1) / determinant
  const square: Projection = [
    topRight.x - topLeft.x + g * topRight.x,
    bottomLeft.x - topLeft.x + h * bottomLeft.x,
    topLeft.x,
    topRight.y - topLeft.y + g * topRight.y,
    bottomLeft.y - topLeft.y + h * bottomLeft.y,
    topLeft.y,
    g,
    h,
    1,
  ]
  return compose(square, [1 / width, 0, 0, 0, 1 / height, 0, 0, 0, 1])
}

/** A picture of the given size, each pixel taken where `toSource` points; white where that is outside. */
export function warp(source: GrayImage, toSource: Projection, width: number, height: number): GrayImage {
  const [a, b, c, d, e, f, g, h, i] = toSource
  const data = new Uint8Array(width * height)
  const { data: from, width: sourceWidth, height: sourceHeight } = source
  const lastX = sourceWidth - 1
  const lastY = sourceHeight - 1
  for (let v = 0; v < height; v++) {
    for (let u = 0; u < width; u++) {
      const w = g * u + h * v + i
      const x = (a * u + b * v + c) / w
      const y = (d * u + e * v + f) / w
      const left = Math.floor(x)
      const top = Math.floor(y)
      if (left < 0 || top < 0 || left >= lastX || top >= lastY) {
        data[v * width + u] = 255
        continue
      }
      const right = x - left
      const down = y - top
      const at = top * sourceWidth + left
      const upper = (from[at] ?? 255) * (1 - right) + (from[at + 1] ?? 255) * right
      const lower = (from[at + sourceWidth] ?? 255) * (1 - right) + (from[at + sourceWidth + 1] ?? 255) * right
      data[v * width + u] = upper * (1 - down) + lower * down + 0.5
    }
  }
  return { width, height, data }
}
