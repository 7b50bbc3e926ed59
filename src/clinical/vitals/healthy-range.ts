import { metricStatus, type ReadingContext } from './metric-status.ts'
import type { MetricType, Reading } from './metric-type.ts'
import { METRICS } from './metric-units.ts'

/** The values that count as healthy, both ends among them, in the metric's canonical unit. */
export interface HealthyRange {
  /** Absent where nothing is too low. */
  readonly low: number | undefined
  /** Absent where nothing is too high. */
  readonly high: number | undefined
  /** The document that the limits come from. */
  readonly source: string
}

/** How finely people write each metric, in its canonical unit. */
const STEPS: Readonly<Record<MetricType, number>> = {
  blood_pressure: 1,
  blood_glucose: 1,
  weight: 0.1,
  height: 1,
  bmi: 0.1,
  heart_rate: 1,
  temperature: 0.1,
  oxygen_saturation: 1,
  hba1c: 0.1,
  cholesterol: 1,
}

/** The other number of a blood pressure, one that nobody would worry about. */
const HEALTHY_PRESSURE = { systolic: 115, diastolic: 75 } as const

/**
 * The healthy range of a metric for this person, as {@link metricStatus} has it: the values that it calls normal, or on
 * target. So the two cannot say different things.
 * @param part of a blood pressure, which of its two numbers.
 * @returns `undefined` where nothing says what is healthy (a height, a weight without a height, a child's blood pressure).
 */
export function healthyRange(
  type: MetricType,
  context: ReadingContext,
  part: 'systolic' | 'diastolic' = 'systolic',
): HealthyRange | undefined {
  const { units, possible } = METRICS[type]
  const step = STEPS[type]
  const reading = (value: number): Reading =>
    type === 'blood_pressure' ? { ...HEALTHY_PRESSURE, [part]: value } : { value }
  let low: number | undefined
  let high: number | undefined
  let source = ''
  const [first, last] = [Math.ceil(possible.low / step), Math.floor(possible.high / step)]
  for (let steps = first; steps <= last; steps += 1) {
    const value = Number((steps * step).toFixed(1))
    const found = metricStatus(type, reading(value), units[0].name, context)
    if (found?.status === 'normal' || found?.status === 'stable') {
      low ??= value
      high = value
      source = found.source
    } else if (low !== undefined) break
  }
  if (low === undefined || high === undefined) return undefined
  return {
    low: low <= first * step ? undefined : low,
    high: high >= last * step ? undefined : high,
    source,
  }
}
