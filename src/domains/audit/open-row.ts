import type { Caller } from '../../platform/auth/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from './audit-log.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Finds the row whose file the caller opens, and notes in the audit log that it was opened.
 * @throws {Problem} `not-found`, for what is not there and what is not the caller's alike.
 */
export async function openRow<Row extends { readonly id: string }>(
  database: Database,
  caller: Caller,
  opened: {
    readonly id: string
    /** `documents.content.get` */
    readonly action: string
    readonly table: string
    readonly find: (transaction: Transaction, id: string) => Promise<Row | undefined>
  },
): Promise<Row> {
  const { id, action, table, find } = opened
  const { userId, ipAddress, userAgent } = caller
  const row = UUID.test(id)
    ? await database.asUser(userId, async (transaction) => {
        const found = await find(transaction, id)
        queueAuditEntry(transaction, {
          userId,
          action,
          resourceType: table,
          resourceId: found?.id,
          success: found !== undefined,
          problem: found === undefined ? NotFound.type : undefined,
          ipAddress,
          userAgent,
        })
        return found
      })
    : undefined
  if (row === undefined) throw new Problem(NotFound)
  return row
}
