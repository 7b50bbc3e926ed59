export { metricStatus, type ReadingContext, type StatusResult } from './metric-status.ts'
export { METRIC_STATUSES, METRIC_TYPES, type MetricStatus, type MetricType, type Reading } from './metric-type.ts'
export {
  canonicalReading,
  convertMetric,
  isPossibleReading,
  METRICS,
  type MetricDefinition,
  type MetricUnit,
  metricUnit,
} from './metric-units.ts'
export {
  breathingUrgency,
  type ReadingUrgency,
  readingUrgency,
  type Urgency,
  type UrgencyReading,
} from './reading-urgency.ts'
