import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../../platform/database/index.ts'

/** One line of the log of who touched what. Values of health data never stand in it; names of fields may. */
export interface AuditEntry {
  /** Absent where nobody is known: a sign-in with an unknown address. */
  readonly userId?: string | undefined
  /** `accounts.sign-in`, `documents.content` */
  readonly action: string
  /** The table. */
  readonly resourceType: string
  readonly resourceId?: string | undefined
  readonly success: boolean
  /** Type of the problem that was answered. */
  readonly problem?: string | undefined
  readonly ipAddress?: string | undefined
  readonly userAgent?: string | undefined
}

/** Writes a line in the caller's transaction, so that what happened and its line are kept together or not at all. */
export function queueAuditEntry(transaction: Transaction, entry: AuditEntry): void {
  transaction.queue(
    transaction.sql('audit_logs').insert({
      id: uuidv7(),
      user_id: entry.userId ?? null,
      action: entry.action,
      resource_type: entry.resourceType,
      resource_id: entry.resourceId ?? null,
      ip_address: entry.ipAddress ?? null,
      user_agent: entry.userAgent?.slice(0, 500) ?? null,
      success: entry.success,
      error_message: entry.problem ?? null,
    }),
  )
}
