import { darkThreshold, type GrayImage } from './gray-image.ts'

/** Pages are tilted by hand, not turned: beyond this they are another case. */
const MOST = (12 * Math.PI) / 180
const COARSE = (0.5 * Math.PI) / 180
const FINE = (0.04 * Math.PI) / 180
const MOST_POINTS = 40_000

/**
 * The angle by which text lines fall to the right, in radians; a picture turned back by it has level lines. Found
 * where the lower edges of the ink gather into the fewest rows.
 */
export function skewAngle(image: GrayImage): number {
  const points = lowerEdges(image)
  if (points.length < 400) return 0
  const rows = new Float64Array(image.height + 2 * Math.ceil(image.width * Math.tan(MOST)) + 2)
  const best = (from: number, to: number, step: number): number => {
    let angle = 0
    let most = -1
    for (let candidate = from; candidate <= to + step / 2; candidate += step) {
      const score = concentration(points, candidate, rows, image.width)
      if (score > most) {
        most = score
        angle = candidate
      }
    }
    return angle
  }
  const coarse = best(-MOST, MOST, COARSE)
  return best(coarse - COARSE, coarse + COARSE, FINE)
}

/** How a page's lines fall: by `top` at its upper edge and by `bottom` at its lower one, in radians. */
export interface Fall {
  readonly top: number
  readonly bottom: number
}

const BANDS = 5
/** Bands with less ink than this tell nothing about their slope. */
const ENOUGH_POINTS = 700
/** A photo taken from the side shows lines that converge; more than this is a mistake of measuring. */
const MOST_CHANGE = (4 * Math.PI) / 180

/**
 * The slope of a page's lines and how it changes from top to bottom: a camera that is not level makes lines converge.
 */
export function lineFall(image: GrayImage): Fall {
  const whole = skewAngle(image)
  const bands: { readonly at: number; readonly angle: number; readonly weight: number }[] = []
  const height = Math.floor((2 * image.height) / (BANDS + 1))
  for (let band = 0; band < BANDS; band++) {
    const top = Math.floor((band * image.height) / (BANDS + 1))
    const part = {
      width: image.width,
      height,
      data: image.data.subarray(top * image.width, (top + height) * image.width),
    }
    const points = lowerEdges(part)
    if (points.length / 2 < ENOUGH_POINTS) continue
    const angle = skewAngle(part)
    if (Math.abs(angle - whole) < MOST_CHANGE)
      bands.push({ at: (top + height / 2) / image.height, angle, weight: points.length })
  }
  if (bands.length < 3) return { top: whole, bottom: whole }
  const { slope, offset } = weightedLine(bands)
  return { top: offset, bottom: offset + slope }
}

function weightedLine(bands: readonly { at: number; angle: number; weight: number }[]): {
  slope: number
  offset: number
} {
  const total = bands.reduce((sum, { weight }) => sum + weight, 0)
  const meanAt = bands.reduce((sum, { at, weight }) => sum + at * weight, 0) / total
  const meanAngle = bands.reduce((sum, { angle, weight }) => sum + angle * weight, 0) / total
  const spread = bands.reduce((sum, { at, weight }) => sum + weight * (at - meanAt) ** 2, 0)
  const slope =
    bands.reduce((sum, { at, angle, weight }) => sum + weight * (at - meanAt) * (angle - meanAngle), 0) / spread
  return { slope, offset: meanAngle - slope * meanAt }
}

/** Dark pixels with light ones below, as x, y, x, y … */
function lowerEdges(image: GrayImage): Int32Array {
  const threshold = darkThreshold(image)
  const { width, height, data } = image
  const found: number[] = []
  for (let y = 1; y < height - 2; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      if ((data[at] ?? 255) <= threshold && (data[at + width] ?? 0) > threshold) found.push(x, y)
    }
  }
  const keepEvery = Math.ceil(found.length / 2 / MOST_POINTS)
  if (keepEvery <= 1) return Int32Array.from(found)
  return Int32Array.from(found.filter((_, index) => (index >> 1) % keepEvery === 0))
}

function concentration(points: Int32Array, angle: number, rows: Float64Array, width: number): number {
  rows.fill(0)
  const slope = Math.tan(angle)
  const offset = Math.ceil(width * Math.tan(MOST))
  for (let index = 0; index < points.length; index += 2) {
    // Never below nought, so cutting off after adding a half rounds.
    const row = ((points[index + 1] ?? 0) - slope * (points[index] ?? 0) + offset + 0.5) | 0
    rows[row] = (rows[row] ?? 0) + 1
  }
  let sum = 0
  for (let row = 0; row < rows.length; row++) sum += (rows[row] ?? 0) ** 2
  return sum
}
