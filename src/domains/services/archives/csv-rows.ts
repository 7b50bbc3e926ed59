import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { ArchiveFile } from './found-sample.ts'

const LONGEST_ROW = 1_000_000

interface CsvRow {
  /** Of the file, from 1. */
  readonly line: number
  readonly cells: Readonly<Record<string, string | undefined>>
}

interface CsvForm {
  /** The line that names the columns, from 1. */
  readonly headerLine: number
  /** What a column is called here; `false` for one that is left out. */
  readonly columns: (names: readonly string[]) => (string | false)[]
}

/**
 * The rows of a CSV file, one after the other. Rows may be longer or shorter than the header.
 * @throws where the file breaks off inside of quotes, or a row has no end.
 */
export async function* csvRows(file: ArchiveFile, { headerLine, columns }: CsvForm): AsyncGenerator<CsvRow> {
  const parser = parse({
    from_line: headerLine,
    columns: (names: string[]) => columns(names.map((name) => name.trim())),
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  })
  const source = Readable.from(await file.open(), { objectMode: false })
  source.on('error', (error) => parser.destroy(error))
  for await (const { record, info } of source.pipe(parser) as AsyncIterable<{
    record: Record<string, string>
    info: { lines: number }
  }>) {
    yield { line: info.lines, cells: record }
  }
}
