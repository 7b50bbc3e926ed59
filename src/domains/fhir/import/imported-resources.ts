import { v7 as uuidv7 } from 'uuid'
import type { OperationScope } from '../../../operations/define-operation.ts'
import type { Origin } from './import-plan.ts'

const TABLE = 'imported_resources'
/** Tables that resources become rows of. */
const TABLES = ['medical_conditions', 'allergies', 'medications', 'medical_documents', 'document_results'] as const
export type RecordTable = (typeof TABLES)[number]

/** The row that a resource became when it came before, as long as that row is there. */
export interface KnownResource {
  readonly table: RecordTable
  readonly id: string
  /** Of what it said then; `undefined` for a row that the record itself had sent out. */
  readonly hash: string | undefined
}

interface Found {
  readonly source_key: string
  readonly record_table: RecordTable
  readonly record_id: string
  readonly content_hash: string
}

/** Knows the resources of an import that the record has already, and remembers those that become part of it. */
export interface ResourceMemory {
  readonly find: (origin: Origin, table: RecordTable) => KnownResource | undefined
  readonly remember: (origin: Origin, table: RecordTable, id: string, hash: string) => void
  readonly forget: (origin: Origin) => void
  /** Writes down what is to be remembered. */
  readonly save: () => void
}

/** Looks all resources of an import up at once. */
export async function openMemory(
  { transaction, caller }: Pick<OperationScope, 'transaction' | 'caller'>,
  origins: readonly Origin[],
): Promise<ResourceMemory> {
  const { sql } = transaction
  const keys = origins.map(({ key }) => key)
  const own = origins.flatMap(({ ownIds }) => ownIds)
  const found = await transaction.rows<Found>(
    sql(TABLE)
      .select('source_key', 'record_table', 'record_id', 'content_hash')
      .whereRaw('source_key = any (?::text[])', [`{${keys.join(',')}}`]),
  )
  const ids = [...new Set([...found.map(({ record_id }) => record_id), ...own])]
  const present = await transaction.rows<{ readonly id: string; readonly table: RecordTable }>(
    sql.raw(
      TABLES.map((table) => `select id, '${table}' as "table" from ${table} where id = any (?::uuid[])`).join(
        ' union all ',
      ),
      TABLES.map(() => `{${ids.join(',')}}`),
    ),
  )
  const tableOf = new Map(present.map(({ id, table }) => [id, table]))
  const known = new Map<string, KnownResource>(
    found.flatMap(({ source_key, record_table, record_id, content_hash }) =>
      tableOf.get(record_id) === record_table
        ? [[source_key, { table: record_table, id: record_id, hash: content_hash }]]
        : [],
    ),
  )
  const remembered = new Map<string, object>()
  return {
    find: ({ key, ownIds }, table) => {
      const before = known.get(key)
      if (before?.table === table) return before
      const own = ownIds.find((id) => tableOf.get(id) === table)
      return own === undefined ? undefined : { table, id: own, hash: undefined }
    },
    remember: ({ key, type }, table, id, hash) => {
      known.set(key, { table, id, hash })
      remembered.set(key, {
        id: uuidv7(),
        user_id: caller.userId,
        resource_type: type,
        source_key: key,
        record_table: table,
        record_id: id,
        content_hash: hash,
      })
    },
    forget: ({ key }) => {
      known.delete(key)
      remembered.delete(key)
      transaction.queue(sql(TABLE).where({ source_key: key }).delete())
    },
    save: () => {
      if (remembered.size === 0) return
      const names = ['record_table', 'record_id', 'content_hash']
      transaction.queue(
        sql(TABLE)
          .insert([...remembered.values()])
          .onConflict(['user_id', 'source_key'])
          .merge(names),
      )
    },
  }
}
