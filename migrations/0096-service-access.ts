import type { Knex } from 'knex'

/** Whether the person is signed in at a service, for whoever may not see with what. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table connected_services add column signed_in boolean
      generated always as (access_token is not null or refresh_token is not null) stored
  `)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table connected_services drop column signed_in')
}
