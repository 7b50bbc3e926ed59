import type { Knex } from 'knex'

/** The document whose limits a measurement was held against, beside its status. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table health_metrics add column status_source text')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table health_metrics drop column status_source')
}
