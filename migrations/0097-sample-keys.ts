import type { Knex } from 'knex'

const SERVICES = "('google_fit', 'apple_health', 'fitbit', 'samsung_health', 'garmin')"

/**
 * What was measured, when, and how much, once among all services: a watch writes the same into two apps. The database
 * holds this for the millions of samples; the other measurements are few, and have an index of their own to be compared by.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create unique index health_metrics_sample_key on health_metrics (user_id, metric_type, measured_at, value, unit)
    where source in ${SERVICES}`)
  await knex.raw(`
    create index health_metrics_own_index on health_metrics (user_id, metric_type, measured_at)
    where source is null or source not in ${SERVICES}`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index health_metrics_sample_key')
  await knex.raw('drop index health_metrics_own_index')
}
