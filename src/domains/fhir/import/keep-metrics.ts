import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { OperationScope } from '../../../operations/define-operation.ts'
import { validateInput } from '../../../operations/validate-input.ts'
import { Problem } from '../../../platform/errors/problem.ts'
import {
  contextAt,
  followHeight,
  futureErrors,
  heightAt,
  judged,
  metricFields,
  metricOperations,
  type ReadMetric,
  readHeights,
  readMetric,
  readPerson,
} from '../../metrics/index.ts'
import type { MeasuredFields } from '../resources/read-observation.ts'
import type { PlannedMetric } from './import-plan.ts'
import type { ImportTally } from './import-tally.ts'
import { remark } from './incoming-resource.ts'
import { operationNamed } from './operation-named.ts'

const TABLE = 'health_metrics'
/** What measurements that came this way name as their source. */
export const FHIR_SOURCE = 'fhir'

/** With what was computed of the measurement. */
export const removeMetric = operationNamed(metricOperations, 'metrics.delete')

const Measured = z.strictObject({
  metric_type: metricFields.metric_type,
  value: metricFields.value,
  unit: metricFields.unit,
  notes: metricFields.notes,
  measured_at: metricFields.measured_at,
  device_used: metricFields.device_used,
  location: metricFields.location,
})

interface CheckedMetric extends PlannedMetric {
  readonly fields: MeasuredFields
  readonly metric: ReadMetric
}

interface StoredMetric {
  readonly id: string
  readonly metric_type: string
  readonly value: string
  readonly unit: string
  readonly measured_at: Date
  readonly source_id: string | null
  readonly source: string | null
}

/**
 * Adds measurements by the rules of those that people give by hand. A measurement is known by the source's name for it, by the
 * row that it was sent from, or by its kind, time, value and unit, whoever noted it.
 * @param documentOf The document of the report that a measurement came with, by the measurement's key.
 * @returns ids of the rows by the keys of their resources.
 */
export async function keepMetrics(
  scope: OperationScope,
  planned: readonly PlannedMetric[],
  documentOf: ReadonlyMap<string, string>,
  tally: ImportTally,
): Promise<ReadonlyMap<string, string>> {
  const checked = planned.flatMap((each) => check(each, scope.now, tally))
  const ids = new Map<string, string>()
  // A body mass index is computed of the weight wherever a height is known; what then comes in besides is known already.
  const [indexes, others] = [true, false].map((isIndex) =>
    checked.filter(({ fields }) => (fields.metric_type === 'bmi') === isIndex),
  )
  const changed = await keep(scope, others ?? [], documentOf, tally, ids)
  if (changed.has('weight') || changed.has('height')) await followHeight(scope)
  await keep(scope, indexes ?? [], documentOf, tally, ids)
  return ids
}

function check(planned: PlannedMetric, now: Date, tally: ImportTally): CheckedMetric[] {
  try {
    const fields = validateInput(Measured, planned.fields)
    const { metric_type, value, unit } = fields
    const metric = readMetric({ metric_type, value, unit, systolic: null, diastolic: null })
    const future = futureErrors(fields.measured_at, now)
    if (future.length === 0) return [{ ...planned, fields, metric }]
    tally.refused.push(remark(planned, ...future))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    tally.refused.push(remark(planned, ...error.errors))
  }
  return []
}

/** A computed body mass index is written `26.0`, which is 26. */
const likenessKey = (type: string, at: Date, value: string, unit: string) =>
  `${type} ${at.toISOString()} ${type === 'blood_pressure' ? value : Number(value)} ${unit}`

async function keep(
  scope: OperationScope,
  metrics: readonly CheckedMetric[],
  documentOf: ReadonlyMap<string, string>,
  tally: ImportTally,
  ids: Map<string, string>,
): Promise<ReadonlySet<string>> {
  if (metrics.length === 0) return new Set()
  const { transaction, caller } = scope
  const [known, person, heights] = await Promise.all([
    findKnown(scope, metrics),
    readPerson(transaction),
    readHeights(transaction),
  ])
  const byKey = new Map(
    known.flatMap((row) => (row.source === FHIR_SOURCE && row.source_id ? [[row.source_id, row]] : [])),
  )
  const byId = new Map(known.map((row) => [row.id, row]))
  const alike = new Map(
    known.map((row) => [likenessKey(row.metric_type, row.measured_at, row.value, row.unit), row.id]),
  )
  const rows: Record<string, unknown>[] = []
  const changed = new Set<string>()
  const outdated: string[] = []

  for (const { key, ownIds, fields, metric } of metrics) {
    const measuredAt = new Date(fields.measured_at)
    const likeness = likenessKey(fields.metric_type, measuredAt, metric.columns.value, metric.columns.unit)
    const before = byKey.get(key)
    const same = alike.get(likeness) ?? ownIds.find((each) => byId.has(each))
    if (same !== undefined) {
      tally.unchanged += 1
      ids.set(key, same)
      continue
    }
    // Its source says something else now.
    if (before !== undefined) outdated.push(before.id)
    const context = contextAt(
      person,
      { metric_type: fields.metric_type, measured_at: measuredAt, notes: fields.notes },
      fields.metric_type === 'weight' ? heightAt(heights, measuredAt) : undefined,
    )
    const id = uuidv7()
    const columns = {
      metric_type: fields.metric_type,
      ...metric.columns,
      ...judged(fields.metric_type, metric.reading, metric.columns.unit, context),
      notes: fields.notes,
      measured_at: measuredAt.toISOString(),
      device_used: fields.device_used,
      location: fields.location,
      source: FHIR_SOURCE,
      document_id: documentOf.get(key) ?? null,
    }
    rows.push({ id, source_id: key, ...columns })
    alike.set(likeness, id)
    ids.set(key, id)
    changed.add(fields.metric_type)
    if (before === undefined) tally.imported += 1
    else tally.updated += 1
  }
  for (const id of outdated) await scope.perform(removeMetric, { id })
  await insert(scope, caller.userId, rows)
  return changed
}

/** What may be the same as something that comes in. */
function findKnown({ transaction }: OperationScope, metrics: readonly CheckedMetric[]): Promise<StoredMetric[]> {
  const list = (values: readonly string[]) => `{${[...new Set(values)].join(',')}}`
  return transaction.rows<StoredMetric>(
    transaction
      .sql(TABLE)
      .select('id', 'metric_type', 'value', 'unit', 'measured_at', 'source', 'source_id')
      .whereRaw('measured_at = any (?::timestamptz[])', [
        list(metrics.map(({ fields }) => new Date(fields.measured_at).toISOString())),
      ])
      .orWhereRaw('(source = ? and source_id = any (?::text[]))', [FHIR_SOURCE, list(metrics.map(({ key }) => key))])
      .orWhereRaw('id = any (?::uuid[])', [list(metrics.flatMap(({ ownIds }) => ownIds))]),
  )
}

async function insert(scope: OperationScope, userId: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const { transaction } = scope
  await transaction.affected(
    transaction.sql.raw(
      `insert into health_metrics
         (id, user_id, metric_type, value, unit, systolic, diastolic, status, status_source, notes, measured_at,
          device_used, location, source, source_id, document_id)
       select n.id, ?::uuid, n.metric_type, n.value, n.unit, n.systolic, n.diastolic, n.status, n.status_source, n.notes,
         n.measured_at, n.device_used, n.location, n.source, n.source_id, n.document_id
       from json_to_recordset(?::json) as n (
         id uuid, metric_type text, value text, unit text, systolic integer, diastolic integer, status text,
         status_source text, notes text, measured_at timestamptz, device_used text, location text, source text,
         source_id text, document_id uuid
       )`,
      [userId, JSON.stringify(rows)],
    ),
  )
  for (const { id, source_id: _, ...after } of rows) {
    await scope.changed({ kind: 'created', table: TABLE, id: String(id), before: null, after })
  }
}
