import type { Knex } from 'knex'

/** A sign-in that is used again and again ends all the same: its beginning is handed on from token to token. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table user_sessions add column signed_in_at timestamptz not null default current_timestamp')
  await knex.raw('update user_sessions set signed_in_at = created_at')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table user_sessions drop column signed_in_at')
}
