import { type MetricType, metricStatus, type Reading, type ReadingContext } from '../../clinical/vitals/index.ts'

/** How a reading stands, and the document that the limits come from: both columns of a measurement, neither of them given. */
export function judged(type: MetricType, reading: Reading, unit: string, context: ReadingContext = {}) {
  const result = metricStatus(type, reading, unit, context)
  return { status: result?.status ?? null, status_source: result?.source ?? null }
}
