import { type Database, DatabaseUnavailable } from '../../platform/database/index.ts'
import { DeliveryFailed } from '../../platform/delivery/index.ts'
import { type ClaimedDelivery, claimDeliveries } from './claim-deliveries.ts'
import { CHANNEL_LIMITS, LimitCount, MOST_ATTEMPTS, OVER_LIMIT_MILLISECONDS, waitAfter } from './delivery-rules.ts'
import { NobodyThere, type SendingContext, sendDelivery } from './send-delivery.ts'

const BATCH = 100

/** What became of a delivery, as the columns of its row. */
interface Outcome {
  readonly id: string
  /** The claim that the outcome belongs to: another process may have taken over since. */
  readonly claim: number
  readonly status: 'waiting' | 'sent' | 'failed' | 'expired'
  readonly attempts: number
  readonly due_at: Date
  readonly sent_at: Date | null
  readonly error: string | null
  /** Push subscriptions that took it, and that are gone. */
  readonly used: readonly string[]
  readonly gone: readonly string[]
}

/**
 * Sends every delivery whose time has come, until none is left or the process wants to stop.
 * @returns how many left.
 */
export async function deliverDue(
  context: SendingContext & { readonly report: (error: unknown) => void },
  now: () => Date,
  signal?: AbortSignal,
): Promise<number> {
  let sent = 0
  while (!signal?.aborted) {
    const claimed = await claimDeliveries(context.database, now(), BATCH)
    if (claimed.length === 0) break
    const counts = new LimitCount()
    const outcomes = await Promise.all(claimed.map((delivery) => attempt(context, delivery, counts, now)))
    await record(context, outcomes, now())
    sent += outcomes.filter(({ status }) => status === 'sent').length
  }
  return sent
}

async function attempt(
  context: SendingContext & { readonly report: (error: unknown) => void },
  delivery: ClaimedDelivery,
  counts: LimitCount,
  now: () => Date,
): Promise<Outcome> {
  const at = now()
  const { id, attempts } = delivery
  const outcome = (values: Pick<Outcome, 'status'> & Partial<Outcome>): Outcome => ({
    id,
    claim: attempts,
    attempts,
    due_at: at,
    sent_at: null,
    error: null,
    used: [],
    gone: [],
    ...values,
  })
  if (delivery.settled || (delivery.expires_at !== null && delivery.expires_at <= at)) {
    return outcome({ status: 'expired' })
  }
  if (!withinLimits(delivery, counts)) {
    const due_at = new Date(at.getTime() + OVER_LIMIT_MILLISECONDS)
    return outcome({ status: 'waiting', attempts: attempts - 1, due_at, error: 'Over the limit' })
  }
  try {
    const browsers = await sendDelivery(context, delivery, at)
    return outcome({ status: 'sent', sent_at: at, ...browsers })
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error
    if (!(error instanceof DeliveryFailed)) context.report(error)
    const reason = error instanceof DeliveryFailed ? error.message : error instanceof Error ? error.name : 'unknown'
    const due_at = new Date(at.getTime() + waitAfter(attempts))
    const tooLate = delivery.expires_at !== null && due_at >= delivery.expires_at
    const final = (error instanceof DeliveryFailed && error.permanent) || attempts >= MOST_ATTEMPTS || tooLate
    const gone = error instanceof NobodyThere ? error.gone : []
    return outcome(final ? { status: 'failed', error: reason, gone } : { status: 'waiting', due_at, error: reason })
  }
}

function withinLimits(delivery: ClaimedDelivery, counts: LimitCount): boolean {
  const { channel, user_id } = delivery
  if (channel === 'in-app' || delivery.notification_type === 'emergency') return true
  const { personPerHour, allPerMinute } = CHANNEL_LIMITS[channel]
  const person = `${channel} ${user_id}`
  counts.begin(person, delivery.person_count)
  counts.begin(channel, delivery.all_count)
  return counts.allows({ [person]: personPerHour, [channel]: allPerMinute })
}

/** Writes what became of them. Where a channel gave up, e-mail takes over, to a confirmed address. */
async function record(
  { database, channels }: { database: Database; channels: SendingContext['channels'] },
  outcomes: readonly Outcome[],
  now: Date,
): Promise<void> {
  await database.asSystem((transaction) =>
    transaction.rows(
      transaction.sql.raw(
        `with outcome as (
           select * from jsonb_to_recordset(?::jsonb) as o (
             id uuid, claim integer, status text, attempts integer, due_at timestamptz, sent_at timestamptz, error text,
             used jsonb, gone jsonb
           )
         ),
         written as (
           update notification_deliveries d
           set status = o.status, attempts = o.attempts, due_at = o.due_at, sent_at = o.sent_at, error = o.error
           from outcome o
           where o.id = d.id and d.status = 'sending' and d.attempts = o.claim
           returning d.user_id, d.notification_id, d.channel, d.status
         ),
         arrived as (
           update notifications n set delivered = true, delivered_at = ?::timestamptz
           from written w
           where w.notification_id = n.id and w.status = 'sent' and w.channel = n.delivery_method and not n.delivered
           returning n.metadata->>'appointment_reminder_id' as reminder_id
         ),
         forgotten as (
           delete from push_subscriptions s
           using outcome o cross join lateral jsonb_array_elements_text(o.gone) as gone (id)
           where s.id = gone.id::uuid
         ),
         -- To the day is enough, and spares a write for each message.
         used as (
           update push_subscriptions s set last_used_at = ?::timestamptz
           from outcome o cross join lateral jsonb_array_elements_text(o.used) as used (id)
           where s.id = used.id::uuid
             and (s.last_used_at is null or s.last_used_at < ?::timestamptz - interval '1 day')
         ),
         reminded as (
           update appointment_reminders r set sent = true, sent_at = ?::timestamptz
           from arrived a where r.id = a.reminder_id::uuid
         ),
         instead as (
           insert into notification_deliveries (user_id, notification_id, channel, due_at, created_at)
           select w.user_id, w.notification_id, 'email', ?::timestamptz, ?::timestamptz
           from written w
           join notifications n on n.id = w.notification_id
           join users u on u.id = w.user_id and u.email_verified
           left join notification_preferences p
             on p.user_id = w.user_id and p.notification_type = n.notification_type
           where ?::boolean and w.status = 'failed' and w.channel in ('push', 'sms') and coalesce(p.email_enabled, true)
           on conflict (notification_id, channel) do nothing
         )
         select 1`,
        [JSON.stringify(outcomes), now, now, now, now, now, now, channels.email !== undefined],
      ),
    ),
  )
}
