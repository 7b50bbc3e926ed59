import { median } from '../geometry.ts'
import { type GrayImage, resizeGray } from './gray-image.ts'
import { type Blob, inkBlobs, inkThreshold } from './ink.ts'

/** Marks are judged on a picture this much larger: at reading size a point is three pixels wide. */
const ENLARGED = 3

/** Grey of a point that printing and blurring have left over, on cleaned paper. */
const FAINTEST_POINT = 195

/** Gap within a number, in heights of its figures, that only two things have between them. */
const APART = 0.5

/** A number as its picture shows it. */
export interface Restored {
  readonly text: string
  /** The number with a point that is hardly to be seen: a point, or a speck. */
  readonly faint?: string
  /** Whether the picture shows more figures than the text has. */
  readonly incomplete?: true
}

/** What a picture of a number shows, sign by sign. */
type Sign = 'figure' | 'point' | 'dash'

/**
 * A recognised number with the decimal points that its picture shows. Recognition drops points far more often than it
 * misreads figures, and the picture tells them reliably: a small patch on the line, between figures. Only points are
 * put in, never taken out, and only where every figure of the text is found in the picture.
 * @param picture the number, cut out with a little white around it
 * @param text figures, letters, points, commas, dashes, slashes and comparison signs; anything else comes back unchanged
 */
export async function restorePoints(picture: GrayImage, text: string): Promise<Restored> {
  const [, number = '', rest = ''] = /^(.*?)(\s*%?)$/s.exec(text) ?? []
  // Percent signs are three patches of ink and sit at the end; other signs than these are not told apart.
  if (!/\d/.test(number) || rest.includes('%') || /[^\d.,<>\sa-zA-Z/-]/.test(number)) return { text }
  const enlarged = await resizeGray(picture, picture.width * ENLARGED, picture.height * ENLARGED)
  const threshold = inkThreshold(enlarged)
  const figures = figuresOf(number)
  const shown = countAt(enlarged, threshold)
  if (!/[\s/a-zA-Z-]/.test(number) && standsApart(inkBlobs(enlarged, threshold))) return { text, incomplete: true }
  // More figures than were read: one was passed over. Fewer: they touch, and only their darkest parts stand apart.
  if (shown > figures && !/[a-zA-Z/]/.test(number)) return { text, incomplete: true }
  const part = shown === figures ? 1 : [0.8, 0.65, 0.5].find((each) => countAt(enlarged, each * threshold) === figures)
  const restored = part === undefined ? text : restoreAt(enlarged, part * threshold, text)
  if (restored !== text) return { text: restored }
  const faint = countAt(enlarged, FAINTEST_POINT) === figures ? restoreAt(enlarged, FAINTEST_POINT, text) : text
  return faint === text ? { text } : { text, faint }
}

/**
 * "11" where the picture shows nothing but upright strokes: no other figure is so narrow, and recognition fails on ones
 * that stand alone. `undefined` where it shows anything else.
 */
export async function onlyOnes(picture: GrayImage): Promise<string | undefined> {
  const enlarged = await resizeGray(picture, picture.width * ENLARGED, picture.height * ENLARGED)
  const blobs = inkBlobs(enlarged).filter((blob) => blob.area > 30)
  const tallest = Math.max(0, ...blobs.map((blob) => blob.height))
  const strokes = blobs.every((blob) => blob.height > 0.85 * tallest && blob.width < 0.55 * blob.height)
  return strokes && blobs.length > 0 && blobs.length <= 3 ? '1'.repeat(blobs.length) : undefined
}

function countAt(picture: GrayImage, threshold: number): number {
  return (signsOf(inkBlobs(picture, threshold)) ?? []).filter((sign) => sign === 'figure').length
}

/** The text with the points that this threshold shows. */
function restoreAt(picture: GrayImage, threshold: number, text: string): string {
  const signs = signsOf(inkBlobs(picture, threshold))
  return signs ? checked(merge(signs, text), text) : text
}

function figuresOf(text: string): number {
  return text.replace(/[^\w<>/]/g, '').length
}

/** A point too many shows in a number that is none. */
function checked(merged: string, text: string): string {
  const numbers = merged.match(/[\d.,]+/g) ?? []
  return numbers.every((number) => /^(?:\d+(?:\.\d+)?|\d{1,3}(?:,\d{2,3})+(?:\.\d+)?)[.,]?$/.test(number))
    ? merged
    : text
}

/** Whether a last sign stands further off than figures of one number do: a mark ("121 ↑") that was read as a figure. */
function standsApart(blobs: readonly Blob[]): boolean {
  const tallest = Math.max(0, ...blobs.map(({ height }) => height))
  const signs = blobs.filter(({ area }) => area > 0.01 * tallest * tallest).toSorted((a, b) => a.x - b.x)
  return signs.some((sign, position) => {
    const before = signs.slice(0, position)
    return before.length > 0 && sign.x - Math.max(...before.map(({ x, width }) => x + width)) > APART * tallest
  })
}

/** The signs left to right; `undefined` where the picture holds no line of figures. */
function signsOf(blobs: readonly Blob[]): Sign[] | undefined {
  const tallest = Math.max(0, ...blobs.map((blob) => blob.height))
  const tall = blobs.filter((blob) => blob.height >= 0.5 * tallest && blob.width <= 1.7 * blob.height)
  const usual = median(tall.map((blob) => blob.height))
  // Letters without strokes upwards and comparison signs are lower than figures.
  const figures = tall.filter((blob) => blob.height >= 0.55 * usual)
  if (figures.length === 0) return undefined
  const height = usual
  const line = median(figures.map((blob) => blob.y + blob.height))
  const signs = blobs
    .map((blob) => ({ x: blob.x + blob.width / 2, sign: signOf(blob, height, line, figures.includes(blob)) }))
    .filter((each): each is { x: number; sign: Sign } => each.sign !== undefined)
  return signs.toSorted((a, b) => a.x - b.x).map(({ sign }) => sign)
}

function signOf(blob: Blob, height: number, line: number, isFigure: boolean): Sign | undefined {
  if (isFigure) return 'figure'
  const { width, height: tall, area } = blob
  const foot = blob.y + tall
  const small =
    width <= 0.34 * height && tall <= 0.45 * height && area >= 0.006 * height * height && width >= 0.07 * height
  if (small && blob.y > line - 0.4 * height && foot > line - 0.2 * height && foot < line + 0.4 * height) return 'point'
  const flat = tall <= 0.3 * height && width >= 0.25 * height
  if (flat && foot < line - 0.15 * height && blob.y > line - 0.85 * height) return 'dash'
  return undefined
}

/** The text with a point wherever the picture has one between the same two figures. */
function merge(signs: readonly Sign[], text: string): string {
  const pointBefore = new Set<number>()
  let passed = 0
  for (const [position, sign] of signs.entries()) {
    if (sign === 'figure') passed += 1
    const between = signs[position - 1] === 'figure' && signs[position + 1] === 'figure'
    if (sign === 'point' && between) pointBefore.add(passed)
  }
  let result = ''
  let seen = 0
  for (const character of text) {
    const isFigure = /[\w<>/]/.test(character)
    if (/\d/.test(character) && pointBefore.has(seen) && /\d$/.test(result)) result += '.'
    result += character
    if (isFigure) seen += 1
  }
  return result
}
