import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'
import { protect } from './support/protect.ts'

/** Texts about health that belong to nobody: everybody reads them, only the system writes them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table library_passages (
      id uuid primary key default gen_random_uuid(),
      collection varchar(100) not null,
      document varchar(255) not null,
      number integer not null default 0,
      language text not null,
      title varchar(255) not null,
      source varchar(255) not null,
      url varchar(500),
      text text not null,
      content_hash varchar(64) not null,
      title_embedding halfvec not null,
      embedding halfvec not null,
      embedding_model varchar(255) not null,
      created_at timestamptz not null default current_timestamp,
      ${oneOf('library_passages', 'language')},
      constraint library_passages_place_key unique (collection, document, language, number)
    )`)
  await protect(knex, 'library_passages', { owner: null })
  await knex.raw(
    'create policy library_passages_reading on library_passages for select to swasthwrap_user using (true)',
  )
  await knex.raw('grant select on library_passages to swasthwrap_user')
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop table library_passages')
}
