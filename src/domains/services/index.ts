import type { AnyOperation } from '../../operations/define-operation.ts'
import { connectedServices } from './connected-service.ts'
import { importOperations } from './imports/import-operations.ts'
import { listDaySummaries } from './samples/day-summaries.ts'
import { importSamples } from './samples/import-samples.ts'

export { createImportFiles } from './imports/import-files.ts'
export { type ServiceImportContext, serviceImportJob } from './imports/import-job.ts'
export { planStoredArchive, readingContextOf } from './imports/import-plan.ts'
export { serviceImportRoutes } from './imports/import-routes.ts'
export { createImportService } from './imports/import-service.ts'
export { settleImport } from './imports/settle-import.ts'
export { createArchiveUpload } from './imports/upload-archive.ts'

export const connectedServiceOperations: readonly AnyOperation[] = [
  ...connectedServices.operations,
  importSamples,
  ...importOperations,
  listDaySummaries,
]
