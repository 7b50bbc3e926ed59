import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '../../../operations/define-operation.ts'
import type { Transaction } from '../../../platform/database/index.ts'

/** Notes in the audit log that somebody asked the assistant, or read its answer. Travels with COMMIT. */
export function queueChatAccess(
  transaction: Transaction,
  caller: Caller,
  access: { readonly action: 'chat.ask' | 'chat.read-response'; readonly table: string; readonly id: string },
): void {
  transaction.queue(
    transaction.sql('audit_logs').insert({
      id: uuidv7(),
      user_id: caller.userId,
      action: access.action,
      resource_type: access.table,
      resource_id: access.id,
      ip_address: caller.ipAddress ?? null,
      user_agent: caller.userAgent ?? null,
      success: true,
      created_at: new Date(),
    }),
  )
}
