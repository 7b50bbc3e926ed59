import { v7 as uuidv7 } from 'uuid'
import { isPossibleReading, type MetricType, metricUnit } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { deriveBodyMassIndex, removeBodyMassIndex } from './body-mass-index.ts'
import { judged } from './judge-metric.ts'
import { followHeight } from './metric-operations.ts'
import { readingContext } from './metric-person.ts'

const TABLE = 'health_metrics'

/** A measurement that comes from another part of the record. */
export interface FoundReading {
  readonly type: MetricType
  readonly value: number
  /** One of the metric's units. */
  readonly unit: string
  readonly measuredAt: Date
  readonly notes: string | null
  /** What kind of thing it comes from, and which: the same thing becomes one measurement. */
  readonly source: string
  readonly sourceId: string
  readonly documentId: string
}

export type RecordedReading = { readonly id: string; readonly isNew: boolean }

/**
 * Keeps a measurement, once: where the same value of the same time is there already, from wherever, that one stands.
 * @returns nothing where no living person has such a value.
 */
export async function recordReading(scope: OperationScope, found: FoundReading): Promise<RecordedReading | undefined> {
  const { transaction, caller } = scope
  const { type, measuredAt, notes, source, sourceId, documentId } = found
  const unit = metricUnit(type, found.unit)
  const reading = { value: found.value }
  if (unit === undefined || !isPossibleReading(type, reading, unit.name)) return undefined
  const value = String(found.value)
  const [known, context] = await Promise.all([
    transaction.row<{ id: string }>(
      transaction
        .sql(TABLE)
        .select('id')
        .where({ metric_type: type, unit: unit.name, measured_at: measuredAt, value })
        .limit(1),
    ),
    readingContext(scope, { metric_type: type, measured_at: measuredAt, notes }),
  ])
  if (known) return { id: known.id, isNew: false }
  const id = uuidv7()
  const columns = {
    metric_type: type,
    value,
    unit: unit.name,
    ...judged(type, reading, unit.name, context),
    notes,
    measured_at: measuredAt.toISOString(),
    source,
    document_id: documentId,
  }
  transaction.queue(transaction.sql(TABLE).insert({ id, user_id: caller.userId, source_id: sourceId, ...columns }))
  await scope.changed({
    kind: 'created',
    table: TABLE,
    id,
    before: null,
    after: columns,
    text: [`${type.replaceAll('_', ' ')} ${value} ${unit.name}`, notes].filter((part) => part !== null).join('\n'),
    wordsSuffice: notes === null,
    at: columns.measured_at,
  })
  if (type === 'weight') await deriveBodyMassIndex(scope, { id, value, unit: unit.name, measured_at: measuredAt })
  if (type === 'height') await followHeight(scope)
  return { id, isNew: true }
}

/** Takes back measurements that came from elsewhere, and what was derived from them. */
export async function removeReadings(
  scope: OperationScope,
  source: string,
  sourceIds: readonly string[],
): Promise<void> {
  if (sourceIds.length === 0) return
  const { transaction } = scope
  const rows = await transaction.rows<{ id: string; metric_type: string; value: string; measured_at: Date }>(
    transaction
      .sql(TABLE)
      .where({ source })
      .whereIn('source_id', [...sourceIds])
      .delete()
      .returning(['id', 'metric_type', 'value', 'measured_at']),
  )
  for (const { id, ...before } of rows) {
    const gone = { ...before, measured_at: before.measured_at.toISOString() }
    await scope.changed({ kind: 'deleted', table: TABLE, id, before: gone, after: null })
    if (before.metric_type === 'weight') await removeBodyMassIndex(scope, id)
  }
  if (rows.some((row) => row.metric_type === 'height')) await followHeight(scope)
}
