import type { Knex } from 'knex'
import { protect } from './support/protect.ts'

/** Texts of sensitive documents are sealed where they stand. What search needs to find them stays: words and vectors. */
export async function up(knex: Knex): Promise<void> {
  // Keys that texts of a person are sealed with, wrapped by the person's key as a document's key is.
  await knex.raw(`
    create table user_data_keys (
      id uuid primary key default gen_random_uuid(),
      user_id uuid not null references users on delete cascade,
      purpose varchar(30) not null,
      wrapped_key varchar(255) not null,
      user_key_version integer not null,
      created_at timestamptz not null default current_timestamp,
      constraint user_data_keys_owner_key unique (user_id, id),
      constraint user_data_keys_purpose_key unique (user_id, purpose)
    )`)
  await protect(knex, 'user_data_keys', { user: ['select', 'insert'] })

  // What a person said about a document stands; until then its category decides.
  await knex.raw('alter table medical_documents add column sensitivity_chosen boolean not null default false')

  // All that the report says of a value, in one sealed text; its own columns are empty then.
  await knex.raw('alter table document_results add column sealed text')

  // The words of a sealed text, without their order being readable as a text: they are computed before it is sealed.
  await knex.raw('drop index idx_search_content')
  await knex.raw('alter table search_index drop column search_vector, add column sealed_words tsvector')
  await knex.raw(`
    alter table search_index add column search_vector tsvector generated always as (
      coalesce(
        sealed_words,
        to_tsvector(
          case language
            when 'hi' then 'pg_catalog.hindi'::regconfig
            when 'ta' then 'pg_catalog.tamil'::regconfig
            else 'pg_catalog.english'::regconfig
          end,
          searchable_content
        )
      )
    ) stored`)
  await knex.raw('create index idx_search_content on search_index using gin (search_vector)')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop index idx_search_content')
  await knex.raw('alter table search_index drop column search_vector, drop column sealed_words')
  await knex.raw(`
    alter table search_index add column search_vector tsvector generated always as (
      to_tsvector(
        case language
          when 'hi' then 'pg_catalog.hindi'::regconfig
          when 'ta' then 'pg_catalog.tamil'::regconfig
          else 'pg_catalog.english'::regconfig
        end,
        searchable_content
      )
    ) stored`)
  await knex.raw('create index idx_search_content on search_index using gin (search_vector)')
  await knex.raw('alter table document_results drop column sealed')
  await knex.raw('alter table medical_documents drop column sensitivity_chosen')
  await knex.raw('drop table user_data_keys')
}
