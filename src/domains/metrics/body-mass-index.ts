import { v7 as uuidv7 } from 'uuid'
import { convertMetric, metricStatus } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { heightInMetres, readingContext } from './metric-person.ts'

const TABLE = 'health_metrics'
const DERIVED = 'derived'

interface Measured {
  readonly id: string
  readonly value: string
  readonly unit: string
  readonly measured_at: Date
}

/**
 * Adds the body mass index of a weight that has none yet: weight in kilograms over the square of the height in metres (WHO
 * Technical Report Series 854, Physical status: the use and interpretation of anthropometry). Without a height there is no
 * index.
 */
export async function deriveBodyMassIndex(scope: OperationScope, weight: Measured): Promise<void> {
  const [metres, context] = await Promise.all([
    heightInMetres(scope, weight.measured_at),
    readingContext(scope, { metric_type: 'bmi', measured_at: weight.measured_at, notes: null }),
  ])
  const kilograms = convertMetric('weight', Number(weight.value), weight.unit, 'kg')
  if (kilograms === undefined || metres === undefined) return
  const value = (kilograms / metres ** 2).toFixed(1)
  const columns = {
    metric_type: 'bmi',
    value,
    unit: 'kg/m2',
    status: metricStatus('bmi', { value: Number(value) }, 'kg/m2', context)?.status ?? null,
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
    text: `BMI ${value} kg/m2`,
    at: columns.measured_at,
  })
}

/** Takes back the body mass index of a weight that is gone. */
export async function removeBodyMassIndex({ transaction, changed }: OperationScope, weightId: string): Promise<void> {
  const row = await transaction.row<{ id: string; value: string; measured_at: Date }>(
    transaction
      .sql(TABLE)
      .where({ source: DERIVED, source_id: weightId })
      .delete()
      .returning(['id', 'value', 'measured_at']),
  )
  if (row) {
    await changed({ kind: 'deleted', table: TABLE, id: row.id, before: { metric_type: 'bmi', ...row }, after: null })
  }
}

/** The newest weight, which a new height gives a body mass index. */
export async function newestWeight({ transaction }: OperationScope): Promise<Measured | undefined> {
  return await transaction.row<Measured>(
    transaction
      .sql(TABLE)
      .select('id', 'value', 'unit', 'measured_at')
      .where({ metric_type: 'weight' })
      .orderBy('measured_at', 'desc')
      .limit(1),
  )
}
