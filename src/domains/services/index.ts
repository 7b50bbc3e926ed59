import type { AnyOperation } from '../../operations/define-operation.ts'
import { accessOperations } from './access/access-operations.ts'
import { connectedServiceRecords } from './connected-service.ts'
import { importOperations } from './imports/import-operations.ts'
import { listDaySummaries } from './samples/day-summaries.ts'
import { importSamples } from './samples/import-samples.ts'

export { createAccessRelease, giveBackLeftAccessJob, type LeftAccessContext } from './access/access-left-behind.ts'
export { createServiceAccess } from './access/create-service-access.ts'
export { type RevocationContext, revokeAccessJob } from './access/revoke-access.ts'
export type { ServiceAccessSettings } from './access/service-settings.ts'
export { SYNC_CLOCK_EVERY_MILLISECONDS, type SyncClockContext, syncClockJob } from './access/sync-clock.ts'
export { createImportPlanner } from './imports/create-import-planner.ts'
export { createImportFiles } from './imports/import-files.ts'
export { type ServiceImportContext, serviceImportJob } from './imports/import-job.ts'
export { serviceImportRoutes } from './imports/import-routes.ts'
export { createImportService } from './imports/import-service.ts'
export { settleImport } from './imports/settle-import.ts'
export { type ArchiveSweepContext, sweepArchivesJob } from './imports/sweep-archives-job.ts'
export { createArchiveUpload } from './imports/upload-archive.ts'

export const connectedServiceOperations: readonly AnyOperation[] = [
  ...connectedServiceRecords,
  ...accessOperations,
  importSamples,
  ...importOperations,
  listDaySummaries,
]
