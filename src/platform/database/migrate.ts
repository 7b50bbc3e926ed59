import { readdir } from 'node:fs/promises'
import knex, { type Knex } from 'knex'
import type { Client } from 'pg'
import { connectionSettings } from './connection-settings.ts'
import { createConnection } from './connections.ts'
import { primaryAddress } from './primary-client.ts'
import { refuseUnprotectedTables } from './row-security.ts'

const FOLDER = new URL('../../../migrations/', import.meta.url)

/** Held while migrating, so that processes starting together do so one after the other. The number means nothing. */
const MIGRATION_LOCK = 7_260_451

/** Knex loads CommonJS from a folder by itself; these are TypeScript modules. */
const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => {
    const names = await readdir(FOLDER)
    return names.filter((name) => /^\d{4}-.*\.ts$/.test(name)).sort()
  },
  getMigrationName: (name) => name.replace(/\.ts$/, ''),
  getMigration: async (name) => (await import(new URL(name, FOLDER).href)) as Knex.Migration,
}

/**
 * Brings the database to the newest schema and checks that every table in it is protected. Safe to call from several
 * processes at once and at every start.
 * @throws {UnprotectedTable} when a table lacks forced row-level security or a policy.
 */
export async function migrate(connectionString: string): Promise<void> {
  const lock = createConnection(connectionString)
  await lock.connect()
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    // Mostly there is nothing to do, which one question tells; Knex asks a dozen.
    if (!(await isNewest(lock))) await runMigrations(connectionString)
    await refuseUnprotectedTables(lock)
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    await lock.end()
  }
}

/** Whether exactly the migrations of this version have been made. */
async function isNewest(connection: Client): Promise<boolean> {
  const { rows: tables } = await connection.query<{ known: boolean }>(
    "select to_regclass('schema_migrations') is not null as known",
  )
  if (!tables[0]?.known) return false
  const { rows } = await connection.query<{ name: string }>('select name from schema_migrations order by name')
  const wanted = await migrationSource.getMigrations([])
  return rows.map(({ name }) => name).join() === wanted.map((name) => migrationSource.getMigrationName(name)).join()
}

async function runMigrations(connectionString: string): Promise<void> {
  const migrator = knex({
    client: 'pg',
    connection: connectionSettings(await primaryAddress(connectionString)) as Knex.PgConnectionConfig,
    // Two, because Knex asks which migrations are done on a connection besides that of its transaction.
    pool: { min: 0, max: 2 },
    migrations: { migrationSource, tableName: 'schema_migrations' },
  })
  try {
    // Our own lock is the one that counts; Knex's outlives a process that was killed.
    await migrator.migrate.forceFreeMigrationsLock()
    await migrator.migrate.latest()
  } finally {
    await migrator.destroy()
  }
}
