import { setTimeout as delay } from 'node:timers/promises'
import knex, { type Knex } from 'knex'
import { addressesOf } from './connection-addresses.ts'
import { type ConnectionPool, createPool, type PooledConnection } from './connections.ts'
import type { Database, Transaction } from './database.ts'
import { DatabaseUnavailable, TransactionConflict } from './database-errors.ts'
import { PooledReading } from './pooled-reading.ts'
import { type Opening, PooledTransaction } from './pooled-transaction.ts'
import { forgetPrimary } from './primary-client.ts'
import { ReadReplica } from './read-replica.ts'
import { StatementNames } from './statement-names.ts'
import type { TextVault } from './text-vault.ts'
import { typeParsers } from './type-parsers.ts'

export interface DatabaseOptions {
  /** `postgresql://…`; a percent-encoded folder as host means the socket in it. */
  readonly connectionString: string
  /** Of a replica that streams behind it, for what reads much. */
  readonly replicaConnectionString?: string | undefined
  readonly maxConnections: number
  /** Whether each connection is a session of its own, as on PostgreSQL: only there may statements have names. */
  readonly ownSessions?: boolean
  /** Told of errors that no caller can receive: of idle connections and of actions after a commit. */
  readonly report: (error: unknown) => void
  readonly statementTimeoutMilliseconds?: number
  readonly transactionTimeoutMilliseconds?: number
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const ATTEMPTS = 3

/** Opens the pool. Connections are made when they are needed; `ping` tells whether the database is there. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return new PooledDatabase(options)
}

class PooledDatabase implements Database {
  readonly #pool: ConnectionPool
  readonly #replica: ReadReplica | undefined
  readonly #connectionString: string
  readonly #sql: Knex = knex({ client: 'pg' })
  readonly #report: (error: unknown) => void
  readonly #transactionTimeout: number
  readonly #names: StatementNames | undefined
  #roundTrips = 0
  readonly #countRoundTrip = () => {
    this.#roundTrips += 1
  }
  #texts: TextVault | undefined

  constructor(options: DatabaseOptions) {
    const statementTimeout = options.statementTimeoutMilliseconds ?? 15_000
    this.#report = options.report
    this.#names = options.ownSessions ? new StatementNames() : undefined
    this.#transactionTimeout = options.transactionTimeoutMilliseconds ?? 30_000
    const poolOptions = {
      max: options.maxConnections,
      pipeline: true,
      types: typeParsers,
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: this.#transactionTimeout,
      // Ends what the server cannot: a statement whose answer is lost on the way.
      query_timeout: statementTimeout + 5_000,
      application_name: 'swasthwrap',
    }
    this.#connectionString = options.connectionString
    this.#pool = createPool(options.connectionString, poolOptions, options.report)
    const { replicaConnectionString } = options
    if (replicaConnectionString !== undefined) {
      this.#replica = new ReadReplica(this.#pool, replicaConnectionString, poolOptions, options.report)
    }
  }

  get readsApart(): boolean {
    return this.#names !== undefined
  }

  async asUser<T>(userId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    // The id becomes part of the opening statement, so nothing but a UUID may pass.
    if (!UUID.test(userId)) throw new TypeError('A tenant is named by a UUID')
    return this.#transact(this.#pool, opening('swasthwrap_user', userId), userId, work)
  }

  async asReader<T>(
    userId: string,
    work: (transaction: Transaction) => Promise<T>,
    { readsMuch = false }: { readonly readsMuch?: boolean } = {},
  ): Promise<T> {
    if (!UUID.test(userId)) throw new TypeError('A tenant is named by a UUID')
    const replica = readsMuch ? this.#replica : undefined
    if (replica !== undefined && (await replica.hasCaughtUp())) {
      try {
        return await this.#transact(replica.pool, opening('swasthwrap_user', userId), userId, work)
      } catch (error) {
        // It went away, had to give way to what it streams, or was asked to write: the primary can do all of that.
        if (!(error instanceof DatabaseUnavailable || error instanceof TransactionConflict)) throw error
      }
    }
    const names = this.#names
    if (names === undefined) return this.asUser(userId, work)
    try {
      return await this.#read(names, userId, work)
    } catch (error) {
      if (error instanceof TransactionConflict) return this.asUser(userId, work)
      if (error instanceof DatabaseUnavailable) forgetPrimary(this.#connectionString)
      throw error
    }
  }

  async asSystem<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#transact(this.#pool, opening('swasthwrap_system', ''), undefined, work)
  }

  useTexts(vault: TextVault): void {
    this.#texts = vault
  }

  async ping(): Promise<void> {
    await this.asSystem((transaction) => transaction.rows(transaction.sql.raw('select 1')))
  }

  roundTrips(): number {
    return this.#roundTrips
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#replica?.pool.end()])
  }

  async #transact<T>(
    pool: ConnectionPool,
    openingStatement: Opening,
    tenant: string | undefined,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(pool, openingStatement, tenant, work)
      } catch (error) {
        if (!(error instanceof TransactionConflict) || attempt === ATTEMPTS) throw error
        await delay(attempt * 10 + Math.random() * 40)
      }
    }
  }

  async #attempt<T>(
    pool: ConnectionPool,
    openingStatement: Opening,
    tenant: string | undefined,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const transaction = new PooledTransaction({
      opening: openingStatement,
      acquire: () => this.#connect(pool),
      sql: this.#sql,
      tenant,
      texts: this.#texts,
      timeoutMilliseconds: this.#transactionTimeout,
      names: this.#names,
      onRoundTrip: this.#countRoundTrip,
    })
    let result: T
    try {
      result = await work(transaction)
      await transaction.commit()
    } catch (error) {
      await transaction.rollback()
      if (error instanceof DatabaseUnavailable) forgetPrimary(this.#connectionString)
      throw error
    }
    await this.#runAfterCommit(transaction)
    return result
  }

  async #read<T>(names: StatementNames, userId: string, work: (reading: Transaction) => Promise<T>): Promise<T> {
    const reading = new PooledReading({
      opening: readOnlyOpening(userId),
      acquire: () => this.#connect(this.#pool),
      sql: this.#sql,
      tenant: userId,
      texts: this.#texts,
      names,
      onRoundTrip: this.#countRoundTrip,
    })
    const result = await work(reading)
    reading.end()
    await this.#runAfterCommit(reading)
    return result
  }

  /** Nothing was sent yet, so another server that took over may be tried at once. */
  async #connect(pool: ConnectionPool): Promise<PooledConnection> {
    try {
      return await pool.connect()
    } catch (error) {
      if (addressesOf(this.#connectionString).length === 1) throw error
      forgetPrimary(this.#connectionString)
      return await pool.connect()
    }
  }

  async #runAfterCommit(transaction: PooledTransaction | PooledReading): Promise<void> {
    for (const action of transaction.afterCommitActions) {
      try {
        await action()
      } catch (error) {
        this.#report(error)
      }
    }
  }
}

/**
 * `set_config(…, true)` ends with the transaction, on PostgreSQL and on PGlite alike, where all clients share one session
 * and the login user means nothing.
 */
function opening(role: string, userId: string): Opening {
  return { text: "select set_config('role', $1, true), set_config('app.user_id', $2, true)", values: [role, userId] }
}

/** As above, and nothing can be written after it. */
function readOnlyOpening(userId: string): Opening {
  return {
    text: `select set_config('role', $1, true), set_config('app.user_id', $2, true),
      set_config('transaction_read_only', 'on', true), pg_is_in_recovery() as standby`,
    values: ['swasthwrap_user', userId],
  }
}
