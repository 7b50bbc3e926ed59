import type { EventBus } from '../../../platform/events/index.ts'
import type { JobBackend } from '../../../platform/jobs/index.ts'
import { importJobId, serviceImportJob } from './import-job.ts'
import type { ImportService } from './import-operations.ts'

/** What operations need to have imports begun. */
export function createImportService(jobs: JobBackend, events: EventBus): ImportService {
  return {
    events,
    wake: (userId, importId) =>
      jobs.enqueue(serviceImportJob, { import_id: importId, user_id: userId }, { jobId: importJobId(importId) }),
  }
}
