import { centreY, median, overlap, right, unionBox } from '../geometry.ts'
import type { Box, TextLine, Word } from '../read-document.ts'

/** Letterheads and watermarks are this many times the size of the text they lie beside or under. */
const LARGE = 1.9
/** Words share a line where at least this part of the lower one's height is common. */
const SHARED_HEIGHT = 0.5
/** Two words of which so much lies above one another are on two lines, however close these are. */
const SHARED_WIDTH = 0.4
/** Part of the shorter line's words that may lie above the other's before they are two lines. */
const CONFLICTS = 0.3
/** Candidates for a word's right neighbour; a word that none of the nearest is level with ends its line. */
const NEIGHBOURS = 4

/**
 * Words as lines of text, top to bottom, each left to right. Words are joined to their neighbours, the levellest pairs
 * first, so that lines may climb a little and values may be centred against names of two lines. Large print is kept
 * apart so that a watermark joins no row.
 */
export function groupLines(words: readonly Word[]): TextLine[] {
  const usual = median(words.map((word) => word.box.height))
  const large = words.filter((word) => word.box.height > usual * LARGE)
  const ordinary = words.filter((word) => word.box.height <= usual * LARGE)
  return [...linesOf(ordinary), ...linesOf(large)].toSorted((a, b) => centreY(a.box) - centreY(b.box))
}

/** A line of text from its words in any order. */
export function textLine(words: readonly Word[]): TextLine {
  const ordered = words.toSorted((a, b) => a.box.x - b.box.x)
  return {
    text: ordered.map((word) => word.text).join(' '),
    box: unionBox(ordered.map((word) => word.box)),
    words: ordered,
  }
}

/** Lines of cells whose words belong together, wherever recognition has put these. Cells without words are left out. */
export function groupCells(cells: readonly { readonly box: Box; readonly words: readonly Word[] }[]): TextLine[] {
  const read = cells.filter((cell) => cell.words.length > 0)
  const wordsOf = new Map(read.map(({ box, words }) => [{ text: '', box, confidence: 1, bold: false } as Word, words]))
  return groupLines([...wordsOf.keys()]).map((line) => {
    const words = line.words.flatMap((cell) => wordsOf.get(cell) ?? [])
    return { text: words.map((word) => word.text).join(' '), box: unionBox(words.map((word) => word.box)), words }
  })
}

function linesOf(words: readonly Word[]): TextLine[] {
  const lines = new Map(words.map((word) => [word, [word]]))
  for (const { from, to } of neighbours(words)) {
    const left = lines.get(from)
    const rest = lines.get(to)
    if (!left || !rest || left === rest) continue
    if (areTwoLines(left, rest)) continue
    left.push(...rest)
    for (const word of rest) lines.set(word, left)
  }
  return [...new Set(lines.values())].map(textLine)
}

/** A speck above a line, or a letter in two parts, does not make two lines of it; a method under its name does. */
function areTwoLines(a: readonly Word[], b: readonly Word[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a]
  const allowed = CONFLICTS * few.length
  let conflicts = 0
  for (const word of few) {
    if (many.some((other) => isAbove(word, other))) conflicts += 1
    if (conflicts > allowed) return true
  }
  return false
}

interface Pair {
  readonly from: Word
  readonly to: Word
  readonly share: number
  readonly gap: number
}

/** Words with the words to their right that they are level with, the levellest and nearest first. */
function neighbours(words: readonly Word[]): Pair[] {
  const ordered = words.toSorted((a, b) => a.box.y - b.box.y)
  const tallest = Math.max(0, ...words.map((word) => word.box.height))
  return ordered
    .flatMap((from, position) => {
      const near: Pair[] = []
      for (const [step, direction] of [
        [1, 1],
        [-1, -1],
      ] as const) {
        for (let index = position + step; ; index += direction) {
          const to = ordered[index]
          if (!to || Math.abs(to.box.y - from.box.y) > tallest) break
          const pair = pairOf(from, to)
          if (pair) near.push(pair)
        }
      }
      return near.toSorted((a, b) => a.gap - b.gap).slice(0, NEIGHBOURS)
    })
    .toSorted((a, b) => levelness(b) - levelness(a))
}

function pairOf(from: Word, to: Word): Pair | undefined {
  const gap = to.box.x - right(from.box)
  if (to.box.x <= from.box.x || isAbove(from, to)) return undefined
  const share = sharedHeight(from, to)
  return share >= SHARED_HEIGHT ? { from, to, share, gap } : undefined
}

function sharedHeight(a: Word, b: Word): number {
  const common = overlap(a.box.y, a.box.y + a.box.height, b.box.y, b.box.y + b.box.height)
  return common / Math.min(a.box.height, b.box.height)
}

/** Nearness breaks ties: on a tilted page far words may be as level by chance. So does size: notes are in small print. */
function levelness({ share, gap, from, to }: Pair): number {
  const [low, high] = [Math.min(from.box.height, to.box.height), Math.max(from.box.height, to.box.height)]
  return share - 0.004 * (Math.max(0, gap) / from.box.height) - 0.5 * (1 - low / high)
}

function isAbove(a: Word, b: Word): boolean {
  const common = overlap(a.box.x, right(a.box), b.box.x, right(b.box))
  return common > SHARED_WIDTH * Math.min(a.box.width, b.box.width)
}
