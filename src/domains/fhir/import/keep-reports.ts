import { v7 as uuidv7 } from 'uuid'
import type { OperationScope } from '../../../operations/define-operation.ts'
import { sha256Hex, type WrappedDataKey } from '../../../platform/crypto/index.ts'
import { storedResult } from '../../documents/index.ts'
import type { ImportPlan, PlannedReport, PlannedResult } from './import-plan.ts'
import type { ImportTally } from './import-tally.ts'
import type { ResourceMemory } from './imported-resources.ts'
import { remark } from './incoming-resource.ts'
import { contentHash } from './source-key.ts'

const MIME_TYPE = 'application/fhir+json'

/** A file that is kept, encrypted, before the transaction that adds its row. */
export interface StagedReport {
  readonly id: string
  readonly path: string
  readonly stagedAt: Date
  readonly dataKey: WrappedDataKey
}

interface KeptReport {
  readonly documentId: string
  readonly isSensitive: boolean
  readonly isNew: boolean
  readonly results: readonly PlannedResult[]
}

/**
 * Adds the documents of reports that have values which the record does not have.
 * @param staged Their files; where there is none, there is no way to keep one.
 */
export async function keepDocuments(
  scope: OperationScope,
  reports: ImportPlan['reports'],
  staged: ReadonlyMap<PlannedReport, StagedReport>,
  memory: ResourceMemory,
  tally: ImportTally,
): Promise<readonly KeptReport[]> {
  const kept: KeptReport[] = []
  for (const report of reports) {
    const known = report.origin && memory.find(report.origin, 'medical_documents')
    if (known !== undefined) {
      tally.unchanged += 1
      const isSensitive = await sensitivityOf(scope, known.id)
      kept.push({ documentId: known.id, isSensitive, isNew: false, results: report.results })
    } else if (report.origin === undefined && report.results.every((each) => memory.find(each, 'document_results'))) {
      tally.unchanged += report.results.filter(({ isMetric }) => !isMetric).length
    } else {
      const file = staged.get(report)
      if (file === undefined) {
        const [first] = report.results
        const entry = report.origin ?? first
        if (entry !== undefined) tally.refused.push(remark(entry, { pointer: '', code: 'fhir_only_by_upload' }))
        continue
      }
      await addDocument(scope, report, file)
      if (report.origin !== undefined) {
        memory.remember(report.origin, 'medical_documents', file.id, contentHash(report.results.map(({ key }) => key)))
        tally.imported += 1
      }
      kept.push({ documentId: file.id, isSensitive: true, isNew: true, results: report.results })
    }
  }
  return kept
}

async function sensitivityOf({ transaction }: OperationScope, id: string): Promise<boolean> {
  const row = await transaction.row<{ is_sensitive: boolean }>(
    transaction.sql('medical_documents').where({ id }).select('is_sensitive'),
  )
  return row?.is_sensitive ?? true
}

async function addDocument(scope: OperationScope, report: PlannedReport, file: StagedReport): Promise<void> {
  const { transaction, caller, now } = scope
  const after = {
    document_name: report.name.slice(0, 255),
    category: 'laboratory',
    document_date: report.day,
    description: report.description,
    laboratory: report.laboratory?.slice(0, 255) ?? null,
    is_sensitive: true,
    status: 'reviewed',
  }
  await transaction.affected(
    transaction.sql('medical_documents').insert({
      ...after,
      id: file.id,
      user_id: caller.userId,
      original_filename: 'report.json',
      file_path: file.path,
      file_size: report.content.byteLength,
      file_type: 'json',
      mime_type: MIME_TYPE,
      content_hash: sha256Hex(report.content),
      encryption_key: file.dataKey.wrapped,
      encryption_key_version: file.dataKey.userKeyVersion,
      processed_at: now,
      created_at: file.stagedAt,
    }),
  )
  await scope.changed({ kind: 'created', table: 'medical_documents', id: file.id, before: null, after })
}

/** Adds the values of reports, as confirmed: who brings in a record means what it says. */
export async function keepResults(
  scope: OperationScope,
  kept: readonly KeptReport[],
  metricIds: ReadonlyMap<string, string>,
  memory: ResourceMemory,
  tally: ImportTally,
): Promise<void> {
  const { transaction } = scope
  const rows: object[] = []
  for (const { documentId, isSensitive, isNew, results } of kept) {
    const fresh = results.filter((each) => {
      const known = memory.find(each, 'document_results')
      return known === undefined || (known.hash !== undefined && known.hash !== contentHash(each.fields))
    })
    const position = isNew || fresh.length === 0 ? 0 : await nextPosition(scope, documentId)
    for (const [index, result] of fresh.entries()) {
      const before = memory.find(result, 'document_results')
      if (before !== undefined) transaction.queue(transaction.sql('document_results').where({ id: before.id }).delete())
      const row = newRow(scope, documentId, result, position + index, metricIds.get(result.key))
      rows.push(await storedResult(transaction, row, isSensitive))
      memory.remember(result, 'document_results', row.id, contentHash(result.fields))
      await scope.changed({
        kind: before === undefined ? 'created' : 'updated',
        table: 'document_results',
        id: row.id,
        before: null,
        after: { document_id: documentId, code: row.code, review_status: row.review_status },
      })
      // A measurement is counted as one.
      if (!result.isMetric) tally[before === undefined ? 'imported' : 'updated'] += 1
    }
    tally.unchanged += results.filter((each) => !each.isMetric && !fresh.includes(each)).length
  }
  if (rows.length > 0) await transaction.affected(transaction.sql('document_results').insert(rows))
}

async function nextPosition({ transaction }: OperationScope, documentId: string): Promise<number> {
  const row = await transaction.row<{ next: number }>(
    transaction.sql.raw('select coalesce(max(position), -1) + 1 as next from document_results where document_id = ?', [
      documentId,
    ]),
  )
  return row?.next ?? 0
}

function newRow(
  { caller, now }: OperationScope,
  documentId: string,
  { fields }: PlannedResult,
  position: number,
  metricId: string | undefined,
) {
  return {
    ...fields,
    id: uuidv7(),
    user_id: caller.userId,
    document_id: documentId,
    position,
    flag_printed: null,
    page: 1,
    box: null,
    confidence: 1,
    needs_review: false,
    review_reason: null,
    candidate: null,
    original: null,
    confirmed: true,
    review_status: 'confirmed' as const,
    reviewed_by: 'person' as const,
    reviewed_at: now,
    metric_id: metricId ?? null,
  }
}
