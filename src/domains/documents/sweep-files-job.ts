import { z } from 'zod'
import { PENDING_ACTION_LIFETIME_MILLISECONDS } from '../../operations/pending-actions/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import { documentPlace, type Storage } from '../../platform/storage/index.ts'
import { forgetOldPictures } from './read-pictures.ts'

export interface FileSweepContext {
  readonly database: Database
  readonly storage: Storage
}

/** An upload that is under way, or that a program proposed and the person has a day to agree to, has a file and no row. */
const YOUNGEST_MILLISECONDS = 2 * PENDING_ACTION_LIFETIME_MILLISECONDS
const AT_ONCE = 500

/**
 * Removes files of documents that have no row: a process died between keeping the file and adding its row, or between
 * deleting the row and removing the file; or nobody agreed to what a program wanted to add. Forgets pictures read long ago.
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
    await database.asSystem((transaction) => forgetOldPictures(transaction, new Date()))
  },
})
