import type { Database } from '../../platform/database/index.ts'
import { type DeliveryChannels, DeliveryFailed } from '../../platform/delivery/index.ts'
import type { EventBus } from '../../platform/events/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import type { ClaimedDelivery } from './claim-deliveries.ts'

export interface SendingContext {
  readonly database: Database
  readonly events: EventBus
  readonly channels: DeliveryChannels
  /** Links in messages begin with it; the page finds the place behind the `#`. */
  readonly publicUrl: string
}

/** A push service keeps a message no longer than this, unless the notification says when it no longer matters. */
const DAY_SECONDS = 24 * 60 * 60

/** Ids of the subscriptions that took a push message, and of those that do not exist any more. */
export interface BrowsersReached {
  readonly used: readonly string[]
  readonly gone: readonly string[]
}

/**
 * Sends one notification by one channel.
 * @throws {DeliveryFailed}
 */
export async function sendDelivery(
  context: SendingContext,
  delivery: ClaimedDelivery,
  now: Date,
): Promise<BrowsersReached | undefined> {
  switch (delivery.channel) {
    case 'in-app':
      // Who is not there finds it in the list of notifications.
      context.events.publish(delivery.user_id, {
        type: 'notification.created',
        notification_id: delivery.notification_id,
        notification_type: delivery.notification_type,
        priority: delivery.priority,
      })
      return undefined
    case 'email':
      await sendEmail(context, delivery)
      return undefined
    case 'sms':
      await sendSms(context, delivery)
      return undefined
    case 'push':
      return await sendPush(context, delivery, now)
  }
}

/** Settings may have changed since the delivery was written. */
function switchedOff(): never {
  throw new DeliveryFailed('The channel is switched off', { permanent: true })
}

async function sendEmail({ channels, publicUrl }: SendingContext, delivery: ClaimedDelivery): Promise<void> {
  if (!channels.email) return switchedOff()
  const { title, message, action_url } = delivery
  await channels.email.sendEmail({
    to: delivery.email,
    language: delivery.language,
    template: 'notification',
    values: { name: delivery.name, title, message, ...(action_url !== null && { url: `${publicUrl}/#${action_url}` }) },
    id: delivery.notification_id,
    urgent: delivery.priority === 'urgent',
  })
}

async function sendSms({ channels }: SendingContext, delivery: ClaimedDelivery): Promise<void> {
  if (!channels.telephone) return switchedOff()
  if (delivery.phone === null) throw new DeliveryFailed('There is no number', { permanent: true })
  // An SMS cannot be recognised as one that has come before: better none than a second "take your medicine".
  if (delivery.interrupted && delivery.notification_type !== 'emergency') {
    throw new DeliveryFailed('It may have left already', { permanent: true })
  }
  await channels.telephone.send({
    method: 'sms',
    to: delivery.phone,
    language: delivery.language,
    text: `${delivery.title}\n${delivery.message}`,
  })
}

async function sendPush({ channels }: SendingContext, delivery: ClaimedDelivery, now: Date): Promise<BrowsersReached> {
  const { push } = channels
  if (!push) return switchedOff()
  const subscriptions = delivery.subscriptions ?? []
  const message = {
    payload: pushPayload(delivery),
    id: delivery.notification_id,
    urgent: delivery.priority === 'high' || delivery.priority === 'urgent',
    secondsToLive: delivery.expires_at
      ? Math.max(0, Math.round((delivery.expires_at.getTime() - now.getTime()) / 1_000))
      : DAY_SECONDS,
  }
  const results = await Promise.allSettled(subscriptions.map((each) => push.send(each, message)))
  const idsOf = (outcome: 'sent' | 'gone') =>
    results.flatMap((result, index) => {
      const id = subscriptions[index]?.id
      return result.status === 'fulfilled' && result.value === outcome && id !== undefined ? [id] : []
    })
  const browsers = { used: idsOf('sent'), gone: idsOf('gone') }
  if (browsers.used.length > 0) return browsers
  const failure = results.find((result) => result.status === 'rejected')
  if (failure) throw failure.reason
  throw new NobodyThere(browsers.gone)
}

/** Every subscription of the person has ended. */
export class NobodyThere extends DeliveryFailed {
  readonly gone: readonly string[]

  constructor(gone: readonly string[]) {
    super('No device is subscribed any more', { permanent: true })
    this.gone = gone
  }
}

/** What the service worker shows. A tag of its own makes a second arrival replace the first one silently. */
function pushPayload(delivery: ClaimedDelivery): Readonly<Record<string, unknown>> {
  const { notification_id, language, metadata } = delivery
  const words = translator(language)
  const isDose = metadata?.['action'] === 'dose'
  return {
    id: notification_id,
    tag: notification_id,
    type: delivery.notification_type,
    title: delivery.title,
    body: delivery.message,
    url: delivery.action_url ?? '/',
    lang: language,
    silent: metadata?.['sound'] === false,
    vibrate: metadata?.['vibration'] !== false,
    urgent: delivery.priority === 'urgent',
    // Each is sent to `POST /api/v1/notifications/{id}/act`.
    actions: isDose
      ? (['taken', 'later', 'skipped'] as const).map((action) => ({ action, title: words(`reminders:act.${action}`) }))
      : [],
  }
}
