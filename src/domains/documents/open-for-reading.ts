import type { Caller } from '../../platform/auth/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { openRow } from '../audit/index.ts'
import { type DocumentRow, findDocument } from './document-store.ts'

/**
 * Finds the caller's document and notes in the audit log that its file was opened.
 * @throws {Problem} `not-found`, for what is not there and what is not the caller's alike.
 */
export function openForReading(database: Database, caller: Caller, id: string, action: string): Promise<DocumentRow> {
  return openRow(database, caller, { id, action, table: 'medical_documents', find: findDocument })
}
