import { z } from 'zod'
import type { Database } from '../../platform/database/index.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import { documentPlace, type Storage } from '../../platform/storage/index.ts'

export interface FileSweepContext {
  readonly database: Database
  readonly storage: Storage
}

/** An upload that is under way has its file before its row. */
const YOUNGEST_MILLISECONDS = 24 * 60 * 60_000
const AT_ONCE = 500

/**
 * Removes files of documents that have no row: a process died between keeping the file and adding its row, or between
 * deleting the row and removing the file.
 */
export const sweepFilesJob = defineJob({
  name: 'documents.sweep-files',
  payload: z.strictObject({}),
  run: async ({ database, storage }: FileSweepContext, _payload, { signal }) => {
    let batch: string[] = []
    const sweep = async (): Promise<void> => {
      const ids = batch.map((key) => documentPlace(key)?.documentId ?? '')
      const kept = await database.asSystem((transaction) =>
        transaction.rows<{ id: string }>(transaction.sql('medical_documents').whereIn('id', ids).select('id')),
      )
      const known = new Set(kept.map(({ id }) => id))
      for (const [at, key] of batch.entries()) if (!known.has(ids[at] ?? '')) await storage.remove(key)
      batch = []
    }
    for await (const { key, changedAt } of storage.list('uploads/documents')) {
      if (signal.aborted) return
      if (documentPlace(key) === undefined || Date.now() - changedAt.getTime() < YOUNGEST_MILLISECONDS) continue
      batch.push(key)
      if (batch.length >= AT_ONCE) await sweep()
    }
    await sweep()
  },
})
