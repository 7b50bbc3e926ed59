import { right } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import type { ReadCell } from './lay-out-lines.ts'
import { mergeSigns } from './merge-signs.ts'
import { processorTime } from './processor-time.ts'
import { LOOKS, type Looker, look } from './second-look.ts'

/** A line with so many numbers states a result; one or two stand in any prose. */
const NUMBERS_OF_A_STATEMENT = 3
/** A one that its language passed over stands this near before the figures it found, in their heights. */
const REACH = 0.6
/** Numbers that make a column of figures what it is. */
const COLUMN = 3
/** Nobody is sure of a number that was taken for letters. */
const GUESSED = 0.5

/**
 * The figures of statements in Hindi or Tamil ("हीमोग्लोबिन : 16.3 g/dL (13.0 - 17.0)"), read again by English data with
 * a little room before them: the page's own language passes over ones. Two looks that differ are both kept.
 */
export async function figuresOfStatements(cells: readonly ReadCell[], looker: Looker): Promise<ReadCell[]> {
  const latin: Looker = { ...looker, script: 'latin' }
  const read: ReadCell[] = []
  for (const cell of cells) {
    const isStatement = cell.words.filter(isFigures).length >= NUMBERS_OF_A_STATEMENT
    const words: Word[] = []
    for (const [position, word] of cell.words.entries()) {
      const isLate = processorTime() > looker.until
      words.push(isStatement && isFigures(word) && !isLate ? await again(word, cell.words[position - 1], latin) : word)
    }
    read.push({ box: cell.box, words })
  }
  return read
}

function isFigures({ text }: Word): boolean {
  return /^[(<>]*[\d.,]*\d[\d.,]*[)]?$/.test(text)
}

async function again(word: Word, before: Word | undefined, latin: Looker): Promise<Word> {
  const from = Math.max(word.box.x - REACH * word.box.height, before ? right(before.box) + 2 : 0)
  const box: Box = { ...word.box, x: Math.min(from, word.box.x), width: right(word.box) - Math.min(from, word.box.x) }
  const first = textOf(await look(box, LOOKS.first, latin))
  if (first === word.text) return { ...word, confidence: 1 - (1 - word.confidence) / 2 }
  const second = textOf(await look(box, LOOKS.second, latin))
  if (!isFigures({ ...word, text: second })) return word
  const text = first === second ? first : mergeSigns(bare(first), bare(second)) === bare(second) ? second : undefined
  if (text === undefined) return { ...word, otherReadings: [...new Set([...(word.otherReadings ?? []), bare(second)])] }
  // Signs are lost and never made up; a figure more or another one has to be confirmed: colons are taken for ones.
  const isSame = mergeSigns(bare(text), bare(word.text)) === bare(text)
  const { otherReadings: _, ...plain } = word
  return { ...plain, text, box, ...(isSame ? {} : { otherReadings: [bare(word.text)] }) }
}

function bare(text: string): string {
  return text.replace(/[()]/g, '')
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('')
}

/**
 * Cells of few letters in a column of numbers, read again as figures and nothing else: "aL" is 41. Where two looks agree
 * it is that number, as a guess to be confirmed.
 */
export async function figuresOfColumns(cells: readonly ReadCell[], looker: Looker): Promise<ReadCell[]> {
  const numbers = cells.filter(({ words }) => /^\d[\d.,]*$/.test(textOf(words))).map(({ box }) => box)
  const read: ReadCell[] = []
  for (const cell of cells) {
    const isOdd = isMisread(cell) && numbers.filter((box) => isUnder(box, cell.box)).length >= COLUMN
    const figures = isOdd && processorTime() < looker.until ? await asFigures(cell, looker) : undefined
    read.push(figures ? { box: cell.box, words: [figures] } : cell)
  }
  return read
}

/** One to three letters; words and marks that stand for results are none of them. */
function isMisread({ words }: ReadCell): boolean {
  const text = textOf(words)
  return /^[^\d\s]{1,3}$/u.test(text) && !/^(?:[hln]|hh|ll|hi|lo|nil|neg|pos|no|yes|[-+*]+|%)$/i.test(text)
}

function isUnder(a: Box, b: Box): boolean {
  const reach = 0.5 * Math.max(a.height, b.height)
  return Math.abs(a.x - b.x) < reach || Math.abs(right(a) - right(b)) < reach
}

async function asFigures({ box }: ReadCell, looker: Looker): Promise<Word | undefined> {
  const texts: string[] = []
  for (const height of [LOOKS.first, LOOKS.second, LOOKS.third]) {
    const text = textOf(await look(box, height, { ...looker, script: 'latin' }, 'figures'))
    if (/^\d[\d.,]*$/.test(text) && texts.includes(text)) return { text, box, confidence: GUESSED, bold: false }
    texts.push(text)
  }
  return undefined
}
