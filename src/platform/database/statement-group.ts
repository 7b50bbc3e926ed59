/// <reference path="./pg-utilities.d.ts" />
import pg from 'pg'
import utilities from 'pg/lib/utils.js'
import { serialize } from 'pg-protocol'
import { typeParsers } from './type-parsers.ts'

export interface StatementResult {
  readonly rows: Record<string, unknown>[]
  readonly rowCount: number | null
  readonly command: string
}

/** A statement of a group, and who waits for its answer. */
export interface GroupedStatement {
  readonly text: string
  /** As the driver hands them over: see {@link parameters}. */
  readonly values: (string | Buffer | null)[]
  /** The name that it is prepared under, where it has one. */
  readonly name: string | undefined
  readonly resolve: (result: StatementResult) => void
  readonly reject: (error: unknown) => void
}

/** @throws {TypeError} for a value that PostgreSQL cannot be given. */
export function parameters(values: readonly unknown[]): (string | Buffer | null)[] {
  return values.map((value) => {
    if (typeof value === 'string') return value
    return value instanceof Date ? value.toISOString() : utilities.prepareValue(value)
  })
}

/** `INSERT 0 1`, `SELECT 20`, `COMMIT`. */
const COMMAND = /^([A-Z]+)[^\d]*(?:\d+ )?(\d+)?$/

type Columns = readonly { readonly name: string; readonly parse: (text: string) => unknown }[]

/** What is known of the statements that were prepared on a connection, by their names. */
interface Prepared {
  /** The columns of a statement's answer; `null` where nobody has said yet. */
  readonly columns: Map<string, Columns | null>
  /** Names of which a failure left open whether there is a statement under them. */
  readonly doubtful: Set<string>
}

const preparedOn = new WeakMap<pg.Connection, Prepared>()

function preparedBy(connection: pg.Connection): Prepared {
  const present = preparedOn.get(connection)
  if (present !== undefined) return present
  const none = { columns: new Map<string, Columns | null>(), doubtful: new Set<string>() }
  preparedOn.set(connection, none)
  return none
}

/**
 * Statements that PostgreSQL is sent as one, in the words of its protocol: it answers all of them in one piece, where each
 * by itself would have an answer of its own that the network carries and somebody wakes up for. The columns of a prepared
 * statement are asked for once. Where one fails, PostgreSQL leaves out those after it, which fail with the same error.
 * Without a `begin` among them they are a transaction of their own
 * (https://www.postgresql.org/docs/current/protocol-flow.html, Pipelining).
 *
 * The driver takes it for one query, and hands it the answers one after the other.
 */
export class StatementGroup extends pg.Query {
  /** Set by the driver, which learns of the end by it. */
  declare callback: ((error: unknown, result?: unknown) => void) | undefined
  readonly #statements: readonly GroupedStatement[]
  #prepared: Prepared | undefined
  /** Names that this group is the first to prepare. */
  readonly #fresh = new Set<string>()
  /** The place of the statement that is being answered, its columns and its rows so far. */
  #at = 0
  #columns: Columns | undefined
  #rows: Record<string, unknown>[] = []
  /** Why a row could not be read. */
  #fault: unknown

  constructor(statements: readonly GroupedStatement[]) {
    super({ text: '' })
    this.#statements = statements
  }

  override submit = (connection: pg.Connection): null => {
    const { columns, doubtful } = preparedBy(connection)
    this.#prepared = { columns, doubtful }
    const messages: Buffer[] = []
    for (const { text, name = '', values } of this.#statements) {
      if (name === '' || !columns.has(name)) {
        if (doubtful.delete(name)) messages.push(serialize.close({ type: 'S', name }))
        messages.push(serialize.parse({ name, text }))
        if (name !== '') {
          columns.set(name, null)
          this.#fresh.add(name)
        }
      }
      messages.push(serialize.bind({ statement: name, values }))
      if (name === '' || columns.get(name) === null) messages.push(serialize.describe({ type: 'P' }))
      messages.push(serialize.execute())
    }
    messages.push(serialize.sync())
    // One piece: many small ones cost several times as much to hand to the network.
    connection.stream.write(Buffer.concat(messages))
    return null
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: typeParsers.getTypeParser(dataTypeID, 'text') as (text: string) => unknown,
    }))
    const name = this.#statements[this.#at]?.name
    if (name !== undefined) this.#prepared?.columns.set(name, this.#columns)
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#fault !== undefined) return
    try {
      this.#columns ??= this.#prepared?.columns.get(this.#statements[this.#at]?.name ?? '') ?? []
      const columns = this.#columns
      const row: Record<string, unknown> = {}
      for (let at = 0; at < columns.length; at += 1) {
        const column = columns[at]
        const text = fields[at] ?? null
        if (column !== undefined) row[column.name] = text === null ? null : column.parse(text)
      }
      this.#rows.push(row)
    } catch (error) {
      this.#fault = error ?? new TypeError('A row could not be read')
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const statement = this.#statements[this.#at]
    const { name } = statement ?? {}
    // One that answers without rows says nothing of columns.
    if (name !== undefined && this.#prepared?.columns.get(name) === null) this.#prepared.columns.set(name, [])
    const [, command = '', count] = COMMAND.exec(text) ?? []
    if (this.#fault === undefined) {
      statement?.resolve({ rows: this.#rows, rowCount: count === undefined ? null : Number(count), command })
    } else statement?.reject(this.#fault)
    this.#at += 1
    this.#columns = undefined
    this.#rows = []
    this.#fault = undefined
  }

  handleError(error: unknown): void {
    const unanswered = this.#statements.slice(this.#at)
    for (const [place, { name, reject }] of unanswered.entries()) {
      if (name !== undefined && this.#fresh.has(name)) {
        this.#prepared?.columns.delete(name)
        // Which part of the first one failed nobody says; the others were not even looked at.
        if (place === 0) this.#prepared?.doubtful.add(name)
      }
      reject(error)
    }
    this.#at = this.#statements.length
    this.callback?.(error)
  }

  handleReadyForQuery(): void {
    this.callback?.(null)
  }
}
