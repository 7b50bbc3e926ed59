import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'

/** Whom an alert goes to next, and when; and what became of it. */
export async function up(knex: Knex): Promise<void> {
  // due_at: when a pending delivery is tried next, or a sent one asked after; null when nothing more happens to it.
  // claimed_until: until then a process is at it.
  await knex.raw(`
    alter table alert_deliveries
      add column purpose text not null default 'alert',
      add column due_at timestamptz default current_timestamp,
      add column claimed_until timestamptz,
      add column provider_reference varchar(64),
      add ${oneOf('alert_deliveries', 'purpose')}
  `)
  // settled_at: nothing is left to do for it. Alerts of earlier versions are not sent late.
  await knex.raw(`
    alter table emergency_alerts
      add column is_false_alarm boolean not null default false,
      add column settled_at timestamptz
  `)
  await knex.raw('update emergency_alerts set settled_at = current_timestamp')
  await knex.raw(
    'create index emergency_alerts_unsettled_index on emergency_alerts (created_at) where settled_at is null',
  )
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index emergency_alerts_unsettled_index')
  await knex.raw('alter table emergency_alerts drop column is_false_alarm, drop column settled_at')
  await knex.raw(`
    alter table alert_deliveries
      drop column purpose, drop column due_at, drop column claimed_until, drop column provider_reference`)
}
