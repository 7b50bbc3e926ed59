import type { Knex } from 'knex'
import type { PoolClient } from 'pg'
import { inSpan } from '../telemetry/tracing.ts'
import type { Transaction } from './database.ts'
import {
  DatabaseError,
  DatabaseTimeout,
  DatabaseUnavailable,
  StatementOutdated,
  toDatabaseError,
} from './database-errors.ts'
import { type Query, statementOf } from './statement.ts'
import { type GroupedStatement, parameters, StatementGroup, type StatementResult } from './statement-group.ts'
import type { StatementNames } from './statement-names.ts'
import { hasSealedText, NO_VAULT, type TextVault } from './text-vault.ts'

/** A statement with placeholders, and its values. */
export interface Opening {
  readonly text: string
  readonly values: readonly string[]
}

export interface TransactionSettings {
  /** Sets role and tenant. Sent together with `begin` and the first statement. */
  readonly opening: Opening
  readonly acquire: () => Promise<PoolClient>
  readonly sql: Knex
  /** Whose rows the transaction sees; absent where it sees all. */
  readonly tenant: string | undefined
  readonly texts: TextVault | undefined
  readonly timeoutMilliseconds: number
  /** Where statements may be prepared under a name, and sent in groups. */
  readonly names: StatementNames | undefined
  /** Called once for each group of statements sent while nothing was in flight. */
  readonly onRoundTrip: () => void
}

/**
 * A transaction on a pipelined client: statements are sent as soon as they are known, those of one moment as one, and
 * answers are awaited only where somebody needs them. No client is taken and nothing is sent before the first statement.
 */
export class PooledTransaction implements Transaction {
  readonly sql: Knex
  readonly afterCommitActions: (() => void | Promise<void>)[] = []
  readonly #settings: TransactionSettings
  readonly #queued: Promise<unknown>[] = []
  /** What is sent when this moment ends. */
  #group: GroupedStatement[] = []
  #client: Promise<PoolClient> | undefined
  #committed: Promise<void> | undefined
  #failure: unknown
  #inFlight = 0
  #ended = false
  #expired = false
  #released = false
  #timer: NodeJS.Timeout | undefined

  constructor(settings: TransactionSettings) {
    this.#settings = settings
    this.sql = settings.sql
  }

  async rows<Row>(query: Query): Promise<Row[]> {
    const { rows } = await this.#run(query)
    if (hasSealedText(rows)) await this.texts.openRows(this, this.#settings.tenant, rows)
    return rows as Row[]
  }

  get texts(): TextVault {
    return this.#settings.texts ?? NO_VAULT
  }

  async row<Row>(query: Query): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(query)
    return first
  }

  async last<Row>(query: Query): Promise<Row[]> {
    const running = this.#run(query)
    const [{ rows }] = await Promise.all([running, this.commit()])
    if (hasSealedText(rows)) throw new DatabaseError('Sealed texts cannot be read by the last statement')
    return rows as Row[]
  }

  async affected(query: Query): Promise<number> {
    const result = await this.#run(query)
    return result.rowCount ?? 0
  }

  queue(query: Query): void {
    // The failure is kept by #send and thrown at COMMIT; here it must only not go unhandled.
    this.#queued.push(this.#run(query).catch(() => undefined))
  }

  afterCommit(action: () => void | Promise<void>): void {
    this.afterCommitActions.push(action)
  }

  /** @throws the first failure of any statement, also of one whose error was caught: such a transaction cannot commit. */
  async commit(): Promise<void> {
    this.#committed ??= this.#commit()
    return await this.#committed
  }

  async #commit(): Promise<void> {
    if (this.#ended) throw this.#over()
    if (!this.#client) return
    const client = await this.#client
    const committing = this.#send(client, 'commit', [])
    this.#ended = true
    const [result] = await Promise.all([committing, ...this.#queued])
    if (this.#failure !== undefined) throw this.#failure
    if (result.command !== 'COMMIT') throw new DatabaseError('The transaction was rolled back instead of committed')
    this.#release(client)
  }

  /** Rolls back and gives the client back; a client that cannot even do that is thrown away. */
  async rollback(): Promise<void> {
    this.#ended = true
    if (!this.#client || this.#released) return
    let client: PoolClient
    try {
      client = await this.#client
    } catch {
      // No client was ever taken; the caller has the reason already.
      return
    }
    try {
      await this.#send(client, 'rollback', [])
      // A connection to a server that cannot be worked with is of no use to the next one either.
      this.#release(client, this.#failure instanceof DatabaseUnavailable)
    } catch {
      this.#release(client, true)
    }
  }

  async #run(query: Query): Promise<StatementResult> {
    if (this.#ended) throw this.#over()
    const { text, values } = statementOf(query)
    this.#client ??= this.#open()
    const client = await this.#client
    return this.#send(client, text, values)
  }

  async #open(): Promise<PoolClient> {
    const { acquire, opening, names } = this.#settings
    const client = await acquire().catch((error: unknown) => {
      throw toDatabaseError(error)
    })
    this.#timer = setTimeout(() => this.#expire(client), this.#settings.timeoutMilliseconds)
    const send = (text: string, values?: readonly string[]) =>
      this.#queued.push(this.#sendUntraced(client, text, values).catch(() => undefined))
    if (names !== undefined) {
      send('begin')
      send(opening.text, opening.values)
    } else send(`begin; ${opening.text.replaceAll(/\$(\d)/g, (_, number) => `'${opening.values[number - 1]}'`)}`)
    return client
  }

  #send(client: PoolClient, text: string, values: readonly unknown[]): Promise<StatementResult> {
    return inSpan(text.slice(0, 6), 'client', { 'db.system.name': 'postgresql', 'db.query.text': text }, () =>
      this.#sendUntraced(client, text, values),
    )
  }

  /** What opens the transaction names its tenant, which a trace must not; the rest has placeholders for values. */
  async #sendUntraced(
    client: PoolClient,
    text: string,
    values: readonly unknown[] | undefined,
  ): Promise<StatementResult> {
    if (this.#inFlight === 0) this.#settings.onRoundTrip()
    this.#inFlight += 1
    try {
      return await this.#query(client, text, values)
    } catch (error) {
      const reported = toDatabaseError(error)
      if (reported instanceof StatementOutdated) this.#settings.names?.renew()
      this.#failure ??= reported
      // What follows the first failure fails for its sake, whatever PostgreSQL says of it.
      throw this.#failure
    } finally {
      this.#inFlight -= 1
    }
  }

  #query(client: PoolClient, text: string, values: readonly unknown[] | undefined): Promise<StatementResult> {
    const { names } = this.#settings
    if (names !== undefined) {
      const given = parameters(values ?? [])
      return new Promise((resolve, reject) => {
        this.#group.push({ text, values: given, name: names.nameOf(text), resolve, reject })
        if (this.#group.length === 1) process.nextTick(() => this.#sendGroup(client))
      })
    }
    // What is sent in one moment goes to the network in one piece.
    const { stream } = client.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
    return values === undefined ? client.query(text) : client.query(text, [...values])
  }

  #sendGroup(client: PoolClient): void {
    const group = this.#group
    this.#group = []
    client.query(new StatementGroup(group))
  }

  /** On the embedded database one open transaction keeps everybody else waiting, so none may stay open for long. */
  #expire(client: PoolClient): void {
    this.#failure ??= new DatabaseTimeout('A transaction stayed open longer than it may')
    this.#expired = true
    this.#ended = true
    this.#release(client, true)
  }

  #over(): unknown {
    return this.#expired ? this.#failure : new DatabaseError('The transaction is over')
  }

  #release(client: PoolClient, destroy = false): void {
    clearTimeout(this.#timer)
    if (this.#released) return
    this.#released = true
    client.release(destroy)
  }
}
