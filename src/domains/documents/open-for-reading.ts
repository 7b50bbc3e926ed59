import type { Caller } from '../../platform/auth/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { type DocumentRow, findDocument } from './document-store.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Finds the caller's document and notes in the audit log that its file was opened.
 * @throws {Problem} `not-found`, for what is not there and what is not the caller's alike.
 */
export async function openForReading(
  database: Database,
  caller: Caller,
  id: string,
  action: string,
): Promise<DocumentRow> {
  const row = UUID.test(id)
    ? await database.asUser(caller.userId, async (transaction) => {
        const found = await findDocument(transaction, id)
        queueAuditEntry(transaction, {
          userId: caller.userId,
          action,
          resourceType: 'medical_documents',
          resourceId: found?.id,
          success: found !== undefined,
          problem: found === undefined ? NotFound.type : undefined,
          ipAddress: caller.ipAddress,
          userAgent: caller.userAgent,
        })
        return found
      })
    : undefined
  if (row === undefined) throw new Problem(NotFound)
  return row
}
