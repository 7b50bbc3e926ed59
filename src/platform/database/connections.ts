import pg from 'pg'
import { addressesOf } from './connection-addresses.ts'
import { connectionSettings } from './connection-settings.ts'
import { toDatabaseError } from './database-errors.ts'
import { primaryClient } from './primary-client.ts'

/** A bare connection, for what is not a transaction: migrations, queues, notifications. It sees no row of any person. */
export type Connection = pg.Client
export type ConnectionPool = pg.Pool
export type PooledConnection = pg.PoolClient
export type Notification = pg.Notification

/** One connection, not yet made. */
export function createConnection(connectionString: string): Connection {
  const Client = clientOf(connectionString) ?? pg.Client
  return new Client({ ...connectionSettings(connectionString), keepAlive: true })
}

/** Connections that are made when they are needed. Errors of idle ones are reported, as no caller can receive them. */
export function createPool(
  connectionString: string,
  options: Omit<pg.PoolConfig, 'connectionString'>,
  report: (error: unknown) => void,
): ConnectionPool {
  const Client = clientOf(connectionString)
  const pool = new pg.Pool({
    ...connectionSettings(connectionString),
    ...(Client && { Client }),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    ...options,
  })
  pool.on('error', (error) => report(toDatabaseError(error)))
  // Without a listener the end of a connection in use would be the end of the process; its statements fail in any case.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Where the address names several servers, a client that goes to the one that takes writes. */
function clientOf(connectionString: string): typeof pg.Client | undefined {
  return addressesOf(connectionString).length > 1 ? primaryClient(connectionString) : undefined
}
