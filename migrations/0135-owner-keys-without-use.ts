import type { Knex } from 'knex'

/** Outside a transaction, so that each table is locked for a moment only. */
export const config = { transaction: false }

/**
 * Keys of owner and id, which only foreign keys of other tables need: to these tables there are none. Whatever is found by
 * its owner is found by another index that begins with the owner, and these rows are written with each
 * change of the record.
 */
const TABLES = ['search_index', 'record_chunks', 'waiting_analyses'] as const

export async function up(knex: Knex): Promise<void> {
  for (const table of TABLES) await knex.raw(`alter table ${table} drop constraint if exists ${table}_owner_key`)
}

export async function down(knex: Knex): Promise<void> {
  for (const table of TABLES)
    await knex.raw(`alter table ${table} add constraint ${table}_owner_key unique (user_id, id)`)
}
