import { createPostgresBackend, DEFAULT_SCHEMA, type PgPool, Queue, runMigrations, Worker } from 'bullmq'
import {
  type ConnectionPool,
  createConnection,
  createPool,
  type Notification,
  type PooledConnection,
} from '../database/index.ts'
import { type JobConnection, reportErrors } from './job-connection.ts'

export interface PostgresJobOptions {
  readonly connectionString: string
  /** Whether all connections share one session, as those of the embedded database do. */
  readonly oneSession?: boolean
  /** Whether this process has the database to itself. */
  readonly alone?: boolean
  readonly report: (error: unknown) => void
}

/** One connection for each lane's LISTEN, the rest for queries. */
const CONNECTIONS = 12

/** Creates or updates the tables of the queues, in a schema of their own. Safe at every start and from several processes. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const client = createConnection(connectionString)
  await client.connect()
  try {
    await runMigrations(client)
  } finally {
    await client.end()
  }
}

/** Queues in PostgreSQL. */
export function postgresJobConnection(options: PostgresJobOptions): JobConnection {
  const pool = createPool(
    options.connectionString,
    {
      max: CONNECTIONS,
      application_name: 'swasthwrap jobs',
      // The queues name their tables without a schema. The embedded database has its search path set once for all.
      ...(options.oneSession ? {} : { options: `-c search_path=${DEFAULT_SCHEMA}` }),
    },
    options.report,
  )
  if (options.oneSession) shareNotifications(pool)
  // BullMQ describes a pool in types of its own, which the driver's overloads do not match.
  const connection = pool as unknown as PgPool
  return {
    alone: options.alone === true,
    queue: (name) => reportErrors(new Queue(name, { connection }, createPostgresBackend), options.report),
    worker: (name, processor, workerOptions) =>
      reportErrors(
        new Worker(name, processor, { ...workerOptions, connection }, createPostgresBackend),
        options.report,
      ),
    // Of all queues at once: the library cannot do it for one.
    forgetEvents: async () => {
      await pool.query(`delete from ${DEFAULT_SCHEMA}.event`)
    },
    ping: async () => {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}

/**
 * In one shared session a notification arrives on whichever connection ran the statement that sent it, and never on the
 * one that listens. So every connection tells it to all others; without that a worker would only see a new job when it
 * next looks by itself, seconds later.
 */
function shareNotifications(pool: ConnectionPool): void {
  const clients = new Set<PooledConnection>()
  const passedOn = new WeakSet<Notification>()
  pool.on('remove', (client) => clients.delete(client as PooledConnection))
  pool.on('connect', (client) => {
    clients.add(client)
    client.on('notification', (notification) => {
      if (passedOn.has(notification)) return
      passedOn.add(notification)
      for (const other of clients) {
        if (other !== client) other.emit('notification', notification)
      }
    })
  })
}
