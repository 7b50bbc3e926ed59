import { bottom, centreX, centreY, overlap, right, unionBox } from '../geometry.ts'
import { groupLines } from '../layout/group-lines.ts'
import type { Box } from '../read-document.ts'
import type { Blob } from './ink.ts'

/** Sizes of what can be a letter, or letters that run together, in usual letter heights. */
const LETTER = { lowest: 0.3, highest: 2.6, widest: 14 } as const
/** A gap between columns, in usual letter heights; between words it is less than half of one. */
const COLUMN_GAP = 1.1
const WIDE_GAP = 1.8
/** Left edges of one column differ by less, in usual letter heights. */
const ALIGNED = 0.8
/** Points, dashes and the dots of letters lie this near to the letters they belong to. */
const MARK_REACH = 0.8
/** A page of more cells than this is a picture, not text. */
const MOST_CELLS = 900
const MOST_BLOBS = 14_000

/**
 * Stretches of print on a page, each on one line and apart from the next: a table's cells, a line of prose. Found by
 * the gaps between letters, whatever the rules and frames around them.
 */
export function textCells(blobs: readonly Blob[], letterHeight: number): Box[] {
  if (blobs.length > MOST_BLOBS) return []
  const letters = joinParts(blobs, letterHeight).filter(
    (blob) => (isLetter(blob, letterHeight) || isDash(blob, letterHeight)) && !isInCode(blob, blobs, letterHeight),
  )
  const cells = joinLetters(letters, letterHeight)
  const taken = new Set(letters)
  const marks = blobs.filter((blob) => !taken.has(blob) && isMark(blob, letterHeight))
  return withMarks(cells, marks, letterHeight)
    .filter((cell) => isText(cell, letterHeight))
    .slice(0, MOST_CELLS)
}

/** The circles of a per cent sign reach into its stroke's box; parts of one letter are one patch. */
function joinParts(blobs: readonly Blob[], usual: number): Blob[] {
  const joined: Blob[] = []
  for (const blob of blobs.toSorted((a, b) => a.x - b.x)) {
    const from = Math.max(0, joined.length - 12)
    const index = joined.findLastIndex((other, position) => position >= from && isOneLetter(other, blob, usual))
    const other = joined[index]
    if (other) joined[index] = { ...unionBox([other, blob]), area: other.area + blob.area }
    else joined.push(blob)
  }
  return joined
}

function isOneLetter(a: Blob, b: Blob, usual: number): boolean {
  const both = unionBox([a, b])
  const wide = overlap(a.x, right(a), b.x, right(b))
  const high = overlap(a.y, bottom(a), b.y, bottom(b))
  return wide > 0 && high > 0 && both.height <= 1.5 * usual && both.width <= 2 * usual
}

/** Letters that stand on one line with less than a column's gap between them. */
function joinLetters(letters: readonly Blob[], usual: number): Box[] {
  const ordered = letters.toSorted((a, b) => a.x - b.x)
  const cellOf = new Map<Blob, Blob[]>(ordered.map((letter) => [letter, [letter]]))
  ordered.forEach((letter, position) => {
    for (const next of ordered.slice(position + 1)) {
      if (next.x - right(letter) > COLUMN_GAP * usual) break
      if (!areLevel(letter, next, usual)) continue
      const cell = cellOf.get(letter) ?? []
      const other = cellOf.get(next) ?? []
      if (cell === other) continue
      cell.push(...other)
      for (const member of other) cellOf.set(member, cell)
    }
  })
  return [...new Set(cellOf.values())].map((cell) => unionBox(cell))
}

/** Dashes count as high as small letters, so that they are level with what they stand between. */
function areLevel(a: Blob, b: Blob, usual: number): boolean {
  const reach = (blob: Blob) => Math.max(blob.height, 0.7 * usual) / 2
  const common = overlap(centreY(a) - reach(a), centreY(a) + reach(a), centreY(b) - reach(b), centreY(b) + reach(b))
  return common > 0.5 * 2 * Math.min(reach(a), reach(b))
}

function isDash({ width, height }: Blob, usual: number): boolean {
  return (
    height < 0.4 * usual &&
    height >= 0.06 * usual &&
    width >= 0.22 * usual &&
    width <= 1.3 * usual &&
    width > 1.3 * height
  )
}

function isLetter({ width, height, area }: Blob, usual: number): boolean {
  return (
    height >= LETTER.lowest * usual &&
    height <= LETTER.highest * usual &&
    width <= LETTER.widest * usual &&
    width >= 0.08 * usual &&
    area >= 0.1 * width * height &&
    // What is left of an upright rule.
    !(height > 1.5 * usual && width < 0.3 * usual)
  )
}

function isMark({ width, height }: Blob, usual: number): boolean {
  return height < LETTER.lowest * usual && width < 1.6 * usual && height >= 0.08 * usual && width >= 0.08 * usual
}

/** The squares of a QR code: patches packed on all sides, more than letters ever are. */
function isInCode(blob: Blob, blobs: readonly Blob[], usual: number): boolean {
  if (blob.width > 3 * usual || Math.abs(blob.width - blob.height) > 2.2 * usual) return false
  let around = 0
  for (const other of blobs) {
    if (
      Math.abs(centreX(other) - centreX(blob)) < 2.2 * usual &&
      Math.abs(centreY(other) - centreY(blob)) < 2.2 * usual
    )
      around += 1
  }
  return around > 26
}

function withMarks(cells: readonly Box[], marks: readonly Blob[], usual: number): Box[] {
  const grown = cells.map((cell) => [cell])
  for (const mark of marks) {
    let nearest = -1
    let least = MARK_REACH * usual
    cells.forEach((cell, index) => {
      // Level marks may stand apart, as colons do; those above and below belong to letters or to another line.
      const beside = distanceOutside(mark.x, right(mark), cell.x, right(cell))
      const away = beside + 2 * distanceOutside(mark.y, bottom(mark), cell.y, bottom(cell))
      if (away < least) {
        nearest = index
        least = away
      }
    })
    grown[nearest]?.push(mark)
  }
  return grown.map((parts) => unionBox(parts))
}

/** How far a stretch reaches out of another; 0 inside. */
function distanceOutside(from: number, to: number, start: number, end: number): number {
  return Math.max(0, start - to, from - end)
}

function isText(cell: Box, usual: number): boolean {
  return cell.height < 2.6 * usual && cell.height > 0.4 * usual
}

/**
 * Whether a page holds a table: at least three rows of cells that stand under one another. Prose set wide falls into
 * cells too, but these do not line up.
 */
export function isTable(cells: readonly Box[], letterHeight: number): boolean {
  const rows = groupLines(cells.map((box) => ({ text: '', box, confidence: 1, bold: false })))
    .map((line) =>
      columnStarts(
        line.words.map((word) => word.box),
        letterHeight,
      ),
    )
    .filter((lefts) => lefts.length >= 3)
  const isAligned = (left: number, own: readonly number[]): boolean =>
    rows.filter((other) => other !== own && other.some((x) => Math.abs(x - left) < ALIGNED * letterHeight)).length >= 2
  return rows.filter((lefts) => lefts.slice(1).filter((left) => isAligned(left, lefts)).length >= 2).length >= 3
}

/** Where a line's columns start: behind wide gaps, which prose has none of. */
function columnStarts(boxes: readonly Box[], letterHeight: number): number[] {
  return boxes
    .filter((box, position) => {
      const previous = boxes[position - 1]
      return previous === undefined || box.x - right(previous) > WIDE_GAP * letterHeight
    })
    .map((box) => box.x)
}
