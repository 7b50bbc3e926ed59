import { v7 as uuidv7 } from 'uuid'
import type { enumerations, Transaction } from '../../platform/database/index.ts'
import type { DeliveryChannels } from '../../platform/delivery/index.ts'

export type NotificationType = (typeof enumerations.notifications.notification_type)[number]
export type NotificationPriority = (typeof enumerations.notifications.priority)[number]
export type DeliveryChannel = (typeof enumerations.notification_deliveries.channel)[number]

/** Something to tell a person, in the person's own language. */
export interface NewNotification {
  readonly userId: string
  readonly type: NotificationType
  /** `urgent` leaves by every channel that reaches the person. `medium` where not given. */
  readonly priority?: NotificationPriority
  readonly title: string
  readonly message: string
  /** Where it leads, below our own address: `/medications/due`. */
  readonly actionUrl?: string
  /** Ids, times and switches of what it is about; no words and no values of the record. */
  readonly metadata?: Readonly<Record<string, string | number | boolean>>
  /** Names the occasion, such as one dose: there is one notification of it, however often this is called. */
  readonly occasion?: string
  /** The channel that the person asked for; absent: as the preferences say. */
  readonly channel?: DeliveryChannel
  /** When it should leave; now where not given. In quiet hours it waits for their end. */
  readonly at?: Date
  /** After this it is not sent any more. */
  readonly expiresAt?: Date
}

/** A notification that is in the database now. */
export interface MadeNotification {
  readonly id: string
  readonly userId: string
}

/**
 * Writes notifications and what is to be sent of them; nothing leaves before the transaction is committed, and whoever
 * calls this enqueues `deliverNotificationsJob` then (the clock does so too, so that none is lost).
 *
 * Which channels: the open sockets always, unless the person does not want that; besides them the channel that was asked
 * for, or else push and, where the person has switched it on, SMS. E-mail serves where none of those reaches the person,
 * and only a confirmed address, as notifications speak of health. An urgent notification takes all of them. Only
 * emergencies ignore quiet hours.
 * @returns those that are new: an occasion that there is a notification of already makes no second.
 */
export async function deliver(
  transaction: Transaction,
  channels: DeliveryChannels,
  now: Date,
  notifications: readonly NewNotification[],
): Promise<readonly MadeNotification[]> {
  if (notifications.length === 0) return []
  const given = notifications.map((notification) => ({
    id: uuidv7(),
    user_id: notification.userId,
    notification_type: notification.type,
    priority: notification.priority ?? 'medium',
    title: notification.title.slice(0, 255),
    message: notification.message,
    action_url: notification.actionUrl ?? null,
    metadata: notification.metadata ?? null,
    occasion: notification.occasion ?? null,
    asked: notification.channel ?? null,
    leaves_at: notification.at ?? now,
    expires_at: notification.expiresAt ?? null,
  }))
  const rows = await transaction.rows<{ id: string; user_id: string }>(
    transaction.sql.raw(DELIVER, [
      JSON.stringify(given),
      channels.push !== undefined,
      channels.telephone !== undefined,
      channels.email !== undefined,
      now,
      now,
    ]),
  )
  return rows.map(({ id, user_id }) => ({ id, userId: user_id }))
}

const DELIVER = `
  with given as (
    select * from jsonb_to_recordset(?::jsonb) as g (
      id uuid, user_id uuid, notification_type text, priority text, title text, message text, action_url text,
      metadata jsonb, occasion text, asked text, leaves_at timestamptz, expires_at timestamptz
    )
  ),
  reachable as (
    select g.*,
      coalesce(p.in_app_enabled, true) as in_app,
      ?::boolean and coalesce(p.push_enabled, true)
        and exists (select from push_subscriptions s where s.user_id = g.user_id) as push,
      -- Whoever asks for a reminder by SMS has said so, whatever the default of the preferences is.
      ?::boolean and (coalesce(p.sms_enabled, false) or g.asked is not distinct from 'sms') and u.phone is not null as sms,
      ?::boolean and coalesce(p.email_enabled, true) and u.email_verified as email,
      case when g.notification_type = 'emergency' then g.leaves_at
        else after_quiet_hours(
          g.leaves_at, coalesce(zone.timezone, 'Asia/Kolkata'), p.quiet_hours_enabled, p.quiet_start_time, p.quiet_end_time
        )
      end as due_at
    from given g
    join users u on u.id = g.user_id and u.is_active
    left join user_preferences zone on zone.user_id = g.user_id
    left join notification_preferences p on p.user_id = g.user_id and p.notification_type = g.notification_type
  ),
  chosen as (
    select r.*,
      r.push and (r.priority = 'urgent' or r.asked = 'push' or r.asked is null
        or (r.asked = 'sms' and not r.sms) or (r.asked = 'email' and not r.email)) as by_push,
      r.sms and (r.priority = 'urgent' or r.asked = 'sms' or r.asked is null) as by_sms,
      r.email and (r.priority = 'urgent' or r.asked = 'email' or not (r.push or r.sms)) as by_email
    from reachable r
  ),
  made as (
    insert into notifications (id, user_id, notification_type, title, message, priority, action_url, metadata,
      delivery_method, expires_at, deduplication_key, created_at)
    select id, user_id, notification_type, title, message, priority, action_url, metadata,
      case when asked = 'email' and by_email then 'email' when asked = 'sms' and by_sms then 'sms'
        when by_push then 'push' when by_sms then 'sms' when by_email then 'email' else 'in-app' end,
      expires_at, occasion, ?::timestamptz
    from chosen
    on conflict (user_id, deduplication_key) do nothing
    returning id
  ),
  sent as (
    insert into notification_deliveries (user_id, notification_id, channel, due_at, created_at)
    select c.user_id, c.id, way.channel, c.due_at, ?::timestamptz
    from chosen c
    join made on made.id = c.id
    cross join lateral (
      values ('in-app', c.in_app), ('push', c.by_push), ('sms', c.by_sms), ('email', c.by_email)
    ) as way (channel, open)
    where way.open
  )
  select c.id, c.user_id from chosen c join made on made.id = c.id`
