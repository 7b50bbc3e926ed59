import { z } from 'zod'
import {
  convertMetric,
  type HealthyRange,
  healthyRange,
  METRICS,
  type MetricType,
} from '../../clinical/vitals/index.ts'
import { defineOperation } from '../../operations/define-operation.ts'
import { choice, day, text, wholeNumber } from '../../operations/field-types.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { PERSONS_TIME_ZONE, timeRangeInput, whereInRange } from '../../operations/time-range.ts'
import { metricFields, metricType } from './metric.ts'
import { metrics } from './metric-operations.ts'
import { readingContext } from './metric-person.ts'
import { chooseUnits, inUnit, unitsInput } from './metric-view.ts'

const TABLE = 'health_metrics'

export const latestMetrics = defineOperation({
  name: 'metrics.latest',
  summary: 'Read the newest measurement of each kind',
  effect: 'read',
  input: z.strictObject({
    metric_type: metricType('Only this kind.').optional(),
    ...unitsInput,
  }),
  output: z.object({ data: z.array(metrics.record).meta({ description: 'One measurement a kind.' }) }),
  rest: { method: 'GET', path: '/metrics/latest' },
  tool: { guidance: 'tools/metrics', confirm: 'never' },
  run: async (scope, input) => {
    const { transaction } = scope
    const query = transaction
      .sql(TABLE)
      .distinctOn('metric_type')
      .select(...Object.keys(metrics.store.columns))
      .orderBy([{ column: 'metric_type' }, { column: 'measured_at', order: 'desc' }, { column: 'id', order: 'desc' }])
    if (input.metric_type !== undefined) query.where({ metric_type: input.metric_type })
    const [rows, units] = await Promise.all([transaction.rows<RecordRow>(query), chooseUnits(scope, input.units)])
    return { data: rows.map((row) => inUnit(metrics.store.fromRow(row), units)) }
  },
})

const aggregate = (what: string) =>
  z
    .object({
      minimum: z.number().meta({ description: 'The lowest value.', examples: [118] }),
      mean: z.number().meta({ description: 'The mean.', examples: [126.4] }),
      maximum: z.number().meta({ description: 'The highest value.', examples: [141] }),
    })
    .meta({ description: what })

const range = (what: string) =>
  z
    .object({
      minimum: z
        .number()
        .nullable()
        .meta({ description: 'Its lower end; null where nothing is too low.', examples: [90] }),
      maximum: z
        .number()
        .nullable()
        .meta({ description: 'Its upper end; null where nothing is too high.', examples: [129] }),
      source: text('The document that it comes from.', {
        example: 'International Society of Hypertension: Global Hypertension Practice Guidelines (2020)',
        maximum: 1000,
      }),
    })
    .nullable()
    .meta({ description: what })

interface BucketRow {
  readonly start: string
  readonly count: number
  readonly minimum: number
  readonly mean: number
  readonly maximum: number
  readonly diastolic_minimum: number | null
  readonly diastolic_mean: number | null
  readonly diastolic_maximum: number | null
}

export const summariseMetrics = defineOperation({
  name: 'metrics.summary',
  summary: 'Summarise one kind of measurement by day, week, month or year',
  effect: 'read',
  readsMuch: true,
  input: z.strictObject({
    metric_type: metricType('What was measured.'),
    bucket: choice(['day', 'week', 'month', 'year'], "How long a bucket is, in the person's time zone.", {
      example: 'week',
    }).default('day'),
    ...timeRangeInput('measured_at', metricFields.measured_at),
    limit: wholeNumber('At most so many buckets, the newest.', { example: 90, minimum: 1, maximum: 1000 }).default(366),
    ...unitsInput,
  }),
  output: z.object({
    metric_type: metricType('What was measured.'),
    unit: text('The unit of all values.', { example: 'mmHg' }),
    bucket: text('How long a bucket is.', { example: 'week' }),
    healthy: range(
      'What is healthy for the person now; of blood pressures the upper values. null where nothing says so.',
    ),
    healthy_diastolic: range('The same of the lower values of blood pressures.'),
    data: z
      .array(
        z.object({
          start: day('First day of the bucket.', { example: '2026-03-09' }),
          count: wholeNumber('How many measurements.', { example: 5 }),
          values: aggregate('The values; of blood pressures the upper ones.'),
          diastolic: aggregate('The lower values of blood pressures.').nullable(),
        }),
      )
      .meta({ description: 'The buckets that have measurements, oldest first.' }),
  }),
  rest: { method: 'GET', path: '/metrics/summary' },
  tool: { guidance: 'tools/metrics', confirm: 'never' },
  run: async (scope, input) => {
    const { transaction } = scope
    const { metric_type: type, bucket } = input
    const unit = (await chooseUnits(scope, input.units))(type) ?? METRICS[type].units[0].name
    const value = valueInUnit(type, unit)
    const start = `date_trunc(?, measured_at at time zone ${PERSONS_TIME_ZONE})::date`
    const query = transaction
      .sql(TABLE)
      .where({ metric_type: type })
      .whereNotNull('value_number')
      .select(
        transaction.sql.raw(`${start} as start, count(*)::integer as count`, [bucket]),
        transaction.sql.raw(`min(${value.sql}) as minimum, avg(${value.sql}) as mean, max(${value.sql}) as maximum`, [
          ...value.bindings,
          ...value.bindings,
          ...value.bindings,
        ]),
        transaction.sql.raw(
          'min(diastolic) as diastolic_minimum, avg(diastolic) as diastolic_mean, max(diastolic) as diastolic_maximum',
        ),
      )
      .groupByRaw('1')
      .orderByRaw('1 desc')
      .limit(input.limit)
    whereInRange(query, 'measured_at', metricFields.measured_at, input)
    const [rows, context] = await Promise.all([
      transaction.rows<BucketRow>(query),
      readingContext(scope, { metric_type: type, measured_at: scope.now, notes: null }),
    ])
    return {
      metric_type: type,
      unit,
      bucket,
      healthy: rangeIn(type, unit, healthyRange(type, context)),
      healthy_diastolic:
        type === 'blood_pressure' ? rangeIn(type, unit, healthyRange(type, context, 'diastolic')) : null,
      data: rows.reverse().map((row) => ({
        start: row.start,
        count: row.count,
        values: rounded(row.minimum, row.mean, row.maximum),
        diastolic:
          row.diastolic_mean === null
            ? null
            : rounded(row.diastolic_minimum ?? 0, row.diastolic_mean, row.diastolic_maximum ?? 0),
      })),
    }
  },
})

function rangeIn(type: MetricType, unit: string, range: HealthyRange | undefined) {
  if (!range) return null
  const convert = (value: number | undefined): number | null => {
    const converted = value === undefined ? undefined : convertMetric(type, value, METRICS[type].units[0].name, unit)
    return converted === undefined ? null : Number(converted.toFixed(2))
  }
  return { minimum: convert(range.low), maximum: convert(range.high), source: range.source }
}

function rounded(minimum: number, mean: number, maximum: number) {
  const round = (value: number) => Number(value.toFixed(2))
  return { minimum: round(minimum), mean: round(mean), maximum: round(maximum) }
}

/** SQL of a row's value in one unit, whatever unit it was recorded in: all of them differ by a factor and an offset. */
export function valueInUnit(type: MetricType, unit: string): { sql: string; bindings: (string | number)[] } {
  const conversions = METRICS[type].units.flatMap(({ name }) => {
    const offset = convertMetric(type, 0, name, unit)
    const one = convertMetric(type, 1, name, unit)
    return offset === undefined || one === undefined || name === unit ? [] : [{ name, offset, factor: one - offset }]
  })
  if (type === 'blood_pressure' || conversions.length === 0) return { sql: 'value_number', bindings: [] }
  const cases = conversions.map(() => 'when unit = ? then value_number * ?::numeric + ?::numeric').join(' ')
  return {
    sql: `case ${cases} else value_number end`,
    bindings: conversions.flatMap(({ name, factor, offset }) => [name, factor, offset]),
  }
}
