import pg from 'pg'
import { connectionSettings } from './connection-settings.ts'
import { toDatabaseError } from './database-errors.ts'

/** A bare connection, for what is not a transaction: migrations, queues, notifications. It sees no row of any person. */
export type Connection = pg.Client
export type ConnectionPool = pg.Pool
export type PooledConnection = pg.PoolClient
export type Notification = pg.Notification

/** One connection, not yet made. */
export function createConnection(connectionString: string): Connection {
  return new pg.Client({ ...connectionSettings(connectionString), keepAlive: true })
}

/** Connections that are made when they are needed. Errors of idle ones are reported, as no caller can receive them. */
export function createPool(
  connectionString: string,
  options: Omit<pg.PoolConfig, 'connectionString'>,
  report: (error: unknown) => void,
): ConnectionPool {
  const pool = new pg.Pool({
    ...connectionSettings(connectionString),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...options,
  })
  pool.on('error', (error) => report(toDatabaseError(error)))
  // Without a listener the end of a connection in use would be the end of the process; its statements fail in any case.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
