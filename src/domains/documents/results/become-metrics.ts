import { analyteByLoinc } from '../../../clinical/analytes/index.ts'
import { convertUnit, parseNumber } from '../../../clinical/units/index.ts'
import { METRICS, type MetricType, metricUnit } from '../../../clinical/vitals/index.ts'
import type { OperationScope } from '../../../operations/define-operation.ts'
import { recordReading, removeReadings } from '../../metrics/index.ts'
import { findDocument } from '../document-store.ts'
import { findResults, type ResultRow } from './result-store.ts'

/** What measurements that come from documents name as their source. */
const SOURCE = 'document'
/** Digits that survive a conversion of units. */
const DIGITS = 4

interface MetricValue {
  readonly type: MetricType
  readonly value: number
  readonly unit: string
}

/**
 * The measurement that a result is, in a unit that measurements have; nothing where there is no such kind of measurement,
 * or the report leaves the unit open or gives only a bound ("<0.5").
 */
export function asMetric(row: Pick<ResultRow, 'code' | 'value' | 'unit'>): MetricValue | undefined {
  const analyte = row.code === null ? undefined : analyteByLoinc(row.code)
  const type = analyte?.metricType
  const number = parseNumber(row.value)
  if (analyte === undefined || type === undefined || row.unit === null) return undefined
  if (number === undefined || number.comparator !== undefined) return undefined
  const own = metricUnit(type, row.unit)
  if (own !== undefined) return { type, value: number.value, unit: own.name }
  const [usual] = METRICS[type].units
  const converted = convertUnit(number.value, row.unit, usual.ucum, analyte)
  return converted === undefined ? undefined : { type, value: Number(converted.toPrecision(DIGITS)), unit: usual.name }
}

/**
 * Brings the measurements of the record in line with what is confirmed of a document: each confirmed value of the person's
 * own document is one measurement, and nothing else of it is. Running it twice changes nothing.
 * @returns the measurements' ids by those of their results.
 */
export async function syncMetrics(scope: OperationScope, documentId: string): Promise<ReadonlyMap<string, string>> {
  const { transaction } = scope
  const [document, results, existing] = await Promise.all([
    findDocument(transaction, documentId),
    findResults(transaction, documentId),
    transaction.rows<{ id: string; source_id: string; value: string; unit: string }>(
      transaction
        .sql('health_metrics')
        .select('id', 'source_id', 'value', 'unit')
        .where({ source: SOURCE, document_id: documentId }),
    ),
  ])
  const metricIds = new Map<string, string>()
  if (document === undefined) return metricIds
  const measuredAt = (row: ResultRow): Date | undefined =>
    row.observed_at ?? (document.document_date === null ? undefined : new Date(document.document_date))
  const wanted = results.flatMap((row) => {
    const metric = row.confirmed && document.subject === 'self' ? asMetric(row) : undefined
    const at = measuredAt(row)
    return metric === undefined || at === undefined ? [] : [{ row, metric, at }]
  })
  const stale = existing.filter(({ source_id, value, unit }) => {
    const match = wanted.find(({ row }) => row.id === source_id)
    return match === undefined || String(match.metric.value) !== value || match.metric.unit !== unit
  })
  await removeReadings(
    scope,
    SOURCE,
    stale.map(({ source_id }) => source_id),
  )
  for (const { row, metric, at } of wanted) {
    const kept = existing.find((each) => each.source_id === row.id && !stale.includes(each))
    const id =
      kept?.id ??
      (
        await recordReading(scope, {
          ...metric,
          measuredAt: at,
          // What was measured, as printed: "Glucose, Fasting" says when.
          notes: row.test,
          source: SOURCE,
          sourceId: row.id,
          documentId,
        })
      )?.id
    if (id !== undefined) metricIds.set(row.id, id)
  }
  for (const row of results) {
    const metric_id = metricIds.get(row.id) ?? null
    if (metric_id !== row.metric_id) {
      transaction.queue(transaction.sql('document_results').where({ id: row.id }).update({ metric_id }))
    }
  }
  return metricIds
}
