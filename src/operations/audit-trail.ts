import { v7 as uuidv7 } from 'uuid'
import { insertRows, type Transaction } from '../platform/database/index.ts'
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

/** A row of `audit_logs`. */
export interface AuditLine {
  readonly id: string
  readonly user_id: string
  readonly action: string
  readonly resource_type: string
  readonly resource_id: string | null
  readonly old_values: string | null
  readonly new_values: string | null
  readonly ip_address: string | null
  readonly user_agent: string | null
  readonly success: boolean
  readonly error_message: string | null
  readonly created_at: Date
}

function auditLine({ operation, caller, now }: AuditContext): AuditLine {
  return {
    id: uuidv7(),
    user_id: caller.userId,
    action: operation.name,
    resource_type: operation.name.split('.', 1)[0] ?? operation.name,
    resource_id: null,
    old_values: null,
    new_values: null,
    ip_address: caller.ipAddress ?? null,
    user_agent: caller.userAgent ?? null,
    success: true,
    error_message: null,
    created_at: now,
  }
}

/** One line a changed row, or one for the whole call where nothing changed. */
export function auditLines(context: AuditContext, { resource, changes }: CallRecord): readonly AuditLine[] {
  if (changes.length === 0) {
    const line = auditLine(context)
    return [resource === undefined ? line : { ...line, resource_type: resource.table, resource_id: resource.id }]
  }
  return changes.map(({ table, id, before, after }) => ({
    ...auditLine(context),
    resource_type: table,
    resource_id: id,
    old_values: before && JSON.stringify(kept(before, after)),
    new_values: after && JSON.stringify(kept(after, before)),
  }))
}

/** Writes lines of a call in its own transaction. Travels with COMMIT. */
export function queueAudit(transaction: Transaction, lines: readonly AuditLine[]): void {
  transaction.queue(insertRows('audit_logs', lines))
}

type Values = Readonly<Record<string, unknown>>

/** What the log keeps of a row. Of one that came or went as a whole, what was empty need not be said. */
function kept(values: Values, other: Values | null): Values {
  const open = withoutSealed(values)
  return other === null ? Object.fromEntries(Object.entries(open).filter(([, value]) => value !== null)) : open
}

/** What is sealed where it stands must not stand open in the log: the summary of a sensitive document. */
function withoutSealed(values: Values): Values {
  if (values['is_sensitive'] !== true) return values
  const { summary: _, ...others } = values
  return others
}

/** The audit row of a call that failed; `reason` names the kind of failure and never a value. */
export function queueFailureAudit(transaction: Transaction, context: AuditContext, reason: string): void {
  queueAudit(transaction, [{ ...auditLine(context), success: false, error_message: reason }])
}
