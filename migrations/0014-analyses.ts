import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/** What a trend says besides its direction, and what of the record waits to be analysed anew. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table health_trends
      add column unit varchar(20),
      add column weekly_change numeric(12,4),
      add column probability numeric(6,5)
  `)

  await knex.raw(`
    alter table medication_adherence add column period varchar(10)
      generated always as (case when period_end - period_start = 6 then 'weekly' else 'monthly' end) stored
  `)

  // Written by the transaction that changes the record, so that no change goes without its analysis. A reference is a kind
  // of measurement or the id of a medicine.
  await knex.raw(`
    create table waiting_analyses (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      analysis varchar(20) not null,
      reference varchar(100) not null,
      day date not null,
      created_at timestamptz not null default current_timestamp,
      constraint waiting_analyses_owner_key unique (user_id, id),
      constraint waiting_analyses_day_key unique (user_id, analysis, reference, day)
    )`)
  await knex.raw('create index waiting_analyses_created_index on waiting_analyses (created_at)')
  await protect(knex, 'waiting_analyses')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table waiting_analyses')
  await knex.raw('alter table medication_adherence drop column period')
  await knex.raw('alter table health_trends drop column unit, drop column weekly_change, drop column probability')
}
