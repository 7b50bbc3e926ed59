import { z } from 'zod'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import type { Storage } from '../../../platform/storage/index.ts'

export interface ArchiveSweepContext {
  readonly database: Database
  readonly storage: Storage
}

/** An archive that is still coming in has its file before its row. */
const YOUNGEST_MILLISECONDS = 24 * 60 * 60_000
const ARCHIVE_KEY = /^uploads\/service_imports\/[0-9a-f-]{36}\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Removes archives that no import waits for: a process died between keeping the file and adding its row. */
export const sweepArchivesJob = defineJob({
  name: 'connected-services.sweep-archives',
  payload: z.strictObject({}),
  run: async ({ database, storage }: ArchiveSweepContext, _payload, { signal }) => {
    for await (const { key, changedAt } of storage.list('uploads/service_imports')) {
      if (signal.aborted) return
      const id = ARCHIVE_KEY.exec(key)?.[1]
      if (id === undefined || Date.now() - changedAt.getTime() < YOUNGEST_MILLISECONDS) continue
      const waiting = await database.asSystem((transaction) =>
        transaction.row(transaction.sql('service_imports').where({ id }).whereNull('settled_at').select('id')),
      )
      if (waiting === undefined) await storage.remove(key)
    }
  },
})
