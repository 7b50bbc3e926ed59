import type { AnyOperation } from '../../operations/define-operation.ts'
import { exportOperations } from './export/export-operations.ts'
import { importOperations } from './import/import-operations.ts'

export { createArchiveStore } from './archive-store.ts'
export { type ErasureContext, eraseAccountJob } from './erasure/erase-account-job.ts'
export { reapplyErasures } from './erasure/erasure-ledger.ts'
export { erasureRoutes } from './erasure/erasure-routes.ts'
export { type ExportContext, exportDataJob } from './export/export-job.ts'
export { exportRoutes } from './export/export-routes.ts'
export { createSummaryMaker } from './export/make-summary.ts'
export { type ImportContext, importDataJob } from './import/import-job.ts'
export { importRoutes } from './import/import-routes.ts'
export { createPrivacyService } from './privacy-services.ts'
export { RETENTION_AT, type RetentionContext, retentionJob } from './retention/retention-job.ts'
export { computeStatistics } from './statistics/statistics.ts'

export const privacyOperations: readonly AnyOperation[] = [...exportOperations, ...importOperations]
