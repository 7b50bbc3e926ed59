import type { AnyOperation } from '../../operations/define-operation.ts'
import { auditLogs } from './audit-operations.ts'

export { queueAuditEntry } from './audit-log.ts'

export const auditOperations: readonly AnyOperation[] = auditLogs.operations
