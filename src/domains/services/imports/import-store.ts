import type { Transaction } from '../../../platform/database/index.ts'
import type { ImportProblem, ImportStatus } from './service-import.ts'

/** Where an import goes on after a restart. */
export interface ImportPosition {
  /** Place of the file, or of the kind of data, in the plan. */
  readonly file: number
  /** How many records of it are dealt with. */
  readonly records: number
}

/** Of each kind of measurement that is new, the first and the last time. RFC 3339. */
export type Touched = Readonly<Record<string, readonly [string, string]>>

export interface ImportRow {
  readonly id: string
  readonly user_id: string
  readonly service_id: string
  readonly kind: 'archive' | 'sync'
  readonly status: ImportStatus
  readonly file_size: number | null
  readonly file_path: string | null
  readonly file_key: string | null
  readonly bytes_done: number
  readonly bytes_total: number | null
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  readonly problems: readonly ImportProblem[]
  readonly problem: string | null
  readonly position: ImportPosition | null
  readonly touched: Touched
  readonly attempts: number
  readonly settled_at: Date | null
}

/** Whose samples they are and which of them are wanted. */
export interface ImportService {
  readonly service_name: string
  readonly is_connected: boolean
  readonly data_types_synced: readonly string[] | null
}

const TABLE = 'service_imports'

/** Counts as one more attempt, unless the import is over; an earlier attempt that still goes on finds itself replaced. */
export function beginImport(transaction: Transaction, id: string, now: Date): Promise<ImportRow | undefined> {
  const { sql } = transaction
  return transaction.row<ImportRow>(
    sql(TABLE)
      .where({ id })
      .whereNull('settled_at')
      .update({
        attempts: sql.raw('attempts + 1'),
        status: sql.raw(`case when status = 'waiting' then 'running' else status end`),
        started_at: sql.raw('coalesce(started_at, ?)', [now]),
      })
      .returning('*'),
  )
}

export function findImportService(transaction: Transaction, serviceId: string): Promise<ImportService | undefined> {
  return transaction.row<ImportService>(
    transaction
      .sql('connected_services')
      .where({ id: serviceId })
      .select('service_name', 'is_connected', 'data_types_synced'),
  )
}

export interface ImportState {
  readonly bytes_done: number
  readonly bytes_total: number | null
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  readonly problems: readonly ImportProblem[]
  readonly position: ImportPosition
  readonly touched: Touched
}

/** Keeps how far an import is. @returns whether it still goes on, by this attempt. */
export async function keepState(
  transaction: Transaction,
  { id, attempts }: Pick<ImportRow, 'id' | 'attempts'>,
  state: ImportState,
): Promise<boolean> {
  const { problems, position, touched, ...counts } = state
  const changed = await transaction.affected(
    transaction
      .sql(TABLE)
      .where({ id, attempts, status: 'running' satisfies ImportStatus })
      .update({
        ...counts,
        problems: JSON.stringify(problems),
        position: JSON.stringify(position),
        touched: JSON.stringify(touched),
      }),
  )
  return changed === 1
}

/** Ends the reading part of an import, if this attempt still owns it. */
export async function finishReading(
  transaction: Transaction,
  { id, attempts }: Pick<ImportRow, 'id' | 'attempts'>,
  end: { readonly status: 'completed' | 'failed'; readonly problem: string | null; readonly now: Date },
): Promise<void> {
  await transaction.affected(
    transaction
      .sql(TABLE)
      .where({ id, attempts, status: 'running' satisfies ImportStatus })
      .update({ status: end.status, problem: end.problem, finished_at: end.now }),
  )
}

/** Imports that are not over and done with, whatever became of their jobs. */
export function unsettledImports(
  transaction: Transaction,
  limit: number,
): Promise<{ readonly id: string; readonly user_id: string }[]> {
  return transaction.rows(
    transaction.sql(TABLE).whereNull('settled_at').orderBy('created_at').limit(limit).select('id', 'user_id'),
  )
}
