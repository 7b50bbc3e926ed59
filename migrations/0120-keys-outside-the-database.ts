import type { Knex } from 'knex'

/**
 * The wrapped keys of people lie beside the files and not here: a copy of the database cannot forget what it holds. Those that
 * an earlier version kept here stay until the nightly job has moved them.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table user_keys alter column wrapped_key drop not null')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table user_keys alter column wrapped_key set not null')
}
