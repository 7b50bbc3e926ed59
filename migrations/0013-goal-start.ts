import type { Knex } from 'knex'

/** Where a goal set out from: progress towards 65 kg means nothing without it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table health_goals add column start_value varchar(50)')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table health_goals drop column start_value')
}
