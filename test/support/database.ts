import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { createConnection, type Database, openDatabase } from '../../src/platform/database/index.ts'
import { type EventBus, openRedisEventBus, postgresEventBus } from '../../src/platform/events/index.ts'
import { type JobBackend, openPostgresJobs, openRedisJobs } from '../../src/platform/jobs/index.ts'
import { startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts'
import { ensureTemplate } from '../../src/runtime/embedded-template.ts'
import { openRuntime, type Runtime } from '../../src/runtime/index.ts'
import { createServerDatabase } from './server-database.ts'

/** A database with the newest schema and no row, for one test file alone. */
export interface TestDatabase {
  /** `server` where `TEST_DATABASE_URL` names a PostgreSQL, else `embedded`. */
  readonly profile: 'embedded' | 'server'
  readonly connectionString: string
  readonly database: Database
  /** What was reported because no caller could receive it. */
  readonly reported: unknown[]
  /** Runs SQL as the owner of the schema, for looking at the catalogue and for changing the schema. */
  query<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>
  close(): Promise<void>
}

const serverUrl = process.env['TEST_DATABASE_URL']
const redisUrl = process.env['TEST_REDIS_URL']

const testProfile = serverUrl ? 'server' : 'embedded'

/** Opens a fresh database of the profile that the environment asks for. */
export async function openTestDatabase(options: { maxConnections?: number } = {}): Promise<TestDatabase> {
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  const { connectionString, remove } = serverUrl ? await createServerDatabase(serverUrl) : await createFolder(report)
  const database = await openDatabase({
    connectionString,
    maxConnections: options.maxConnections ?? 8,
    ownSessions: serverUrl !== undefined,
    report,
  })
  const owner = createConnection(connectionString)
  await owner.connect()
  return {
    profile: testProfile,
    connectionString,
    database,
    reported,
    query: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await owner.query<Row>(text, [...values])
      return rows
    },
    close: async () => {
      await owner.end()
      await database.close()
      await remove()
    },
  }
}

export interface TestRuntime extends Runtime {
  readonly dataDirectory: string
  /** What was reported because no caller could receive it. */
  readonly reported: unknown[]
  /** A second job backend on the same queues, as another process would have it. */
  openJobs(options?: { graceMilliseconds?: number }): Promise<JobBackend>
  /** A second event bus, as another process would have it. On the server profile only. */
  openEvents(): Promise<EventBus>
}

/** Opens a whole runtime on a fresh database; on the server profile with Redis where `TEST_REDIS_URL` is set. */
export async function openTestRuntime(): Promise<TestRuntime> {
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  if (!serverUrl) await ensureTemplate(report)
  const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  const server = serverUrl ? await createServerDatabase(serverUrl) : undefined
  const runtime = await openRuntime({ dataDirectory, databaseUrl: server?.connectionString, redisUrl, report })
  const socketFolder = encodeURIComponent(path.join(dataDirectory, 'postgres-socket'))
  const connectionString = server?.connectionString ?? `postgresql://postgres@${socketFolder}:5432/postgres`
  return {
    ...runtime,
    reported,
    dataDirectory,
    openJobs: async (options = {}) =>
      redisUrl && server
        ? openRedisJobs({ redisUrl, databaseName: new URL(connectionString).pathname.slice(1), report, ...options })
        : openPostgresJobs({ connectionString, oneSession: !server, report, ...options }),
    openEvents: async () =>
      redisUrl ? openRedisEventBus(redisUrl, report) : postgresEventBus(connectionString, report),
    close: async () => {
      await runtime.close()
      await server?.remove()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}

/** Adds a person and gives the id. The password is none that anybody could have. */
export async function addUser(
  database: Database,
  values: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<string> {
  const id = uuidv7()
  await database.asSystem((transaction) =>
    transaction.rows(
      transaction.sql('users').insert({
        id,
        name: 'Asha Raman',
        email: `${randomUUID()}@example.org`,
        password_hash: 'none',
        ...values,
      }),
    ),
  )
  return id
}

async function createFolder(report: (error: unknown) => void) {
  const template = await ensureTemplate(report)
  const parent = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  const folder = path.join(parent, 'postgres')
  const postgres = await startEmbeddedPostgres(folder, {
    report,
    durable: false,
    template,
  })
  return {
    connectionString: postgres.connectionString,
    remove: async () => {
      await postgres.close()
      await rm(parent, { recursive: true, force: true })
    },
  }
}
