import { type Page, request } from '../../api/client.ts'
import { type MetricSeries, readSeries, readTrend, type Trend } from '../../charts/metric-series.ts'
import { spanOf } from '../../charts/periods.ts'
import { type HealthDocument, listDocuments } from '../documents/document.ts'
import { localDay } from '../records/form-values.ts'
import { metricValue } from '../records/metric-value.ts'
import { type Row, textOf } from '../records/record-description.ts'
import { type Flag, listResults, printedValue, type Result } from '../report/result.ts'

/** A value that is not as it should be: measured, or printed in a report. */
export interface OddValue {
  readonly id: string
  /** Of a measurement its type, of a report's value what the report calls it. */
  readonly name: { readonly metric: string } | { readonly printed: string }
  readonly value: string
  readonly standing: { readonly status: string } | { readonly flag: Flag }
  /** `YYYY-MM-DD` */
  readonly day: string
}

/** How one kind of measurement went in the year of its newest value. */
export interface Course {
  readonly type: string
  readonly series: MetricSeries
  readonly trend: Trend | undefined
}

/** All that a doctor should see at once. */
export interface Summary {
  readonly person: Row
  readonly conditions: readonly Row[]
  readonly allergies: readonly Row[]
  readonly medications: readonly Row[]
  readonly courses: readonly Course[]
  readonly oddValues: readonly OddValue[]
  readonly documents: readonly HealthDocument[]
}

/** What an ordinary record has of each fits on a page; more than that is said to be left out. */
export const SHOWN = { courses: 4, oddValues: 10, documents: 6 } as const
const ROWS = 50
/** So many reports are looked through for values. */
const REPORTS = 8
/** Fewer days make no line. */
const DAYS = 2
const FINE: readonly unknown[] = ['normal', 'stable', null, undefined]

export async function readSummary(signal: AbortSignal): Promise<Summary> {
  const list = async (path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly Row[]> =>
    (await request<Page<Row>>('GET', `/api/v1/${path}`, { query: { ...query, limit: ROWS }, signal })).data
  const [person, conditions, allergies, medications, latest, documents] = await Promise.all([
    request<Row>('GET', '/api/v1/me', { signal }),
    list('conditions'),
    list('allergies', { status: 'active' }),
    list('medications', { status: 'active' }),
    request<{ readonly data: readonly Row[] }>('GET', '/api/v1/metrics/latest', {
      query: { units: 'preferred' },
      signal,
    }),
    listDocuments({}, signal),
  ])
  const own = documents.data.filter(({ subject }) => subject === 'self').toSorted((one, other) => newerDay(one, other))
  const [courses, results] = await Promise.all([readCourses(latest.data, signal), readResults(own, signal)])
  return {
    person,
    conditions: conditions.filter(({ status }) => status !== 'resolved'),
    allergies,
    medications,
    courses,
    oddValues: [...oddMeasurements(latest.data), ...results].toSorted((one, other) => other.day.localeCompare(one.day)),
    documents: own,
  }
}

const dayOf = ({ document_date, created_at }: HealthDocument): string => document_date ?? localDay(new Date(created_at))

const newerDay = (one: HealthDocument, other: HealthDocument): number => dayOf(other).localeCompare(dayOf(one))

async function readCourses(latest: readonly Row[], signal: AbortSignal): Promise<readonly Course[]> {
  const types = latest.map((row) => textOf(row, 'metric_type') ?? '')
  const all = await Promise.all(types.map((type) => readSeries(type, signal)))
  const long = all.flatMap((series, at) => (series.data.length < DAYS ? [] : [{ type: types[at] ?? '', series }]))
  const most = long.toSorted((one, other) => other.series.data.length - one.series.data.length)
  return Promise.all(
    most.slice(0, SHOWN.courses).map(async ({ type, series }) => {
      const newest = series.data.at(-1)?.start ?? ''
      return { type, series, trend: await readTrend(type, 'yearly', spanOf('yearly', newest), signal) }
    }),
  )
}

/** Measurements that came from a report stand with the report's values. */
function oddMeasurements(latest: readonly Row[]): readonly OddValue[] {
  return latest
    .filter(({ status, document_id }) => !FINE.includes(status) && document_id === null)
    .map((row) => ({
      id: row.id,
      name: { metric: textOf(row, 'metric_type') ?? '' },
      value: metricValue(row),
      standing: { status: textOf(row, 'status') ?? '' },
      day: localDay(new Date(textOf(row, 'measured_at') ?? 0)),
    }))
}

/** Of each test the newest value, where it is outside its range and nobody has said that it is not on the page. */
async function readResults(newestFirst: readonly HealthDocument[], signal: AbortSignal): Promise<readonly OddValue[]> {
  const reports = newestFirst.filter(({ category }) => category === 'laboratory').slice(0, REPORTS)
  const read = await Promise.all(reports.map(({ id }) => listResults(id, signal)))
  const newest = new Map<string, { readonly result: Result; readonly day: string }>()
  for (const [at, results] of read.entries()) {
    const document = reports[at]
    for (const result of results) {
      const key = result.code ?? result.test.toLowerCase()
      if (!document || result.review_status === 'rejected' || newest.has(key)) continue
      newest.set(key, { result, day: dayOf(document) })
    }
  }
  return [...newest.values()].flatMap(({ result, day }) =>
    result.flag === null || result.flag === 'normal'
      ? []
      : [
          {
            id: result.id,
            name: { printed: result.test },
            value: printedValue(result),
            standing: { flag: result.flag },
            day,
          },
        ],
  )
}
