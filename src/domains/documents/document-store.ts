import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../../platform/database/index.ts'
import { storagePaths } from '../../platform/storage/index.ts'
import type { ReadDocument } from '../../reader/index.ts'
import { type DocumentCategory, type DocumentStatus, UNKNOWN_CATEGORY } from './document.ts'
import type { StoredDocumentFile } from './document-files.ts'

/** A row of `medical_documents`, as far as the domain itself works with it. */
export interface DocumentRow {
  id: string
  user_id: string
  document_name: string
  original_filename: string
  file_path: string
  file_size: number
  mime_type: string
  category: DocumentCategory
  document_date: string | null
  status: DocumentStatus
  encryption_key: string
  encryption_key_version: number
  content_hash: string | null
  page_count: number | null
  processing_error: string | null
  processing_attempts: number
  processing_started_at: Date | null
  created_at: Date
}

/** The name is the document's id: what a person calls their file stays out of the file system. */
export function documentPath(userId: string, uploadedAt: Date, documentId: string): string {
  return storagePaths.document(userId, uploadedAt, documentId)
}

export function storedFileOf(row: DocumentRow): StoredDocumentFile {
  return {
    documentId: row.id,
    userId: row.user_id,
    path: row.file_path,
    bytes: row.file_size,
    dataKey: { wrapped: row.encryption_key, userKeyVersion: row.encryption_key_version },
  }
}

export function findDocument(
  transaction: Transaction,
  id: string,
  lock?: 'for update',
): Promise<DocumentRow | undefined> {
  const query = transaction.sql('medical_documents').where({ id }).select('*')
  return transaction.row<DocumentRow>(lock === undefined ? query : query.forUpdate())
}

export function findDocuments(transaction: Transaction, ids: readonly string[]): Promise<DocumentRow[]> {
  return transaction.rows<DocumentRow>(
    transaction
      .sql('medical_documents')
      .whereIn('id', [...ids])
      .select('*'),
  )
}

/** Marks a document as being read, unless it is read, failed, or archived already. */
export async function beginReading(transaction: Transaction, id: string, now: Date): Promise<DocumentRow | undefined> {
  return transaction.row<DocumentRow>(
    transaction
      .sql('medical_documents')
      .where({ id })
      .whereIn('status', ['uploaded', 'processing'] satisfies DocumentStatus[])
      .whereNull('processing_error')
      .update({ status: 'processing' satisfies DocumentStatus, processing_started_at: now })
      .returning('*'),
  )
}

/**
 * Puts a document back to where it was before its reading began.
 * @param jobIsSpent The job will not be tried again: the next one needs an id of its own.
 */
export async function suspendReading(transaction: Transaction, id: string, jobIsSpent: boolean): Promise<void> {
  const { sql } = transaction
  await transaction.affected(
    sql('medical_documents')
      .where({ id, status: 'processing' })
      .update({
        status: 'uploaded' satisfies DocumentStatus,
        processing_started_at: null,
        processing_attempts: sql.raw('processing_attempts + ?', [jobIsSpent ? 1 : 0]),
      }),
  )
}

/** Notes why a document could not be read. `problem` is the type of the problem that tells people. */
export function failReading(transaction: Transaction, id: string, problem: string): Promise<number> {
  return transaction.affected(
    transaction
      .sql('medical_documents')
      .where({ id })
      .whereIn('status', ['uploaded', 'processing'] satisfies DocumentStatus[])
      .update({ status: 'uploaded' satisfies DocumentStatus, processing_error: problem, processing_started_at: null }),
  )
}

/** Makes a document wait for its reading, unless it does already or is put away. Tells whether it could. */
export async function askForReadingAgain(transaction: Transaction, id: string): Promise<boolean> {
  const { sql } = transaction
  const changed = await transaction.affected(
    sql('medical_documents')
      .where({ id })
      .where((either) => either.where({ status: 'reviewed' }).orWhereNotNull('processing_error'))
      .update({
        status: 'uploaded' satisfies DocumentStatus,
        processing_error: null,
        processing_attempts: sql.raw('processing_attempts + 1'),
      }),
  )
  return changed > 0
}

/**
 * Keeps what was read in place of what an earlier reading left.
 * @returns the row, or nothing where the document is gone or no longer waits for this.
 */
export async function keepReading(
  transaction: Transaction,
  row: DocumentRow,
  read: ReadDocument,
  now: Date,
): Promise<DocumentRow | undefined> {
  const { sql } = transaction
  const { id, user_id } = row
  const { metadata } = read
  const kept = await transaction.row<DocumentRow>(
    sql('medical_documents')
      .where({ id, status: 'processing' })
      .update({
        status: 'reviewed' satisfies DocumentStatus,
        processing_error: null,
        processing_started_at: null,
        processed_at: now,
        page_count: read.pages.length,
        language: read.language,
        // What the person said stands; the reading only fills in what nobody said.
        category: sql.raw('case when category = ? then ? else category end', [UNKNOWN_CATEGORY, metadata.category]),
        document_date: sql.raw('coalesce(document_date, ?::date)', [metadata.documentDate]),
      })
      .returning('*'),
  )
  if (kept === undefined) {
    return undefined
  }
  await transaction.affected(sql('document_pages').where({ document_id: id }).delete())
  await transaction.affected(sql('document_results').where({ document_id: id }).delete())
  for (const page of read.pages) {
    transaction.queue(
      sql('document_pages').insert({
        id: uuidv7(),
        user_id,
        document_id: id,
        page_number: page.number,
        source: page.source,
        text: storable(page.text),
        words: JSON.stringify(
          page.lines
            .flatMap((line) => line.words)
            .map(({ text, box, confidence }) => ({ text: storable(text), box, confidence })),
        ),
        width: page.width,
        height: page.height,
        language: read.language,
        content_hash: createHash('sha256').update(page.text).digest('hex'),
      }),
    )
  }
  const observedAt = metadata.sampleDate ?? metadata.documentDate
  const results = read.results.map((result, position) => ({
    id: uuidv7(),
    user_id,
    document_id: id,
    position,
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
    observed_at: observedAt,
  }))
  if (results.length > 0) {
    transaction.queue(sql('document_results').insert(results))
  }
  return kept
}

/** Documents of all users whose reading is promised and not finished. */
export function unfinishedDocuments(
  transaction: Transaction,
  limit: number,
): Promise<Pick<DocumentRow, 'id' | 'user_id' | 'processing_attempts'>[]> {
  return transaction.rows(
    transaction
      .sql('medical_documents')
      .whereIn('status', ['uploaded', 'processing'] satisfies DocumentStatus[])
      .whereNull('processing_error')
      .orderBy('created_at')
      .limit(limit)
      .select('id', 'user_id', 'processing_attempts'),
  )
}

/** Gives up readings that began too long ago: whoever did them is gone, more often than the queue tries again. */
export function abandonStaleReadings(
  transaction: Transaction,
  begunBefore: Date,
  problem: string,
): Promise<Pick<DocumentRow, 'id' | 'user_id'>[]> {
  return transaction.rows(
    transaction
      .sql('medical_documents')
      .where({ status: 'processing' })
      .where('processing_started_at', '<', begunBefore)
      .update({ status: 'uploaded' satisfies DocumentStatus, processing_error: problem, processing_started_at: null })
      .returning(['id', 'user_id']),
  )
}

/** Text without what the database cannot hold: U+0000 and halves of surrogate pairs. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

function cut<Value extends string | null>(text: Value, maximum: number): Value {
  return (text === null ? null : storable(text).slice(0, maximum).toWellFormed()) as Value
}
