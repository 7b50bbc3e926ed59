import type { RecordRow } from '../../../operations/record-store.ts'
import {
  ConstraintViolation,
  type Database,
  ForeignKeyViolation,
  InvalidValue,
  type Transaction,
} from '../../../platform/database/index.ts'
import { storedResult } from '../../documents/index.ts'
import { archivePaths } from '../archive-format.ts'
import { type OwnedTable, ownedTables } from '../owned-tables.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { type CheckedArchive, type Columns, SEALED_COLUMNS } from './check-archive.ts'
import { type NumberedRow, rowsOfPart } from './read-rows.ts'
import { renamed } from './renamed.ts'

export interface BringInContext {
  readonly database: Database
  readonly userId: string
  readonly now: Date
  readonly columns: Columns
  readonly signal: AbortSignal
  /** Where the file of a document is now, and what opens it; by the document's id in this account. */
  readonly placeOf: (documentId: string) => Readonly<Record<string, unknown>> | undefined
}

/** What became of the rows of a table. */
export interface TableOutcome {
  added: number
  /** There already, or the same thing under another id. */
  kept: number
}

export interface BroughtIn {
  readonly outcomes: Readonly<Record<string, TableOutcome>>
  /** Takes out again what came in. */
  readonly takeOut: () => Promise<void>
}

const BATCH = 200

/**
 * Brings the rows of the record in, table by table, a few at a time; what is there stays as it is. Where a row is refused,
 * everything that came in before it is taken out again.
 * @throws {ArchiveRefused} naming file and row.
 */
export async function bringInRows(context: BringInContext, checked: CheckedArchive): Promise<BroughtIn> {
  const outcomes: Record<string, TableOutcome> = {}
  const added: [table: string, ids: string[]][] = []
  const skipped = new Set<string>()
  try {
    for (const owned of ownedTables()) {
      const part = checked.parts.get(archivePaths.table(owned.table))
      if (owned.part !== 'record' || part === undefined) continue
      const outcome: TableOutcome = { added: 0, kept: 0 }
      const ids: string[] = []
      added.push([owned.table, ids])
      const add = async (batch: readonly NumberedRow[]): Promise<void> => {
        context.signal.throwIfAborted()
        const wanted = batch.filter(({ row }) => !Object.values(row).some((value) => skipped.has(String(value))))
        const inserted = await insertBatch(context, owned, wanted, part.path)
        ids.push(...inserted)
        outcome.added += inserted.length
        outcome.kept += batch.length - inserted.length
        const unknown = await missing(context, owned.table, wanted, new Set(inserted))
        for (const id of unknown) skipped.add(id)
      }
      for await (const batch of batches(rowsOfPart(checked.archive, part))) {
        await add(batch.map(({ number, row }) => ({ number, row: renamed(row, checked.newIds) })))
      }
      if (outcome.added + outcome.kept > 0) outcomes[owned.table] = outcome
    }
  } catch (error) {
    if (error instanceof ArchiveRefused) await takeOut(context, added)
    throw error
  }
  return { outcomes, takeOut: () => takeOut(context, added) }
}

async function* batches(rows: AsyncIterable<NumberedRow>): AsyncGenerator<NumberedRow[]> {
  let batch: NumberedRow[] = []
  let shape = ''
  for await (const each of rows) {
    const own = Object.keys(each.row).sort().join()
    if (batch.length === BATCH || (batch.length > 0 && own !== shape)) {
      yield batch
      batch = []
    }
    shape = own
    batch.push(each)
  }
  if (batch.length > 0) yield batch
}

async function insertBatch(
  context: BringInContext,
  owned: OwnedTable,
  batch: readonly NumberedRow[],
  file: string,
): Promise<string[]> {
  if (batch.length === 0) return []
  try {
    return await insertRows(
      context,
      owned,
      batch.map(({ row }) => row),
    )
  } catch (error) {
    if (!(error instanceof ConstraintViolation || error instanceof InvalidValue)) throw error
  }
  // One of them is refused: which?
  const inserted: string[] = []
  for (const { number, row } of batch) {
    try {
      inserted.push(...(await insertRows(context, owned, [row])))
    } catch (cause) {
      if (!(cause instanceof ConstraintViolation || cause instanceof InvalidValue)) throw cause
      await takeOut(context, [[owned.table, inserted]])
      const refusal = cause instanceof ForeignKeyViolation ? 'broken_reference' : 'bad_value'
      throw new ArchiveRefused(refusal, { file, row: number, cause })
    }
  }
  return inserted
}

function insertRows(context: BringInContext, owned: OwnedTable, rows: readonly RecordRow[]): Promise<string[]> {
  const { database, userId } = context
  return database.asUser(userId, async (transaction) => {
    const { sql } = transaction
    // Appointments of the past are none that somebody makes now.
    transaction.queue(sql.raw(`select set_config('app.restoring', 'on', true)`))
    const stored: RecordRow[] = []
    for (const row of rows) stored.push(await storedRow(context, transaction, owned, row))
    const writable = context.columns.get(owned.table)?.writable
    const columns = Object.keys(stored[0] ?? {}).filter((column) => writable?.has(column))
    const found = await transaction.rows<{ id: string }>(
      sql.raw(
        `insert into ?? (${columns.map(() => '??').join(', ')})
         select ${columns.map(() => '??').join(', ')} from jsonb_populate_recordset(cast(null as ??), cast(? as jsonb))
         on conflict do nothing returning id`,
        [owned.table, ...columns, ...columns, owned.table, JSON.stringify(stored)],
      ),
    )
    return found.map(({ id }) => id)
  })
}

/** A row as it is stored: this person's, with its texts sealed where they were, and setting nothing off. */
async function storedRow(
  context: BringInContext,
  transaction: Transaction,
  owned: OwnedTable,
  given: RecordRow,
): Promise<RecordRow> {
  const { userId, now, placeOf } = context
  const { [SEALED_COLUMNS]: sealedColumns, user_id: _, ...plain } = given
  const withheld = new Set(owned.withheld)
  const known = Object.fromEntries(Object.entries(plain).filter(([column]) => !withheld.has(column)))
  const row: RecordRow = { ...(owned.atRest?.(known, now.toISOString()) ?? known), user_id: userId }
  if (owned.table === 'medical_documents') Object.assign(row, placeOf(String(row['id'])))
  if (owned.table === 'chat_attachments') row['file_path'] = placeOf(String(row['document_id']))?.['file_path'] ?? ''
  return sealed(transaction, owned, row, Array.isArray(sealedColumns) ? sealedColumns : [], userId)
}

async function sealed(
  transaction: Transaction,
  owned: OwnedTable,
  row: RecordRow,
  columns: readonly unknown[],
  userId: string,
): Promise<RecordRow> {
  const { texts } = transaction
  if (owned.table === 'document_results') {
    const isSensitive = columns.includes('sealed')
    const stored: RecordRow = await storedResult(transaction, row as never, isSensitive)
    // Not sealed, it hands JSON on as text.
    return isSensitive ? stored : { ...row, sealed: null }
  }
  for (const [column, idColumn] of Object.entries(owned.sealed ?? {})) {
    const value = row[column]
    if (!columns.includes(column) || value === null || value === undefined) continue
    const place = { userId, column: `${owned.table}.${column}`, row: String(row[idColumn]) }
    if (owned.table === 'document_pages' && column === 'text') {
      row['content_hash'] = await texts.fingerprint(transaction, userId, String(value))
    }
    row[column] =
      typeof value === 'string'
        ? await texts.seal(transaction, place, value)
        : await texts.sealJson(transaction, place, value)
  }
  return row
}

/** Rows that are neither new nor there under their id: the same thing is there under another one. */
async function missing(
  { database, userId }: BringInContext,
  table: string,
  batch: readonly NumberedRow[],
  inserted: ReadonlySet<string>,
): Promise<readonly string[]> {
  const ids = batch.map(({ row }) => String(row['id'])).filter((id) => !inserted.has(id))
  if (ids.length === 0) return []
  const rows = await database.asUser(userId, (transaction) =>
    transaction.rows<{ id: string }>(transaction.sql(table).whereIn('id', ids).select('id')),
  )
  const there = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !there.has(id))
}

async function takeOut(
  { database, userId }: BringInContext,
  added: readonly [string, readonly string[]][],
): Promise<void> {
  for (const [table, ids] of added.toReversed()) {
    for (let from = 0; from < ids.length; from += BATCH) {
      await database.asUser(userId, (transaction) =>
        transaction.affected(
          transaction
            .sql(table)
            .whereIn('id', ids.slice(from, from + BATCH))
            .delete(),
        ),
      )
    }
  }
}
