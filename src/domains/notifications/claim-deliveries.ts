import type { Language } from '../../clinical/language-forms.ts'
import type { Database } from '../../platform/database/index.ts'
import type { PushSubscription } from '../../platform/delivery/index.ts'
import type { DeliveryChannel, NotificationPriority, NotificationType } from './deliver.ts'
import { CLAIM_MILLISECONDS } from './delivery-rules.ts'

/** A delivery that this process has taken on, with all that it needs. */
export interface ClaimedDelivery {
  readonly id: string
  readonly user_id: string
  readonly notification_id: string
  readonly channel: DeliveryChannel
  /** With this one. */
  readonly attempts: number
  /** Somebody took it before and died: it may have left already. */
  readonly interrupted: boolean
  readonly notification_type: NotificationType
  readonly priority: NotificationPriority
  readonly title: string
  readonly message: string
  readonly action_url: string | null
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly expires_at: Date | null
  /** The dose that it speaks of has an entry by now. */
  readonly settled: boolean
  readonly name: string
  readonly language: Language
  readonly email: string
  readonly phone: string | null
  /** The browsers of a person who is sent a push message. */
  readonly subscriptions: readonly (PushSubscription & { readonly id: string })[] | null
  /** What left by this channel: to the person in the last hour, and to all in the last minute. */
  readonly person_count: number
  readonly all_count: number
}

/** Named one by one, so that the database looks for each at its place in the index and not through all that ever left. */
const LIMITED = `'push', 'sms', 'email'`

/**
 * Takes deliveries whose time has come. What one process takes no other one gets, until the claim runs out; so each is sent
 * once, and none is lost with a process that dies.
 */
export async function claimDeliveries(database: Database, now: Date, most: number): Promise<ClaimedDelivery[]> {
  return await database.asSystem((transaction) =>
    transaction.rows<ClaimedDelivery>(
      transaction.sql.raw(
        `with due as (
           select id, status from notification_deliveries
           where status in ('waiting', 'sending') and due_at <= ?::timestamptz
           order by due_at limit ? for update skip locked
         ),
         claimed as (
           update notification_deliveries d
           set status = 'sending', attempts = d.attempts + 1, due_at = ?::timestamptz
           from due where due.id = d.id
           returning d.id, d.user_id, d.notification_id, d.channel, d.attempts, due.status = 'sending' as interrupted
         )
         select c.*, n.notification_type, n.priority, n.title, n.message, n.action_url, n.metadata, n.expires_at,
           u.name, u.language, u.email, u.phone,
           coalesce(jsonb_exists(n.metadata, 'scheduled_time'), false) and exists (
             select from medication_intake i
             where i.medication_id = (n.metadata->>'medication_id')::uuid
               and i.scheduled_time = (n.metadata->>'scheduled_time')::timestamptz
           ) as settled,
           case when c.channel = 'push' then (
             select jsonb_agg(jsonb_build_object('id', s.id, 'endpoint', s.endpoint, 'p256dh', s.p256dh, 'auth', s.auth))
             from push_subscriptions s where s.user_id = c.user_id
           ) end as subscriptions,
           coalesce(person.count, 0)::integer as person_count, coalesce(everybody.count, 0)::integer as all_count
         from claimed c
         join notifications n on n.id = c.notification_id
         join users u on u.id = c.user_id
         left join (
           select channel, user_id, count(*) from notification_deliveries s
           where s.status = 'sent' and s.channel in (${LIMITED}) and s.sent_at > ?::timestamptz - interval '1 hour'
             and s.user_id in (select user_id from claimed)
           group by channel, user_id
         ) person on person.channel = c.channel and person.user_id = c.user_id
         left join (
           select channel, count(*) from notification_deliveries s
           where s.status = 'sent' and s.channel in (${LIMITED}) and s.sent_at > ?::timestamptz - interval '1 minute'
           group by channel
         ) everybody on everybody.channel = c.channel
         order by c.id`,
        [now, most, new Date(now.getTime() + CLAIM_MILLISECONDS), now, now],
      ),
    ),
  )
}
