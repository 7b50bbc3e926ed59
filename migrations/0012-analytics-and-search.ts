import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** What is computed from the record, and what it is searched by. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table health_trends (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      metric_type varchar(100) not null,
      trend_period text not null,
      period_start date not null,
      period_end date not null,
      average_value numeric(10,2),
      min_value numeric(10,2),
      max_value numeric(10,2),
      trend_direction text,
      confidence_score numeric(3,2),
      data_points integer,
      calculated_at timestamptz default current_timestamp,
      ${oneOf('health_trends', 'trend_period')},
      ${oneOf('health_trends', 'trend_direction')},
      constraint health_trends_owner_key unique (user_id, id),
      constraint health_trends_period_key unique (user_id, metric_type, trend_period, period_start)
    )`)
  await protect(knex, 'health_trends')

  await knex.raw(`
    create table medication_adherence (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      medication_id uuid not null,
      period_start date not null,
      period_end date not null,
      total_scheduled integer not null,
      total_taken integer not null,
      total_missed integer not null,
      adherence_percentage numeric(5,2) not null,
      longest_streak integer default 0,
      current_streak integer default 0,
      calculated_at timestamptz default current_timestamp,
      constraint chk_adherence_percentage check (adherence_percentage >= 0 and adherence_percentage <= 100),
      constraint medication_adherence_owner_key unique (user_id, id),
      constraint medication_adherence_period_key unique (medication_id, period_start, period_end),
      constraint medication_adherence_medication_fkey
        foreign key (user_id, medication_id) references medications (user_id, id) on delete cascade
    )`)
  await protect(knex, 'medication_adherence')

  await knex.raw(`
    create table user_activity (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      activity_type text not null,
      activity_description text,
      metadata jsonb,
      ip_address varchar(45),
      user_agent text,
      created_at timestamptz default current_timestamp,
      ${oneOf('user_activity', 'activity_type')},
      constraint user_activity_owner_key unique (user_id, id)
    )`)
  await knex.raw('create index user_activity_created_index on user_activity (user_id, created_at desc)')
  await protect(knex, 'user_activity')

  // Each row is stemmed in its own language. A row here and its row in record_chunks share source_table, content_id
  // (source_id there) and chunk_number.
  await knex.raw(`
    create table search_index (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      content_type text not null,
      content_id uuid not null,
      source_table varchar(63) not null default '',
      chunk_number integer not null default 0,
      searchable_content text not null,
      language text not null,
      keywords jsonb,
      occurred_at timestamptz,
      search_vector tsvector generated always as (
        to_tsvector(
          case language
            when 'hi' then 'pg_catalog.hindi'::regconfig
            when 'ta' then 'pg_catalog.tamil'::regconfig
            else 'pg_catalog.english'::regconfig
          end,
          searchable_content
        )
      ) stored,
      created_at timestamptz default current_timestamp,
      updated_at timestamptz default current_timestamp,
      ${oneOf('search_index', 'content_type')},
      ${oneOf('search_index', 'language')},
      constraint search_index_owner_key unique (user_id, id),
      constraint search_index_content_key unique (user_id, source_table, content_id, chunk_number)
    )`)
  await knex.raw('create index idx_search_content on search_index using gin (search_vector)')
  await protect(knex, 'search_index')

  // No dimension: embedding models differ in it. Searched exactly, per user, which is right at the size of one record.
  // embedding stays null until a job has computed it, and embedding_model says which vectors compare with a query's.
  await knex.raw(`
    create table record_chunks (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      source_table varchar(63) not null,
      source_id uuid not null,
      chunk_number integer not null default 0,
      page integer,
      language text not null,
      text text not null,
      content_hash varchar(64),
      occurred_at timestamptz,
      embedding halfvec,
      embedding_model varchar(255),
      created_at timestamptz not null default current_timestamp,
      updated_at timestamptz not null default current_timestamp,
      ${oneOf('record_chunks', 'language')},
      constraint record_chunks_embedding_check check ((embedding is null) = (embedding_model is null)),
      constraint record_chunks_owner_key unique (user_id, id),
      constraint record_chunks_source_key unique (user_id, source_table, source_id, chunk_number)
    )`)
  await knex.raw('create index record_chunks_waiting_index on record_chunks (created_at) where embedding is null')
  await knex.raw('create index record_chunks_model_index on record_chunks (embedding_model)')
  await protect(knex, 'record_chunks')
}

export async function down(knex: Knex): Promise<void> {
  for (const table of ['record_chunks', 'search_index', 'user_activity', 'medication_adherence', 'health_trends']) {
    await knex.raw(`drop table ${table}`)
  }
}
