import type { RecordRow } from '../../../operations/record-store.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { SearchIndexer } from '../../search/index.ts'
import { archivePaths } from '../archive-format.ts'
import type { CheckedArchive } from './check-archive.ts'
import { rowsOfPart } from './read-rows.ts'

interface Source {
  readonly table: string
  readonly id: string
  readonly chunks: { readonly text: string; readonly page: number | undefined }[]
  readonly at: string | undefined
  readonly isSensitive: boolean
}

/**
 * Makes what came in findable: words and vectors are computed anew from the texts of the archive, of rows that are in this
 * account and that search does not know yet. Running it twice does no harm.
 */
export async function rebuildIndex(
  services: { readonly database: Database; readonly indexer: SearchIndexer; readonly signal: AbortSignal },
  userId: string,
  checked: CheckedArchive,
): Promise<void> {
  const { database, indexer, signal } = services
  const part = checked.parts.get(archivePaths.passages)
  if (part === undefined) return
  const rows = await database.asUser(userId, (transaction) =>
    transaction.rows<{ source_table: string; source_id: string }>(
      transaction.sql('record_chunks').where({ user_id: userId }).distinct('source_table', 'source_id'),
    ),
  )
  const known = new Set(rows.map(({ source_table, source_id }) => `${source_table} ${source_id}`))
  for await (const source of sourcesOf(checked)) {
    signal.throwIfAborted()
    if (known.has(`${source.table} ${source.id}`)) continue
    await database.asUser(userId, async (transaction) => {
      const row = await transaction.row(transaction.sql(source.table).where({ id: source.id }).select('id'))
      if (row !== undefined) await indexer.indexChunks(transaction, { userId, ...source })
    })
  }
}

/** The passages of each row together, as the archive has them one after the other. */
async function* sourcesOf(checked: CheckedArchive): AsyncGenerator<Source> {
  const part = checked.parts.get(archivePaths.passages)
  if (part === undefined) return
  let source: Source | undefined
  for await (const { row } of rowsOfPart(checked.archive, part)) {
    const table = String(row['source_table'])
    const old = String(row['source_id'])
    const id = checked.newIds.get(old) ?? old
    if (source === undefined || source.table !== table || source.id !== id) {
      if (source !== undefined) yield source
      source = { table, id, chunks: [], at: timeOf(row), isSensitive: row['is_sensitive'] === true }
    }
    const page = row['page']
    source.chunks.push({ text: String(row['text']), page: typeof page === 'number' ? page : undefined })
  }
  if (source !== undefined) yield source
}

function timeOf(row: RecordRow): string | undefined {
  const at = row['occurred_at']
  return typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? at : undefined
}
