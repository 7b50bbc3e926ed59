import type { Knex } from 'knex'
import { oneOf } from './support/one-of.ts'

/** Hindi and Tamil in Latin letters are forms of their own: a text may stand in the library in them, too. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table library_passages
      drop constraint library_passages_language_check,
      add ${oneOf('library_passages', 'language')} not valid`)
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`delete from library_passages where language in ('hi-Latn', 'ta-Latn')`)
  await knex.raw(`
    alter table library_passages
      drop constraint library_passages_language_check,
      add constraint library_passages_language_check check (language in ('en', 'hi', 'ta'))`)
}
