import { findAnalyte } from '../../clinical/analytes/index.ts'
import { normaliseUnit } from '../../clinical/units/index.ts'
import { centreX, centreY, right, unionBox } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import type { ReadCell } from './lay-out-lines.ts'
import type { Layout } from './recogniser.ts'
import { LOOKS, type Looker, look } from './second-look.ts'

/** Latin words within other scripts are read again below this, and taken above it. */
const LATIN_SURE = 0.8
/** Above this English data is believed about what no other can read. */
const LATIN_LIKELY = 0.4
/** A word that its script's own language reads no more surely than this is of another script, or hard to read. */
const FOREIGN = 0.65
/** Where so many words of a page are, it is read in all languages at once. */
const MOST_FOREIGN = 0.3

/**
 * The words of a page of Hindi or Tamil: read by its own language alone, and what that makes nonsense of, the names and
 * figures in Latin letters, by English data as well.
 */
export async function readMixedPage(looker: Looker, layout: Layout): Promise<Word[]> {
  const { recogniser, image, script } = looker
  const words = await recogniser.read(image, script, layout, 'own')
  const doubtful = words.filter(isForeign)
  if (words.length === 0 || doubtful.length > MOST_FOREIGN * words.length) {
    return await recogniser.read(image, script, layout)
  }
  const read: Word[] = []
  for (const stretch of stretchesOf(words, isForeign)) {
    if (stretch.some(isForeign)) read.push(...(await surer(stretch, looker)))
    else read.push(...stretch)
  }
  return read
}

function isForeign({ confidence }: Word): boolean {
  return confidence < FOREIGN
}

/** Doubtful neighbours on a line belong together. */
function stretchesOf(words: readonly Word[], isDoubtful: (word: Word) => boolean): Word[][] {
  const stretches: Word[][] = []
  for (const word of words) {
    const stretch = stretches.at(-1)
    const previous = stretch?.at(-1)
    const joins = previous && isDoubtful(previous) && isDoubtful(word) && areOnOneLine(previous, word)
    if (joins) stretch?.push(word)
    else stretches.push([word])
  }
  return stretches
}

function areOnOneLine(a: Word, b: Word): boolean {
  return b.box.x > a.box.x && Math.abs(centreY(a.box) - centreY(b.box)) < 0.5 * Math.max(a.box.height, b.box.height)
}

async function surer(stretch: readonly Word[], looker: Looker): Promise<readonly Word[]> {
  const again = await look(unionBox(stretch.map(({ box }) => box)), LOOKS.first, looker)
  return again.length > 0 && sureness(again) > sureness(stretch) ? again : stretch
}

function sureness(words: readonly Word[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  return words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0) / Math.max(1, letters)
}

/**
 * Names in Latin letters within Hindi or Tamil text, read by English data alone: with two languages at once recognition
 * takes "WHO" for figures.
 */
export async function readLatinWords(cells: readonly ReadCell[], looker: Looker): Promise<ReadCell[]> {
  const latin: Looker = { ...looker, script: 'latin' }
  const read: ReadCell[] = []
  for (const cell of cells) {
    const words: Word[] = []
    for (const word of cell.words) words.push(isDoubtfulLatin(word) ? await inLatin(word, latin) : word)
    read.push({ box: cell.box, words })
  }
  return read
}

function isDoubtfulLatin({ text, confidence: sure }: Word): boolean {
  if (hasIndicLetter(text) || text.length < 2) return false
  return sure < LATIN_SURE || /[&%$#@{}[\]\\\d]/.test(text)
}

/** Names of tests are recognised at least so surely where they tell what a cell is. */
const KNOWN_NAME = 0.6
/** A test's name in Latin letters has to be known better: any few letters look like one. */
const KNOWN_LATIN_NAME = 0.85
/** Recognition is unsure of its own script's short words, and makes surer nonsense of them in Latin letters. */
const OWN_SCRIPT = 0.1
/** Names stand in the first column, which begins within this part of the page's width. */
const NAMES_UNTIL = 0.3
/** Longer cells are prose, and no test's name. */
const MOST_WORDS = 7

/**
 * Which of a table's cells are in the page's own script, from what its own language and English make of them: what makes
 * sense as a unit, a number or a test's name is that, and only of the rest the surer reading tells.
 */
export function indicCells(own: readonly ReadCell[], latin: readonly ReadCell[]): readonly boolean[] {
  const units = latin.filter(isLatinUnit).map(({ box }) => box)
  return own.map((cell, position) => {
    const other = latin[position] ?? { box: cell.box, words: [] }
    return isIndicCell(cell, other, units)
  })
}

function isIndicCell(own: ReadCell, latin: ReadCell, units: readonly Box[]): boolean {
  const words = own.words.filter(({ text }) => hasIndicLetter(text))
  if (words.length === 0) return false
  if (normaliseUnit(textOf(own)) !== undefined) return true
  if (isLatinUnit(latin) || isFigures(latin)) return false
  if (isTestName(own, KNOWN_NAME)) return true
  if (isTestName(latin, KNOWN_LATIN_NAME)) return false
  const sure = sureness(words)
  // "U/L" is "பட" to Tamil data.
  if (sure < FOREIGN + OWN_SCRIPT && units.some((unit) => standUnderOneAnother(unit, own.box))) return false
  return sure + OWN_SCRIPT > sureness(latin.words.filter(({ text }) => /\p{L}/u.test(text)))
}

function isTestName(cell: ReadCell, least: number): boolean {
  if (cell.words.length > MOST_WORDS) return false
  return (findAnalyte(textOf(cell))?.confidence ?? 0) >= least
}

function isLatinUnit(cell: ReadCell): boolean {
  const text = textOf(cell)
  return /..|%/.test(text) && !/^\d/.test(text) && normaliseUnit(text) !== undefined
}

function isFigures(cell: ReadCell): boolean {
  return /^[<>]?\s?\d[\d.,]*(?:\s?-\s?\d[\d.,]*)?\s?[%HL]?$/.test(textOf(cell)) && sureness(cell.words) > LATIN_LIKELY
}

/** By their left edges or, in a centred column, by their middles. */
function standUnderOneAnother(a: Box, b: Box): boolean {
  const reach = 0.6 * Math.min(a.height, b.height)
  return Math.abs(a.x - b.x) < reach || Math.abs(centreX(a) - centreX(b)) < reach
}

function textOf({ words }: ReadCell): string {
  return words.map(({ text }) => text).join(' ')
}

/**
 * A cell that makes no sense in either script, read again on its own in both at once; `undefined` where that is no test's
 * name either.
 */
export async function nameAgain(own: ReadCell, latin: ReadCell, looker: Looker): Promise<ReadCell | undefined> {
  const letters = own.words.flatMap(({ text }) => text.match(/[\u0904-\u0939\u0b85-\u0bb9]/g) ?? [])
  const mayBeName = letters.length >= 2 && own.box.x < NAMES_UNTIL * looker.image.width
  if (!mayBeName || sureness(latin.words) > LATIN_SURE || isLatinUnit(latin) || isFigures(latin)) return undefined
  if (isTestName(own, KNOWN_NAME) || isTestName(latin, KNOWN_LATIN_NAME)) return undefined
  const again = { box: own.box, words: await look(own.box, LOOKS.first, looker) }
  const isName = again.words.some(({ text }) => hasIndicLetter(text)) && isTestName(again, KNOWN_NAME)
  return isName ? again : undefined
}

/**
 * The cell with what stands in brackets behind an Indian name, and holds no Latin letters, read again on its own:
 * abbreviations in Latin letters stand there, and the page's own language makes anything of them.
 */
export async function withBracketsAgain(cell: ReadCell, looker: Looker): Promise<ReadCell> {
  const from = cell.words.findIndex(({ text }) => text.startsWith('('))
  const bracket = cell.words.slice(from)
  if (from < 1 || bracket.some(({ text }) => /[a-z]{2}/i.test(text))) return cell
  const box = unionBox(bracket.map((word) => word.box))
  const again = await look(box, LOOKS.first, { ...looker, script: 'latin' })
  const isAbbreviation = /^\(?[a-z][a-z\d]+\)?$/i.test(again.map(({ text }) => text).join(''))
  return isAbbreviation ? { box: cell.box, words: [...cell.words.slice(0, from), ...again] } : cell
}

/** A cell of the page's own script with its words in Latin letters, and its figures, as English data reads them. */
export function withLatinWords(own: ReadCell, latin: ReadCell): ReadCell {
  const isDoubtful = (word: Word): boolean => isForeign(word) || !hasIndicLetter(word.text)
  const words = stretchesOf(own.words, isDoubtful).flatMap((stretch) => {
    if (!stretch.some(isDoubtful)) return stretch
    const box = unionBox(stretch.map((word) => word.box))
    const others = latin.words.filter((word) => centreX(word.box) > box.x && centreX(word.box) < right(box))
    // What holds no letter of its script its language cannot read, however sure it is.
    const bound = stretch.some(({ text }) => hasIndicLetter(text)) ? sureness(stretch) : LATIN_LIKELY
    return others.length > 0 && sureness(others) > bound ? others : stretch
  })
  return { box: own.box, words }
}

/** Whether a word is Hindi or Tamil; figures and stray signs of these scripts do not make it so. */
function hasIndicLetter(text: string): boolean {
  return /[\u0904-\u0939\u0958-\u0961\u0B85-\u0BB9]/.test(text)
}

async function inLatin(word: Word, looker: Looker): Promise<Word> {
  const [read, ...more] = await look(word.box, LOOKS.first, looker)
  const better =
    read && more.length === 0 && /\p{L}{2}/u.test(read.text) && read.confidence > Math.max(LATIN_SURE, word.confidence)
  return better ? { ...read, box: word.box } : word
}
