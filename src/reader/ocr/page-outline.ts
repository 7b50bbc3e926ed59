import { darkThreshold, type GrayImage } from './gray-image.ts'
import type { Point } from './warp.ts'

export type Corners = readonly [Point, Point, Point, Point]

/** The paper has to be this much lighter than what it lies on. */
const CONTRAST = 35

interface Side {
  /** position = offset + slope * along */
  readonly slope: number
  readonly offset: number
}

/**
 * The corners of a sheet of paper on a darker ground, clockwise from top left, in the picture's pixels. `undefined`
 * where the paper fills the picture, or no four straight sides are to be seen.
 */
export function pageOutline(image: GrayImage): Corners | undefined {
  const threshold = darkThreshold(image)
  if (!liesOnDarkGround(image, threshold)) return undefined
  const left = fitSide(firstLight(image, threshold, 'left'), image.height)
  const right = fitSide(firstLight(image, threshold, 'right'), image.height)
  const top = fitSide(firstLight(image, threshold, 'top'), image.width)
  const bottom = fitSide(firstLight(image, threshold, 'bottom'), image.width)
  if (!left || !right || !top || !bottom) return undefined
  const corners: Corners = [meet(left, top), meet(right, top), meet(right, bottom), meet(left, bottom)]
  return isPage(corners, image) ? corners : undefined
}

/** Whether the picture's rim is mostly dark and clearly darker than its middle. */
function liesOnDarkGround(image: GrayImage, threshold: number): boolean {
  const { width, height, data } = image
  const rim: number[] = []
  const inset = Math.max(1, Math.round(0.01 * Math.min(width, height)))
  for (let x = 0; x < width; x++) rim.push(data[inset * width + x] ?? 0, data[(height - 1 - inset) * width + x] ?? 0)
  for (let y = 0; y < height; y++) rim.push(data[y * width + inset] ?? 0, data[y * width + width - 1 - inset] ?? 0)
  const dark = rim.filter((value) => value <= threshold).length / rim.length
  let light = 0
  let lightCount = 0
  let ground = 0
  let groundCount = 0
  for (const value of data) {
    if (value > threshold) {
      light += value
      lightCount += 1
    } else {
      ground += value
      groundCount += 1
    }
  }
  return dark > 0.7 && lightCount > 0 && groundCount > 0 && light / lightCount - ground / groundCount > CONTRAST
}

/** Coming in from one side, where each row or column first meets a run of light pixels. */
function firstLight(image: GrayImage, threshold: number, side: 'left' | 'right' | 'top' | 'bottom'): Point[] {
  const { width, height, data } = image
  const across = side === 'left' || side === 'right'
  const length = across ? height : width
  const depth = across ? width : height
  const fromEnd = side === 'right' || side === 'bottom'
  const run = Math.max(4, Math.round(depth * 0.02))
  const points: Point[] = []
  for (let along = Math.round(length * 0.12); along < length * 0.88; along += 2) {
    let light = 0
    for (let step = 0; step < depth * 0.5; step++) {
      const position = fromEnd ? depth - 1 - step : step
      const value = across ? data[along * width + position] : data[position * width + along]
      light = (value ?? 0) > threshold ? light + 1 : 0
      if (light === run) {
        points.push({ x: along, y: fromEnd ? position + run : position - run })
        break
      }
    }
  }
  return points
}

/** A straight line through most of the points; letterheads and shadows make outliers, so those count least. */
function fitSide(points: readonly Point[], length: number): Side | undefined {
  if (points.length < length * 0.15) return undefined
  let kept = points
  let line = leastSquares(kept)
  for (let round = 0; round < 6; round++) {
    const errors = kept.map((point) => Math.abs(point.y - line.offset - line.slope * point.x))
    const limit = Math.max(1.5, 1.5 * (errors.toSorted((a, b) => a - b)[errors.length >> 1] ?? 0))
    kept = kept.filter((_, index) => (errors[index] ?? 0) <= limit)
    line = leastSquares(kept)
  }
  const straight = kept.length > points.length * 0.45
  return straight && Math.abs(line.slope) < 0.3 ? line : undefined
}

function leastSquares(points: readonly Point[]): Side {
  const count = points.length
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const slope = spread === 0 ? 0 : points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  return { slope, offset: meanY - slope * meanX }
}

/** Upright sides give x for a y, level ones y for an x. */
function meet(upright: Side, level: Side): Point {
  const y = (level.offset + level.slope * upright.offset) / (1 - level.slope * upright.slope)
  return { x: upright.offset + upright.slope * y, y }
}

function isPage([a, b, c, d]: Corners, image: GrayImage): boolean {
  const area = Math.abs((a.x - c.x) * (b.y - d.y) - (b.x - d.x) * (a.y - c.y)) / 2
  const share = area / (image.width * image.height)
  const inside = [a, b, c, d].every(
    ({ x, y }) => x > -0.1 * image.width && x < 1.1 * image.width && y > -0.1 * image.height && y < 1.1 * image.height,
  )
  return inside && share > 0.3 && share < 0.985
}
