import type { RecordRow } from '../../../operations/record-store.ts'
import { type Database, SEALED_MARK, type Transaction } from '../../../platform/database/index.ts'
import type { OwnedTable } from '../owned-tables.ts'

const BATCH = 500

/**
 * All rows of a person in a table, in the database's own JSON, so that no digit and no microsecond is lost. Texts that are
 * sealed where they stand come opened; `_sealed` names their columns.
 */
export async function* rowsOf(database: Database, userId: string, { table, withheld }: OwnedTable) {
  const owner = table === 'users' ? 'id' : 'user_id'
  const hidden = [...(table === 'users' ? [] : ['user_id']), ...(withheld ?? [])]
  let after: string | null = null
  for (;;) {
    const rows: RecordRow[] = await database.asUser(userId, async (transaction) => {
      const found = await transaction.rows<{ row: RecordRow }>(
        transaction.sql.raw(
          `select to_jsonb(t) - cast(? as text[]) as row from ?? t
           where t.?? = ? and (cast(? as uuid) is null or t.id > ?) order by t.id limit ${BATCH}`,
          [hidden, table, owner, userId, after, after],
        ),
      )
      return opened(
        transaction,
        userId,
        found.map(({ row }) => row),
      )
    })
    yield* rows
    if (rows.length < BATCH) return
    after = String(rows.at(-1)?.['id'])
  }
}

async function opened(transaction: Transaction, userId: string, rows: RecordRow[]): Promise<RecordRow[]> {
  for (const row of rows) {
    const sealed = Object.keys(row).filter((name) => {
      const value = row[name]
      return typeof value === 'string' && value.startsWith(SEALED_MARK)
    })
    if (sealed.length === 0) continue
    await transaction.texts.openRows(transaction, userId, [row])
    row['_sealed'] = sealed
  }
  return rows
}

/** The texts that the record is searched by, row after row, of which an import makes the index anew. */
export async function* passagesOf(database: Database, userId: string) {
  let after: readonly unknown[] | undefined
  for (;;) {
    const rows: RecordRow[] = await database.asUser(userId, (transaction) => {
      const { sql } = transaction
      const query = sql('record_chunks')
        .select('source_table', 'source_id', 'chunk_number', 'page', 'text', 'occurred_at')
        .select(sql.raw('text like ? as is_sensitive', [`${SEALED_MARK}%`]))
        .where({ user_id: userId })
        .orderBy(['source_table', 'source_id', 'chunk_number'])
        .limit(BATCH)
      return transaction.rows<RecordRow>(
        after === undefined
          ? query
          : query.whereRaw('(source_table, source_id, chunk_number) > (?, ?, ?)', [...after] as never),
      )
    })
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < BATCH) return
    after = [last['source_table'], last['source_id'], last['chunk_number']]
  }
}
