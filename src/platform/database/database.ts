import type { Knex } from 'knex'
import type { Query } from './statement.ts'
import type { TextVault } from './text-vault.ts'

/**
 * One open transaction. Values arrive as: `Date` for timestamptz, `YYYY-MM-DD` for date, `HH:MM:SS` for time, number for
 * numeric and bigint (see `type-parsers.ts`). A `jsonb` value is handed over as `JSON.stringify(value)`: the driver would
 * turn a plain array into a PostgreSQL array.
 *
 * Errors are those of `database-errors.ts`. After one of them the transaction can only roll back, whoever catches it.
 */
export interface Transaction {
  /** Builds SQL only: a Knex without a connection, so that a query awaited by mistake fails instead of running outside. */
  readonly sql: Knex
  /** Seals texts that are to be stored. What is read comes back opened. */
  readonly texts: TextVault
  /** All rows that the query returns. */
  rows<Row>(query: Query): Promise<Row[]>
  /** The first row, if there is one. */
  row<Row>(query: Query): Promise<Row | undefined>
  /**
   * The rows of the last statement, which takes COMMIT along in the same round trip: once they are there, all is kept.
   * Nothing may follow. Not for sealed texts, for whose keys the transaction would have to stay open.
   */
  last<Row>(query: Query): Promise<Row[]>
  /** How many rows a write changed. */
  affected(query: Query): Promise<number>
  /**
   * Sends a write whose result nobody needs, such as the audit row, without waiting for its answer: it travels with the
   * next statement or with COMMIT. Its failure fails the transaction.
   */
  queue(query: Query): void
  /** Runs after a successful COMMIT (enqueue jobs, publish events). An error is reported and never undoes the commit. */
  afterCommit(action: () => void | Promise<void>): void
}

/** Runs work in transactions. Deadlocks and serialisation failures are retried, so `work` may run up to three times. */
export interface Database {
  /** As the tenant: role `swasthwrap_user`, row-level security on `userId`. Nobody else's row exists in there. */
  asUser<T>(userId: string, work: (transaction: Transaction) => Promise<T>): Promise<T>
  /**
   * As the tenant, for what only reads: nothing is held open between two statements (`pooled-reading.ts`), and what goes
   * through much of a record is read from the replica, where there is one that has everything that was acknowledged before
   * this call. Work that writes after all is run again as `asUser`.
   */
  asReader<T>(
    userId: string,
    work: (transaction: Transaction) => Promise<T>,
    options?: { readonly readsMuch?: boolean },
  ): Promise<T>
  /** Whether `asReader` is anything else than `asUser`. */
  readonly readsApart: boolean
  /** As the system: role `swasthwrap_system`, all rows. For sign-in, sweeps, retention; never on behalf of a request. */
  asSystem<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** From now on transactions seal and open texts with this. */
  useTexts(vault: TextVault): void
  /** @throws {DatabaseUnavailable} when the database does not answer. */
  ping(): Promise<void>
  /** Round trips made so far. A pipelined group of statements counts once. */
  roundTrips(): number
  close(): Promise<void>
}
