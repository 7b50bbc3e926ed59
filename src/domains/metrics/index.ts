import type { AnyOperation } from '../../operations/define-operation.ts'
import { metrics } from './metric-operations.ts'
import { latestMetrics, summariseMetrics } from './metric-reports.ts'

export { deriveBodyMassIndex } from './body-mass-index.ts'
export { judged } from './judge-metric.ts'
export { metricFields, metricType } from './metric.ts'
export { followHeight, futureErrors } from './metric-operations.ts'
export {
  contextAt,
  type Heights,
  heightAt,
  type Person,
  readHeights,
  readingContext,
  readPerson,
} from './metric-person.ts'
export { valueInUnit } from './metric-reports.ts'
export { chooseUnits, type UnitChoice, unitsInput } from './metric-view.ts'
export { type ReadMetric, readMetric } from './read-metric.ts'
export { recordReading, removeReadings } from './record-reading.ts'

export { type ChangedFact, metricTypesBy, rejudgeByCondition, rejudgeMetrics } from './rejudge-metrics.ts'

export const metricOperations: readonly AnyOperation[] = [...metrics.operations, latestMetrics, summariseMetrics]
