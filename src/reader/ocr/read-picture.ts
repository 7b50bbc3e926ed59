import type { Sharp } from 'sharp'
import { cellsOf } from '../layout/cells.ts'
import { groupLines } from '../layout/group-lines.ts'
import type { ReadPage, Word } from '../read-document.ts'
import { eraseRules } from './erase-rules.ts'
import { type Blob, inkBlobs } from './ink.ts'
import { layOutLines, type ReadCell } from './lay-out-lines.ts'
import { letterHeight, type PreparedPage, preparePage } from './prepare-page.ts'
import type { Layout, Recogniser, Script } from './recogniser.ts'
import { lookAgain, lookAt } from './second-look.ts'
import { snapToInk } from './snap-to-ink.ts'
import { isTable, textCells } from './text-cells.ts'
import { unreadInk } from './unread-ink.ts'
import type { Projection } from './warp.ts'

export interface PictureReading {
  /** In pixels of the levelled picture. */
  readonly page: ReadPage
  /** From those to pixels of the picture as it came, which has this size. */
  readonly toOriginal: Projection
  readonly originalWidth: number
  readonly originalHeight: number
}

/** Reads one page's picture. */
export async function readPicture(picture: Sharp, number: number, recogniser: Recogniser): Promise<PictureReading> {
  const prepared = await preparePage(picture)
  const script: Script = 'latin'
  const words = await readWords(prepared, script, recogniser)
  const lines = groupLines(words)
  return {
    page: {
      number,
      width: prepared.image.width,
      height: prepared.image.height,
      unit: 'pixel',
      source: 'ocr',
      text: lines.map((line) => line.text).join('\n'),
      lines,
      confidence: meanConfidence(words),
    },
    toOriginal: prepared.toOriginal,
    originalWidth: prepared.originalWidth,
    originalHeight: prepared.originalHeight,
  }
}

/** Dashes and points are thin and print lighter than letters; on cleaned paper they are still darker than this. */
const FAINTEST_INK = 190

async function readWords(prepared: PreparedPage, script: Script, recogniser: Recogniser): Promise<Word[]> {
  const usual = letterHeight(prepared.image)
  if (usual !== undefined) {
    const image = eraseRules(prepared.image, usual)
    const cells = textCells(inkBlobs(image, FAINTEST_INK), usual)
    if (isTable(cells)) {
      const laidOut = layOutLines(image, cells, usual)
      const read = laidOut.collect(await recogniser.read(laidOut.image, script, 'block'))
      return await lookAgain(snapCells(read, inkBlobs(image)), { recogniser, image, script })
    }
  }
  return await readPage(prepared, script, recogniser)
}

async function readPage({ image }: PreparedPage, script: Script, recogniser: Recogniser): Promise<Word[]> {
  const layout: Layout = 'block'
  const blobs = inkBlobs(image)
  const words = snapToInk(await recogniser.read(image, script, layout), blobs)
  const looker = { recogniser, image, script }
  const found: Word[] = []
  for (const place of unreadInk(groupLines(words), blobs, image.width)) found.push(...(await lookAt(place, looker)))
  const cells = groupLines([...words, ...found]).flatMap((line) => cellsOf(line, 'ocr'))
  return await lookAgain(cells, looker)
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

/** By letters, so that specks count for little. */
function meanConfidence(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  const sum = words.reduce((total, word) => total + word.confidence * word.text.length, 0)
  return letters === 0 ? 0 : Number((sum / letters).toFixed(2))
}
