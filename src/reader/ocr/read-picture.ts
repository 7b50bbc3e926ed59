import type { Sharp } from 'sharp'
import { groupLines } from '../layout/group-lines.ts'
import type { ReadPage, Word } from '../read-document.ts'
import { inkBlobs } from './ink.ts'
import { type PreparedPage, preparePage } from './prepare-page.ts'
import type { Layout, Recogniser, Script } from './recogniser.ts'
import { lookAgain, lookAt } from './second-look.ts'
import { snapToInk } from './snap-to-ink.ts'
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
  const blobs = inkBlobs(prepared.image)
  const words = snapToInk(await bestLayout(prepared, script, recogniser), blobs)
  const looker = { recogniser, image: prepared.image, script }
  const found: Word[] = []
  for (const place of unreadInk(groupLines(words), blobs, prepared.image.width))
    found.push(...(await lookAt(place, looker)))
  const checked = await lookAgain(groupLines([...words, ...found]), looker)
  const lines = groupLines(checked)
  return {
    page: {
      number,
      width: prepared.image.width,
      height: prepared.image.height,
      unit: 'pixel',
      source: 'ocr',
      text: lines.map((line) => line.text).join('\n'),
      lines,
      confidence: meanConfidence(checked),
    },
    toOriginal: prepared.toOriginal,
    originalWidth: prepared.originalWidth,
    originalHeight: prepared.originalHeight,
  }
}

async function bestLayout({ image }: PreparedPage, script: Script, recogniser: Recogniser): Promise<Word[]> {
  const layout: Layout = 'block'
  return await recogniser.read(image, script, layout)
}

/** By letters, so that specks count for little. */
function meanConfidence(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  const sum = words.reduce((total, word) => total + word.confidence * word.text.length, 0)
  return letters === 0 ? 0 : Number((sum / letters).toFixed(2))
}
