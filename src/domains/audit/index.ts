import type { AnyOperation } from '../../operations/define-operation.ts'
import { auditLogs } from './audit-operations.ts'

export { queueAuditEntry } from './audit-log.ts'
export { openRow } from './open-row.ts'
export { SEAL_EVERY_MILLISECONDS, type SealContext, sealAuditJob, sealAuditLogs } from './seal-audit-job.ts'
export { type AuditExamination, verifyAuditLogs } from './verify-audit-logs.ts'

export const auditOperations: readonly AnyOperation[] = auditLogs.operations
