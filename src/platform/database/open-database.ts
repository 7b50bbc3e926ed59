import { setTimeout as delay } from 'node:timers/promises'
import knex, { type Knex } from 'knex'
import { type ConnectionPool, createPool } from './connections.ts'
import type { Database, Transaction } from './database.ts'
import { TransactionConflict } from './database-errors.ts'
import { PooledTransaction } from './pooled-transaction.ts'
import { StatementNames } from './statement-names.ts'
import type { TextVault } from './text-vault.ts'
import { typeParsers } from './type-parsers.ts'

export interface DatabaseOptions {
  /** `postgresql://…`; a percent-encoded folder as host means the socket in it. */
  readonly connectionString: string
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
  readonly #sql: Knex = knex({ client: 'pg' })
  readonly #report: (error: unknown) => void
  readonly #transactionTimeout: number
  readonly #names: StatementNames | undefined
  #roundTrips = 0
  #texts: TextVault | undefined

  constructor(options: DatabaseOptions) {
    const statementTimeout = options.statementTimeoutMilliseconds ?? 15_000
    this.#report = options.report
    this.#names = options.ownSessions ? new StatementNames() : undefined
    this.#transactionTimeout = options.transactionTimeoutMilliseconds ?? 30_000
    this.#pool = createPool(
      options.connectionString,
      {
        max: options.maxConnections,
        pipeline: true,
        types: typeParsers,
        statement_timeout: statementTimeout,
        idle_in_transaction_session_timeout: this.#transactionTimeout,
        // Ends what the server cannot: a statement whose answer is lost on the way.
        query_timeout: statementTimeout + 5_000,
        application_name: 'swasthwrap',
      },
      options.report,
    )
  }

  async asUser<T>(userId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    // The id becomes part of the opening statement, so nothing but a UUID may pass.
    if (!UUID.test(userId)) throw new TypeError('A tenant is named by a UUID')
    return this.#transact(opening('swasthwrap_user', userId), userId, work)
  }

  async asSystem<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#transact(opening('swasthwrap_system', ''), undefined, work)
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
    await this.#pool.end()
  }

  async #transact<T>(
    openingStatement: string,
    tenant: string | undefined,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(openingStatement, tenant, work)
      } catch (error) {
        if (!(error instanceof TransactionConflict) || attempt === ATTEMPTS) throw error
        await delay(attempt * 10 + Math.random() * 40)
      }
    }
  }

  async #attempt<T>(
    openingStatement: string,
    tenant: string | undefined,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    const transaction = new PooledTransaction({
      opening: openingStatement,
      acquire: () => this.#pool.connect(),
      sql: this.#sql,
      tenant,
      texts: this.#texts,
      timeoutMilliseconds: this.#transactionTimeout,
      names: this.#names,
      onRoundTrip: () => {
        this.#roundTrips += 1
      },
    })
    let result: T
    try {
      result = await work(transaction)
      await transaction.commit()
    } catch (error) {
      await transaction.rollback()
      throw error
    }
    await this.#runAfterCommit(transaction)
    return result
  }

  async #runAfterCommit(transaction: PooledTransaction): Promise<void> {
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
function opening(role: string, userId: string): string {
  return `begin; select set_config('role', '${role}', true), set_config('app.user_id', '${userId}', true)`
}
