export { type AuditEntry, queueAuditEntry } from './audit-log.ts'
