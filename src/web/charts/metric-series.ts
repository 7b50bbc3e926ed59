import { request } from '../api/client.ts'
import { formatNumber } from '../words/format.ts'
import type { ChartBand, ChartPoint } from './line-chart.tsx'
import { dayBegins, type Period, type Span } from './periods.ts'

interface Aggregate {
  readonly minimum: number
  readonly mean: number
  readonly maximum: number
}

interface Range {
  readonly minimum: number | null
  readonly maximum: number | null
}

/** The values of one day. */
interface Day {
  /** `YYYY-MM-DD` */
  readonly start: string
  readonly count: number
  readonly values: Aggregate
  readonly diastolic: Aggregate | null
}

/** How one kind of measurement went, day by day, oldest first, in the units that the person likes. */
export interface MetricSeries {
  readonly metric_type: string
  readonly unit: string
  readonly healthy: Range | null
  readonly healthy_diastolic: Range | null
  readonly data: readonly Day[]
}

/** What the server has found out about a span. */
export interface Trend {
  readonly trend_direction: 'improving' | 'stable' | 'declining' | null
  readonly weekly_change: number | null
  /** How probable such values were if nothing changed, 0 to 1. */
  readonly probability: number | null
}

const DAYS = 1_000
/** Below it the server counts a change. */
const SIGNIFICANT = 0.1
/** From here on nobody writes what is behind the point: a pressure, a sugar in mg/dL. */
const COARSE_FROM = 100

export function readSeries(type: string, signal: AbortSignal): Promise<MetricSeries> {
  const query = { metric_type: type, bucket: 'day', limit: DAYS, units: 'preferred' }
  return request('GET', '/api/v1/metrics/summary', { query, signal })
}

export async function readTrend(
  type: string,
  period: Period,
  { from }: Span,
  signal: AbortSignal,
): Promise<Trend | undefined> {
  const query = { metric_type: type, trend_period: period, from, to: from, units: 'preferred' }
  const { data } = await request<{ readonly data: readonly Trend[] }>('GET', '/api/v1/trends', { query, signal })
  return data[0]
}

export const daysWithin = ({ data }: MetricSeries, { from, to }: Span): readonly Day[] =>
  data.filter(({ start }) => start >= from && start <= to)

/** The days as points of a chart, each in the middle of its day. */
export function pointsOf(days: readonly Day[]): readonly ChartPoint[] {
  return days.map(({ start, values, diastolic }) => ({
    at: dayBegins(start) + 43_200_000,
    values: diastolic ? [values.mean, diastolic.mean] : [values.mean],
  }))
}

export function bandsOf({ healthy, healthy_diastolic }: MetricSeries): readonly ChartBand[] {
  return [healthy, healthy_diastolic].flatMap((range) => (range ? [{ low: range.minimum, high: range.maximum }] : []))
}

/** `128/82`, or `7.2`: as finely as people write such values. */
export function writtenNumbers(numbers: readonly (number | null)[]): string {
  const isCoarse = numbers.length > 1 || numbers.some((value) => value !== null && value >= COARSE_FROM)
  const format = { maximumFractionDigits: isCoarse ? 0 : 1 }
  return numbers.map((value) => (value === null ? '' : formatNumber(value, format))).join('/')
}

/** Mean, lowest and highest of some days, of a blood pressure both numbers. */
export function statisticsOf(days: readonly Day[]) {
  const count = days.reduce((sum, day) => sum + day.count, 0)
  const all = [days.map(({ values }) => values), days.flatMap(({ diastolic }) => diastolic ?? [])].filter(
    ({ length }) => length === days.length,
  )
  const mean = (list: readonly Aggregate[]): number =>
    list.reduce((sum, each, at) => sum + each.mean * (days[at]?.count ?? 0), 0) / count
  return {
    count,
    mean: writtenNumbers(all.map(mean)),
    lowest: writtenNumbers(all.map((list) => Math.min(...list.map(({ minimum }) => minimum)))),
    highest: writtenNumbers(all.map((list) => Math.max(...list.map(({ maximum }) => maximum)))),
  }
}

/** The change a week where there is one that counts; nothing where chance explains it. */
export function tellingChange(trend: Trend | undefined): number | undefined {
  const { weekly_change: change, probability } = trend ?? {}
  if (!change || probability === null || probability === undefined || probability >= SIGNIFICANT) return undefined
  return change
}
