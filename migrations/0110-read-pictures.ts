import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/**
 * What text recognition made of the picture of a page, by what the picture holds. A page takes seconds: what was read once is
 * not read again when a reading begins anew, or when the same page comes with another upload. Always sealed.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table read_pictures (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      fingerprint varchar(64) not null,
      reading text not null,
      created_at timestamptz not null default current_timestamp,
      constraint read_pictures_fingerprint_key unique (user_id, fingerprint)
    )`)
  await knex.raw('create index read_pictures_created_at_idx on read_pictures (created_at)')
  await protect(knex, 'read_pictures')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table read_pictures')
}
