import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** What becomes of a notification on each channel, and up to when the clock has looked for what is due. */
export async function up(knex: Knex): Promise<void> {
  // due_at: when it is tried next; while it is being sent, when whoever took it counts as dead.
  await knex.raw(`
    create table notification_deliveries (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      notification_id uuid not null,
      channel text not null,
      status text not null default 'waiting',
      attempts integer not null default 0,
      due_at timestamptz not null,
      sent_at timestamptz,
      error varchar(255),
      created_at timestamptz not null default current_timestamp,
      ${oneOf('notification_deliveries', 'channel')},
      ${oneOf('notification_deliveries', 'status')},
      constraint notification_deliveries_owner_key unique (user_id, id),
      constraint notification_deliveries_channel_key unique (notification_id, channel),
      constraint notification_deliveries_notification_fkey
        foreign key (user_id, notification_id) references notifications (user_id, id) on delete cascade
    )`)
  await knex.raw(`
    create index notification_deliveries_due_index on notification_deliveries (due_at)
    where status in ('waiting', 'sending')`)
  // What counts for the limits of a channel.
  await knex.raw(`
    create index notification_deliveries_sent_index on notification_deliveries (channel, sent_at, user_id)
    where status = 'sent' and channel <> 'in-app'`)
  await protect(knex, 'notification_deliveries')

  // Two people may use one browser in turn: whoever subscribes last has the address, and the earlier row is taken away
  // right after, which the newer one must not wait for.
  await knex.raw(`
    alter table push_subscriptions drop constraint push_subscriptions_endpoint_key,
      add constraint push_subscriptions_endpoint_key unique (endpoint, user_id)`)

  await knex.raw(`
    create table clock_positions (
      kind varchar(50) primary key,
      checked_until timestamptz not null
    )`)
  await protect(knex, 'clock_positions', { owner: null })

  // The clock looks for the times of day that have just come, in every time zone that anybody lives in.
  await knex.raw('create index medication_schedules_time_index on medication_schedules (time_of_day) where is_active')
  await knex.raw('create index medication_reminders_time_index on medication_reminders (reminder_time) where is_active')
  await knex.raw(`
    create index appointments_open_index on appointments (appointment_date) where status in ('scheduled', 'confirmed')`)
  await knex.raw(`create index health_goals_deadline_index on health_goals (deadline) where status = 'active'`)

  // The first moment from 'at' on that is not in quiet hours; they may pass midnight. Both ends are on the person's clock.
  await knex.raw(`
    create function after_quiet_hours(
      at timestamptz, zone text, enabled boolean, quiet_start time, quiet_end time
    ) returns timestamptz language sql stable parallel safe
    return case
      when not coalesce(enabled, false) or quiet_start is null or quiet_end is null or quiet_start = quiet_end then at
      when quiet_start < quiet_end
        and (at at time zone zone)::time >= quiet_start and (at at time zone zone)::time < quiet_end
        then greatest(at, ((at at time zone zone)::date + quiet_end) at time zone zone)
      when quiet_start > quiet_end and (at at time zone zone)::time >= quiet_start
        then greatest(at, ((at at time zone zone)::date + 1 + quiet_end) at time zone zone)
      when quiet_start > quiet_end and (at at time zone zone)::time < quiet_end
        then greatest(at, ((at at time zone zone)::date + quiet_end) at time zone zone)
      else at
    end`)
  await knex.raw(
    `grant execute on function after_quiet_hours(timestamptz, text, boolean, time, time) to swasthwrap_user, swasthwrap_system`,
  )
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop function after_quiet_hours(timestamptz, text, boolean, time, time)')
  for (const index of [
    'health_goals_deadline_index',
    'appointments_open_index',
    'medication_reminders_time_index',
    'medication_schedules_time_index',
  ]) {
    await knex.raw(`drop index ${index}`)
  }
  await knex.raw(`
    alter table push_subscriptions drop constraint push_subscriptions_endpoint_key,
      add constraint push_subscriptions_endpoint_key unique (endpoint)`)
  for (const table of ['clock_positions', 'notification_deliveries']) await knex.raw(`drop table ${table}`)
}
