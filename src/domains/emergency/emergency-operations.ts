import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { flag, identifier, text } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { stopAlerting } from './advance-alert.ts'
import { alertDeliveries } from './alert-delivery.ts'
import { AlertResolved, alertDerived, alertFields, contactFields, deliveryFields } from './emergency.ts'

const ALERTS = 'emergency_alerts'

const contacts = recordDomain({
  name: 'emergency.contacts',
  noun: 'emergency contact',
  table: 'emergency_contacts',
  path: '/emergency/contacts',
  fields: contactFields,
  defaults: { can_receive_alerts: true, preferred_contact_method: 'phone', is_active: true },
  stamped: true,
  filterable: ['is_active', 'can_receive_alerts'],
  sortable: ['priority_order', 'contact_name', 'created_at'],
  rules: ({ preferred_contact_method, email }) =>
    preferred_contact_method === 'email' && email === null ? [{ pointer: '/email', code: 'required' }] : [],
  guidance: 'tools/emergency',
})

const alerts = recordDomain({
  name: 'emergency.alerts',
  noun: 'emergency alert',
  table: ALERTS,
  path: '/emergency/alerts',
  fields: alertFields,
  derived: alertDerived,
  timeColumn: 'created_at',
  filterable: ['is_resolved', 'alert_type'],
  sortable: ['-created_at'],
  verbs: ['list', 'get', 'add'],
  guidance: 'tools/emergency',
  rules: ({ location_latitude, location_longitude }) => {
    if ((location_latitude === null) === (location_longitude === null)) return []
    return [{ pointer: location_latitude === null ? '/location_latitude' : '/location_longitude', code: 'required' }]
  },
  afterWrite: async (scope, { id }) => queueDeliveries(scope, id),
})

const deliveries = recordDomain({
  name: 'emergency.alerts.deliveries',
  noun: 'delivery of an alert',
  table: 'alert_deliveries',
  path: '/emergency/alerts/{alert_id}/deliveries',
  parent: { table: ALERTS, column: 'alert_id', description: 'The alert.', foreignKey: 'alert_deliveries_alert_fkey' },
  fields: {},
  derived: deliveryFields,
  filterable: ['delivery_status'],
  sortable: ['created_at', 'delivery_status'],
  verbs: ['list'],
  guidance: 'tools/emergency',
})

interface Reachable {
  readonly id: string
  readonly primary_phone: string
  readonly email: string | null
  readonly preferred_contact_method: 'phone' | 'sms' | 'email'
}

/**
 * One delivery for every contact that takes alerts, the way it is best reached, in their order: the first at once, each
 * next one when those before it had their time and nobody was reached.
 */
async function queueDeliveries(scope: OperationScope, alertId: string): Promise<void> {
  const { transaction, caller, now, services } = scope
  const { escalationMilliseconds, wake } = services.emergency
  const reachable = await transaction.rows<Reachable>(
    transaction
      .sql('emergency_contacts')
      .select('id', 'primary_phone', 'email', 'preferred_contact_method')
      .where({ is_active: true, can_receive_alerts: true })
      .orderBy(['priority_order', 'id']),
  )
  transaction.afterCommit(() => wake(caller.userId, alertId))
  if (reachable.length === 0) return
  const METHODS = { phone: 'call', sms: 'sms', email: 'email' } as const
  const rows = reachable.map((contact, index) => ({
    id: uuidv7(),
    user_id: caller.userId,
    alert_id: alertId,
    contact_id: contact.id,
    delivery_method: METHODS[contact.preferred_contact_method],
    phone_number: contact.primary_phone,
    email_address: contact.email,
    due_at: new Date(now.getTime() + index * escalationMilliseconds),
    created_at: now,
  }))
  transaction.queue(transaction.sql('alert_deliveries').insert(rows))
}

/** Tells everybody who was alerted, the way that reached them, how it ended. */
async function queueEndMessages(scope: OperationScope, alertId: string, purpose: 'resolved' | 'false_alarm') {
  const { transaction, caller, now, services } = scope
  await stopAlerting(transaction, alertId)
  const told = (await alertDeliveries(transaction, alertId)).filter(
    ({ delivery_status, delivery_attempts }) => delivery_status !== 'failed' && delivery_attempts > 0,
  )
  const contacts = new Map(told.map((delivery) => [delivery.contact_id ?? delivery.id, delivery]))
  const rows = [...contacts.values()].map((delivery) => ({
    id: uuidv7(),
    user_id: caller.userId,
    alert_id: alertId,
    contact_id: delivery.contact_id,
    delivery_method: delivery.delivery_method,
    phone_number: delivery.phone_number,
    email_address: delivery.email_address,
    purpose,
    due_at: now,
    created_at: now,
  }))
  if (rows.length > 0) transaction.queue(transaction.sql('alert_deliveries').insert(rows))
  transaction.queue(transaction.sql('emergency_alerts').where({ id: alertId }).update({ settled_at: null }))
  transaction.afterCommit(() => services.emergency.wake(caller.userId, alertId))
}

const resolveAlert = defineOperation({
  name: 'emergency.alerts.resolve',
  summary: 'Say that an emergency is over',
  effect: 'write',
  input: z.strictObject({
    id: identifier('Identifier of the alert.'),
    resolved_by: text('Who says so.', { example: 'Asha' }).nullable().optional(),
    false_alarm: flag('There never was one: the contacts are told so.', { example: false }).nullable().optional(),
  }),
  output: alerts.record,
  errors: [NotFound, AlertResolved],
  rest: { method: 'POST', path: '/emergency/alerts/{id}/resolve', status: 200 },
  tool: { guidance: 'tools/emergency', confirm: 'always' },
  run: async (scope, { id, resolved_by, false_alarm }) => {
    const { transaction } = scope
    const alert = await alerts.store.lock(transaction, { id })
    if (!alert) throw new Problem(NotFound)
    if (alert['is_resolved'] === true) throw new Problem(AlertResolved)
    const is_false_alarm = false_alarm ?? false
    const values: RecordRow = {
      is_resolved: true,
      resolved_at: scope.now,
      resolved_by: resolved_by ?? null,
      is_false_alarm,
    }
    const row = await alerts.store.update(transaction, { id }, values)
    if (!row) throw new Problem(NotFound)
    await queueEndMessages(scope, id, is_false_alarm ? 'false_alarm' : 'resolved')
    await scope.changed({
      kind: 'updated',
      table: ALERTS,
      id,
      before: { is_resolved: false },
      after: { is_resolved: true, resolved_by: resolved_by ?? null, is_false_alarm },
    })
    return row
  },
})

export const emergencyOperations: readonly AnyOperation[] = [
  ...contacts.operations,
  ...alerts.operations,
  ...deliveries.operations,
  resolveAlert,
]
