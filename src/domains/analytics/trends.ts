import { z } from 'zod'
import { convertMetric, type MetricType } from '../../clinical/vitals/index.ts'
import { choice, day, decimal, identifier, moment, text, wholeNumber } from '../../operations/field-types.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { enumerations } from '../../platform/database/index.ts'
import { chooseUnits, metricType, type UnitChoice, unitsInput } from '../metrics/index.ts'
import { computedList } from './computed-list.ts'

const { trend_period, trend_direction } = enumerations.health_trends

const value = (description: string, example: number) => decimal(description, { example, maximum: 99_999_999 })

export const listTrends = computedList({
  name: 'trends.list',
  noun: 'Trend',
  summary: 'List how measurements went over weeks, months, quarters and years',
  table: 'health_trends',
  path: '/trends',
  columns: {
    id: identifier('Identifier of the trend.'),
    metric_type: metricType('What was measured.'),
    trend_period: choice(trend_period, "How long the period is, in the person's time zone.", { example: 'monthly' }),
    period_start: day('First day of the period.', { example: '2026-03-01' }),
    period_end: day('Last day of the period.', { example: '2026-03-31' }),
    unit: text('The unit of all values.', { example: 'mmHg', maximum: 20 }).nullable(),
    average_value: value('The mean of all values; of blood pressures the upper ones.', 131.4).nullable(),
    min_value: value('The lowest value.', 118).nullable(),
    max_value: value('The highest value.', 146).nullable(),
    trend_direction: choice(
      trend_direction,
      'Whether the values went towards the healthy range (`improving`), away from it (`declining`) or neither. null with values of fewer than four days, and for what has no healthy range.',
      { example: 'improving' },
    ).nullable(),
    weekly_change: z
      .number()
      .meta({
        description: 'Change a week by the median of the slopes between all days (Theil–Sen); null for too few days.',
        examples: [-2.5],
      })
      .nullable(),
    probability: decimal(
      'How probable such values were if nothing changed (Mann–Kendall test, two-sided); below 0.1 a change counts.',
      { example: 0.0275, maximum: 1 },
    ).nullable(),
    confidence_score: decimal(
      'How far the direction can be relied on: days / (days + 3), times 1 - probability where a change counts, else times probability.',
      { example: 0.61, maximum: 1 },
    ).nullable(),
    data_points: wholeNumber('How many values there are.', { example: 14 }).nullable(),
    calculated_at: moment('When it was computed.', { example: '2026-03-12T04:30:00.000Z' }),
  },
  timeColumn: 'period_start',
  filterable: ['metric_type', 'trend_period', 'trend_direction'],
  viewInput: unitsInput,
  present: async (scope, records, input) => {
    const choice = await chooseUnits(scope, input['units'] as string | undefined)
    return records.map((record) => inChosenUnit(record, choice))
  },
  guidance: 'tools/trends',
})

/** A trend with its values in the chosen unit. Units differ by a factor and an offset, changes by the factor alone. */
function inChosenUnit(trend: RecordRow, choice: UnitChoice): RecordRow {
  const type = trend['metric_type'] as MetricType
  const unit = trend['unit']
  const target = choice(type)
  if (typeof unit !== 'string' || target === undefined || target === unit || type === 'blood_pressure') return trend
  const convert = (value: number) => convertMetric(type, value, unit, target)
  const none = convert(0)
  if (none === undefined) return trend
  const converted = (name: string, offset: number, digits: number) => {
    const value = trend[name]
    const inTarget = typeof value === 'number' ? convert(value) : undefined
    return { [name]: inTarget === undefined ? null : Number((inTarget - offset).toFixed(digits)) }
  }
  return {
    ...trend,
    unit: target,
    ...converted('average_value', 0, 2),
    ...converted('min_value', 0, 2),
    ...converted('max_value', 0, 2),
    ...converted('weekly_change', none, 4),
  }
}
