import { centreY } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import type { GrayImage } from './gray-image.ts'
import { inkBlobs } from './ink.ts'
import { layOutLines, type ReadCell } from './lay-out-lines.ts'
import type { Recogniser, Script } from './recogniser.ts'

/** Stretches of print that are read to find the script out, and how long each is in letter heights: enough to tell. */
const SAMPLES = 12
const STRETCH = 12
/** Of a page that was read as Latin as a whole only what reads badly is tried; short names among figures are few. */
const UNSURE_SAMPLES = 6
/** Of so many stretches more than one has to be in another script. */
const MANY = 6
/** Read as Latin at least so surely, a stretch is Latin. */
const SURELY_LATIN = 0.72
/** Read in its own script, a stretch is surer than this, and surer than as Latin by the second. */
const SURE = 0.6
const CLEARLY_SURER = 0.08
/** Where the shapes of a page tell its script and two of three stretches are read so surely, it is that script. */
const EXPECTED_SAMPLES = 3
const EXPECTED_SURENESS = 0.8
/**
 * Letters that run together: a line along the top joins Devanagari words to long patches that hold most of the ink
 * (half to three quarters of it; a fifth at most in other scripts); Tamil letters are broad, Latin ones are not.
 */
const LONG = { ratio: 1.8, share: 0.4 } as const
const BROAD = { ratio: 1.3, share: 0.2 } as const

const LETTERS: Readonly<Record<Exclude<Script, 'latin'>, RegExp>> = {
  devanagari: /\p{Script=Devanagari}/gu,
  tamil: /\p{Script=Tamil}/gu,
}

/** A stretch of print with what English data made of it. */
interface Stretch {
  readonly box: Box
  readonly latin: readonly Word[]
}

/**
 * The script that a page is printed in, found on a sample of it. Indian reports mix: a page is Devanagari or Tamil as
 * soon as part of it reads better so, for that script's data reads Latin as well.
 * @param inLatin what English data made of the cells, where it has read them already
 */
export async function findScript(
  page: GrayImage,
  cells: readonly Box[],
  letterHeight: number,
  recogniser: Recogniser,
  inLatin?: readonly ReadCell[],
): Promise<Script> {
  const expected = scriptByShape(page, letterHeight)
  if (expected !== 'latin' && (await isConfirmed(expected, page, cells, letterHeight, recogniser))) return expected
  const read = inLatin?.map(({ box, words }) => ({ box, latin: words }))
  const sample = read ?? (await readSample(page, cells, letterHeight, recogniser))
  // What is surely Latin is no other script; only the rest is worth reading again.
  const unsure = sampleOf(
    sample.filter(({ latin }) => sureness(latin) < SURELY_LATIN),
    ({ box }) => box,
    letterHeight,
    read ? UNSURE_SAMPLES : SAMPLES,
  )
  if (unsure.length === 0) return 'latin'
  const laidOut = layOutLines(
    page,
    unsure.map(({ box }) => cut(box, letterHeight)),
    letterHeight,
  )
  let best: Script = 'latin'
  // A single stretch of many may be a unit or a stamp that looks like letters of another script.
  let most = sample.length >= MANY ? 1 : 0
  for (const script of ['devanagari', 'tamil'] as const) {
    const own = laidOut.collect(await recogniser.read(laidOut.image, script, 'block', 'own'))
    const stretches = own.filter(({ words }, position) => isWrittenIn(script, words, unsure[position]?.latin ?? []))
    if (stretches.length > most) {
      best = script
      most = stretches.length
    }
  }
  return best
}

async function readSample(
  page: GrayImage,
  cells: readonly Box[],
  letterHeight: number,
  recogniser: Recogniser,
): Promise<readonly Stretch[]> {
  const boxes = sampleOf(cells, (cell) => cell, letterHeight, SAMPLES).map((cell) => cut(cell, letterHeight))
  const laidOut = layOutLines(page, boxes, letterHeight)
  const read = laidOut.collect(await recogniser.read(laidOut.image, 'latin', 'block'))
  return read.map(({ box, words }) => ({ box, latin: words }))
}

async function isConfirmed(
  expected: Exclude<Script, 'latin'>,
  page: GrayImage,
  cells: readonly Box[],
  letterHeight: number,
  recogniser: Recogniser,
): Promise<boolean> {
  const boxes = sampleOf(cells, (cell) => cell, letterHeight, EXPECTED_SAMPLES).map((cell) => cut(cell, letterHeight))
  const few = layOutLines(page, boxes, letterHeight)
  const read = few.collect(await recogniser.read(few.image, expected, 'block'))
  return read.filter(({ words }) => isSurelyIn(expected, words)).length >= EXPECTED_SAMPLES - 1
}

/** What the shapes of letters suggest: wrong at times, but cheap. */
function scriptByShape(image: GrayImage, letterHeight: number): Script {
  const letters = inkBlobs(image).filter(({ height }) => height > 0.5 * letterHeight && height < 4 * letterHeight)
  const ink = letters.reduce((sum, { area }) => sum + area, 0)
  const long = letters.filter(({ width, height }) => width > LONG.ratio * height)
  if (long.reduce((sum, { area }) => sum + area, 0) > LONG.share * ink) return 'devanagari'
  const broad = letters.filter(({ width, height }) => width > BROAD.ratio * height).length
  return broad > BROAD.share * letters.length ? 'tamil' : 'latin'
}

function isWrittenIn(script: Exclude<Script, 'latin'>, words: readonly Word[], asLatin: readonly Word[]): boolean {
  const sure = sureness(words)
  return isMostly(script, words) && sure >= SURE && sure > sureness(asLatin) + CLEARLY_SURER
}

/** Whether words read by a script's data are in that script beyond doubt. */
function isSurelyIn(script: Exclude<Script, 'latin'>, words: readonly Word[]): boolean {
  return isMostly(script, words) && sureness(words) >= EXPECTED_SURENESS
}

function isMostly(script: Exclude<Script, 'latin'>, words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join('')
  const letters = text.match(/\p{L}|\p{M}/gu)?.length ?? 0
  return letters > 2 && (text.match(LETTERS[script])?.length ?? 0) > letters / 2
}

/** Wide stretches from all over the page, letterheads left out: these are in English on any report. */
function sampleOf<Cell>(
  cells: readonly Cell[],
  boxOf: (cell: Cell) => Box,
  letterHeight: number,
  most: number,
): readonly Cell[] {
  const wide = cells.filter((cell) => boxOf(cell).width > 4 * letterHeight && boxOf(cell).height < 2.2 * letterHeight)
  const ordered = (wide.length === 0 ? cells : wide).toSorted((a, b) => centreY(boxOf(a)) - centreY(boxOf(b)))
  const step = Math.max(1, ordered.length / most)
  return Array.from(
    { length: Math.min(most, ordered.length) },
    (_, index) => ordered[Math.floor((index + 0.5) * step)],
  ).filter((cell) => cell !== undefined)
}

function cut(box: Box, letterHeight: number): Box {
  return { ...box, width: Math.min(box.width, STRETCH * letterHeight) }
}

function sureness(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters
}
