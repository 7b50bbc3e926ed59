import { v7 as uuidv7 } from 'uuid'
import { convertMetric } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { judged } from './judge-metric.ts'
import { contextAt, type Heights, heightAt, type Person, readHeights, readPerson } from './metric-person.ts'

const TABLE = 'health_metrics'
const DERIVED = 'derived'
const UNIT = 'kg/m2'

interface Measured {
  readonly id: string
  readonly value: string
  readonly unit: string
  readonly measured_at: Date
}

interface DerivedIndex {
  readonly id: string
  readonly source_id: string
  readonly value: string
  readonly measured_at: Date
}

/**
 * The body mass index of a weight: kilograms over the square of the height in metres (WHO Technical Report Series 854,
 * Physical status: the use and interpretation of anthropometry). Without a height there is none.
 */
function indexOf(weight: Measured, heights: Heights): string | undefined {
  const metres = heightAt(heights, weight.measured_at)
  const kilograms = convertMetric('weight', Number(weight.value), weight.unit, 'kg')
  return kilograms === undefined || metres === undefined ? undefined : (kilograms / metres ** 2).toFixed(1)
}

/** Adds the body mass index of a weight that has none yet. */
export async function deriveBodyMassIndex(scope: OperationScope, weight: Measured): Promise<void> {
  const [person, heights] = await Promise.all([readPerson(scope.transaction), readHeights(scope.transaction)])
  const value = indexOf(weight, heights)
  if (value !== undefined) await addIndex(scope, person, weight, value)
}

/** Brings the body mass indexes of all weights in line with the heights that are known now. */
export async function deriveBodyMassIndexes(scope: OperationScope): Promise<void> {
  const { transaction } = scope
  const { sql } = transaction
  const [person, heights, weights, present] = await Promise.all([
    readPerson(transaction),
    readHeights(transaction),
    transaction.rows<Measured>(
      sql(TABLE).select('id', 'value', 'unit', 'measured_at').where({ metric_type: 'weight' }).orderBy('measured_at'),
    ),
    transaction.rows<DerivedIndex>(
      sql(TABLE).select('id', 'source_id', 'value', 'measured_at').where({ metric_type: 'bmi', source: DERIVED }),
    ),
  ])
  const ofWeight = new Map(present.map((index) => [index.source_id, index]))
  for (const weight of weights) {
    const value = indexOf(weight, heights)
    const before = ofWeight.get(weight.id)
    if (value === before?.value) continue
    if (before) {
      transaction.queue(sql(TABLE).where({ id: before.id }).delete())
      await tellGone(scope, before)
    }
    if (value !== undefined) await addIndex(scope, person, weight, value)
  }
}

async function addIndex(scope: OperationScope, person: Person, weight: Measured, value: string): Promise<void> {
  const context = contextAt(person, { metric_type: 'bmi', measured_at: weight.measured_at, notes: null }, undefined)
  const columns = {
    metric_type: 'bmi',
    value,
    unit: UNIT,
    ...judged('bmi', { value: Number(value) }, UNIT, context),
    measured_at: weight.measured_at.toISOString(),
  }
  const { transaction, caller } = scope
  const id = uuidv7()
  transaction.queue(
    transaction.sql(TABLE).insert({ id, user_id: caller.userId, ...columns, source: DERIVED, source_id: weight.id }),
  )
  await scope.changed({
    kind: 'created',
    table: TABLE,
    id,
    before: null,
    after: columns,
    text: `BMI ${value} ${UNIT}`,
    wordsSuffice: true,
    at: columns.measured_at,
  })
}

/** Takes back the body mass index of a weight that is gone. */
export async function removeBodyMassIndex(scope: OperationScope, weightId: string): Promise<void> {
  const { transaction } = scope
  const row = await transaction.row<DerivedIndex>(
    transaction
      .sql(TABLE)
      .where({ source: DERIVED, source_id: weightId })
      .delete()
      .returning(['id', 'source_id', 'value', 'measured_at']),
  )
  if (row) await tellGone(scope, row)
}

async function tellGone(scope: OperationScope, { id, value, measured_at }: DerivedIndex): Promise<void> {
  const before = { metric_type: 'bmi', value, measured_at: measured_at.toISOString() }
  await scope.changed({ kind: 'deleted', table: TABLE, id, before, after: null })
}
