import { findAnalyte, type NameContext } from '../../../clinical/analytes/index.ts'
import { bottom, centreY, unionBox } from '../../geometry.ts'
import { type Cell, cellFromWords } from '../../layout/cells.ts'
import type { Box, ReadPage, TextLine } from '../../read-document.ts'
import type { PrintedValue } from '../printed/printed-value.ts'
import type { Row } from './row.ts'
import { isMethod } from './row-names.ts'
import { type OpenTable, type Place, type TableLine, tableLines } from './table-lines.ts'

/** A row put together from all the lines that it takes. Nobody has judged yet whether it is a result. */
export interface FoundRow {
  readonly page: ReadPage
  readonly place: Place
  readonly by: Row['by']
  readonly name: string
  readonly nameCell: Cell
  readonly value: PrintedValue | undefined
  readonly valueCell: Cell
  readonly unit: string | null
  readonly rangeText: string | null
  /** What other looks at the ranges' place read. */
  readonly otherRangeTexts: readonly string[]
  readonly flag: string | null
  /** Whether name and value stand on one line. */
  readonly isOneLine: boolean
  /** Headings above, outermost first. */
  readonly headings: readonly string[]
  /** In the page's unit. */
  readonly box: Box
}

interface Draft {
  readonly line: TableLine
  readonly row: Row
  readonly names: Cell[]
  readonly ranges: Cell[]
  headings: readonly string[]
}

/** Rows of every page's tables, in reading order. */
export function findRows(pages: readonly ReadPage[]): FoundRow[] {
  let open: OpenTable = { columns: undefined }
  return pages.flatMap((page) => {
    const read = tableLines(page, open)
    open = read.open
    return rowsOfPage(page, read.lines)
  })
}

function rowsOfPage(page: ReadPage, lines: readonly TableLine[]): FoundRow[] {
  const drafts = new Map(
    lines.filter(({ kind }) => kind === 'row' || kind === 'value_only').map((line) => [line, draftOf(line)]),
  )
  let title: string | undefined
  let section: string | undefined
  let above: Draft | undefined
  lines.forEach((line, position) => {
    const next = lines[position + 1]
    const below = next && drafts.get(next)
    const draft = drafts.get(line)
    if (draft) {
      draft.headings = [title, section].filter((heading) => heading !== undefined)
      above = draft
    } else if (line.kind === 'header') {
      title = headingAbove(lines, position) ?? title
      section = undefined
    } else if (line.kind === 'name_only' && line.row.name) {
      const attached = attachName(line.row.line, line.row.name, above, below, lines[position + 1])
      if (!attached && line.place !== 'after' && !isMethod(line.row.name.text)) section = line.row.name.text
    } else if (line.kind === 'range_only' && line.row.range) {
      attachRange(line.row.range, above, below)
    }
  })
  return [...drafts.values()].flatMap((draft) => finish(page, draft))
}

function draftOf(line: TableLine): Draft {
  const { name, range } = line.row
  return { line, row: line.row, names: name ? [name] : [], ranges: range ? [range] : [], headings: [] }
}

/** The heading over a table: the nearest line above its header that is no row. */
function headingAbove(lines: readonly TableLine[], position: number): string | undefined {
  const above = lines.slice(Math.max(0, position - 3), position).reverse()
  const headings: string[] = []
  for (const line of above) {
    const text = line.row.line.text
    if (/[:]/.test(text) || line.row.line.words.length > 10 || line.kind === 'row') break
    headings.unshift(text)
  }
  return headings.length === 0 ? undefined : headings.join(' / ')
}

function isNear(a: TextLine, b: TextLine, heights: number): boolean {
  return Math.abs(centreY(a.box) - centreY(b.box)) < heights * Math.max(a.box.height, b.box.height)
}

/**
 * A line that holds only a name: the rest of the name above, the beginning of the name below, or a heading.
 * @returns whether it belonged to a row (or told a row's method)
 */
function attachName(
  line: TextLine,
  cell: Cell,
  above: Draft | undefined,
  below: Draft | undefined,
  next: TableLine | undefined,
): boolean {
  const near = above !== undefined && isNear(lastLine(above), line, 1.9)
  if (near && !namesAnother(above, cell) && (continuesName(above, cell) || isSecondLine(above, cell, line, next))) {
    above.names.push(cell)
    return true
  }
  if (near && isMethod(cell.text)) return true
  if (!below || !isNear(line, below.row.line, 1.6)) return false
  // Values centred on a name of two lines stand between them.
  const [first] = below.names
  if (first && isMethodOf(first, cell, below.row)) {
    // The value stands between name and method, a little nearer to the method.
    below.names.splice(0, below.names.length, cell)
    return true
  }
  if (first && !beginsName(cell, first, below.row)) return false
  below.names.unshift(cell)
  return true
}

/** Whether a line names a test of its own, other than the one above it. */
function namesAnother(above: Draft, cell: Cell): boolean {
  const own = findAnalyte(cell.text)
  const others = findAnalyte(nameOf(above))
  const areSure = (own?.confidence ?? 0) >= 0.85 && (others?.confidence ?? 0) >= 0.85
  return areSure && own?.analyte !== others?.analyte && findAnalyte(`${nameOf(above)} ${cell.text}`) === undefined
}

/**
 * Whether a line is the rest of the name right above it by how it stands: as close as lines of one paragraph, at the same
 * left edge and in the same print, with clearly more room below it. A heading stands nearer to what it heads.
 */
function isSecondLine(above: Draft, cell: Cell, line: TextLine, next: TableLine | undefined): boolean {
  const [first] = above.names
  if (!first || above.names.length > 1 || isMethod(cell.text) || isSentence(cell.text)) return false
  const height = Math.max(first.box.height, cell.box.height)
  const aligned = Math.abs(first.box.x - cell.box.x) < 0.5 * height
  const sameSize = !isSmaller(first, cell) && !isSmaller(cell, first)
  const sameWeight = first.words.every((word) => word.bold) === cell.words.every((word) => word.bold)
  const toAbove = centreY(cell.box) - centreY(first.box)
  const toNext = next ? centreY(next.row.line.box) - centreY(line.box) : Number.POSITIVE_INFINITY
  // What follows close by may be the method, in small print.
  const isFollowed = toNext < 1.35 * toAbove && !(next && isSmallPrint(next, cell))
  return aligned && sameSize && sameWeight && toAbove < (isTextLayer(cell) ? 1.45 : 1.85) * height && !isFollowed
}

/** A remark below a row ends as sentences do; no part of a name does. */
function isSentence(text: string): boolean {
  return /\p{L}{2,}[.!?।]$/u.test(text) && text.split(/\s+/).length > 2
}

function isSmallPrint({ row }: TableLine, than: Cell): boolean {
  return row.name !== undefined && (isMethod(row.name.text) || isSmaller(row.name, than))
}

/** Whether what stands beside a value tells how the test above it was done. */
function isMethodOf(beside: Cell, above: Cell, row: Row): boolean {
  if (isMethod(beside.text)) return true
  const context = { unit: row.unit ?? undefined, valueText: row.value?.parsed.text }
  return isSmaller(beside, above) && isSure(above.text, context) && findAnalyte(beside.text, context) === undefined
}

function isSure(name: string, context: NameContext): boolean {
  return (findAnalyte(name, context)?.confidence ?? 0) >= 0.85
}

function lastLine(draft: Draft): TextLine {
  const last = draft.names.at(-1)
  return last && bottom(last.box) > bottom(draft.row.line.box) ? { ...draft.row.line, box: last.box } : draft.row.line
}

function continuesName(above: Draft, cell: Cell): boolean {
  const name = nameOf(above)
  const openBracket = (name.match(/[[(]/g)?.length ?? 0) > (name.match(/[\])]/g)?.length ?? 0)
  if (openBracket) return true
  const [first] = above.names
  if (!first || isMethod(cell.text) || isSmaller(cell, first)) return false
  // A value that stands between two lines has both of them for its name.
  if (!above.row.name) return true
  if (/[,/&-]$/.test(name) || /^[a-z]/.test(cell.text)) return true
  return isBetterName(`${name} ${cell.text}`, name, above.row)
}

function beginsName(cell: Cell, below: Cell, row: Row): boolean {
  const openBracket = /[[(][^\])]*$/.test(cell.text)
  return openBracket || (!isSmaller(below, cell) && isBetterName(`${cell.text} ${below.text}`, below.text, row))
}

/** In a text layer heights are font sizes; recognised words are as high as their letters happen to be, but no wider. */
function isSmaller(cell: Cell, than: Cell): boolean {
  if (isTextLayer(cell) && isTextLayer(than)) return cell.box.height < 0.85 * than.box.height
  return cell.box.height < 0.7 * than.box.height || letterWidth(cell) < 0.75 * letterWidth(than)
}

function isTextLayer(cell: Cell): boolean {
  return cell.words.every((word) => word.confidence === 1)
}

function letterWidth(cell: Cell): number {
  return cell.box.width / Math.max(1, cell.text.length)
}

/** Whether the longer name is recognised and the shorter one is not, or not so well, beside this row's unit and value. */
function isBetterName(longer: string, shorter: string, row: Row): boolean {
  const context = { unit: row.unit ?? undefined, valueText: row.value?.parsed.text }
  const confidence = findAnalyte(longer, context)?.confidence ?? 0
  return confidence >= 0.85 && confidence > (findAnalyte(shorter, context)?.confidence ?? 0) + 0.05
}

function nameOf(draft: Draft): string {
  return draft.names.map((cell) => cell.text).join(' ')
}

/** A range that stands alone belongs to the row above, unless the row below has none and is as near. */
function attachRange(cell: Cell, above: Draft | undefined, below: Draft | undefined): void {
  const toBelow = below && !below.row.range ? centreY(below.row.line.box) - centreY(cell.box) : Number.POSITIVE_INFINITY
  const last = above?.ranges.at(-1)?.box ?? above?.row.line.box
  const toAbove = last ? centreY(cell.box) - centreY(last) : Number.POSITIVE_INFINITY
  const reach = 2.4 * cell.box.height
  if (above && toAbove <= reach && toAbove < toBelow) above.ranges.push(cell)
  else if (below && toBelow <= reach) below.ranges.unshift(cell)
}

function finish(page: ReadPage, draft: Draft): FoundRow[] {
  const valueCell = draft.row.value?.cell ?? draft.row.otherValue
  if (!valueCell || draft.names.length === 0) return []
  const nameCell = cellFromWords(draft.names.flatMap((cell) => cell.words))
  return [
    {
      page,
      place: draft.line.place,
      by: draft.row.by,
      name: nameCell.text.replace(/\s*[:=]+$/, ''),
      nameCell,
      value: draft.row.value?.parsed,
      valueCell,
      unit: draft.row.unit,
      rangeText: draft.ranges.length === 0 ? null : draft.ranges.map((cell) => cell.text).join(' '),
      otherRangeTexts: otherTexts(draft.ranges),
      flag: draft.row.flag,
      isOneLine: draft.row.name !== undefined,
      headings: draft.headings,
      box: unionBox([nameCell.box, valueCell.box, ...draft.ranges.map((cell) => cell.box)]),
    },
  ]
}

/** The text of cells with one word at a time as another look read it. */
function otherTexts(cells: readonly Cell[]): string[] {
  const words = cells.flatMap((cell) => cell.words)
  return words.flatMap((word, position) =>
    (word.otherReadings ?? []).map((reading) =>
      words.map((each, index) => (index === position ? reading : each.text)).join(' '),
    ),
  )
}
