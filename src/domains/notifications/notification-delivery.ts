import { choice, moment, text, wholeNumber } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'

const { channel, status } = enumerations.notification_deliveries

/** What became of a notification on each channel. Those that failed stay: they are the dead letters of the channel. */
export const notificationDeliveries = recordDomain({
  name: 'notifications.deliveries',
  noun: 'delivery of a notification',
  table: 'notification_deliveries',
  path: '/notifications/{notification_id}/deliveries',
  parent: {
    table: 'notifications',
    column: 'notification_id',
    description: 'The notification.',
    foreignKey: 'notification_deliveries_notification_fkey',
  },
  fields: {},
  derived: {
    channel: choice(channel, 'How it is sent.'),
    status: choice(status, '`expired` was not sent, as it no longer mattered; `failed` was given up.', {
      example: 'sent',
    }),
    attempts: wholeNumber('How often it was tried.', { example: 1 }),
    due_at: moment('When it is tried next, or was last looked at.', { example: '2026-03-12T03:00:00.000Z' }),
    sent_at: moment('When the channel took it.', { example: '2026-03-12T03:00:02.000Z' }).nullable(),
    error: text('Why the last attempt failed, in the words of the protocol.', { example: 'SMTP 451' }).nullable(),
  },
  filterable: ['status', 'channel'],
  sortable: ['channel', 'created_at'],
  verbs: ['list'],
  guidance: 'tools/notifications',
})
