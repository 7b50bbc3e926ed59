import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { InvalidValue, insertRows, type Query, type Transaction } from '../platform/database/index.ts'
import { type ListPosition, malformedCursor, readCursor, writeCursor } from './list-cursor.ts'
import { unwrapSchema } from './schema-shape.ts'
import { whereInRange } from './time-range.ts'

/** A row as callers see it: columns by name, times as text. */
export type RecordRow = Record<string, unknown>

/** Which row is meant: its id and, for rows of a nested collection, the id of the row they belong to. */
export interface RecordAddress {
  readonly id: string
  readonly parentId?: string | undefined
}

export interface ListQuery {
  readonly parentId?: string | undefined
  /** Column and the value it must have; of text without a format, whatever its case. */
  readonly filters: Readonly<Record<string, unknown>>
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** A column, with `-` before it for descending. Rows without a value come last. */
  readonly sort: string
  readonly limit: number
  readonly cursor?: string | undefined
}

export interface ListPage {
  readonly records: RecordRow[]
  readonly nextCursor: string | null
}

/** How a column is written where callers see it in another form than the database. */
export interface ColumnCodec {
  /** What the driver takes for a value that is not null. */
  readonly toColumn: (value: unknown) => unknown
  readonly fromColumn: (value: unknown) => unknown
}

export interface RecordStoreSettings {
  readonly table: string
  /** Every column that callers see, in their order, with its schema. */
  readonly columns: Readonly<Record<string, z.ZodType>>
  readonly parentColumn?: string | undefined
  readonly timeColumn?: string | undefined
  readonly codecs?: Readonly<Record<string, ColumnCodec>> | undefined
}

/** Reads and writes the rows of one table. Row-level security keeps every statement to the caller's own rows. */
export class RecordStore {
  readonly table: string
  readonly columns: Readonly<Record<string, z.ZodType>>
  /** The columns as SQL: put together once and not for every statement. */
  readonly #columnList: string
  /** How each column is shown, looked up once and not for every row. */
  readonly #outgoing: readonly (readonly [name: string, show: (value: unknown) => unknown])[]
  readonly #parentColumn: string | undefined
  readonly #timeColumn: string | undefined
  readonly #codecs: Readonly<Record<string, ColumnCodec>>

  constructor(settings: RecordStoreSettings) {
    this.table = settings.table
    this.columns = settings.columns
    this.#columnList = Object.keys(settings.columns)
      .map((name) => `"${name}"`)
      .join(', ')
    this.#parentColumn = settings.parentColumn
    this.#timeColumn = settings.timeColumn
    this.#codecs = settings.codecs ?? {}
    this.#outgoing = Object.entries(settings.columns).map(([name, schema]) => [
      name,
      outgoing(schema, this.#codecs[name]),
    ])
  }

  /** @throws {Problem} ValidationFailed naming `/cursor` where it does not belong to this list. */
  async list(transaction: Transaction, query: ListQuery): Promise<ListPage> {
    const { sort, limit, cursor, ...selection } = query
    const list = [this.table, sort, selection]
    const descending = sort.startsWith('-')
    const column = descending ? sort.slice(1) : sort
    const direction = descending ? 'desc' : 'asc'
    const select = transaction
      .sql(this.table)
      .select(transaction.sql.raw(this.#columnList))
      // As the database writes it: a JavaScript date would drop the microseconds, and the cursor would skip rows.
      .select(transaction.sql.raw('??::text as cursor_key', [column]))
      .orderBy([
        // Said only where it makes a difference: otherwise no index would have this order.
        { column, order: direction, ...(this.#isNullable(column) && { nulls: 'last' as const }) },
        { column: 'id', order: direction },
      ])
      .limit(limit + 1)
    this.#select(select, selection)
    if (cursor !== undefined) this.#after(select, column, descending, readCursor(list, cursor))
    const rows = await transaction.rows<RecordRow>(select).catch((error: unknown) => {
      // Only a forged cursor brings a value here that the column cannot be compared with.
      throw cursor !== undefined && error instanceof InvalidValue ? malformedCursor(error) : error
    })
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    const nextCursor =
      rows.length > limit && last
        ? writeCursor(list, { key: last['cursor_key'] as string | null, id: String(last['id']) })
        : null
    return { records: page.map((row) => this.fromRow(row)), nextCursor }
  }

  #select(select: Knex.QueryBuilder, selection: Omit<ListQuery, 'sort' | 'limit' | 'cursor'>): void {
    if (this.#parentColumn) select.where(this.#parentColumn, String(selection.parentId))
    for (const [name, value] of Object.entries(selection.filters)) {
      const { base } = unwrapSchema(this.columns[name] ?? z.unknown())
      if (base instanceof z.ZodString && !(base instanceof z.ZodStringFormat)) {
        select.whereRaw('lower(??) = lower(?)', [name, value as string])
      } else {
        select.where(name, value as Knex.Value)
      }
    }
    const time = this.#timeColumn
    if (time) whereInRange(select, time, this.columns[time] ?? z.unknown(), selection)
  }

  #after(select: Knex.QueryBuilder, column: string, descending: boolean, { key, id }: ListPosition): void {
    const beyond = descending ? '<' : '>'
    if (key === null) {
      select.whereNull(column).where('id', beyond, id)
    } else if (this.#isNullable(column)) {
      select.where((either) => either.whereRaw(`(??, id) ${beyond} (?, ?)`, [column, key, id]).orWhereNull(column))
    } else {
      select.whereRaw(`(??, id) ${beyond} (?, ?)`, [column, key, id])
    }
  }

  #isNullable(column: string): boolean {
    return unwrapSchema(this.columns[column] ?? z.unknown()).nullable
  }

  async find(transaction: Transaction, address: RecordAddress): Promise<RecordRow | undefined> {
    return this.#one(transaction, this.#at(transaction, address).select(transaction.sql.raw(this.#columnList)))
  }

  /** The row, kept from other transactions until this one ends. */
  async lock(transaction: Transaction, address: RecordAddress): Promise<RecordRow | undefined> {
    return this.#one(
      transaction,
      this.#at(transaction, address).select(transaction.sql.raw(this.#columnList)).forUpdate(),
    )
  }

  async insert(
    transaction: Transaction,
    userId: string,
    values: RecordRow,
    parentId?: string | undefined,
  ): Promise<RecordRow> {
    const row = {
      id: uuidv7(),
      user_id: userId,
      ...(this.#parentColumn && { [this.#parentColumn]: parentId }),
      ...this.#toRow(values),
    }
    const inserted = await this.#one(transaction, insertRows(this.table, [row], { returning: this.#columnList }))
    if (!inserted) throw new Error(`${this.table}: an insert returned no row`)
    return inserted
  }

  /**
   * Adds a row whose columns are all known here, without reading it back: it travels with whatever else the transaction
   * writes, and is there when that has been committed.
   */
  queueInsert(transaction: Transaction, userId: string, values: RecordRow, now: Date): RecordRow {
    const known: RecordRow = { ...values, id: uuidv7(), created_at: now.toISOString() }
    const record: RecordRow = {}
    for (const name in this.columns) record[name] = known[name] ?? null
    transaction.queue(insertRows(this.table, [{ ...record, user_id: userId }]))
    return record
  }

  async update(transaction: Transaction, address: RecordAddress, values: RecordRow): Promise<RecordRow | undefined> {
    const query = this.#at(transaction, address)
      .update(this.#toRow(values))
      .returning(transaction.sql.raw(this.#columnList))
    return this.#one(transaction, query)
  }

  async delete(transaction: Transaction, address: RecordAddress): Promise<RecordRow | undefined> {
    return this.#one(
      transaction,
      this.#at(transaction, address).delete().returning(transaction.sql.raw(this.#columnList)),
    )
  }

  #at(transaction: Transaction, { id, parentId }: RecordAddress): Knex.QueryBuilder {
    const query = transaction.sql(this.table).where({ id })
    return this.#parentColumn ? query.where(this.#parentColumn, String(parentId)) : query
  }

  async #one(transaction: Transaction, query: Query): Promise<RecordRow | undefined> {
    const row = await transaction.row<RecordRow>(query)
    return row && this.fromRow(row)
  }

  /** A database row as callers see it. */
  fromRow(row: RecordRow): RecordRow {
    const record: RecordRow = {}
    for (const [name, show] of this.#outgoing) record[name] = show(row[name])
    return record
  }

  #toRow(values: RecordRow): RecordRow {
    const given = Object.entries(values).filter(([, value]) => value !== undefined)
    return Object.fromEntries(given.map(([name, value]) => [name, this.#incoming(name, value)]))
  }

  #incoming(name: string, value: unknown): unknown {
    if (value === null || value === undefined) return value
    const codec = this.#codecs[name]
    if (codec) return codec.toColumn(value)
    // The driver would make a PostgreSQL array of a plain one.
    return typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : value
  }
}

/** Turns a value as the driver gives it into what callers see. */
function outgoing(schema: z.ZodType, codec: ColumnCodec | undefined): (value: unknown) => unknown {
  const { base } = unwrapSchema(schema)
  const isTime = base instanceof z.ZodStringFormat && base.def.format === 'time'
  return (value) => {
    if (value instanceof Date) return value.toISOString()
    if (codec) return value === null || value === undefined ? null : codec.fromColumn(value)
    // The database writes `08:30:00`.
    if (isTime && typeof value === 'string') return value.slice(0, 5)
    return value ?? null
  }
}
