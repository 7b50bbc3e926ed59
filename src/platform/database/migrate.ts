import { readdir } from 'node:fs/promises'
import knex, { type Knex } from 'knex'
import { connectionSettings } from './connection-settings.ts'
import { createConnection } from './connections.ts'
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
    await runMigrations(connectionString)
    await refuseUnprotectedTables(lock)
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  } finally {
    await lock.end()
  }
}

async function runMigrations(connectionString: string): Promise<void> {
  const migrator = knex({
    client: 'pg',
    connection: connectionSettings(connectionString) as Knex.PgConnectionConfig,
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
