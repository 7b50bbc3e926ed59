import { METRICS, type MetricType, metricStatus, type Reading, type ReadingContext } from '../vitals/index.ts'
import type { MonotonicTrend } from './monotonic-trend.ts'

export type TrendDirection = 'improving' | 'stable' | 'declining'

/**
 * A trend counts where chance alone would show it less than once in ten times: five per cent for either direction. Four
 * values that only fall reach that, as many as a year has of HbA1c.
 */
const SIGNIFICANT = 0.1

/** Where a value stands: below (-1), within (0) or above (1) what is healthy, and how far out by classes. */
interface Standing {
  readonly side: -1 | 0 | 1
  readonly distance: number
}

type Standings = (value: number) => Standing | undefined

/**
 * Whether a change was for the better, held against the healthy range of the metric for this person: towards the range it
 * improves, away from it it declines, and within it nothing is better than anything else. So a falling HbA1c above its range
 * improves, and a falling weight improves, declines or neither. `undefined` where nothing says what is healthy (a height, or
 * a weight without a height).
 *
 * The values are in the metric's canonical unit; of a blood pressure `part` says which of the two numbers it is.
 */
export function trendDirection(
  type: MetricType,
  trend: MonotonicTrend,
  context: ReadingContext,
  part: 'systolic' | 'diastolic' = 'systolic',
): TrendDirection | undefined {
  const standingOf = standings(type, context, part)
  const first = standingOf(trend.first)
  const last = standingOf(trend.last)
  if (!first || !last) return undefined
  if (!isSignificant(trend)) return 'stable'
  if (first.side === last.side) {
    if (first.side === 0) return 'stable'
    return Math.sign(trend.slope) === first.side ? 'declining' : 'improving'
  }
  if (first.distance === last.distance) return 'stable'
  return first.distance > last.distance ? 'improving' : 'declining'
}

function isSignificant({ slope, probability }: MonotonicTrend): boolean {
  return slope !== 0 && probability < SIGNIFICANT
}

/** Numbers of a blood pressure that nobody would worry about, to judge the other one by itself. */
const HEALTHY_PRESSURE = { systolic: 115, diastolic: 75 } as const

const DISTANCES = { normal: 0, stable: 0, fair: 1, elevated: 1, low: 2, high: 2 } as const

function standings(type: MetricType, context: ReadingContext, part: 'systolic' | 'diastolic'): Standings {
  const unit = METRICS[type].units[0].name
  const reading = (value: number): Reading =>
    type === 'blood_pressure' ? { ...HEALTHY_PRESSURE, [part]: value } : { value }
  return (value) => {
    const found = metricStatus(type, reading(value), unit, context)
    if (!found) return undefined
    const distance = DISTANCES[found.status]
    if (distance === 0) return { side: 0, distance }
    // Of oxygen there cannot be too much.
    return { side: found.status === 'low' || type === 'oxygen_saturation' ? -1 : 1, distance }
  }
}

/**
 * How far a direction can be relied on, 0 to 1: the share `days / (days + 3)` that grows with the days that have values,
 * times how clear they are – for a change the probability that it is none by chance, for no change the probability that
 * chance alone explains what was seen.
 */
export function trendConfidence(trend: MonotonicTrend, days: number): number {
  const clearness = isSignificant(trend) ? 1 - trend.probability : trend.probability
  return Number(((days / (days + 3)) * clearness).toFixed(2))
}
