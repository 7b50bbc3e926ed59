import type { JobBackend } from '../../platform/jobs/index.ts'
import { exportDataJob } from './export/export-job.ts'

/** What operations of this domain need besides the database. */
export interface PrivacyService {
  /** Has an export made. Call it after the commit. */
  readonly makeExport: (userId: string, exportId: string) => Promise<void>
}

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly privacy: PrivacyService
  }
}

export function createPrivacyService(jobs: JobBackend): PrivacyService {
  return {
    makeExport: (userId, exportId) =>
      jobs.enqueue(exportDataJob, { user_id: userId, export_id: exportId }, { jobId: exportId }),
  }
}
