import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../platform/database/index.ts'
import type { AnyOperation, Caller, RecordChange, Resource } from './define-operation.ts'

/** What one call touched, collected while it runs. */
export interface CallRecord {
  resource: Resource | undefined
  readonly changes: RecordChange[]
}

export function emptyCallRecord(): CallRecord {
  return { resource: undefined, changes: [] }
}

interface AuditContext {
  readonly operation: AnyOperation
  readonly caller: Caller
  readonly now: Date
}

function auditRow({ operation, caller, now }: AuditContext) {
  return {
    id: uuidv7(),
    user_id: caller.userId,
    action: operation.name,
    resource_type: operation.name.split('.', 1)[0] ?? operation.name,
    ip_address: caller.ipAddress ?? null,
    user_agent: caller.userAgent ?? null,
    created_at: now,
  }
}

/** One audit row a changed row, or one for the whole call where nothing changed. Travels with COMMIT. */
export function queueAudit(transaction: Transaction, context: AuditContext, record: CallRecord): void {
  const base = auditRow(context)
  const rows =
    record.changes.length === 0
      ? [
          {
            ...base,
            ...(record.resource && { resource_type: record.resource.table, resource_id: record.resource.id }),
            success: true,
          },
        ]
      : record.changes.map((change) => ({
          ...base,
          id: uuidv7(),
          resource_type: change.table,
          resource_id: change.id,
          old_values: change.before && JSON.stringify(withoutSealed(change.before)),
          new_values: change.after && JSON.stringify(withoutSealed(change.after)),
          success: true,
        }))
  transaction.queue(transaction.sql('audit_logs').insert(rows))
}

/** What is sealed where it stands must not stand open in the log: the summary of a sensitive document. */
function withoutSealed(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (values['is_sensitive'] !== true) return values
  const { summary: _, ...others } = values
  return others
}

/** The audit row of a call that failed; `reason` names the kind of failure and never a value. */
export function queueFailureAudit(transaction: Transaction, context: AuditContext, reason: string): void {
  transaction.queue(
    transaction.sql('audit_logs').insert({ ...auditRow(context), success: false, error_message: reason }),
  )
}
