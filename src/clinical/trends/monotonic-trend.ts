import { errorFunction, median } from 'simple-statistics'

/** One value of a series, at a place on the time line. */
export interface TrendPoint {
  /** Days since any fixed day. No two points share one. */
  readonly day: number
  readonly value: number
}

export interface MonotonicTrend {
  /** Change a day. */
  readonly slope: number
  /** The values that the line through the points has on the first and the last day. */
  readonly first: number
  readonly last: number
  /** How probable such a series were if nothing rose or fell, 0 to 1. */
  readonly probability: number
}

/** With fewer points no order of them is improbable enough to speak of a trend. */
const FEWEST_POINTS = 4

/**
 * Slope and significance of a series without assuming how its values are distributed; single wild values do no harm.
 *
 * The slope is the median of the slopes between all pairs of points (Theil, "A rank-invariant method of linear and
 * polynomial regression analysis", 1950; Sen, "Estimates of the regression coefficient based on Kendall's tau", Journal of
 * the American Statistical Association 63, 1968). Its significance is the two-sided Mann–Kendall test with correction for
 * ties and continuity (Mann, "Nonparametric tests against trend", Econometrica 13, 1945; Kendall, "Rank Correlation
 * Methods", 1975), by the normal approximation, which errs on the side of no trend where points are few.
 *
 * Takes time in the square of the number of points: give it one point a day. `undefined` for fewer than four points.
 */
export function monotonicTrend(points: readonly TrendPoint[]): MonotonicTrend | undefined {
  if (points.length < FEWEST_POINTS) return undefined
  const inOrder = [...points].sort((left, right) => left.day - right.day)
  const slopes: number[] = []
  let score = 0
  for (const [index, later] of inOrder.entries()) {
    for (const earlier of inOrder.slice(0, index)) {
      const rise = later.value - earlier.value
      slopes.push(rise / (later.day - earlier.day))
      score += Math.sign(rise)
    }
  }
  const slope = median(slopes)
  const level = median(inOrder.map(({ day, value }) => value - slope * day))
  const on = (point: TrendPoint | undefined) => level + slope * (point?.day ?? 0)
  return {
    slope,
    first: on(inOrder[0]),
    last: on(inOrder.at(-1)),
    probability: probabilityOf(score, inOrder),
  }
}

/** Two-sided probability of a Mann–Kendall score. */
function probabilityOf(score: number, points: readonly TrendPoint[]): number {
  if (score === 0) return 1
  const pairs = (count: number) => count * (count - 1) * (2 * count + 5)
  const equals = new Map<number, number>()
  for (const { value } of points) equals.set(value, (equals.get(value) ?? 0) + 1)
  const tied = [...equals.values()].reduce((sum, count) => sum + pairs(count), 0)
  const deviation = Math.sqrt((pairs(points.length) - tied) / 18)
  return 1 - errorFunction((Math.abs(score) - 1) / deviation / Math.SQRT2)
}
