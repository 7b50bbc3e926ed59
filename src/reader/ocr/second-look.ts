import { normaliseUnit } from '../../clinical/units/index.ts'
import { unionBox } from '../geometry.ts'
import type { Box, Word } from '../read-document.ts'
import { onlyOnes, restorePoints } from './decimal-points.ts'
import { cropGray, type GrayImage, resizeGray } from './gray-image.ts'
import type { ReadCell } from './lay-out-lines.ts'
import { mergeSigns } from './merge-signs.ts'
import { processorTime } from './processor-time.ts'
import type { Recogniser, Script } from './recogniser.ts'

/** Each look is at a picture of another height, in pixels, whatever the size of the print. */
export const LOOKS = { first: 42, second: 54, third: 34 } as const
const MARGIN = 7
/** A cell no wider than this many times its height may hold a number. */
const WIDEST_NUMBER = 6
/** Logos and scribbles are passed over too, and read as words that nobody is sure of. */
const UNREAD_TEXT = 0.6
/** Short stretches are marks and stamps more often than words. */
const UNREAD_SHORT_TEXT = 0.8
/** Longer stretches with figures in them are prose. */
const LONGEST = 34
/** Below this a word of any kind is read again. */
const DOUBTFUL = 0.75
/** Strokes that look like ones are ones, as a rule. */
const ONES = 0.8
/** As sure as anybody can be of a number that lacks a figure. */
const INCOMPLETE = 0.3
/** A page has no more numbers than this; one that seems to is noise, and its time is limited. */
const MOST_CELLS = 220

export interface Looker {
  readonly recogniser: Recogniser
  readonly image: GrayImage
  readonly script: Script
  /** By `processorTime()`: from then on nothing is looked at again. */
  readonly until: number
}

/** Reads every number of a page a second time, on its own and enlarged, and settles what it says. */
export async function lookAgain(cells: readonly ReadCell[], looker: Looker): Promise<ReadCell[]> {
  const settled: ReadCell[] = []
  let looks = 0
  for (const cell of cells) {
    const isEmpty = cell.words.length === 0
    if (looks >= MOST_CELLS || processorTime() > looker.until || !(isEmpty || isWorthALook(cell.words))) {
      settled.push(cell)
      continue
    }
    looks += 1
    settled.push({ box: cell.box, words: isEmpty ? await readUnread(cell.box, looker) : await settle(cell, looker) })
  }
  return settled
}

/** Whatever holds figures and is no prose, and whatever else recognition doubts. A unit that is known is left alone. */
function isWorthALook(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join(' ')
  if (text.length > LONGEST) return false
  const figures = text.match(/\d/g)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (figures > 0) return letters <= 12
  return words.length <= 4 && confidence(words) < DOUBTFUL && !isUnit(words)
}

/** The words of one cell after a second and, where the two differ, a third look. */
async function settle({ box, words }: ReadCell, looker: Looker): Promise<Word[]> {
  const first = await withPoints(words, looker.image)
  const second = await look(box, LOOKS.second, looker)
  const ones = mayBeOnes(textOf(first)) ? await onlyOnes(cutOut(box, looker.image)) : undefined
  if (ones !== undefined) return [{ text: ones, box, confidence: ONES, bold: false }]
  const agreed = agreement(first, second)
  if (agreed) return confidence(agreed) <= INCOMPLETE ? [...agreed] : sure(agreed)
  if (second.length === 0) return first
  if (isUnit(second) !== isUnit(first)) return isUnit(first) ? first : second
  const onlyFigures = [first, second].every((look) => mayBeNumber(textOf(look)))
  const third = await look(box, LOOKS.third, looker, onlyFigures ? 'figures' : 'line')
  const late = agreement(second, third) ?? agreement(first, third)
  if (late) return remember(late, [first, second])
  return remember(confidence(first) >= confidence(second) ? first : second, [first, second, third])
}

/** A cell that the whole page's reading passed over: text, if it is surely that, or a number. */
async function readUnread(box: Box, looker: Looker): Promise<Word[]> {
  const words = await look(box, LOOKS.first, looker)
  if (box.width >= WIDEST_NUMBER * box.height) return confidence(words) > UNREAD_TEXT ? words : []
  const isText = /[\p{L}\d]{2}|\d/u.test(textOf(words)) && confidence(words) > UNREAD_SHORT_TEXT
  return isText ? words : await numberAmong(words, box, looker)
}

/** A number at a place that the whole page's reading passed over; nothing where none can be made out. */
export async function lookAt(place: Box, looker: Looker): Promise<Word[]> {
  return await numberAmong(await look(place, LOOKS.first, looker), place, looker)
}

async function numberAmong(words: readonly Word[], place: Box, looker: Looker): Promise<Word[]> {
  if (isNumber(words)) return [...words]
  // A digit on its own is taken for all sorts of letters.
  const figures = textOf(words).length <= 2 ? await look(place, LOOKS.third, looker, 'figures') : []
  return isNumber(figures) ? figures : []
}

/** Figures and their signs, or so few signs that a misread figure may be among them. */
function mayBeNumber(text: string): boolean {
  return /\d/.test(text) ? !/\p{L}/u.test(text) : text.length <= 2
}

function isUnit(words: readonly Word[]): boolean {
  return normaliseUnit(words.map((word) => word.text).join(' ')) !== undefined
}

function isNumber(words: readonly Word[]): boolean {
  return /^[<>]?\d[\d.,%-]{0,7}$/.test(textOf(words)) && confidence(words) > 0.55
}

/** One cell, cut out, brought to the given height and read as a single line. */
export async function look(
  box: Box,
  height: number,
  { recogniser, image, script }: Looker,
  layout: 'line' | 'figures' = 'line',
): Promise<Word[]> {
  const left = Math.round(box.x) - MARGIN
  const top = Math.round(box.y) - MARGIN
  const cut = cutOut(box, image)
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

/** Nothing but the cell, in white: what stands close above or below would be read with it. */
function cutOut(box: Box, image: GrayImage): GrayImage {
  const width = Math.round(box.width) + 2
  const height = Math.round(box.height) + 2
  const own = cropGray(image, Math.round(box.x) - 1, Math.round(box.y) - 1, width, height)
  return cropGray(own, 1 - MARGIN, 1 - MARGIN, width + 2 * MARGIN - 2, height + 2 * MARGIN - 2)
}

/** What recognition makes of ones that stand alone. */
function mayBeOnes(text: string): boolean {
  return /^[1Iil|!"'”“\][]{1,3}$/.test(text)
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
      const { text, faint, incomplete } = await restorePoints(picture, word.text)
      const certain = incomplete ? Math.min(word.confidence, INCOMPLETE) : word.confidence
      return { ...word, text, confidence: certain, ...(faint === undefined ? {} : { otherReadings: [faint] }) }
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
  const word = first && { text: merged, box, confidence: Math.min(confidence(a), confidence(b)), bold: first.bold }
  return (
    word && [
      withOthers(
        word,
        [...a, ...b].flatMap((each) => each.otherReadings ?? []),
      ),
    ]
  )
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
  const others = looks
    .map((look) => look.map((word) => word.text).join(' '))
    .filter((text) => text.replaceAll(' ', '') !== own && text !== '')
  const carrier = Math.max(
    0,
    words.findIndex((word) => /\d/.test(word.text)),
  )
  return words.map((word, position) =>
    position === carrier ? withOthers(word, [...(word.otherReadings ?? []), ...others]) : word,
  )
}

function withOthers({ otherReadings: _, ...word }: Word, others: readonly string[]): Word {
  const distinct = [...new Set(others)].filter((text) => text !== word.text)
  return distinct.length === 0 ? word : { ...word, otherReadings: distinct }
}
