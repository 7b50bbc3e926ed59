import { bottom, centreX, centreY, right, unionBox } from '../geometry.ts'
import { groupLines } from '../layout/group-lines.ts'
import type { Box, Word } from '../read-document.ts'
import type { GrayImage } from './gray-image.ts'

/** White above and below each line, in usual letter heights: enough that no line is taken for part of the next. */
const LEADING = 0.7
/** Cells of one line that stand higher or lower than this are moved onto it. */
const STAGGER = 0.3

interface PlacedCell {
  readonly from: Box
  /** Where the cell stands in the new picture, less where it stood. */
  readonly shiftY: number
}

/** A picture of the same print, one line under the other with room between them. */
export interface LaidOut {
  readonly image: GrayImage
  /** The page's cells with the words that were found in them; empty where nothing was. */
  readonly collect: (words: readonly Word[]) => ReadCell[]
}

/** A cell of the page, and what was read in it. */
export interface ReadCell {
  readonly box: Box
  readonly words: readonly Word[]
}

/**
 * Sets the cells of a page anew: methods in small print close under a name, values centred between two lines, stamps and
 * codes keep recognition from seeing lines where people do.
 */
export function layOutLines(page: GrayImage, cells: readonly Box[], letterHeight: number): LaidOut {
  const lines = groupLines(cells.map((box) => ({ text: '', box, confidence: 1, bold: false })))
  const leading = Math.round(LEADING * letterHeight)
  const placed: PlacedCell[] = []
  let y = leading
  for (const line of lines) {
    const boxes = line.words.map((word) => word.box)
    const middle = medianCentre(boxes)
    const levelled = boxes.map((box) => ({
      box,
      drop: Math.abs(centreY(box) - middle) > STAGGER * letterHeight ? middle - centreY(box) : 0,
    }))
    const band = unionBox(levelled.map(({ box, drop }) => ({ ...box, y: box.y + drop })))
    for (const { box, drop } of levelled) placed.push({ from: box, shiftY: Math.round(y - band.y + drop) })
    y += Math.ceil(band.height) + 2 * leading
  }
  return { image: paint(page, placed, y + 2 * leading), collect: (words) => collect(words, placed) }
}

function medianCentre(boxes: readonly Box[]): number {
  const widest = boxes.toSorted((a, b) => b.width - a.width)[0]
  return widest ? centreY(widest) : 0
}

function paint(page: GrayImage, placed: readonly PlacedCell[], height: number): GrayImage {
  const data = new Uint8Array(page.width * height).fill(255)
  for (const { from, shiftY } of placed) {
    const left = Math.max(0, Math.floor(from.x) - 2)
    const end = Math.min(page.width, Math.ceil(right(from)) + 2)
    for (
      let row = Math.max(0, Math.floor(from.y) - 1);
      row < Math.min(page.height, Math.ceil(bottom(from)) + 1);
      row++
    ) {
      const target = row + shiftY
      if (target < 0 || target >= height) continue
      data.set(page.data.subarray(row * page.width + left, row * page.width + end), target * page.width + left)
    }
  }
  return { width: page.width, height, data }
}

function collect(words: readonly Word[], placed: readonly PlacedCell[]): ReadCell[] {
  const found = new Map<PlacedCell, Word[]>(placed.map((cell) => [cell, []]))
  for (const word of words) {
    const x = centreX(word.box)
    const y = centreY(word.box)
    const home = placed.find(({ from, shiftY }) => {
      const top = from.y + shiftY
      return x >= from.x - 3 && x <= right(from) + 3 && y >= top - 6 && y <= top + from.height + 6
    })
    // Recognition's own boxes are as high as its lines; the cell knows better.
    if (home) found.get(home)?.push({ ...word, box: { ...word.box, y: home.from.y, height: home.from.height } })
  }
  return [...found].map(([{ from }, inside]) => ({ box: from, words: inside.toSorted((a, b) => a.box.x - b.box.x) }))
}
