import { z } from 'zod'
import { defineOperation } from '../../operations/define-operation.ts'
import { entityTag, matchesEntityTag } from '../../operations/entity-tag.ts'
import { identifier, moment } from '../../operations/field-types.ts'
import { type RecordRow, RecordStore } from '../../operations/record-store.ts'
import { NotFound, PreconditionFailed, Problem, ValidationFailed } from '../../platform/errors/problem.ts'
import { notificationPreferenceFields, notificationType } from './settings.ts'

const table = 'notification_preferences'
const columns = {
  id: identifier('Identifier of the row.'),
  notification_type: notificationType('What the notifications are about.'),
  ...notificationPreferenceFields,
  created_at: moment('When it was made.', { example: '2026-03-12T04:30:00.000Z' }),
  updated_at: moment('When it was last changed.', { example: '2026-03-12T04:30:00.000Z' }),
}
const record = z.object(columns)
const store = new RecordStore({ table, columns })
const patch = Object.fromEntries(
  Object.entries(notificationPreferenceFields).map(([name, field]) => [name, field.optional()]),
)

export const listNotificationPreferences = defineOperation({
  name: 'me.notification-preferences.list',
  summary: 'Read how the person wants to be told what',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({ data: z.array(record).meta({ description: 'One row for each kind of notification.' }) }),
  rest: { method: 'GET', path: '/me/notification-preferences' },
  tool: { guidance: 'tools/me', confirm: 'never' },
  run: async ({ transaction }) => {
    const rows = await transaction.rows<RecordRow>(
      transaction
        .sql(table)
        .select(...Object.keys(columns))
        .orderBy('notification_type'),
    )
    return { data: rows.map((row) => store.fromRow(row)) as z.input<typeof record>[] }
  },
})

export const updateNotificationPreferences = defineOperation({
  name: 'me.notification-preferences.update',
  summary: 'Change how the person is told about one kind of thing',
  effect: 'write',
  input: z.strictObject({ notification_type: notificationType('Which kind.'), ...patch }),
  output: record,
  errors: [NotFound, PreconditionFailed],
  rest: { method: 'PATCH', path: '/me/notification-preferences/{notification_type}' },
  tool: { guidance: 'tools/me', confirm: 'always' },
  run: async (scope, { notification_type, ...given }) => {
    const { transaction } = scope
    const found = await transaction.row<RecordRow>(
      transaction
        .sql(table)
        .where({ notification_type })
        .select(...Object.keys(columns))
        .forUpdate(),
    )
    if (!found) throw new Problem(NotFound)
    const before = store.fromRow(found)
    const id = String(before['id'])
    if (scope.ifMatch && !matchesEntityTag(scope.ifMatch, entityTag(before))) throw new Problem(PreconditionFailed)
    const merged = { ...before, ...given }
    requireQuietHours(merged)
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const after = Object.keys(values).length === 0 ? before : await store.update(transaction, { id }, values)
    if (!after) throw new Problem(NotFound)
    const only = (row: RecordRow) => Object.fromEntries(Object.keys(values).map((name) => [name, row[name]]))
    await scope.changed({ kind: 'updated', table, id, before: only(before), after: only(after) })
    scope.about({ table, id, version: entityTag(after) })
    return after as z.input<typeof record>
  },
})

/** @throws {Problem} ValidationFailed where quiet hours are on without saying when. */
function requireQuietHours(row: RecordRow): void {
  if (row['quiet_hours_enabled'] !== true) return
  const missing = ['quiet_start_time', 'quiet_end_time'].filter((name) => row[name] === null)
  if (missing.length > 0) {
    const errors = missing.map((name) => ({ pointer: `/${name}`, code: 'required' }))
    throw new Problem(ValidationFailed, { errors })
  }
}
