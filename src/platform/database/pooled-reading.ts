import type { Knex } from 'knex'
import type { PoolClient } from 'pg'
import { inSpan } from '../telemetry/tracing.ts'
import type { Transaction } from './database.ts'
import {
  DatabaseError,
  DatabaseTimeout,
  DatabaseUnavailable,
  StatementOutdated,
  TransactionConflict,
  toDatabaseError,
} from './database-errors.ts'
import type { Opening } from './pooled-transaction.ts'
import { type Query, statementOf } from './statement.ts'
import { type GroupedStatement, parameters, StatementGroup, type StatementResult } from './statement-group.ts'
import type { StatementNames } from './statement-names.ts'
import { hasSealedText, NO_VAULT, type TextVault } from './text-vault.ts'

/** What was meant to read only wanted to write: it needs a transaction that can. */
class NeedsToWrite extends TransactionConflict {
  override name = 'NeedsToWrite'

  constructor() {
    super('What only reads wanted to write', '25006')
  }
}

const READ_ONLY = '25006'

export interface ReadingSettings {
  /** Sets role and tenant, forbids writing, and tells whether this is a `standby`. Goes before each group of statements. */
  readonly opening: Opening
  readonly acquire: () => Promise<PoolClient>
  readonly sql: Knex
  readonly tenant: string
  readonly texts: TextVault | undefined
  readonly names: StatementNames
  readonly onRoundTrip: () => void
}

/**
 * Reads as the tenant without holding anything open: what is asked in one moment is a transaction of its own that ends with
 * the answer, so that neither `begin` nor `commit` is sent and the connection goes back at once. Between two such moments
 * others may write, as they may between two statements of any transaction at the level READ COMMITTED. PostgreSQL itself
 * refuses what writes.
 */
export class PooledReading implements Transaction {
  readonly sql: Knex
  readonly afterCommitActions: (() => void | Promise<void>)[] = []
  readonly #settings: ReadingSettings
  #group: GroupedStatement[] = []
  #inFlight = 0
  #failure: unknown

  constructor(settings: ReadingSettings) {
    this.#settings = settings
    this.sql = settings.sql
  }

  get texts(): TextVault {
    return this.#settings.texts ?? NO_VAULT
  }

  async rows<Row>(query: Query): Promise<Row[]> {
    const { rows } = await this.#run(query)
    if (hasSealedText(rows)) await this.texts.openRows(this, this.#settings.tenant, rows)
    return rows as Row[]
  }

  async row<Row>(query: Query): Promise<Row | undefined> {
    const [first] = await this.rows<Row>(query)
    return first
  }

  last<Row>(query: Query): Promise<Row[]> {
    return this.rows<Row>(query)
  }

  affected(): never {
    throw this.#refuse()
  }

  queue(): never {
    throw this.#refuse()
  }

  afterCommit(action: () => void | Promise<void>): void {
    this.afterCommitActions.push(action)
  }

  /** @throws the first failure of any statement, also of one whose error was caught, as a transaction would at its end. */
  end(): void {
    if (this.#failure !== undefined) throw this.#failure
  }

  #refuse(): unknown {
    this.#failure ??= new NeedsToWrite()
    return this.#failure
  }

  #run(query: Query): Promise<StatementResult> {
    const { text, values } = statementOf(query)
    return inSpan(text.slice(0, 6), 'client', { 'db.system.name': 'postgresql', 'db.query.text': text }, () =>
      this.#send(text, values),
    )
  }

  async #send(text: string, given: readonly unknown[]): Promise<StatementResult> {
    const { names, onRoundTrip } = this.#settings
    if (this.#inFlight === 0) onRoundTrip()
    this.#inFlight += 1
    try {
      const values = parameters(given)
      return await new Promise((resolve, reject) => {
        this.#group.push({ text, values, name: names.nameOf(text), resolve, reject })
        if (this.#group.length === 1) process.nextTick(() => void this.#sendGroup())
      })
    } catch (error) {
      const reported = toDatabaseError(error)
      if (reported instanceof StatementOutdated) names.renew()
      const wantsToWrite = reported instanceof DatabaseError && reported.code === READ_ONLY
      this.#failure ??= wantsToWrite ? new NeedsToWrite() : reported
      throw this.#failure
    } finally {
      this.#inFlight -= 1
    }
  }

  async #sendGroup(): Promise<void> {
    const { acquire, opening, names } = this.#settings
    const asked = this.#group
    this.#group = []
    let client: PoolClient
    try {
      client = await acquire()
    } catch (error) {
      for (const { reject } of asked) reject(error)
      return
    }
    let isStandby = false
    const first = {
      text: opening.text,
      values: [...opening.values],
      name: names.nameOf(opening.text),
      resolve: ({ rows }: StatementResult) => {
        isStandby = rows[0]?.['standby'] === true
        if (!isStandby) return
        // It was the primary, and may lack what the new one has acknowledged.
        for (const { reject } of asked)
          reject(new DatabaseUnavailable('The database cannot be reached: it is a standby'))
      },
      // Those after it fail with the same error.
      reject: () => undefined,
    }
    const group = new StatementGroup([first, ...asked])
    group.callback = (error) => client.release(error === null ? isStandby : !isOfTheStatement(error))
    client.query(group)
  }
}

/** Whether the statement is to blame, and the connection as good as before. */
function isOfTheStatement(error: unknown): boolean {
  const reported = toDatabaseError(error)
  if (reported instanceof DatabaseUnavailable || reported instanceof DatabaseTimeout) return false
  return reported instanceof DatabaseError
}
