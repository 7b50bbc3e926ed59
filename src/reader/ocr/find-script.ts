import { centreY } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import type { GrayImage } from './gray-image.ts'
import { layOutLines } from './lay-out-lines.ts'
import type { Recogniser, Script } from './recogniser.ts'

/** Stretches of print that are read to find the script out: enough to tell, few enough to take a third of a second. */
const SAMPLES = 7
/** Read as Latin at least so surely, a stretch is Latin. */
const SURELY_LATIN = 0.72
/** Read in its own script, a stretch is surer than this, and surer than as Latin by the second. */
const SURE = 0.6
const CLEARLY_SURER = 0.08

const LETTERS: Readonly<Record<Exclude<Script, 'latin'>, RegExp>> = {
  devanagari: /\p{Script=Devanagari}/gu,
  tamil: /\p{Script=Tamil}/gu,
}

/**
 * The script that a page is printed in, found on a sample of it. Indian reports mix: a page is Devanagari or Tamil as
 * soon as part of it reads better so, for that script's data reads Latin as well.
 */
export async function findScript(
  page: GrayImage,
  cells: readonly Box[],
  letterHeight: number,
  recogniser: Recogniser,
): Promise<Script> {
  const sample = layOutLines(page, sampleOf(cells, letterHeight), letterHeight)
  const read = async (script: Script): Promise<(readonly Word[])[]> =>
    sample.collect(await recogniser.read(sample.image, script, 'block')).map(({ words }) => words)
  const latin = await read('latin')
  if (latin.every((words) => sureness(words) >= SURELY_LATIN)) return 'latin'
  let best: Script = 'latin'
  let most = 0
  for (const script of ['devanagari', 'tamil'] as const) {
    const own = await read(script)
    const stretches = own.filter((words, position) => isWrittenIn(script, words, latin[position] ?? [])).length
    if (stretches > most) {
      best = script
      most = stretches
    }
  }
  return best
}

function isWrittenIn(script: Exclude<Script, 'latin'>, words: readonly Word[], asLatin: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join('')
  const letters = text.match(/\p{L}|\p{M}/gu)?.length ?? 0
  const own = text.match(LETTERS[script])?.length ?? 0
  const sure = sureness(words)
  return letters > 2 && own > letters / 2 && sure >= SURE && sure > sureness(asLatin) + CLEARLY_SURER
}

/** Wide stretches from all over the page, letterheads left out: these are in English on any report. */
function sampleOf(cells: readonly Box[], letterHeight: number): Box[] {
  const wide = cells.filter((cell) => cell.width > 4 * letterHeight && cell.height < 2.2 * letterHeight)
  const ordered = (wide.length === 0 ? cells : wide).toSorted((a, b) => centreY(a) - centreY(b))
  const step = Math.max(1, ordered.length / SAMPLES)
  return Array.from(
    { length: Math.min(SAMPLES, ordered.length) },
    (_, index) => ordered[Math.floor((index + 0.5) * step)],
  ).filter((cell) => cell !== undefined)
}

function sureness(words: readonly Word[]): number {
  const letters = words.reduce((sum, word) => sum + word.text.length, 0)
  return letters === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / letters
}
