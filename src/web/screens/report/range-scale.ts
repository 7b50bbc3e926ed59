import type { Result } from './result.ts'

/** Where a value and its range lie on a bar, each as a fraction of the bar's length. */
export interface RangeScale {
  /** Absent for a range without a lower end. */
  readonly low: number | undefined
  readonly high: number | undefined
  readonly value: number
}

/** Share of the bar that the range takes up where it has both ends. */
const RANGE_SHARE = 0.5
/** Nothing is drawn closer to an end of the bar. */
const MARGIN = 0.03

/**
 * Lays a value beside its range. The range fills the middle; a value that lies further out than the bar is drawn at its end.
 * @returns nothing where there is no number or no range.
 */
export function rangeScale({
  value_number: value,
  reference_low: low,
  reference_high: high,
}: Pick<Result, 'value_number' | 'reference_low' | 'reference_high'>): RangeScale | undefined {
  if (value === null || (low === null && high === null)) return undefined
  if (low !== null && high !== null) {
    if (high <= low) return undefined
    const from = (1 - RANGE_SHARE) / 2
    const at = from + ((value - low) / (high - low)) * RANGE_SHARE
    return { low: from, high: from + RANGE_SHARE, value: within(at) }
  }
  // One end alone: it stands at two thirds of the bar from the side that it leaves open.
  const end = high ?? low ?? 0
  const length = Math.abs(end) * 1.5
  if (length === 0) return undefined
  if (high !== null) return { low: undefined, high: 2 / 3, value: within(value / length) }
  return { low: 1 / 3, high: undefined, value: within(1 / 3 + (value - end) / length) }
}

const within = (fraction: number): number => Math.min(1 - MARGIN, Math.max(MARGIN, fraction))
