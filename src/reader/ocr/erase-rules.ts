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

/** The pixels of a picture as lines in one direction. */
interface Lines {
  readonly count: number
  readonly length: number
  readonly at: (line: number, step: number) => number
}

/** A page without its rules, so that underlines and frames do not become parts of letters. */
export function eraseRules(image: GrayImage, letterHeight: number): GrayImage {
  const { width, height } = image
  const data = Uint8Array.from(image.data)
  const rows: Lines = { count: height, length: width, at: (line, step) => line * width + step }
  const columns: Lines = { count: width, length: height, at: (line, step) => step * width + line }
  eraseRuns(rows, image, data, LEVEL_RULE * letterHeight, THICKEST * letterHeight)
  eraseRuns(columns, image, data, UPRIGHT_RULE * letterHeight, THICKEST * letterHeight)
  return { width, height, data }
}

function eraseRuns(lines: Lines, image: GrayImage, data: Uint8Array, shortest: number, thickest: number): void {
  for (let line = 0; line < lines.count; line++) {
    let from = -1
    for (let step = 0; step <= lines.length; step++) {
      const dark = step < lines.length && (image.data[lines.at(line, step)] ?? 255) <= RULE_GREY
      if (dark && from === -1) from = step
      else if (!dark && from !== -1) {
        if (step - from >= shortest && isThin(lines, line, from, step, image, thickest)) {
          for (let along = from; along < step; along++) eraseAcross(lines, line, along, image, data)
        }
        from = -1
      }
    }
  }
}

/** Whether hardly any ink lies to both sides of a run, and no letters hang from it. */
function isThin(lines: Lines, line: number, from: number, to: number, image: GrayImage, most: number): boolean {
  const places = Array.from({ length: PLACES }, (_, place) => Math.floor(from + ((place + 0.5) * (to - from)) / PLACES))
  const found = places.map((step) => thickness(lines, line, step, image))
  const usual = median(found)
  const hanging = found.filter((each) => each > usual + most).length
  return usual <= Math.max(4, most) && hanging < HANGING_SHARE * PLACES
}

function thickness(lines: Lines, line: number, step: number, image: GrayImage): number {
  let thick = 1
  for (const direction of [-1, 1]) {
    for (let other = line + direction; other >= 0 && other < lines.count; other += direction) {
      if ((image.data[lines.at(other, step)] ?? 255) > RULE_GREY) break
      thick += 1
    }
  }
  return thick
}

/** A rule's blurred edges are lighter than ink; they go with it. */
function eraseAcross(lines: Lines, line: number, step: number, image: GrayImage, data: Uint8Array): void {
  data[lines.at(line, step)] = 255
  for (const direction of [-1, 1]) {
    for (let away = 1; away <= EDGE; away++) {
      const near = line + direction * away
      if (near < 0 || near >= lines.count || (image.data[lines.at(near, step)] ?? 255) > EDGE_GREY) break
      data[lines.at(near, step)] = 255
    }
  }
}
