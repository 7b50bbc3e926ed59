import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/**
 * Which row a resource of another program became, so that it is known when it comes again. Measurements carry their source
 * themselves. The row that is named may be gone: then the resource is new again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table imported_resources (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      resource_type varchar(64) not null,
      source_key varchar(64) not null,
      record_table varchar(63) not null,
      record_id uuid not null,
      content_hash varchar(64) not null,
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      constraint imported_resources_owner_key unique (user_id, id),
      constraint imported_resources_source_key unique (user_id, source_key)
    )`)
  await protect(knex, 'imported_resources')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table imported_resources')
}
