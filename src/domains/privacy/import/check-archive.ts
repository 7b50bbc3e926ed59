import { v5 as uuidv5 } from 'uuid'
import type { RecordRow } from '../../../operations/record-store.ts'
import { type Database, SEALED_MARK } from '../../../platform/database/index.ts'
import { inspectUpload, READ_LIMITS, ReadError } from '../../../reader/index.ts'
import { archivePaths, type Part } from '../archive-format.ts'
import { ownedTables } from '../owned-tables.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { JSON_COLUMNS } from './json-columns.ts'
import type { OpenArchive } from './open-archive.ts'
import { rowsOfPart } from './read-rows.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Beside its columns a row may say which of them are sealed. */
export const SEALED_COLUMNS = '_sealed'
/** What a browser would run when somebody follows it. */
const RUNNABLE = /^\s*(?:javascript|data|vbscript):/i
const DOCUMENT_FILE = /^files\/documents\/([0-9a-f-]{36})\./
const LARGEST_AVATAR = 2_000_000

/** What an archive holds, after every byte of it was looked at. */
export interface CheckedArchive {
  readonly archive: OpenArchive
  readonly parts: ReadonlyMap<string, Part>
  /** Ids of rows that belong to somebody else here, and what stands for them. The same at every import. */
  readonly newIds: ReadonlyMap<string, string>
}

/** The columns of each table, and those of them that the database does not compute itself. */
export type Columns = ReadonlyMap<string, { readonly all: ReadonlySet<string>; readonly writable: ReadonlySet<string> }>

interface KnownTable {
  readonly name: string
  readonly columns: ReadonlySet<string>
}

export async function columnsOf(database: Database): Promise<Columns> {
  const rows = await database.asSystem((transaction) =>
    transaction.rows<{ name: string; columns: string[]; writable: string[] }>(
      transaction.sql.raw(
        `select c.relname as name, array_agg(a.attname::text) as columns,
           array_agg(a.attname::text) filter (where a.attgenerated = '') as writable
         from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
         group by 1`,
      ),
    ),
  )
  return new Map(
    rows.map(({ name, columns, writable }) => [name, { all: new Set(columns), writable: new Set(writable) }]),
  )
}

/**
 * Reads an archive to its end before anything of it is kept: sizes and hashes, rows, columns, files.
 * @throws {ArchiveRefused} naming file and row.
 */
export async function checkArchive(
  archive: OpenArchive,
  context: {
    readonly database: Database
    readonly columns: Columns
    readonly userId: string
    readonly signal: AbortSignal
  },
): Promise<CheckedArchive> {
  const { database, columns, userId, signal } = context
  const parts = new Map(archive.manifest.parts.map((part) => [part.path, part]))
  const tables = new Map(ownedTables().map(({ table }) => [archivePaths.table(table), table]))
  const ids = new Map<string, readonly string[]>()
  for (const part of parts.values()) {
    signal.throwIfAborted()
    const table = tables.get(part.path)
    if (table !== undefined) {
      const known = { name: table, columns: columns.get(table)?.all ?? new Set<string>() }
      ids.set(table, await checkRows(archive, part, known))
    } else if (part.path === archivePaths.passages) {
      for await (const { number, row } of rowsOfPart(archive, part)) checkPassage(row, part.path, number)
    } else if (part.path.startsWith('record/')) {
      throw new ArchiveRefused('unknown_part', { file: part.path })
    } else if (DOCUMENT_FILE.test(part.path)) {
      await checkDocument(archive, part)
    } else if (part.path === archivePaths.avatar) {
      if (part.bytes > LARGEST_AVATAR) throw new ArchiveRefused('too_large', { file: part.path })
      await wholePart(archive, part)
    } else {
      for await (const _ of archive.read(part)) signal.throwIfAborted()
    }
  }
  const taken = await idsOfOthers(database, ids, userId)
  return { archive, parts, newIds: new Map(taken.map((id) => [id, uuidv5(id, userId)])) }
}

export async function wholePart(archive: OpenArchive, part: Part): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of archive.read(part)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function checkRows(archive: OpenArchive, part: Part, table: KnownTable): Promise<string[]> {
  const ids: string[] = []
  for await (const { number, row } of rowsOfPart(archive, part)) {
    ids.push(checkRow(row, table, { file: part.path, row: number }))
  }
  return ids
}

/**
 * The id of a row that may come in, as far as that can be told without the database.
 * @throws {ArchiveRefused}
 */
export function checkRow(
  row: RecordRow,
  { name, columns }: KnownTable,
  at: { readonly file: string; readonly row: number },
): string {
  const id = row['id']
  if (typeof id !== 'string' || !UUID.test(id)) throw new ArchiveRefused('bad_row', at)
  for (const [column, value] of Object.entries(row)) {
    if (column === SEALED_COLUMNS) continue
    if (!columns.has(column)) throw new ArchiveRefused('unknown_column', { ...at, column: column.slice(0, 63) })
    checkValue(value, { ...at, column })
    const outline = JSON_COLUMNS[`${name}.${column}`]
    if (value !== null && outline?.safeParse(value).success === false) {
      throw new ArchiveRefused('bad_value', { ...at, column })
    }
  }
  return id
}

function checkPassage(row: RecordRow, file: string, number: number): void {
  const { source_table, source_id, chunk_number, text } = row
  const isWhole =
    ownedTables().some(({ table, part }) => table === source_table && part === 'record') &&
    typeof source_id === 'string' &&
    UUID.test(source_id) &&
    Number.isInteger(chunk_number) &&
    typeof text === 'string'
  if (!isWhole) throw new ArchiveRefused('bad_row', { file, row: number })
  checkValue(row, { file, row: number, column: 'text' })
}

/** No text may look as if we had sealed it, none may be run, and none may hold what the database cannot. */
function checkValue(value: unknown, at: { file: string; row: number; column: string }): void {
  if (typeof value === 'string') {
    const isLink = /(?:url|link)$/.test(at.column)
    if (value.includes(SEALED_MARK) || value.includes('\0') || (isLink && RUNNABLE.test(value))) {
      throw new ArchiveRefused('bad_value', at)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) checkValue(inner, at)
  }
}

async function checkDocument(archive: OpenArchive, part: Part): Promise<void> {
  if (part.bytes > READ_LIMITS.bytes) throw new ArchiveRefused('too_large', { file: part.path })
  try {
    await inspectUpload(await wholePart(archive, part))
  } catch (cause) {
    throw cause instanceof ReadError ? new ArchiveRefused('wrong_file_type', { file: part.path, cause }) : cause
  }
}

async function idsOfOthers(
  database: Database,
  ids: ReadonlyMap<string, readonly string[]>,
  userId: string,
): Promise<readonly string[]> {
  const tables = [...ids].filter(([table, own]) => table !== 'users' && own.length > 0)
  const found = await database.asSystem((transaction) =>
    Promise.all(
      tables.map(([table, own]) =>
        transaction.rows<{ id: string }>(
          transaction.sql.raw('select id from ?? where id = any(cast(? as uuid[])) and user_id <> ?', [
            table,
            [...own],
            userId,
          ]),
        ),
      ),
    ),
  )
  return found.flat().map(({ id }) => id)
}
