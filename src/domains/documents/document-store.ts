import type { Transaction } from '../../platform/database/index.ts'
import { storagePaths } from '../../platform/storage/index.ts'
import type { DocumentCategory, DocumentStatus } from './document.ts'
import type { StoredDocumentFile } from './document-files.ts'
import type { PersonMatch, Subject } from './person/person-match.ts'

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
  is_sensitive: boolean
  status: DocumentStatus
  encryption_key: string
  encryption_key_version: number
  content_hash: string | null
  page_count: number | null
  processing_error: string | null
  processing_attempts: number
  processing_started_at: Date | null
  patient_name: string | null
  patient_age: number | null
  patient_sex: 'male' | 'female' | null
  person_match: PersonMatch | null
  subject: Subject
  subject_answered_at: Date | null
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

/** Nobody waits longer than this for a document to be read; whoever asks later has given it up. */
const AWAITED_SINCE = '15 minutes'
const MOST_AWAITED = 3

/** The documents that came a moment ago and whose reading is not over, oldest first. */
export function findBeingRead(transaction: Transaction): Promise<DocumentRow[]> {
  return transaction.rows<DocumentRow>(
    transaction
      .sql('medical_documents')
      .select('*')
      .whereIn('status', ['uploaded', 'processing'] satisfies DocumentStatus[])
      .whereNull('processing_error')
      .whereRaw(`created_at > current_timestamp - interval '${AWAITED_SINCE}'`)
      .orderBy('id')
      .limit(MOST_AWAITED),
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
        cancelled_at: null,
        processing_attempts: sql.raw('processing_attempts + 1'),
      }),
  )
  return changed > 0
}

/** Ends a reading that waits or goes on, so that nothing of it is kept. Tells whether there was one. */
export async function cancelReading(
  transaction: Transaction,
  id: string,
  { now, problem }: { readonly now: Date; readonly problem: string },
): Promise<boolean> {
  const changed = await transaction.affected(
    transaction
      .sql('medical_documents')
      .where({ id })
      .whereIn('status', ['uploaded', 'processing'] satisfies DocumentStatus[])
      .whereNull('processing_error')
      .update({
        status: 'uploaded' satisfies DocumentStatus,
        processing_error: problem,
        processing_started_at: null,
        cancelled_at: now,
      }),
  )
  return changed > 0
}

/** How many of the person's documents wait for their reading, the one that is being read included. */
export async function waitingDocuments(transaction: Transaction): Promise<number> {
  const row = await transaction.row<{ count: number }>(
    transaction
      .sql('medical_documents')
      .whereIn('status', ['uploaded', 'processing'] satisfies DocumentStatus[])
      .whereNull('processing_error')
      .select(transaction.sql.raw('count(*)::int as count')),
  )
  return row?.count ?? 0
}

/** Whether somebody else waits for a document to be read, of all users. */
export async function somebodyElseWaits(transaction: Transaction, userId: string): Promise<boolean> {
  const row = await transaction.row(
    transaction
      .sql('medical_documents')
      .select('id')
      .where({ status: 'uploaded' satisfies DocumentStatus })
      .whereNull('processing_error')
      .whereNot({ user_id: userId })
      .limit(1),
  )
  return row !== undefined
}

/** Makes documents wait again that were left unread for want of a consent that has been given since. */
export async function readAgainWhereAllowed(transaction: Transaction, problem: string): Promise<void> {
  await transaction.affected(
    transaction.sql.raw(
      `update medical_documents d
       set processing_error = null, processing_attempts = processing_attempts + 1
       where d.processing_error = ? and exists (
         select from consents c where c.user_id = d.user_id and c.purpose = 'processing' and c.withdrawn_at is null
       )`,
      [problem],
    ),
  )
}

export interface UnfinishedDocument extends Pick<DocumentRow, 'id' | 'user_id' | 'processing_attempts'> {
  /** Which of its owner's waiting documents it is, from 1. */
  readonly place: number
}

/** Documents of all users whose reading is promised and not finished, everybody's first one first. */
export function unfinishedDocuments(transaction: Transaction, limit: number): Promise<UnfinishedDocument[]> {
  return transaction.rows(
    transaction.sql.raw(
      `select id, user_id, processing_attempts,
         row_number() over (partition by user_id order by created_at, id)::int as place
       from medical_documents
       where status in ('uploaded', 'processing') and processing_error is null
       order by place, created_at limit ?`,
      [limit],
    ),
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
