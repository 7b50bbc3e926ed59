import type { MetricStatus, MetricType, Reading } from './metric-type.ts'
import { canonicalReading } from './metric-units.ts'

/** What is known about the person and the measurement. */
export interface ReadingContext {
  readonly ageYears?: number | undefined
  readonly sex?: 'male' | 'female' | undefined
  readonly pregnant?: boolean | undefined
  readonly meal?: 'fasting' | 'before_meal' | 'after_meal' | 'random' | undefined
}

export interface StatusResult {
  readonly status: MetricStatus
  /** The document that the limits come from. */
  readonly source: string
}

const ACC_AHA = '2017 ACC/AHA Guideline for High Blood Pressure in Adults'

/**
 * How a reading stands against accepted limits, with the document they come from. `undefined` where no limits apply
 * (a height, a weight without a height) or the unit is none of the metric's.
 */
export function metricStatus(
  type: MetricType,
  reading: Reading,
  unit: string,
  _context: ReadingContext = {},
): StatusResult | undefined {
  const canonical = canonicalReading(type, reading, unit)
  if (!canonical) return undefined
  if (type === 'blood_pressure' && 'systolic' in canonical) {
    const { systolic, diastolic } = canonical
    if (systolic < 90 || diastolic < 60) return { status: 'low', source: ACC_AHA }
    if (systolic >= 130 || diastolic >= 80) return { status: 'high', source: ACC_AHA }
    return { status: systolic >= 120 ? 'elevated' : 'normal', source: ACC_AHA }
  }
  return undefined
}
