import { median, right, unionBox } from '../geometry.ts'
import type { Box, TextLine, Word } from '../read-document.ts'

/** Words of one line that stand together, apart from the next ones: a table's cell, or a whole line of prose. */
export interface Cell {
  readonly text: string
  readonly words: readonly Word[]
  readonly box: Box
}

/** A gap between cells, in heights of the line's words. Between words of one phrase it is about a third of one. */
const GAP: Readonly<Record<'text_layer' | 'ocr', number>> = {
  // Heights in a text layer are font sizes; recognised words are as high as their ink.
  text_layer: 0.85,
  ocr: 1.15,
}

/** The cells of a line, left to right. */
export function cellsOf(line: TextLine, source: 'text_layer' | 'ocr'): Cell[] {
  const gap = GAP[source] * median(line.words.map((word) => word.box.height))
  const groups: Word[][] = []
  for (const word of line.words) {
    const group = groups.at(-1)
    const previous = group?.at(-1)
    if (group && previous && word.box.x - right(previous.box) < gap) group.push(word)
    else groups.push([word])
  }
  return groups.map(cellFromWords)
}

/** One cell from words in reading order. */
export function cellFromWords(words: readonly Word[]): Cell {
  return { text: words.map((word) => word.text).join(' '), words, box: unionBox(words.map((word) => word.box)) }
}
