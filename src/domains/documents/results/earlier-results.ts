import type { Transaction } from '../../../platform/database/index.ts'
import type { EarlierResult } from '../../../reader/index.ts'
import type { ResultRow } from './result-store.ts'

/** Ten years of quarterly reports have fewer. */
const MOST = 1_000

/**
 * What the person's own other reports say, the newest first, without what was doubted or rejected: new values are held
 * against it.
 */
export async function earlierResults(transaction: Transaction, documentId: string): Promise<EarlierResult[]> {
  const rows = await transaction.rows<Pick<ResultRow, 'code' | 'value_number' | 'unit'>>(
    transaction
      .sql('document_results as result')
      .join('medical_documents as document', 'document.id', 'result.document_id')
      .where({ 'document.subject': 'self', 'result.needs_review': false })
      .whereNot({ 'result.document_id': documentId })
      .whereNot({ 'result.review_status': 'rejected' })
      .whereNotNull('result.code')
      .orderBy('result.created_at', 'desc')
      .limit(MOST)
      .select('result.*'),
  )
  return rows.flatMap(({ code, value_number: value, unit }) =>
    code === null || value === null ? [] : [{ code, value, unit }],
  )
}
