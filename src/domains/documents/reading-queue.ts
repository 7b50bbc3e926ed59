import type { JobBackend } from '../../platform/jobs/index.ts'
import { readDocumentJob } from './read-document-job.ts'
import { jobIdOf, type ReadingQueue } from './reading-request.ts'

/** Asks for readings on the job queue, where whichever worker is free takes them. */
export function createReadingQueue(jobs: JobBackend): ReadingQueue {
  return {
    ask: (request) =>
      jobs.enqueue(
        readDocumentJob,
        { document_id: request.documentId, user_id: request.userId },
        { jobId: jobIdOf(request) },
      ),
  }
}
