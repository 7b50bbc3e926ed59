import { centreY, median } from '../../geometry.ts'
import { cellsOf } from '../../layout/cells.ts'
import type { ReadPage, TextLine } from '../../read-document.ts'
import { parseValue } from '../printed/printed-value.ts'
import { type Row, readRow } from './row.ts'
import { isClosing } from './row-names.ts'
import { unfoldTables } from './side-by-side.ts'
import { type Column, headerColumns } from './table-header.ts'

/** Where on a page a line stands: under a header, after the rows of a table have ended, or outside of any table. */
export type Place = 'table' | 'after' | 'outside'

export interface TableLine {
  readonly row: Row
  readonly place: Place
  readonly kind: 'header' | 'row' | 'value_only' | 'name_only' | 'range_only' | 'other'
}

/** Columns that a page takes over from the page before it. */
export interface OpenTable {
  readonly columns: readonly Column[] | undefined
}

/** The lines of a page with the part that each plays in its tables. */
export function tableLines(page: ReadPage, open: OpenTable): { readonly lines: TableLine[]; readonly open: OpenTable } {
  const usual = median(page.lines.map((line) => median(line.words.map((word) => word.box.height))))
  let columns = open.columns
  let place: Place = columns ? 'after' : 'outside'
  const lines: TableLine[] = []
  for (const line of unfoldTables(page)) {
    // A watermark or a letterhead takes no part in tables.
    if (median(line.words.map((word) => word.box.height)) > 1.9 * usual) continue
    const header = headerColumns(line)
    if (header) {
      columns = joinHeader(columns, header, lines.at(-1), line)
      place = 'table'
      lines.push({ row: emptyRow(line), place, kind: 'header' })
      continue
    }
    if (place === 'table' && endsTable(line, page)) place = 'after'
    const row = readRow(line, columns, page.source)
    lines.push({ row, place, kind: kindOf(row, page) })
  }
  return { lines, open: { columns } }
}

/** A header of two lines, each naming some of the columns, is one header. */
function joinHeader(
  columns: readonly Column[] | undefined,
  header: readonly Column[],
  previous: TableLine | undefined,
  line: TextLine,
): readonly Column[] {
  const near = previous?.kind === 'header' && centreY(line.box) - centreY(previous.row.line.box) < 2.5 * line.box.height
  if (!near || !columns) return header
  const named = new Set(header.map((column) => column.role))
  return [...header, ...columns.filter((column) => !named.has(column.role))]
}

function emptyRow(line: TextLine): Row {
  return {
    line,
    name: undefined,
    value: undefined,
    otherValue: undefined,
    unit: null,
    range: undefined,
    flag: null,
    by: 'columns',
  }
}

/** Closing words, prose across the page, or the head of a table of another kind. */
function endsTable(line: TextLine, page: ReadPage): boolean {
  if (isClosing(line.text)) return true
  const cells = cellsOf(line, page.source)
  const widest = Math.max(...cells.map((cell) => cell.words.length))
  if (widest > 11 && line.box.width > 0.55 * page.width) return true
  const isHead = cells.length >= 3 && cells.every((cell) => !/\d/.test(cell.text) && cell.text.length > 4)
  // "Malaria Parasite / Not Detected / Not Detected" is a row in words.
  return isHead && !cells.some((cell) => parseValue(cell.text) !== undefined)
}

function kindOf(row: Row, page: ReadPage): TableLine['kind'] {
  if (row.value || row.otherValue) return row.name ? 'row' : 'value_only'
  if (row.name && !row.range && row.unit === null && row.flag === null) {
    return row.name.words.length <= 9 && row.line.box.width < 0.6 * page.width ? 'name_only' : 'other'
  }
  return row.range && !row.name ? 'range_only' : 'other'
}
