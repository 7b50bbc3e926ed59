import type { Knex } from 'knex'

/** Outside a transaction, as no index can be dropped concurrently within one. */
export const config = { transaction: false }

/**
 * A measurement without a note is found by its words alone: `embedding_model` says `none` and there is no vector, which
 * was a quarter of all its bytes. And three indexes go that every measurement was written to and that no statement is
 * answered from: what waits for a vector is told by its model being another, which no index tells, and measurements of a
 * time are found by `health_metrics_latest_index`, from either end.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table record_chunks drop constraint if exists record_chunks_embedding_check')
  await knex.raw(`
    alter table record_chunks add constraint record_chunks_embedding_check check (
      (embedding is null and (embedding_model is null or embedding_model = 'none'))
      or (embedding is not null and embedding_model is not null and embedding_model <> 'none')
    ) not valid`)
  await knex.raw('alter table record_chunks validate constraint record_chunks_embedding_check')
  for (const index of ['record_chunks_waiting_index', 'record_chunks_model_index', 'health_metrics_own_index']) {
    await knex.raw(`drop index concurrently if exists ${index}`)
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`update record_chunks set embedding_model = null where embedding_model = 'none'`)
  await knex.raw('alter table record_chunks drop constraint record_chunks_embedding_check')
  await knex.raw(`
    alter table record_chunks add constraint record_chunks_embedding_check
    check ((embedding is null) = (embedding_model is null))`)
  await knex.raw('create index record_chunks_waiting_index on record_chunks (created_at) where embedding is null')
  await knex.raw('create index record_chunks_model_index on record_chunks (embedding_model)')
  await knex.raw(`
    create index health_metrics_own_index on health_metrics (user_id, metric_type, measured_at)
    where source is null or source not in ('google_fit', 'apple_health', 'fitbit', 'samsung_health', 'garmin')`)
}
