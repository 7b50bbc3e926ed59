import { flag, identifier, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'

/** Who touched the caller's data, and how. Rows are written and never changed. */
export const auditLogs = recordDomain({
  name: 'audit-logs',
  noun: 'audit log',
  table: 'audit_logs',
  path: '/audit-logs',
  fields: {},
  derived: {
    action: text('What was done: the name of the operation.', { example: 'medications.update' }),
    resource_type: text('The table that it was done to.', { example: 'medications', maximum: 100 }),
    resource_id: identifier('The row that it was done to.').nullable(),
    ip_address: text('Where the request came from.', { example: '203.0.113.7', maximum: 45 }).nullable(),
    user_agent: text('The program that sent it.', { example: 'Mozilla/5.0', maximum: 500 }).nullable(),
    success: flag('Whether it was done.'),
    error_message: text('The kind of problem, where it was not.', { example: 'not-found', maximum: 200 }).nullable(),
  },
  timeColumn: 'created_at',
  filterable: ['action', 'resource_type', 'resource_id', 'success'],
  sortable: ['-created_at'],
  verbs: ['list'],
  guidance: 'tools/audit-logs',
})
