import { normaliseUnit } from '../../clinical/units/index.ts'
import { unionBox } from '../geometry.ts'
import { type Cell, cellsOf } from '../layout/cells.ts'
import type { Box, TextLine, Word } from '../read-document.ts'
import { restorePoints } from './decimal-points.ts'
import { cropGray, type GrayImage, resizeGray } from './gray-image.ts'
import { mergeSigns } from './merge-signs.ts'
import type { Recogniser, Script } from './recogniser.ts'

/** The second look is at a picture of this height, in pixels, whatever the size of the print. */
const LINE_HEIGHT = 48
const MARGIN = 6
/** Longer stretches with figures in them are prose. */
const LONGEST = 34
/** Below this a word of any kind is read again. */
const DOUBTFUL = 0.75
/** A page has no more numbers than this; one that seems to is noise, and its time is limited. */
const MOST_CELLS = 220

export interface Looker {
  readonly recogniser: Recogniser
  readonly image: GrayImage
  readonly script: Script
}

/** Reads every number of a page a second time, on its own and enlarged, and settles what it says. */
export async function lookAgain(lines: readonly TextLine[], looker: Looker): Promise<Word[]> {
  const words: Word[] = []
  let looks = 0
  for (const line of lines) {
    for (const cell of cellsOf(line, 'ocr')) {
      if (!isWorthALook(cell) || looks >= MOST_CELLS) {
        words.push(...cell.words)
        continue
      }
      looks += 1
      words.push(...(await settle(cell.words, looker)))
    }
  }
  return words
}

/** Numbers, ranges and what stands for them: few letters, or short. And whatever recognition doubts, unless it is prose. */
function isWorthALook({ text, words }: Cell): boolean {
  if (text.length > LONGEST) return false
  if (words.length <= 4 && words.some((word) => word.confidence < DOUBTFUL)) return true
  const digits = text.match(/\d/g)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return digits > 0 ? letters <= 12 : letters > 0 && text.length <= 14 && !/^\p{L}{5,}$/u.test(text)
}

/** The words of one cell after a second and, where the two differ, a third look. */
async function settle(words: readonly Word[], looker: Looker): Promise<Word[]> {
  const first = await withPoints(words, looker.image)
  const box = unionBox(words.map((word) => word.box))
  const second = await look(box, LINE_HEIGHT, looker)
  const agreed = agreement(first, second)
  if (agreed) return sure(agreed)
  if (second.length === 0) return first
  if (isUnit(second) !== isUnit(first)) return isUnit(first) ? first : second
  const onlyFigures = [first, second].every((words) => /\d/.test(textOf(words)) && !/\p{L}/u.test(textOf(words)))
  const third = await look(box, Math.round(LINE_HEIGHT * 0.72), looker, onlyFigures ? 'figures' : 'line')
  const late = agreement(second, third) ?? agreement(first, third)
  if (late) return remember(late, [first, second])
  return remember(confidence(first) >= confidence(second) ? first : second, [first, second, third])
}

/** A number at a place that the whole page's reading passed over; nothing where none can be made out. */
export async function lookAt(place: Box, looker: Looker): Promise<Word[]> {
  const words = await look(place, LINE_HEIGHT, looker)
  if (isNumber(words)) return words
  // A digit on its own is taken for all sorts of letters.
  const figures = textOf(words).length <= 2 ? await look(place, LINE_HEIGHT, looker, 'figures') : []
  return isNumber(figures) ? figures : []
}

function isUnit(words: readonly Word[]): boolean {
  return normaliseUnit(words.map((word) => word.text).join(' ')) !== undefined
}

function isNumber(words: readonly Word[]): boolean {
  return /^[<>]?\d[\d.,%-]{0,7}$/.test(textOf(words)) && confidence(words) > 0.55
}

/** One cell, cut out, brought to the given height and read as a single line. */
async function look(
  box: Box,
  height: number,
  { recogniser, image, script }: Looker,
  layout: 'line' | 'figures' = 'line',
): Promise<Word[]> {
  const left = Math.round(box.x) - MARGIN
  const top = Math.round(box.y) - MARGIN
  const cut = cropGray(image, left, top, Math.round(box.width) + 2 * MARGIN, Math.round(box.height) + 2 * MARGIN)
  const scale = Math.min(3, Math.max(1, height / cut.height))
  const enlarged = await resizeGray(cut, Math.round(cut.width * scale), Math.round(cut.height * scale))
  const found = await recogniser.read(enlarged, script, layout)
  const placed = found.map((word) => ({
    ...word,
    box: {
      x: left + word.box.x / scale,
      y: top + word.box.y / scale,
      width: word.box.width / scale,
      height: word.box.height / scale,
    },
  }))
  return await withPoints(placed, image)
}

async function withPoints(words: readonly Word[], image: GrayImage): Promise<Word[]> {
  return await Promise.all(
    words.map(async (word) => {
      const { x, y, width, height } = word.box
      const picture = cropGray(
        image,
        Math.round(x) - 2,
        Math.round(y) - 3,
        Math.round(width) + 4,
        Math.round(height) + 7,
      )
      return { ...word, text: await restorePoints(picture, word.text) }
    }),
  )
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join('')
}

/**
 * The words that two looks agree on. Where their figures are the same and only signs between them differ, each look
 * has missed what the other has: points and dashes are lost, hardly ever made up.
 */
function agreement(a: readonly Word[], b: readonly Word[]): readonly Word[] | undefined {
  if (textOf(a) === textOf(b)) return a
  const [one, other] = [a.map((word) => word.text).join(' '), b.map((word) => word.text).join(' ')]
  const merged = mergeSigns(one, other)
  if (merged === undefined) return undefined
  const box = unionBox(a.map((word) => word.box))
  const [first] = a
  return first && [{ ...first, text: merged, box, confidence: Math.min(confidence(a), confidence(b)) }]
}

function confidence(words: readonly Word[]): number {
  return Math.min(1, ...words.map((word) => word.confidence))
}

/** Two looks that agree are surer than either. */
function sure(words: readonly Word[]): Word[] {
  return words.map((word) => ({ ...word, confidence: 1 - (1 - word.confidence) / 2 }))
}

/** What other looks saw, kept on the cell's first word with a figure, or its first. */
function remember(words: readonly Word[], looks: readonly (readonly Word[])[]): Word[] {
  const own = textOf(words)
  const others = [
    ...new Set(
      looks
        .map((look) => look.map((word) => word.text).join(' '))
        .filter((text) => text.replaceAll(' ', '') !== own && text !== ''),
    ),
  ]
  const carrier = Math.max(
    0,
    words.findIndex((word) => /\d/.test(word.text)),
  )
  return words.map((word, position) =>
    position === carrier && others.length > 0 ? { ...word, otherReadings: others } : word,
  )
}
