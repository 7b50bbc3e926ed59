import { z } from 'zod'
import { defineJob, type JobBackend } from '../../../platform/jobs/index.ts'
import { storagePaths } from '../../../platform/storage/index.ts'
import { analyseRecordJob, analysisJobId } from '../../analytics/index.ts'
import { ServiceProblem } from '../access/service-problem.ts'
import { ImportEnded } from './collect-import.ts'
import type { ImportFiles } from './import-files.ts'
import { ImportFailed } from './import-problems.ts'
import { publishImportProgress } from './import-progress.ts'
import { beginImport, finishReading, type ImportRow, unsettledImports } from './import-store.ts'
import { type RunImportContext, runImport } from './run-import.ts'

export interface ServiceImportContext extends RunImportContext {
  readonly report: (error: unknown) => void
  readonly jobs: JobBackend
  readonly importFiles: ImportFiles
  /** Brings the record in line with what came in. */
  readonly settleImport: (row: Pick<ImportRow, 'id' | 'user_id'>) => Promise<void>
}

const SWEPT_AT_ONCE = 500

export function importJobId(importId: string): string {
  return `import-${importId}`
}

/**
 * Brings in an archive, or the newest from a service. It may be killed at any time: the next attempt goes on behind the last
 * batch that was kept, and what comes twice is known by its name.
 */
export const serviceImportJob = defineJob({
  name: 'connected-services.import',
  payload: z.strictObject({ import_id: z.uuid(), user_id: z.uuid() }),
  attempts: 4,
  backoffMilliseconds: 2_000,
  run: async (context: ServiceImportContext, { import_id: id, user_id: userId }, attempt) => {
    const { database, now } = context
    const row = await database.asUser(userId, (transaction) => beginImport(transaction, id, now()))
    if (row === undefined) {
      // It was deleted with its service, or is over: then the file is gone already.
      await context.importFiles.remove(storagePaths.serviceImport(userId, id))
      return
    }
    attempt.standAside()
    try {
      if (row.status === 'running') await runImport(context, row, attempt.signal)
    } catch (error) {
      if (attempt.signal.aborted) throw error
      if (!(error instanceof ImportEnded)) {
        if (!attempt.last) throw error
        const problem = error instanceof ServiceProblem ? error.definition.type : ImportFailed.type
        await database.asUser(userId, (transaction) =>
          finishReading(transaction, row, { status: 'failed', problem, now: now() }),
        )
        if (!(error instanceof ServiceProblem)) context.report(error)
      }
    }
    await settle(context, row)
  },
  sweep: async ({ database }: ServiceImportContext) => {
    const rows = await database.asSystem((transaction) => unsettledImports(transaction, SWEPT_AT_ONCE))
    return rows.map(({ id, user_id }) => ({ jobId: importJobId(id), payload: { import_id: id, user_id } }))
  },
})

/** The record follows, the file goes, and everybody who listens hears the end. */
async function settle(context: ServiceImportContext, { id, user_id, file_path, attempts }: ImportRow): Promise<void> {
  const { database, events, jobs } = context
  const current = await database.asUser(user_id, (transaction) =>
    transaction.row<ImportRow>(transaction.sql('service_imports').where({ id }).select('*')),
  )
  // Another process goes on with it.
  if (current !== undefined && current.attempts !== attempts && current.status === 'running') return
  if (current !== undefined && current.settled_at === null) await context.settleImport(current)
  if (file_path !== null) await context.importFiles.remove(file_path)
  if (current === undefined) return
  const { service_id, status, bytes_done, bytes_total, imported, duplicates, refused } = current
  const progress = { service_id, status, bytes_done, bytes_total, imported, duplicates, refused }
  publishImportProgress(events, user_id, id, progress)
  if (Object.keys(current.touched).length > 0) {
    await jobs.enqueue(analyseRecordJob, { user_id }, { jobId: analysisJobId(user_id) })
  }
}
