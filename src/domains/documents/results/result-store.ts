import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../../../platform/database/index.ts'
import type { LabResult } from '../../../reader/index.ts'
import { cut, storable } from '../storable-text.ts'
import type { OriginalValue, ReviewedBy, ReviewStatus } from './result.ts'

/** A row of `document_results`. `candidate` and `original` are JSON. */
export interface ResultRow {
  id: string
  user_id: string
  document_id: string
  position: number
  test: string
  code: string | null
  value: string
  value_number: number | null
  unit: string | null
  unit_printed: string | null
  reference_low: number | null
  reference_high: number | null
  reference_text: string | null
  flag: string | null
  flag_printed: string | null
  page: number
  box: { x: number; y: number; width: number; height: number } | null
  confidence: number | null
  needs_review: boolean
  review_reason: string | null
  candidate: string | null
  confirmed: boolean
  review_status: ReviewStatus
  reviewed_by: ReviewedBy | null
  reviewed_at: Date | null
  original: OriginalValue | null
  metric_id: string | null
  observed_at: Date | null
  /** Whether its values are sealed where they are stored. */
  sealed: boolean | null
  created_at: Date
  updated_at: Date
}

/** As it is written: JSON as text. */
export type NewResultRow = Omit<
  ResultRow,
  'position' | 'box' | 'sealed' | 'created_at' | 'updated_at' | 'original' | 'observed_at'
> & {
  readonly box: string
  readonly original: string | null
  readonly observed_at: string | Date | null
}

/** A value that was just read, for a document. */
export function resultRow(
  document: { readonly id: string; readonly user_id: string },
  result: LabResult,
  observedAt: string | null,
): NewResultRow {
  return {
    id: uuidv7(),
    user_id: document.user_id,
    document_id: document.id,
    test: cut(result.test, 255),
    code: result.code,
    value: cut(result.value, 255),
    value_number: result.valueNumber,
    unit: cut(result.unit, 50),
    unit_printed: cut(result.unitPrinted, 50),
    reference_low: result.referenceLow,
    reference_high: result.referenceHigh,
    reference_text: cut(result.referenceText, 500),
    flag: result.flag === 'unknown' ? null : result.flag,
    flag_printed: cut(result.flagPrinted, 50),
    page: result.page,
    box: JSON.stringify(result.box),
    confidence: Math.round(result.confidence * 100) / 100,
    needs_review: result.needsReview,
    review_reason: result.reviewReason,
    candidate: result.candidate === null ? null : JSON.stringify(storable(result.candidate)),
    confirmed: false,
    review_status: 'open',
    reviewed_by: null,
    reviewed_at: null,
    original: null,
    metric_id: null,
    observed_at: observedAt,
  }
}

export function findResults(transaction: Transaction, documentId: string): Promise<ResultRow[]> {
  return transaction.rows<ResultRow>(
    transaction.sql('document_results').where({ document_id: documentId }).orderBy('position').select('*'),
  )
}
