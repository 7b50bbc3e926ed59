import {
  type AccountMailContext,
  accountMailJob,
  KEYS_ROTATED_AT,
  type KeyRotationContext,
  rotateKeysJob,
} from './domains/accounts/index.ts'
import {
  type AnalysisContext,
  analyseRecordJob,
  MISSED_DOSES_EVERY_MILLISECONDS,
  missedDosesJob,
} from './domains/analytics/index.ts'
import { SEAL_EVERY_MILLISECONDS, type SealContext, sealAuditJob } from './domains/audit/index.ts'
import {
  type FileSweepContext,
  type ReadingContext,
  readDocumentJob,
  sweepFilesJob,
} from './domains/documents/index.ts'
import { type AlertJobContext, deliverAlertJob } from './domains/emergency/index.ts'
import { type DeliveryContext, deliverNotificationsJob } from './domains/notifications/index.ts'
import {
  type ErasureContext,
  type ExportContext,
  eraseAccountJob,
  exportDataJob,
  type ImportContext,
  importDataJob,
  RETENTION_AT,
  type RetentionContext,
  reapplyErasures,
  retentionJob,
} from './domains/privacy/index.ts'
import { CLOCK_EVERY_MILLISECONDS, clockJob } from './domains/reminders/index.ts'
import { type EmbeddingContext, embedRecordJob } from './domains/search/index.ts'
import {
  type ArchiveSweepContext,
  giveBackLeftAccessJob,
  type LeftAccessContext,
  type RevocationContext,
  revokeAccessJob,
  type ServiceImportContext,
  SYNC_CLOCK_EVERY_MILLISECONDS,
  type SyncClockContext,
  serviceImportJob,
  sweepArchivesJob,
  syncClockJob,
} from './domains/services/index.ts'
import { EXPIRE_EVERY_MILLISECONDS, expireRowsJob } from './operations/expire-rows-job.ts'
import type { AnyJob, JobBackend, JobSchedule, WorkerOptions } from './platform/jobs/index.ts'

/** What the handlers of all jobs need between them. A domain with a new job adds what its handler needs. */
export type BackgroundContext = ReadingContext &
  FileSweepContext &
  EmbeddingContext &
  AnalysisContext &
  SealContext &
  AccountMailContext &
  KeyRotationContext &
  DeliveryContext &
  AlertJobContext &
  ServiceImportContext &
  RevocationContext &
  LeftAccessContext &
  SyncClockContext &
  ArchiveSweepContext &
  ExportContext &
  ImportContext &
  ErasureContext &
  RetentionContext

/** Every kind of background work. A new one is one more line. */
const JOBS = [
  readDocumentJob,
  embedRecordJob,
  analyseRecordJob,
  missedDosesJob,
  sweepFilesJob,
  sealAuditJob,
  accountMailJob,
  rotateKeysJob,
  deliverNotificationsJob,
  clockJob,
  deliverAlertJob,
  serviceImportJob,
  revokeAccessJob,
  giveBackLeftAccessJob,
  syncClockJob,
  sweepArchivesJob,
  expireRowsJob,
  exportDataJob,
  importDataJob,
  eraseAccountJob,
  retentionJob,
] as const

/** At night, when the disk has nothing better to do. */
const NIGHTLY = { pattern: '20 21 * * *', timezone: 'UTC' } as const

const every = (milliseconds: number) => ({ everyMilliseconds: milliseconds })

/**
 * What comes round by itself. All of it looks at the rows for what is due, so where its time came while nothing ran, once is
 * enough: what is nightly is run at the next start (`JobBackend.schedule`), the rest within its interval. How late each kind
 * of reminder may still be sent stands in `domains/reminders/reminder-kind.ts`.
 */
const SCHEDULES: readonly (readonly [AnyJob<BackgroundContext>, JobSchedule])[] = [
  [clockJob, every(CLOCK_EVERY_MILLISECONDS)],
  [expireRowsJob, every(EXPIRE_EVERY_MILLISECONDS)],
  [missedDosesJob, every(MISSED_DOSES_EVERY_MILLISECONDS)],
  [syncClockJob, every(SYNC_CLOCK_EVERY_MILLISECONDS)],
  [sealAuditJob, every(SEAL_EVERY_MILLISECONDS)],
  [sweepFilesJob, NIGHTLY],
  [sweepArchivesJob, NIGHTLY],
  [rotateKeysJob, KEYS_ROTATED_AT],
  [retentionJob, RETENTION_AT],
]

/**
 * Begins to do background work in this process: all of it, or the lanes that are named. Any number of processes may.
 * What comes round by itself does so once, however many of them say so.
 */
export async function startBackgroundWork(
  jobs: JobBackend,
  context: BackgroundContext,
  options: WorkerOptions,
): Promise<void> {
  // Before the workers: their first sweep finds what this begins.
  await reapplyErasures(context)
  await jobs.startWorkers<BackgroundContext>(JOBS, context, options)
  if (options.lanes !== undefined && !options.lanes.includes('default')) return
  for (const [job, schedule] of SCHEDULES) await jobs.schedule(job, {}, schedule)
}
