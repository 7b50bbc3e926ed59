import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/**
 * Access at other services that erased people left behind, until it is given back there. It names nobody, and is sealed by
 * the master key: the keys of the person are gone.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table access_left_behind (
      id uuid primary key default gen_random_uuid(),
      service_name text not null,
      wrapped_tokens bytea not null,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('access_left_behind', 'service_name')}
    )`)
  await protect(knex, 'access_left_behind', { owner: null })
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table access_left_behind')
}
