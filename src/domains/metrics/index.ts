import type { AnyOperation } from '../../operations/define-operation.ts'
import { metrics } from './metric-operations.ts'
import { latestMetrics, summariseMetrics } from './metric-reports.ts'

export const metricOperations: readonly AnyOperation[] = [...metrics.operations, latestMetrics, summariseMetrics]
