import { median } from '../geometry.ts'
import type { GrayImage } from './gray-image.ts'

/** Strokes of letters are shorter than these many letter heights; what is longer is a rule, a frame or an underline. */
const LEVEL_RULE = 5
const UPRIGHT_RULE = 2.2
/** A rule is thin: a broad patch of ink is a panel or a photo. */
const THICKEST = 0.4
/** Rules are often printed in grey, and thin lines blur to a lighter one. */
const RULE_GREY = 200
/** Places along a run where its thickness is taken: between blurred letters it is thin too, but not on them. */
const PLACES = 45
/** Devanagari letters hang from a line as thin as a rule: at this share of places so much more ink, in THICKEST, is below. */
const HANGING_SHARE = 0.14
/** Pixels to either side that blur spreads a rule over, and the lightest grey of them. */
const EDGE = 3
const EDGE_GREY = 225

/** The pixels of a picture as lines in one direction: how far it is from one to the next, and from one of their pixels. */
interface Lines {
  readonly count: number
  readonly length: number
  readonly lineStride: number
  readonly stepStride: number
}

/** A page without its rules, so that underlines and frames do not become parts of letters. */
export function eraseRules(image: GrayImage, letterHeight: number): GrayImage {
  const { width, height } = image
  const data = Uint8Array.from(image.data)
  const rows: Lines = { count: height, length: width, lineStride: width, stepStride: 1 }
  const columns: Lines = { count: width, length: height, lineStride: 1, stepStride: width }
  eraseRuns(rows, image, data, LEVEL_RULE * letterHeight, THICKEST * letterHeight)
  eraseRuns(columns, image, data, UPRIGHT_RULE * letterHeight, THICKEST * letterHeight)
  return { width, height, data }
}

function eraseRuns(lines: Lines, image: GrayImage, data: Uint8Array, shortest: number, thickest: number): void {
  for (const { line, from, to } of longRuns(lines, image, Math.ceil(shortest))) {
    if (!isThin(lines, line, from, to, image, thickest)) continue
    for (let along = from; along < to; along++) eraseAcross(lines, line, along, image, data)
  }
}

interface LongRun {
  readonly line: number
  readonly from: number
  /** Exclusive. */
  readonly to: number
}

/** Dark stretches of a line of at least a length. Pixels are visited as they lie in memory, whatever the direction. */
function longRuns(lines: Lines, { data, width, height }: GrayImage, shortest: number): LongRun[] {
  const found: LongRun[] = []
  const isLevel = lines.stepStride === 1
  // Where the dark stretch that reaches up to here began; for upright lines one of each is open at a time.
  const begun = new Int32Array(lines.count).fill(-1)
  const end = (line: number, to: number): void => {
    const from = begun[line] ?? -1
    if (from !== -1 && to - from >= shortest) found.push({ line, from, to })
    begun[line] = -1
  }
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const line = isLevel ? y : x
      if ((data[at] ?? 255) > RULE_GREY) {
        if (begun[line] !== -1) end(line, isLevel ? x : y)
      } else if (begun[line] === -1) begun[line] = isLevel ? x : y
    }
  }
  for (let line = 0; line < lines.count; line++) end(line, lines.length)
  return found
}

/** Whether hardly any ink lies to both sides of a run, and no letters hang from it. */
function isThin(lines: Lines, line: number, from: number, to: number, image: GrayImage, most: number): boolean {
  const places = Array.from({ length: PLACES }, (_, place) => Math.floor(from + ((place + 0.5) * (to - from)) / PLACES))
  const found = places.map((step) => thickness(lines, line, step, image))
  const usual = median(found)
  const hanging = found.filter((each) => each > usual + most).length
  return usual <= Math.max(4, most) && hanging < HANGING_SHARE * PLACES
}

function placeOf({ lineStride, stepStride }: Lines, line: number, step: number): number {
  return line * lineStride + step * stepStride
}

function thickness(lines: Lines, line: number, step: number, image: GrayImage): number {
  let thick = 1
  for (const direction of [-1, 1]) {
    for (let other = line + direction; other >= 0 && other < lines.count; other += direction) {
      if ((image.data[placeOf(lines, other, step)] ?? 255) > RULE_GREY) break
      thick += 1
    }
  }
  return thick
}

/** A rule's blurred edges are lighter than ink; they go with it. */
function eraseAcross(lines: Lines, line: number, step: number, image: GrayImage, data: Uint8Array): void {
  data[placeOf(lines, line, step)] = 255
  for (const direction of [-1, 1]) {
    for (let away = 1; away <= EDGE; away++) {
      const near = line + direction * away
      if (near < 0 || near >= lines.count || (image.data[placeOf(lines, near, step)] ?? 255) > EDGE_GREY) break
      data[placeOf(lines, near, step)] = 255
    }
  }
}
