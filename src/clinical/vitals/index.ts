export { metricStatus, type ReadingContext } from './metric-status.ts'
export { METRIC_TYPES, type MetricType, type Reading } from './metric-type.ts'
export { canonicalReading, convertMetric, isPossibleReading, METRICS, metricUnit } from './metric-units.ts'
export { breathingUrgency, readingUrgency } from './reading-urgency.ts'
