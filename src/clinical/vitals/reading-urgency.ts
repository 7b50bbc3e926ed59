import type { ReadingContext } from './metric-status.ts'
import type { MetricType, Reading } from './metric-type.ts'
import { canonicalReading } from './metric-units.ts'

export type Urgency = 'emergency' | 'urgent'

export interface ReadingUrgency {
  readonly urgency: Urgency
  readonly source: string
}

/** Whether a reading by itself calls for help now (emergency) or today (urgent). Never lowers anything. */
export function readingUrgency(
  type: MetricType,
  reading: Reading,
  unit: string,
  _person: ReadingContext = {},
): ReadingUrgency | undefined {
  const canonical = canonicalReading(type, reading, unit)
  if (canonical && 'systolic' in canonical && (canonical.systolic >= 180 || canonical.diastolic >= 120)) {
    return { urgency: 'emergency', source: '2017 ACC/AHA Guideline for High Blood Pressure in Adults' }
  }
  return undefined
}
