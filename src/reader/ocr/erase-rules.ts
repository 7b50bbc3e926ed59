import type { GrayImage } from './gray-image.ts'
import { inkThreshold } from './ink.ts'

/** Strokes of letters are shorter than these many letter heights; what is longer is a rule, a frame or an underline. */
const LEVEL_RULE = 5
const UPRIGHT_RULE = 2.6
/** A rule is thin: a broad patch of ink is a panel or a photo. */
const THICKEST = 0.5

/** A page without its rules, so that underlines and frames do not become parts of letters. */
export function eraseRules(image: GrayImage, letterHeight: number): GrayImage {
  const threshold = inkThreshold(image)
  const data = Uint8Array.from(image.data)
  const { width, height } = image
  const isDark = (at: number): boolean => (image.data[at] ?? 255) <= threshold
  const thickest = Math.max(3, Math.round(THICKEST * letterHeight))
  eraseRuns(
    height,
    width,
    (line, step) => line * width + step,
    isDark,
    LEVEL_RULE * letterHeight,
    (line, from, to) => {
      if (thickness(line, (from + to) >> 1, height, (y, x) => isDark(y * width + x)) > thickest) return
      for (let y = Math.max(0, line - 1); y <= Math.min(height - 1, line + 1); y++) {
        for (let x = from; x < to; x++) data[y * width + x] = 255
      }
    },
  )
  eraseRuns(
    width,
    height,
    (line, step) => step * width + line,
    isDark,
    UPRIGHT_RULE * letterHeight,
    (line, from, to) => {
      if (thickness(line, (from + to) >> 1, width, (x, y) => isDark(y * width + x)) > thickest) return
      for (let x = Math.max(0, line - 1); x <= Math.min(width - 1, line + 1); x++) {
        for (let y = from; y < to; y++) data[y * width + x] = 255
      }
    },
  )
  return { width, height, data }
}

/** Calls back for every run of dark pixels along a line that is at least so long. */
function eraseRuns(
  lines: number,
  length: number,
  at: (line: number, step: number) => number,
  isDark: (at: number) => boolean,
  longest: number,
  erase: (line: number, from: number, to: number) => void,
): void {
  for (let line = 0; line < lines; line++) {
    let from = -1
    for (let step = 0; step <= length; step++) {
      const dark = step < length && isDark(at(line, step))
      if (dark && from === -1) from = step
      else if (!dark && from !== -1) {
        if (step - from >= longest) erase(line, from, step)
        from = -1
      }
    }
  }
}

/** How many dark pixels lie across a rule at one place. */
function thickness(line: number, step: number, lines: number, isDark: (line: number, step: number) => boolean): number {
  let thick = 1
  for (let other = line - 1; other >= 0 && isDark(other, step); other--) thick += 1
  for (let other = line + 1; other < lines && isDark(other, step); other++) thick += 1
  return thick
}
