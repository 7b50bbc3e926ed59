import type { Database } from '../../platform/database/index.ts'
import type { JobBackend } from '../../platform/jobs/index.ts'
import { waitingDocuments } from './document-store.ts'
import { readDocumentJob } from './read-document-job.ts'
import { jobIdOf, type ReadingQueue } from './reading-request.ts'

/**
 * Asks for readings on the job queue, where whichever worker is free takes them. A person's first waiting document comes
 * before anybody's second one, so that many documents of one person hold nobody up.
 */
export function createReadingQueue(jobs: JobBackend, database: Database): ReadingQueue {
  return {
    ask: async (request) => {
      const { documentId, userId } = request
      const waiting = await database.asUser(userId, (transaction) => waitingDocuments(transaction))
      await jobs.enqueue(
        readDocumentJob,
        { document_id: documentId, user_id: userId },
        { jobId: jobIdOf(request), priority: Math.max(1, waiting) },
      )
    },
  }
}
