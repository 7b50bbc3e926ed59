import type { RecordRow } from '../../../operations/record-store.ts'
import type { Part } from '../archive-format.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { ARCHIVE_LIMITS, type OpenArchive } from './open-archive.ts'

export interface NumberedRow {
  /** From 1. */
  readonly number: number
  readonly row: RecordRow
}

/**
 * The rows of a part, one after the other, as the exporter wrote them: a row a line.
 * @throws {ArchiveRefused} naming the row that is none.
 */
export async function* rowsOfPart(archive: OpenArchive, part: Part): AsyncGenerator<NumberedRow> {
  let number = 0
  for await (const line of linesOf(archive.read(part), part.path)) {
    const text = line.endsWith(',') ? line.slice(0, -1) : line
    if (text === '' || text === '[' || text === ']' || text === '[]') continue
    number += 1
    yield { number, row: rowOf(text, part.path, number) }
  }
  if (part.rows !== number) throw new ArchiveRefused('wrong_content', { file: part.path })
}

function rowOf(text: string, file: string, number: number): RecordRow {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as RecordRow
  } catch (cause) {
    throw new ArchiveRefused('bad_row', { file, row: number, cause })
  }
  throw new ArchiveRefused('bad_row', { file, row: number })
}

async function* linesOf(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  let rest: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString()
      rest = []
      length = 0
      from = end + 1
    }
    rest.push(chunk.subarray(from))
    length += chunk.byteLength - from
    if (length > ARCHIVE_LIMITS.line) throw new ArchiveRefused('too_large', { file })
  }
  const last = Buffer.concat(rest).toString()
  if (last !== '') yield last
}
