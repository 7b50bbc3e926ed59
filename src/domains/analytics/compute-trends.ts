import { monotonicTrend, type TrendDirection, trendConfidence, trendDirection } from '../../clinical/trends/index.ts'
import { METRICS, type MetricType, type ReadingContext } from '../../clinical/vitals/index.ts'
import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { readingContext, valueInUnit } from '../metrics/index.ts'

interface PeriodRow {
  readonly trend_period: string
  readonly period_start: string
  readonly period_end: string
  readonly data_points: number
  readonly average_value: number | null
  readonly min_value: number | null
  readonly max_value: number | null
  /** Of each day with values, oldest first: days since the start of the period, mean value, mean diastolic value. */
  readonly days: number[] | null
  readonly means: number[] | null
  readonly diastolic_means: (number | null)[] | null
}

export interface TrendWork {
  readonly userId: string
  readonly type: MetricType
  /** Days whose values changed, `YYYY-MM-DD`; only the periods that hold one of them are computed. */
  readonly days: readonly string[]
  readonly now: Date
}

/**
 * Computes the trends of one kind of measurement over the weeks, months, quarters and years that hold the given days. A
 * trend is that of the means of days, so that a phone that measures every minute weighs no more than a person who does so
 * twice a day.
 */
export async function computeTrends(transaction: Transaction, work: TrendWork): Promise<void> {
  const { userId, type, now } = work
  const [periods, context] = await Promise.all([
    readPeriods(transaction, work),
    readingContext({ transaction }, { metric_type: type, measured_at: now, notes: null }),
  ])
  const [kept, empty] = [
    periods.filter(({ data_points }) => data_points > 0),
    periods.filter(({ data_points }) => data_points === 0),
  ]
  for (const { trend_period, period_start } of empty) {
    transaction.queue(
      transaction.sql('health_trends').where({ metric_type: type, trend_period, period_start }).delete(),
    )
  }
  if (kept.length === 0) return
  const rows = kept.map(({ days, means, diastolic_means, ...period }) => ({
    ...period,
    ...conclusion(type, days ?? [], means ?? [], diastolic_means ?? [], context),
    user_id: userId,
    metric_type: type,
    unit: METRICS[type].units[0].name,
    calculated_at: now,
  }))
  transaction.queue(
    transaction
      .sql('health_trends')
      .insert(rows)
      .onConflict(['user_id', 'metric_type', 'trend_period', 'period_start'])
      .merge(),
  )
}

async function readPeriods(transaction: Transaction, { type, days }: TrendWork): Promise<PeriodRow[]> {
  const value = valueInUnit(type, METRICS[type].units[0].name)
  return await transaction.rows<PeriodRow>(
    transaction.sql.raw(
      `with periods as (
         select distinct period.name as trend_period, date_trunc(period.part, day)::date as period_start,
           (date_trunc(period.part, day) + period.length - interval '1 day')::date as period_end
         from unnest(?::date[]) as day
         cross join (values
           ('weekly', 'week', interval '1 week'), ('monthly', 'month', interval '1 month'),
           ('quarterly', 'quarter', interval '3 months'), ('yearly', 'year', interval '1 year')
         ) as period (name, part, length)
       ),
       bounds as (select min(period_start) as first, max(period_end) as last from periods),
       daily as (
         select (measured_at at time zone zone.name)::date as day, count(*) as count, sum(${value.sql}) as total,
           min(${value.sql}) as lowest, max(${value.sql}) as highest, avg(diastolic) as diastolic
         from health_metrics
         cross join (select ${PERSONS_TIME_ZONE} as name) as zone
         cross join bounds
         where metric_type = ? and value_number is not null
           and measured_at >= bounds.first::timestamp at time zone zone.name
           and measured_at < (bounds.last + 1)::timestamp at time zone zone.name
         group by 1
       )
       select trend_period, period_start, period_end, coalesce(sum(count), 0)::integer as data_points,
         round(sum(total) / sum(count), 2) as average_value,
         round(min(lowest), 2) as min_value, round(max(highest), 2) as max_value,
         array_agg(day - period_start order by day) filter (where day is not null) as days,
         array_agg((total / count)::float8 order by day) filter (where day is not null) as means,
         array_agg(diastolic::float8 order by day) filter (where day is not null) as diastolic_means
       from periods
       left join daily on day between period_start and period_end
       group by trend_period, period_start, period_end`,
      [`{${days.join(',')}}`, ...value.bindings, ...value.bindings, ...value.bindings, type],
    ),
  )
}

interface Conclusion {
  readonly trend_direction: TrendDirection | null
  readonly confidence_score: number | null
  readonly weekly_change: number | null
  readonly probability: number | null
}

/** Where there are too few days to tell, nothing is said. */
function conclusion(
  type: MetricType,
  days: readonly number[],
  means: readonly number[],
  diastolicMeans: readonly (number | null)[],
  context: ReadingContext,
): Conclusion {
  const trendOf = (values: readonly (number | null)[]) =>
    monotonicTrend(values.flatMap((value, index) => (value === null ? [] : [{ day: days[index] ?? 0, value }])))
  const trend = trendOf(means)
  if (!trend) return { trend_direction: null, confidence_score: null, weekly_change: null, probability: null }
  const diastolic = type === 'blood_pressure' ? trendOf(diastolicMeans) : undefined
  const directions = [
    trendDirection(type, trend, context),
    diastolic && trendDirection(type, diastolic, context, 'diastolic'),
  ]
  return {
    // Either number of a blood pressure decides, the worse news first.
    trend_direction: (['declining', 'improving', 'stable'] as const).find((each) => directions.includes(each)) ?? null,
    confidence_score: trendConfidence(trend, days.length),
    weekly_change: Number((trend.slope * 7).toFixed(4)),
    probability: Number(trend.probability.toFixed(5)),
  }
}
