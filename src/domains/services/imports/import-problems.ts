import { defineProblem, type ProblemDefinition } from '../../../platform/errors/problem.ts'
import type { ArchiveProblem } from '../archives/found-sample.ts'

/** Another import of the service is not over yet. */
export const ImportRunning = defineProblem({ type: 'service-import-running', status: 409 })
/** There is nothing to end any more. */
export const ImportOver = defineProblem({ type: 'service-import-over', status: 409 })
export const ImportFailed = defineProblem({ type: 'service-import-failed', status: 500 })

/** What a person is told of an archive that cannot be read. */
export const ARCHIVE_PROBLEMS: Readonly<Record<ArchiveProblem['kind'], ProblemDefinition>> = {
  damaged: defineProblem({ type: 'archive-damaged', status: 422 }),
  encrypted: defineProblem({ type: 'archive-encrypted', status: 422 }),
  'too-large': defineProblem({ type: 'archive-too-large', status: 422 }),
  'not-recognised': defineProblem({ type: 'archive-not-recognised', status: 422 }),
}
