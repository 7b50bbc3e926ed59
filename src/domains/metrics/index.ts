import type { AnyOperation } from '../../operations/define-operation.ts'
import { metrics } from './metric-operations.ts'
import { latestMetrics, summariseMetrics } from './metric-reports.ts'

export { deriveBodyMassIndex } from './body-mass-index.ts'
export { metricFields, metricType } from './metric.ts'
export { futureErrors } from './metric-operations.ts'
export { readingContext } from './metric-person.ts'
export { valueInUnit } from './metric-reports.ts'
export { type ReadMetric, readMetric } from './read-metric.ts'

export const metricOperations: readonly AnyOperation[] = [...metrics.operations, latestMetrics, summariseMetrics]
