import type { Sharp } from 'sharp'
import { cellsOf } from '../layout/cells.ts'
import { groupCells, groupLines } from '../layout/group-lines.ts'
import type { Box, ReadPage, TextLine, Word } from '../read-document.ts'
import { eraseRules } from './erase-rules.ts'
import { figuresOfColumns, figuresOfStatements } from './figures-again.ts'
import { findScript } from './find-script.ts'
import { beforeTurning, clearerTurn, isLying, type Turn } from './find-turn.ts'
import {
  indicCells,
  nameAgain,
  readLatinWords,
  readMixedPage,
  withBracketsAgain,
  withLatinWords,
} from './foreign-words.ts'
import { type Blob, inkBlobs } from './ink.ts'
import { layOutLines, type ReadCell } from './lay-out-lines.ts'
import { letterHeight, type PreparedPage, preparePage } from './prepare-page.ts'
import { processorTime } from './processor-time.ts'
import type { Layout, Recogniser } from './recogniser.ts'
import { LOOKS, type Looker, look, lookAgain, lookAt } from './second-look.ts'
import { snapToInk } from './snap-to-ink.ts'
import { splitCells } from './split-cells.ts'
import { isTable, textCells } from './text-cells.ts'
import { unreadInk } from './unread-ink.ts'
import { compose, type Projection } from './warp.ts'

export interface PictureReading {
  /** In pixels of the levelled picture. */
  readonly page: ReadPage
  /** From those to pixels of the picture as it came, which has this size. */
  readonly toOriginal: Projection
  readonly originalWidth: number
  readonly originalHeight: number
}

/** Dashes and points are thin and print lighter than letters; on cleaned paper they are still darker than this. */
const FAINTEST_INK = 190
/** A page that is read less surely is read again with another idea of its layout. */
const SURE_PAGE = 0.8
/** The ideas, the likeliest first. None wins on every page. */
const LAYOUTS: readonly Layout[] = ['block', 'page', 'sparse']

/**
 * Milliseconds of processor time after which a page is not tried in further ways: one that is hopeless is told to be unsure within half of
 * the time that a page may take. What was read until then stands, with its doubts.
 */
const PATIENCE = 25_000

/** A name that its own language reads less surely is read again where it makes no sense. */
const SURE_NAME = 0.75

/** What neither language read is looked at again where it is so many times as wide as high: a word, no mark. */
const WORD = 1.5

/** Read less surely, a page may stand on its head. */
const UPRIGHT_PAGE = 0.6

/** Reads one page's picture, also where it lies on its side or stands on its head. */
export async function readPicture(picture: Sharp, number: number, recogniser: Recogniser): Promise<PictureReading> {
  const until = processorTime() + PATIENCE
  const prepared = await preparePage(picture.clone())
  const asTurned = async (turn: Turn): Promise<PictureReading> => {
    const turned = await preparePage(picture.clone().rotate(turn))
    const { originalWidth, originalHeight } = prepared
    const back = beforeTurning(turn, originalWidth, originalHeight)
    const reading = await readPrepared(turned, number, recogniser, until)
    return { ...reading, toOriginal: compose(back, reading.toOriginal), originalWidth, originalHeight }
  }
  if (isLying(prepared.image)) {
    const turn = await clearerTurn(prepared.natural, [90, 270], recogniser)
    if (turn !== undefined) return await asTurned(turn)
  }
  const reading = await readPrepared(prepared, number, recogniser, until)
  if (reading.page.confidence >= UPRIGHT_PAGE || processorTime() > until) return reading
  const turn = await clearerTurn(prepared.natural, [0, 180], recogniser)
  return turn === 180 ? await asTurned(turn) : reading
}

async function readPrepared(
  prepared: PreparedPage,
  number: number,
  recogniser: Recogniser,
  until: number,
): Promise<PictureReading> {
  const lines = await readLines(prepared, recogniser, until)
  return {
    page: {
      number,
      width: prepared.image.width,
      height: prepared.image.height,
      unit: 'pixel',
      source: 'ocr',
      text: lines.map((line) => line.text).join('\n'),
      lines,
      confidence: sureness(lines.flatMap((line) => line.words)),
    },
    toOriginal: prepared.toOriginal,
    originalWidth: prepared.originalWidth,
    originalHeight: prepared.originalHeight,
  }
}

async function readLines(page: PreparedPage, recogniser: Recogniser, until: number): Promise<TextLine[]> {
  const usual = letterHeight(page.image)
  if (usual === undefined) return await readAsPage({ image: page.natural, script: 'latin', recogniser, until })
  const image = eraseRules(page.image, usual)
  const cells = splitCells(image, textCells(inkBlobs(image, FAINTEST_INK), usual), usual, FAINTEST_INK)
  if (!isTable(cells, usual)) {
    const script = await findScript(image, cells, usual, recogniser)
    return await readAsPage({ image: page.natural, script, recogniser, until })
  }
  // The figures of any table are read by English data, and what it makes of the rest tells most of its script.
  const inLatin = await readCells(cells, usual, { recogniser, image, script: 'latin', until })
  const script = await findScript(image, cells, usual, recogniser, inLatin)
  const looker = { recogniser, image, script, until }
  if (script !== 'latin') return groupCells(await readMixedTable(cells, inLatin, usual, looker))
  return groupCells(await figuresOfColumns(await lookAgain(inLatin, looker), looker))
}

async function readCells(
  cells: readonly Box[],
  letterHeight: number,
  { recogniser, image, script }: Looker,
): Promise<ReadCell[]> {
  const laidOut = layOutLines(image, cells, letterHeight)
  const read = laidOut.collect(await recogniser.read(laidOut.image, script, 'block', 'own'))
  return snapCells(read, inkBlobs(image))
}

/**
 * A table in Hindi or Tamil, read by its own language and by English each alone: two languages at once lose ones and
 * points, and take words of one for the other's. Cells without letters of the page's script are English data's.
 */
async function readMixedTable(
  cells: readonly Box[],
  inLatin: readonly ReadCell[],
  letterHeight: number,
  looker: Looker,
): Promise<ReadCell[]> {
  const latin: Looker = { ...looker, script: 'latin' }
  const own = await readCells(cells, letterHeight, looker)
  const isIndic = indicCells(own, inLatin)
  const names: ReadCell[] = []
  const others: ReadCell[] = []
  for (const [position, cell] of own.entries()) {
    const other = inLatin[position] ?? cell
    const isDoubtful = isIndic[position] ? sureness(cell.words) < SURE_NAME : true
    const again = isDoubtful ? await nameAgain(cell, other, looker) : undefined
    if (again) names.push(again)
    else if (isIndic[position]) names.push(await withBracketsAgain(withLatinWords(cell, other), latin))
    else if (cell.words.length + other.words.length > 0 || cell.box.width < WORD * cell.box.height) others.push(other)
    else others.push({ box: cell.box, words: await look(cell.box, LOOKS.first, looker) })
  }
  return [...names, ...(await figuresOfColumns(await lookAgain(others, latin), latin))]
}

/** Prose, forms, and pages on which no letters could be told from other ink. */
async function readAsPage(looker: Looker): Promise<TextLine[]> {
  const { image, script } = looker
  const blobs = inkBlobs(image)
  const words = snapToInk(await readInBestLayout(looker), blobs)
  const found: Word[] = []
  // It is figures that get lost, and only short ones of Latin text: signs of Indian words seem unread where boxes are off.
  const places = script === 'latin' ? unreadInk(groupLines(words), blobs, image.width) : []
  for (const place of places) found.push(...(await lookAt(place, looker)))
  const cells = groupLines([...words, ...found]).flatMap((line) => cellsOf(line, 'ocr'))
  const checked = await lookAgain(cells, looker)
  if (script === 'latin') return groupCells(checked)
  return groupCells(await figuresOfStatements(await readLatinWords(checked, looker), looker))
}

async function readInBestLayout(looker: Looker): Promise<Word[]> {
  const { recogniser, image, script } = looker
  let best: Word[] = []
  for (const layout of LAYOUTS) {
    const words =
      script === 'latin' ? await recogniser.read(image, script, layout) : await readMixedPage(looker, layout)
    if (weight(words) > weight(best)) best = words
    if (sureness(best) >= SURE_PAGE || processorTime() > looker.until) break
  }
  return best
}

/** How much was read and how surely: few sure words of a full page are no better than many doubtful ones. */
function weight(words: readonly Word[]): number {
  return words.reduce((sum, word) => sum + word.text.length * word.confidence ** 2, 0)
}

/** By letters, so that specks count for little. */
function sureness(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  const sum = words.reduce((total, word) => total + word.confidence * word.text.length, 0)
  return letters === 0 ? 0 : Number((sum / letters).toFixed(2))
}

function snapCells(cells: readonly ReadCell[], blobs: readonly Blob[]): ReadCell[] {
  const snapped = snapToInk(
    cells.flatMap((cell) => cell.words),
    blobs,
  )
  let taken = 0
  return cells.map(({ box, words }) => {
    taken += words.length
    return { box, words: snapped.slice(taken - words.length, taken) }
  })
}
