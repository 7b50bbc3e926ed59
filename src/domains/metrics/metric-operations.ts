import type { OperationScope } from '../../operations/define-operation.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { type FieldError, Problem, ValidationFailed } from '../../platform/errors/problem.ts'
import { deriveBodyMassIndex, deriveBodyMassIndexes, removeBodyMassIndex } from './body-mass-index.ts'
import { judged } from './judge-metric.ts'
import { type Metric, metricDerived, metricFields, toldMetric } from './metric.ts'
import { preferredUnit, preferredUnits, readingContext } from './metric-person.ts'
import { chooseUnits, inUnit, unitsInput } from './metric-view.ts'
import { readMetric } from './read-metric.ts'
import { rejudgeMetrics } from './rejudge-metrics.ts'

/** How far the clock of a phone may be ahead of ours. */
const CLOCK_TOLERANCE_MILLISECONDS = 60 * 60 * 1000

/** A measurement cannot have been made tomorrow. */
export function futureErrors(measuredAt: string | null, now: Date): readonly FieldError[] {
  return measuredAt !== null && Date.parse(measuredAt) > now.getTime() + CLOCK_TOLERANCE_MILLISECONDS
    ? [{ pointer: '/measured_at', code: 'in_the_future' }]
    : []
}

export const metrics = recordDomain({
  name: 'metrics',
  noun: 'measurement',
  table: 'health_metrics',
  path: '/metrics',
  fields: metricFields,
  filledIn: ['value', 'unit', 'measured_at'],
  derived: metricDerived,
  viewInput: unitsInput,
  keptAsGiven: true,
  timeColumn: 'measured_at',
  filterable: ['metric_type', 'status', 'device_used'],
  sortable: ['-measured_at', 'created_at', 'metric_type'],
  rules: ({ measured_at }, now) => futureErrors(measured_at, now),
  text: ({ metric_type, value, unit, notes }) =>
    [`${metric_type.replaceAll('_', ' ')} ${value} ${unit}`, notes].filter((part) => part !== null).join('\n'),
  wordsSuffice: ({ notes }) => notes === null,
  guidance: 'tools/metrics',
  knownBy: ['metric_type', 'value', 'unit', 'systolic', 'diastolic', 'measured_at'],
  told: toldMetric,
  beforeWrite: async (scope, { record, before, given }) => {
    if (before?.source === 'derived') {
      throw new Problem(ValidationFailed, { errors: [{ pointer: '/value', code: 'computed' }] })
    }
    const { metric_type } = record
    // Of what was there, only the parts that the new ones do not replace still count.
    const renewed = given.has('value') || given.has('systolic') || given.has('diastolic')
    const kept = (name: 'value' | 'systolic' | 'diastolic') => !before || given.has(name) || !renewed
    const pair = !given.has('value') && renewed
    const measuredAt = record.measured_at === null ? scope.now : new Date(record.measured_at)
    const [preferences, context] = await Promise.all([
      record.unit ? undefined : preferredUnits(scope),
      readingContext(scope, { metric_type, measured_at: measuredAt, notes: record.notes }),
    ])
    const { reading, columns } = readMetric({
      metric_type,
      value: kept('value') ? (record.value ?? null) : null,
      unit: record.unit ?? preferredUnit(metric_type, preferences),
      systolic: kept('systolic') || pair ? record.systolic : null,
      diastolic: kept('diastolic') || pair ? record.diastolic : null,
    })
    return {
      ...columns,
      ...judged(metric_type, reading, columns.unit, context),
      measured_at: measuredAt.toISOString(),
    }
  },
  afterWrite: async (scope, record, before) => {
    if (before?.metric_type === 'weight') await removeBodyMassIndex(scope, record.id)
    if (record.metric_type === 'weight') await deriveBodyMassIndex(scope, asMeasured(record))
    if (record.metric_type === 'height' || before?.metric_type === 'height') await followHeight(scope)
  },
  afterDelete: async (scope, { id, metric_type }) => {
    if (metric_type === 'weight') await removeBodyMassIndex(scope, id)
    if (metric_type === 'height') await followHeight(scope)
  },
  present: async (scope, records, input) => {
    const choice = await chooseUnits(scope, input['units'] as string | undefined)
    return records.map((record) => inUnit(record, choice))
  },
})

/** Brings weights in line with the height that is known now: how they stand, and the body mass index of each. */
export async function followHeight(scope: OperationScope): Promise<void> {
  await Promise.all([rejudgeMetrics(scope, 'height'), deriveBodyMassIndexes(scope)])
}

function asMeasured({ id, value, unit, measured_at }: Metric & { id: string }) {
  return { id, value, unit, measured_at: new Date(measured_at) }
}
