import type { AnyOperation } from '../../operations/define-operation.ts'
import { activity } from './activity.ts'
import { listAdherence } from './adherence.ts'
import { readHealthScore } from './health-score.ts'
import { listTrends } from './trends.ts'

export {
  type AnalysisContext,
  analyseRecordJob,
  analysisJobId,
  MISSED_DOSES_EVERY_MILLISECONDS,
  missedDosesJob,
} from './analysis-job.ts'
export { createAnalysisQueue } from './analysis-queue.ts'
export { scoreOf, scoreParts } from './health-score.ts'
export { markTrends } from './mark-trends.ts'

export const analyticsOperations: readonly AnyOperation[] = [
  listTrends,
  listAdherence,
  readHealthScore,
  ...activity.operations,
]
