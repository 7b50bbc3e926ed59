import { median } from '../geometry.ts'
import type { Word } from '../read-document.ts'
import type { GrayImage } from './gray-image.ts'
import { type Blob, inkBlobs } from './ink.ts'
import type { Recogniser, Script } from './recogniser.ts'
import { type Projection, UNCHANGED, warp } from './warp.ts'

/** Degrees, clockwise, that a picture has to be turned by to stand upright. */
export type Turn = 0 | 90 | 180 | 270

const SCRIPTS: readonly Script[] = ['latin', 'devanagari', 'tamil']
/** The middle of the page is tried, as parts of its sides. */
const TRIED = 0.6
/** The right way up, so many times as much is read. */
const CLEARLY_MORE = 1.5
/** Letters, each by how surely it was read: less is read out of specks. */
const ENOUGH = 12
/** So many letters tell how lines run. */
const TELLING = 40

/**
 * Whether lines run up or down the picture: then letters stand nearer to those above and below them than to those beside
 * them. Costs no text recognition.
 */
export function isLying(image: GrayImage): boolean {
  const letters = inkBlobs(image).filter(
    ({ width, height, area }) =>
      Math.min(width, height) >= 3 && Math.max(width, height) >= 7 && Math.max(width, height) <= 160 && area >= 12,
  )
  if (letters.length < TELLING) return false
  const beside = gaps(letters)
  const above = gaps(letters.map(turnedBlob))
  return beside !== undefined && above !== undefined && above * CLEARLY_MORE < beside
}

/** Pixels from a letter to the next one to its right, usually; `undefined` where hardly any has one. */
function gaps(letters: readonly Blob[]): number | undefined {
  const ordered = letters.toSorted((one, other) => one.x - other.x)
  const found = ordered.flatMap((letter, at) => {
    const end = letter.x + letter.width
    for (let position = at + 1; position < ordered.length; position++) {
      const other = ordered[position]
      if (other === undefined || other.x < end - 1) continue
      const shared = Math.min(letter.y + letter.height, other.y + other.height) - Math.max(letter.y, other.y)
      if (shared > 0.5 * Math.min(letter.height, other.height)) return [Math.max(0, other.x - end)]
    }
    return []
  })
  return found.length < TELLING / 2 ? undefined : median(found)
}

function turnedBlob(blob: Blob): Blob {
  return { ...blob, x: blob.y, y: blob.x, width: blob.height, height: blob.width }
}

/**
 * Which of two ways a picture is the right way up, by what text recognition makes of its middle each way; nothing where
 * neither makes more sense.
 */
export async function clearerTurn(
  image: GrayImage,
  [one, other]: readonly [Turn, Turn],
  recogniser: Recogniser,
): Promise<Turn | undefined> {
  const width = Math.round(image.width * TRIED)
  const height = Math.round(image.height * TRIED)
  const [left, top] = [Math.round((image.width - width) / 2), Math.round((image.height - height) / 2)]
  const middle = warp(image, [1, 0, left, 0, 1, top, 0, 0, 1], width, height)
  for (const script of SCRIPTS) {
    const weigh = async (turn: Turn) => weight(await recogniser.read(turned(middle, turn), script, 'block', 'own'))
    const [first, second] = [await weigh(one), await weigh(other)]
    if (Math.max(first, second) < ENOUGH) continue
    if (first > CLEARLY_MORE * second) return one
    if (second > CLEARLY_MORE * first) return other
  }
  return undefined
}

/** From a picture that was turned to the picture as it was before, which had this size. */
export function beforeTurning(turn: Turn, width: number, height: number): Projection {
  if (turn === 90) return [0, 1, 0, -1, 0, height, 0, 0, 1]
  if (turn === 180) return [-1, 0, width, 0, -1, height, 0, 0, 1]
  if (turn === 270) return [0, -1, width, 1, 0, 0, 0, 0, 1]
  return UNCHANGED
}

function turned(image: GrayImage, turn: Turn): GrayImage {
  const { width, height } = image
  const lies = turn === 90 || turn === 270
  return warp(image, beforeTurning(turn, width, height), lies ? height : width, lies ? width : height)
}

function weight(words: readonly Word[]): number {
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence ** 2, 0)
}
