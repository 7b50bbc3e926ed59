import type { MetricType } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { arrayText } from './array-text.ts'
import { judged } from './judge-metric.ts'
import { contextAt, heightAt, limitMover, readHeights, readPerson } from './metric-person.ts'

const TABLE = 'health_metrics'

/** Whose limits depend on the age. Those of the others are the same at every age. */
const BY_AGE: readonly MetricType[] = ['blood_pressure', 'weight', 'bmi', 'heart_rate', 'temperature']
const BY_CONDITION: readonly MetricType[] = ['blood_pressure', 'blood_glucose', 'hba1c', 'weight', 'bmi']
const BY_HEIGHT: readonly MetricType[] = ['weight']

interface StoredMetric {
  readonly id: string
  readonly metric_type: MetricType
  readonly value_number: number | null
  readonly unit: string
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly notes: string | null
  readonly measured_at: Date
  readonly status: string | null
  readonly status_source: string | null
}

/** What has changed about the person. */
export type ChangedFact = 'person' | 'condition' | 'height'

const TYPES: Readonly<Record<ChangedFact, readonly MetricType[]>> = {
  person: BY_AGE,
  condition: BY_CONDITION,
  height: BY_HEIGHT,
}

/** The measurements whose limits depend on a fact about the person. */
export function metricTypesBy(fact: ChangedFact): readonly MetricType[] {
  return TYPES[fact]
}

interface Condition {
  readonly name: string
  readonly icd_code: string | null
  readonly diagnosed_date: string
  readonly status: string
}

/** Holds measurements against their limits anew where a condition that moves limits came, changed or went. */
export async function rejudgeByCondition(
  scope: OperationScope,
  after: Condition | undefined,
  before: Condition | undefined,
): Promise<void> {
  const meaning = (condition: Condition | undefined) => {
    const moves = condition && limitMover(condition)
    return moves && `${moves} ${condition.diagnosed_date} ${condition.status === 'resolved'}`
  }
  if (meaning(after) !== meaning(before)) await rejudgeMetrics(scope, 'condition')
}

/**
 * Holds what was measured against its limits anew, after something changed that they depend on. The new status travels
 * with the commit; one round trip reads all there is to know.
 */
export async function rejudgeMetrics(scope: OperationScope, fact: ChangedFact): Promise<void> {
  const { transaction } = scope
  const [person, heights, rows] = await Promise.all([
    readPerson(transaction),
    readHeights(transaction),
    transaction.rows<StoredMetric>(
      transaction
        .sql(TABLE)
        .whereIn('metric_type', [...metricTypesBy(fact)])
        .select(
          'id',
          'metric_type',
          'value_number',
          'unit',
          'systolic',
          'diastolic',
          'notes',
          'measured_at',
          'status',
          'status_source',
        ),
    ),
  ])
  const changed = rows.flatMap((row) => {
    const { id, metric_type, systolic, diastolic, value_number, measured_at, notes } = row
    const reading =
      systolic !== null && diastolic !== null ? { systolic, diastolic } : { value: Number(value_number ?? Number.NaN) }
    const context = contextAt(person, { metric_type, measured_at, notes }, heightAt(heights, measured_at))
    const now = judged(metric_type, reading, row.unit, context)
    return now.status === row.status && now.status_source === row.status_source ? [] : [{ id, ...now }]
  })
  if (changed.length === 0) return
  transaction.queue(
    transaction.sql.raw(
      `update ${TABLE} set status = judged.status, status_source = judged.status_source
       from unnest(?::uuid[], ?::text[], ?::text[]) as judged (id, status, status_source)
       where ${TABLE}.id = judged.id`,
      [
        arrayText(changed.map(({ id }) => id)),
        arrayText(changed.map(({ status }) => status)),
        arrayText(changed.map(({ status_source }) => status_source)),
      ],
    ),
  )
}
