import { centreX, right } from '../../geometry.ts'
import { type Cell, cellFromWords, cellsOf } from '../../layout/cells.ts'
import type { TextLine } from '../../read-document.ts'
import { plainText } from '../printed/number-text.ts'
import { flagMeaning } from '../printed/printed-flag.ts'
import { isRangeText, parseRanges } from '../printed/printed-range.ts'
import { looksLikeUnit } from '../printed/printed-unit.ts'
import { type PrintedValue, parseValue } from '../printed/printed-value.ts'
import { readFlowing } from './flowing-row.ts'
import type { Column, ColumnRole } from './table-header.ts'

/** A line of a table, taken apart. Every part may be missing: names, ranges and methods wrap onto lines of their own. */
export interface Row {
  readonly line: TextLine
  readonly name: Cell | undefined
  readonly value: { readonly cell: Cell; readonly parsed: PrintedValue } | undefined
  /** What stands in the value's column without being a result that we know. */
  readonly otherValue: Cell | undefined
  readonly unit: string | null
  readonly range: Cell | undefined
  readonly flag: string | null
  /** How the parts were told apart. */
  readonly by: 'columns' | 'gaps' | 'words'
}

interface TypedCell {
  readonly cell: Cell
  readonly role: ColumnRole | undefined
  readonly isFlag: boolean
  readonly isRange: boolean
  readonly isUnit: boolean
  readonly value: PrintedValue | undefined
}

/** Takes a line apart by the columns above it, or, where there are none, by gaps and by what its words are. */
export function readRow(line: TextLine, columns: readonly Column[] | undefined, source: 'text_layer' | 'ocr'): Row {
  const cells = withoutSerial(cellsOf(line, source))
  const typed = cells.map((cell) => typeCell(cell, columns, source))
  const row = fromCells(line, typed, columns !== undefined)
  if (row.value || row.otherValue) return row
  const flowing = readFlowing(line.words)
  return flowing ? { line, otherValue: undefined, by: 'words', ...flowing } : row
}

/** "1", "2." before the name. */
function withoutSerial(cells: readonly Cell[]): readonly Cell[] {
  const [first, second] = cells
  const isSerial = first && second && /^\d{1,3}[.)]?$/.test(first.text) && /[\p{L}\p{M}]{2}/u.test(second.text)
  return isSerial ? cells.slice(1) : cells
}

function typeCell(cell: Cell, columns: readonly Column[] | undefined, source: 'text_layer' | 'ocr'): TypedCell {
  const role = columns && (isLeftmost(cell, columns) ? 'name' : columnOf(cell, columns)?.role)
  return {
    cell,
    role,
    isFlag: flagMeaning(cell.text) !== undefined,
    isRange: isRangeText(cell.text),
    // A lone L or H is a mark, never litres.
    isUnit: flagMeaning(cell.text) === undefined && looksLikeUnit(cell.text),
    value: parseValue(cell.text) ?? (source === 'ocr' && role === 'value' ? withUnreadUnit(cell.text) : undefined),
  }
}

/** "27.67 pgldL": in the values' column what stands behind a number is its unit, however it was read. */
function withUnreadUnit(text: string): PrintedValue | undefined {
  const [, number = '', unit = ''] =
    /^([<>]?\s?[\d.,]*\d)\s?([^\s\d.,()<>-][^\s()<>-]{1,8})$/u.exec(plainText(text)) ?? []
  const value = number === '' ? undefined : parseValue(number)
  return value?.kind === 'number' ? { ...value, unit } : undefined
}

/** Left of every column that a header names but that of the rows' numbers: the name, where its own head could not be read. */
function isLeftmost(cell: Cell, columns: readonly Column[]): boolean {
  return (
    !columns.some((column) => column.role === 'name') &&
    /\p{L}/u.test(cell.text) &&
    columns.every((column) => column.role === 'serial' || right(cell.box) < centreX(column.box))
  )
}

/** Headers stand left, centred or right over their columns, so the nearest of the three alignments counts. */
function columnOf(cell: Cell, columns: readonly Column[]): Column | undefined {
  const distance = (column: Column) =>
    Math.min(
      Math.abs(cell.box.x - column.box.x),
      Math.abs(centreX(cell.box) - centreX(column.box)),
      Math.abs(right(cell.box) - right(column.box)),
    )
  return columns.toSorted((a, b) => distance(a) - distance(b))[0]
}

function fromCells(line: TextLine, typed: readonly TypedCell[], byColumns: boolean): Row {
  const value = pickValue(typed)
  const others = typed.filter((cell) => cell !== value)
  const unitCell =
    others.find((cell) => isUnreadUnit(cell) && beginsUnit(cell, typed)) ??
    others.find((cell) => cell.isUnit && cell.role === 'unit') ??
    others.find(isUnreadUnit) ??
    others.find(isStrayUnit)
  const rangeCells = others.filter(
    (cell) =>
      cell !== unitCell && cell.role !== 'name' && cell.role !== 'method' && !isOnlyFlag(cell) && belongsToRange(cell),
  )
  const flagCell = others.find(
    (cell) => isOnlyFlag(cell) && cell.role !== 'name' && (value !== undefined || cell.role !== 'value'),
  )
  const nameCells = others.filter(
    (cell) =>
      cell !== unitCell && cell !== flagCell && !rangeCells.includes(cell) && isNamePart(cell, value, byColumns),
  )
  const otherValue = value
    ? undefined
    : others.find(
        (cell) =>
          cell.role === 'value' &&
          !nameCells.includes(cell) &&
          (!isOnlyFlag(cell) || flagMeaning(cell.cell.text) === 'normal'),
      )
  const { range, flag } = partFlag(joinCells(rangeCells))
  const nameFlag = markBehindName(nameCells)
  return {
    line,
    name: joinCells(nameCells.filter((cell) => cell !== nameFlag)),
    value: value?.value && { cell: value.cell, parsed: value.value },
    otherValue: otherValue?.cell,
    unit: value?.value?.unit ?? (unitCell ? wholeUnit(unitCell, typed) : null),
    range,
    flag: value?.value?.flag ?? flagCell?.cell.text ?? flag ?? nameFlag?.cell.text ?? null,
    by: byColumns ? 'columns' : 'gaps',
  }
}

/** The first of two cells that are one unit. */
function beginsUnit(cell: TypedCell, typed: readonly TypedCell[]): boolean {
  return wholeUnit(cell, typed) !== cell.cell.text
}

/** "லட்சம் /cumm": print of two fonts may leave a gap within a unit. */
function wholeUnit(unit: TypedCell, typed: readonly TypedCell[]): string {
  const next = typed[typed.indexOf(unit) + 1]
  const goesOn = next !== undefined && next.role !== 'range' && /^\/\s?[\p{L}\d]/u.test(next.cell.text)
  return goesOn ? `${unit.cell.text}${next.cell.text}` : unit.cell.text
}

/** What stands in the units' column is a unit, however it was read. */
function isUnreadUnit({ cell, role, isFlag, isRange }: TypedCell): boolean {
  return role === 'unit' && !isFlag && !isRange && cell.text.length <= 16 && !/^[<>]?\s?[\d.,]+$/.test(cell.text)
}

/** A unit outside of the units' column; in the ranges' column it belongs to the range. */
function isStrayUnit(cell: TypedCell): boolean {
  return cell.isUnit && !cell.isRange && cell.role !== 'name' && cell.role !== 'range'
}

/** "Low 13.0 - 17.0": a mark printed so near the range that both are one cell. */
function partFlag(range: Cell | undefined): { readonly range: Cell | undefined; readonly flag: string | null } {
  const [first, second] = range?.words ?? []
  const isMark = first && second && flagMeaning(first.text) !== undefined && /^[<>=]?\s*[\d.]/.test(second.text)
  if (!range || !isMark || parseRanges(range.text).length !== 1) return { range, flag: null }
  return { range: cellFromWords(range.words.slice(1)), flag: first.text }
}

/** "High" in a column without a head, between name and value. */
function markBehindName(nameCells: readonly TypedCell[]): TypedCell | undefined {
  const last = nameCells.at(-1)
  const claim = last && nameCells.length > 1 && isOnlyFlag(last) ? flagMeaning(last.cell.text) : undefined
  return claim === 'low' || claim === 'high' ? last : undefined
}

/** "Normal" in the value's column is a result, "L" in it is a mark. */
function isOnlyFlag(cell: TypedCell): boolean {
  return cell.isFlag && cell.value === undefined
}

function belongsToRange(cell: TypedCell): boolean {
  if (cell.role === 'range') return true
  return cell.role !== 'value' && cell.isRange && parseRanges(cell.cell.text).length > 0
}

function pickValue(typed: readonly TypedCell[]): TypedCell | undefined {
  const candidates = typed.filter(
    (cell) => cell.value !== undefined && cell.role !== 'range' && cell.role !== 'unit' && cell.role !== 'method',
  )
  const inColumn = candidates.filter((cell) => cell.role === 'value')
  const [only] = inColumn
  if (only) return inColumn.find((cell) => cell.value?.kind === 'number') ?? only
  // Without a name to its left a number is the tail of something else, unless a range or a unit follows it.
  const hasCompany = typed.some((cell, position) => position > 0 && (cell.isRange || cell.isUnit))
  const rightOfName = candidates.filter((cell) => (typed.indexOf(cell) > 0 || hasCompany) && !cell.isUnit)
  return (
    rightOfName.find((cell) => cell.value?.kind === 'number') ??
    rightOfName.find((cell) => cell.value?.kind === 'words')
  )
}

function isNamePart(cell: TypedCell, value: TypedCell | undefined, byColumns: boolean): boolean {
  if (cell.role === 'method' || cell.role === 'range' || cell.role === 'serial') return false
  const leftOfValue = value === undefined || cell.cell.box.x < value.cell.box.x
  // "B 12": in the names' column a number is part of the name, once the value has been found elsewhere.
  if (cell.role === 'name')
    return /\p{L}/u.test(cell.cell.text) || (value !== undefined && leftOfValue && /^\d{1,3}$/.test(cell.cell.text))
  return !byColumns && leftOfValue && !cell.isUnit && cell.value === undefined && /\p{L}/u.test(cell.cell.text)
}

function joinCells(cells: readonly TypedCell[]): Cell | undefined {
  return cells.length === 0 ? undefined : cellFromWords(cells.flatMap(({ cell }) => cell.words))
}
