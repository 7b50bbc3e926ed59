import { v7 as uuidv7 } from 'uuid'
import { HELPLINES } from '../../clinical/helplines.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { type DeliveryChannels, DeliveryFailed } from '../../platform/delivery/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { deliver } from '../notifications/index.ts'
import {
  type AlertDelivery,
  type AlertMethod,
  alertDeliveries,
  isOpen,
  isUntouched,
  lockAlert,
  type OpenAlert,
  waysTo,
} from './alert-delivery.ts'
import { type AlertMessage, alertMessage } from './alert-message.ts'

export interface AlertContext {
  readonly database: Database
  readonly channels: DeliveryChannels
  readonly now: () => Date
  readonly report: (error: unknown) => void
}

/** Whoever took a delivery and said nothing for so long is dead. In an emergency a second message does less harm than none. */
const CLAIM_MILLISECONDS = 20_000
const ASK_AFTER_MILLISECONDS = 5_000
/** A message whose arrival nobody has confirmed by then is not asked after any more. */
const ASK_FOR_MILLISECONDS = 10 * 60_000
const LONGEST_WAIT_MILLISECONDS = 2 * 60_000
/** While a channel is down it is tried again for so long. */
const TRY_FOR_MILLISECONDS = 6 * 60 * 60_000

/** What happened to a delivery at this step. */
type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'sent'; readonly reference: string }
  | { readonly kind: 'under_way' }
  | { readonly kind: 'failed'; readonly reason: string; readonly final: boolean }

interface Task {
  readonly alert: OpenAlert
  readonly delivery: AlertDelivery
  readonly method: AlertMethod | undefined
  readonly message: AlertMessage
}

/**
 * Takes an alert one step further: sends what is due, asks what became of what was sent, and brings in the next contact
 * where one was not reached. All that it knows is in the rows, so any process can take the next step.
 * @returns when the next step is due; `undefined` when nothing is left to do.
 */
export async function advanceAlert(context: AlertContext, userId: string, alertId: string): Promise<Date | undefined> {
  const { database, now } = context
  const tasks = await database.asUser(userId, (transaction) => claim(transaction, context, alertId))
  const outcomes = await Promise.all(
    tasks.map(async (task) => [task, await carryOut(context, task).catch((error) => failure(context, error))] as const),
  )
  return await database.asUser(userId, async (transaction) => {
    const alert = await lockAlert(transaction, alertId)
    if (!alert) return undefined
    const at = now()
    for (const [task, outcome] of outcomes) writeOutcome(transaction, alert, task, outcome, at)
    const deliveries = await alertDeliveries(transaction, alertId)
    const failed = outcomes.filter(([, outcome]) => outcome.kind === 'failed' && outcome.final)
    for (const [{ delivery }] of failed) await tryOtherwise(transaction, context, alert, delivery, deliveries, at)
    return await conclude(transaction, context, alert, at)
  })
}

/** Marks what is due as being worked on, so that no other process does the same. */
async function claim(transaction: Transaction, context: AlertContext, alertId: string): Promise<Task[]> {
  const alert = await lockAlert(transaction, alertId)
  if (!alert || alert.settled_at) return []
  const now = context.now()
  const free = (await alertDeliveries(transaction, alertId)).filter(
    (delivery) =>
      isOpen(delivery) &&
      delivery.due_at !== null &&
      delivery.due_at <= now &&
      (delivery.claimed_until === null || delivery.claimed_until <= now),
  )
  const tasks: Task[] = []
  for (const delivery of free) {
    const isAttempt = delivery.delivery_status === 'pending'
    const method = isAttempt ? waysTo(delivery, context.channels)[0] : delivery.delivery_method
    tasks.push({ alert, delivery, method, message: await alertMessage(transaction, alert, delivery.purpose) })
    transaction.queue(
      transaction
        .sql('alert_deliveries')
        .where({ id: delivery.id })
        .update({
          claimed_until: new Date(now.getTime() + CLAIM_MILLISECONDS),
          ...(isAttempt && {
            delivery_method: method ?? delivery.delivery_method,
            delivery_attempts: delivery.delivery_attempts + 1,
            last_attempt_at: now,
          }),
        }),
    )
  }
  return tasks
}

async function carryOut({ channels }: AlertContext, { alert, delivery, method, message }: Task): Promise<Outcome> {
  if (method === undefined) throw new DeliveryFailed('No channel reaches this contact', { permanent: true })
  if (delivery.delivery_status === 'sent') {
    if (method === 'email' || !channels.telephone || delivery.provider_reference === null) return { kind: 'delivered' }
    const status = await channels.telephone.statusOf(method, delivery.provider_reference)
    return status === 'failed'
      ? { kind: 'failed', reason: 'Not answered or not delivered', final: true }
      : { kind: status }
  }
  if (method === 'email') {
    await channels.email?.sendEmail({
      to: delivery.email_address ?? '',
      language: alert.language,
      template: EMAIL_TEMPLATES[delivery.purpose],
      values: {
        person: alert.person,
        message: message.written,
        ...(delivery.contact_name !== null && { name: delivery.contact_name }),
        ...(message.mapUrl !== undefined && { url: message.mapUrl }),
      },
      id: delivery.id,
      urgent: true,
    })
    return { kind: 'delivered' }
  }
  const reference = await channels.telephone?.send({
    method,
    to: delivery.phone_number ?? '',
    language: alert.language,
    text: method === 'call' ? message.spoken : message.written,
  })
  return { kind: 'sent', reference: reference ?? '' }
}

const EMAIL_TEMPLATES = {
  alert: 'emergency-alert',
  resolved: 'emergency-resolved',
  false_alarm: 'emergency-false-alarm',
} as const

function failure({ report }: AlertContext, error: unknown): Outcome {
  if (error instanceof DeliveryFailed) return { kind: 'failed', reason: error.message, final: error.permanent }
  report(error)
  return { kind: 'failed', reason: error instanceof Error ? error.name : 'unknown', final: false }
}

function writeOutcome(
  transaction: Transaction,
  alert: OpenAlert,
  { delivery }: Task,
  outcome: Outcome,
  now: Date,
): void {
  const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
  const after = (): Record<string, unknown> => {
    switch (outcome.kind) {
      case 'delivered':
        return { delivery_status: 'delivered', delivered_at: now, error_message: null, due_at: null }
      case 'sent':
        return {
          delivery_status: 'sent',
          provider_reference: outcome.reference,
          error_message: null,
          due_at: later(ASK_AFTER_MILLISECONDS),
        }
      case 'under_way': {
        const since = (delivery.last_attempt_at ?? alert.created_at).getTime()
        return { due_at: now.getTime() - since > ASK_FOR_MILLISECONDS ? null : later(ASK_AFTER_MILLISECONDS) }
      }
      case 'failed': {
        const error_message = outcome.reason
        const over = now.getTime() - alert.created_at.getTime() > TRY_FOR_MILLISECONDS
        if (outcome.final || over) return { delivery_status: 'failed', error_message, due_at: null }
        const wait = Math.min(LONGEST_WAIT_MILLISECONDS, 1_000 * 2 ** Math.min(delivery.delivery_attempts, 10))
        return { error_message, due_at: later(wait) }
      }
    }
  }
  transaction.queue(
    transaction
      .sql('alert_deliveries')
      .where({ id: delivery.id })
      .update({ ...after(), claimed_until: null }),
  )
}

/** A contact that could not be reached one way is tried another way, and the next one need not wait for its minute. */
async function tryOtherwise(
  transaction: Transaction,
  { channels }: AlertContext,
  alert: OpenAlert,
  failed: AlertDelivery,
  deliveries: readonly AlertDelivery[],
  now: Date,
): Promise<void> {
  const sameContact = deliveries.filter(
    ({ contact_id, purpose }) => contact_id === failed.contact_id && purpose === failed.purpose,
  )
  const tried = new Set(sameContact.map(({ delivery_method }) => delivery_method))
  const other = waysTo(failed, channels).find((way) => !tried.has(way))
  if (other) {
    transaction.queue(
      transaction.sql('alert_deliveries').insert({
        id: uuidv7(),
        user_id: alert.user_id,
        alert_id: alert.id,
        contact_id: failed.contact_id,
        delivery_method: other,
        phone_number: failed.phone_number,
        email_address: failed.email_address,
        purpose: failed.purpose,
        due_at: now,
        created_at: now,
      }),
    )
  }
  const next = deliveries.find(isUntouched)
  if (failed.purpose !== 'alert' || !next) return
  transaction.queue(transaction.sql('alert_deliveries').where({ id: next.id }).update({ due_at: now }))
}

/** Stops where somebody was reached, tells the person how it stands, and finds when to go on. */
async function conclude(
  transaction: Transaction,
  { channels }: AlertContext,
  alert: OpenAlert,
  now: Date,
): Promise<Date | undefined> {
  if (alert.is_resolved) await stopAlerting(transaction, alert.id)
  const deliveries = await alertDeliveries(transaction, alert.id)
  const reached = deliveries.find((each) => each.purpose === 'alert' && each.delivery_status === 'delivered')
  const left = deliveries.filter((delivery) => !(reached && isUntouched(delivery)))
  if (left.length < deliveries.length) await removeUntouched(transaction, alert.id)
  const open = left.filter(isOpen)
  const told = async (which: 'reached' | 'nobody', contact = '') => {
    const words = translator(alert.language)
    const values = { contact, number: HELPLINES.emergency.number, ambulance: HELPLINES.ambulance.number }
    await deliver(transaction, channels, now, [
      {
        userId: alert.user_id,
        type: 'emergency',
        priority: 'urgent',
        title: words(`emergency-messages:person.${which}.title`, values),
        message: words(`emergency-messages:person.${which}.message`, values),
        actionUrl: `/emergency/alerts/${alert.id}`,
        metadata: { alert_id: alert.id },
        occasion: `alert/${alert.id}/${which}`,
      },
    ])
  }
  if (reached && !alert.is_resolved) await told('reached', reached.contact_name ?? '')
  if (open.length === 0) {
    if (!reached && !alert.is_resolved) await told('nobody')
    transaction.queue(transaction.sql('emergency_alerts').where({ id: alert.id }).update({ settled_at: now }))
    return undefined
  }
  const times = open.map(({ due_at, claimed_until }) =>
    Math.max(due_at?.getTime() ?? now.getTime(), claimed_until?.getTime() ?? 0),
  )
  return new Date(Math.min(...times))
}

/** Nobody is alerted any more: what is over needs no help. */
export async function stopAlerting(transaction: Transaction, alertId: string): Promise<void> {
  await removeUntouched(transaction, alertId)
  await transaction.affected(
    transaction
      .sql('alert_deliveries')
      .where({ alert_id: alertId, purpose: 'alert', delivery_status: 'pending' })
      .update({ delivery_status: 'failed', error_message: 'The emergency is over', due_at: null }),
  )
}

/** Contacts whose turn never came. */
async function removeUntouched(transaction: Transaction, alertId: string): Promise<void> {
  await transaction.affected(
    transaction
      .sql('alert_deliveries')
      .where({ alert_id: alertId, purpose: 'alert', delivery_status: 'pending', delivery_attempts: 0 })
      .delete(),
  )
}
