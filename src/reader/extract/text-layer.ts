import { groupLines } from '../layout/group-lines.ts'
import type { TextLine, Word } from '../read-document.ts'
import type { PdfPage, PdfTextItem, PdfViewport } from './pdf-file.ts'
import { inLogicalOrder, isInVisualOrder } from './visual-order.ts'

/** What a PDF page's text layer holds, before anybody has judged whether it is any good. */
export interface TextLayer {
  readonly width: number
  readonly height: number
  readonly lines: readonly TextLine[]
  /** Names of the fonts as the file states them, each with the number of characters set in it. */
  readonly fonts: ReadonlyMap<string, number>
}

/** Parts of the font size that letters reach above and below the baseline. */
const ASCENT = 0.8
const DESCENT = 0.2
/** More words than any page of a report has; a file with more wants to exhaust us. */
const MOST_WORDS = 20_000

/** A sign that stands behind or over its letter begins no word, though a blank may have come before it. */
const WORD = /\S+(?:\s[\u093E\u0940-\u094D\u0902\u0BBE-\u0BC2\u0BCD]\S*)*/gu

interface Run {
  readonly text: string
  readonly x: number
  readonly baseline: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
}

/** Reads the text layer of a page with the place of every word, in PDF points from the top left. */
export async function readTextLayer(page: PdfPage): Promise<TextLayer> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  // Fonts have names only after the page's operators have been parsed.
  await page.getOperatorList()
  const items = content.items.filter((item): item is PdfTextItem => 'str' in item && item.str.trim() !== '')
  const fonts = new Map<string, number>()
  const runs: Run[] = []
  for (const item of items) {
    const font = fontName(page, item.fontName)
    fonts.set(font, (fonts.get(font) ?? 0) + item.str.length)
    const run = horizontalRun(item, viewport, /bold|black|heavy|semibold/i.test(font))
    if (run) runs.push(run)
  }
  const words = inOrder(joinRuns(runs).flatMap(splitWords).slice(0, MOST_WORDS))
  return { width: viewport.width, height: viewport.height, lines: groupLines(words), fonts }
}

function inOrder(words: readonly Word[]): readonly Word[] {
  if (!isInVisualOrder(words.map((word) => word.text))) return words
  return words.map((word) => ({ ...word, text: inLogicalOrder(word.text) }))
}

function fontName(page: PdfPage, id: string): string {
  if (!page.commonObjs.has(id)) return ''
  const font = page.commonObjs.get(id)
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : ''
}

/** Text that runs at a slant is a watermark, and text that runs upwards belongs to no row. */
function horizontalRun(item: PdfTextItem, viewport: PdfViewport, bold: boolean): Run | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = multiply(viewport.transform, item.transform)
  if (a <= 0 || Math.abs(b) > 0.02 * a) return undefined
  const size = Math.hypot(c, d)
  if (size === 0) return undefined
  return { text: item.str, x: e, baseline: f, width: item.width, size, bold }
}

function multiply(m: readonly number[], n: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Some programs write every letter or syllable as a run of its own; what touches is one run again. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  const ordered = runs.toSorted((a, b) => a.baseline - b.baseline || startOf(a) - startOf(b))
  for (const run of ordered) {
    // Neighbours are near each other in this order; looking further back would make a page of letters quadratic.
    const from = Math.max(0, joined.length - 8)
    const index = joined.findLastIndex((other, position) => position >= from && touches(other, run))
    const previous = joined[index]
    if (previous) joined[index] = join(previous, run)
    else joined.push(run)
  }
  return joined
}

/** Half a letter is drawn with the one behind it: its run has no width, and comes first. */
function startOf({ x, width, size }: Run): number {
  return width === 0 ? x - 0.12 * size : x
}

function touches(a: Run, b: Run): boolean {
  const gap = b.x - (a.x + a.width)
  return (
    Math.abs(a.baseline - b.baseline) < 0.1 * a.size &&
    Math.abs(a.size - b.size) < 0.2 * a.size &&
    Math.abs(gap) < 0.12 * a.size &&
    !/\s$/.test(a.text) &&
    !/^\s/.test(b.text)
  )
}

function join(a: Run, b: Run): Run {
  return { ...a, text: a.text + b.text, width: b.x + b.width - a.x, bold: a.bold && b.bold }
}

/** A run's words, each given the part of the run's width that its letters have. */
function splitWords(run: Run): Word[] {
  const perCharacter = run.width / run.text.length
  return [...run.text.matchAll(WORD)].map((match) => ({
    text: match[0].replace(/\s/g, ''),
    box: {
      x: run.x + match.index * perCharacter,
      y: run.baseline - ASCENT * run.size,
      width: match[0].length * perCharacter,
      height: (ASCENT + DESCENT) * run.size,
    },
    confidence: 1,
    bold: run.bold,
  }))
}
