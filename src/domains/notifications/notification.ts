import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../operations/define-operation.ts'
import { choice, flag, identifier, longText, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { enumerations } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { actOnNotification } from './act-on-notification.ts'
import { notificationDeliveries } from './notification-delivery.ts'
import { pushOperations } from './push-subscription.ts'

const { notification_type, priority, delivery_method } = enumerations.notifications
const TABLE = 'notifications'

const notifications = recordDomain({
  name: 'notifications',
  noun: 'notification',
  table: TABLE,
  path: '/notifications',
  // Only the product writes notifications.
  fields: {},
  derived: {
    notification_type: choice(notification_type, 'What it is about.'),
    title: text('Its heading.', { example: 'Time for your medicine' }),
    message: longText('What it says.', { example: 'Glycomet 500 SR, 1 tablet, at 08:30.' }),
    priority: choice(priority, 'How urgent it is.', { example: 'medium' }),
    is_read: flag('Whether the person has read it.', { example: false }),
    action_url: text('Where it leads.', { example: '/medications/due', maximum: 500 }).nullable(),
    metadata: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'Ids of what it is about.', examples: [{}] }),
    delivery_method: choice(delivery_method, 'How it was sent.', { example: 'in-app' }),
    delivered: flag('Whether it arrived.'),
    delivered_at: moment('When it arrived.', { example: '2026-03-12T03:00:02.000Z' }).nullable(),
    expires_at: moment('When it no longer matters.', { example: '2026-03-12T06:00:00.000Z' }).nullable(),
  },
  timeColumn: 'created_at',
  filterable: ['is_read', 'notification_type', 'priority'],
  sortable: ['-created_at', 'priority'],
  verbs: ['list', 'get', 'delete'],
  guidance: 'tools/notifications',
})

const readNotification = defineOperation({
  name: 'notifications.read',
  summary: 'Mark a notification as read',
  effect: 'write',
  input: z.strictObject({ id: identifier('Identifier of the notification.') }),
  output: notifications.record,
  errors: [NotFound],
  rest: { method: 'POST', path: '/notifications/{id}/read', status: 200 },
  tool: { guidance: 'tools/notifications', confirm: 'never' },
  run: async (scope, { id }) => {
    const { transaction } = scope
    const row = await transaction.row<RecordRow>(
      transaction
        .sql(TABLE)
        .where({ id })
        .update({ is_read: true })
        .returning(Object.keys(notifications.store.columns)),
    )
    if (!row) throw new Problem(NotFound)
    await scope.changed({ kind: 'updated', table: TABLE, id, before: null, after: { is_read: true } })
    return notifications.store.fromRow(row)
  },
})

const readAllNotifications = defineOperation({
  name: 'notifications.read-all',
  summary: 'Mark every notification as read',
  effect: 'write',
  input: z.strictObject({}),
  output: z.object({ marked: wholeNumber('How many were unread.', { example: 3 }) }),
  rest: { method: 'POST', path: '/notifications/read-all', status: 200 },
  tool: { guidance: 'tools/notifications', confirm: 'never' },
  run: async ({ transaction }) => ({
    marked: await transaction.affected(transaction.sql(TABLE).where({ is_read: false }).update({ is_read: true })),
  }),
})

export const notificationOperations: readonly AnyOperation[] = [
  ...notifications.operations,
  readNotification,
  readAllNotifications,
  actOnNotification,
  ...notificationDeliveries.operations,
  ...pushOperations,
]
