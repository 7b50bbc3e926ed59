import type { Knex } from 'knex'

type Privilege = 'select' | 'insert' | 'update' | 'delete'

const ALL: readonly Privilege[] = ['select', 'insert', 'update', 'delete']

interface Protection {
  /** The column that names the owner; `null` for tables that no person owns, which only the system may touch. */
  readonly owner?: string | null
  /** What people may do with their own rows. */
  readonly user?: readonly Privilege[]
  /** What the system may do with all rows. */
  readonly system?: readonly Privilege[]
}

/**
 * Puts a new table under row-level security, forced on its owner too, with the policies, grants and `updated_at` trigger
 * that every table has. The start refuses a database with a table that did not come through here.
 */
export async function protect(knex: Knex, table: string, protection: Protection = {}): Promise<void> {
  const { owner = 'user_id', user = ALL, system = ALL } = protection
  await knex.raw(`alter table ${table} enable row level security, force row level security`)
  await knex.raw(`create policy ${table}_system on ${table} to swasthwrap_system using (true) with check (true)`)
  await knex.raw(`grant ${system.join(', ')} on ${table} to swasthwrap_system`)
  if (owner !== null) {
    const own = `${owner} = current_tenant()`
    await knex.raw(`create policy ${table}_tenant on ${table} to swasthwrap_user using (${own}) with check (${own})`)
    await knex.raw(`grant ${user.join(', ')} on ${table} to swasthwrap_user`)
  }
  if (await knex.schema.hasColumn(table, 'updated_at')) {
    await knex.raw(
      `create trigger set_updated_at before update on ${table} for each row execute function set_updated_at()`,
    )
  }
}
