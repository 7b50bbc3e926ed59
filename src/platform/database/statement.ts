import type { Knex } from 'knex'

/**
 * SQL as PostgreSQL takes it, with `$1`, `$2`… for its values. For what runs with every request: there the builder would
 * take longer than the statement.
 */
export class Statement {
  readonly text: string
  readonly values: readonly unknown[]

  constructor(text: string, values: readonly unknown[] = []) {
    this.text = text
    this.values = values
  }
}

/** What a transaction runs: SQL built by Knex and not yet run, or written out. */
export type Query = Knex.QueryBuilder | Knex.Raw | Statement

export function statementOf(query: Query): Statement {
  if (query instanceof Statement) return query
  const { sql, bindings } = query.toSQL().toNative()
  return new Statement(sql, bindings)
}

/** Adds rows that all have the columns of the first one, which are names of ours and never a caller's. */
export function insertRows(table: string, rows: readonly object[], { returning = '' } = {}): Statement {
  const columns = Object.keys(rows[0] ?? {})
  const values: unknown[] = []
  const tuples = rows.map((row) => {
    const valueIn = (column: string) => (row as Readonly<Record<string, unknown>>)[column] ?? null
    const places = columns.map((column) => `$${values.push(valueIn(column))}`)
    return `(${places.join(', ')})`
  })
  const names = columns.map((column) => `"${column}"`).join(', ')
  const end = returning === '' ? '' : ` returning ${returning}`
  return new Statement(`insert into "${table}" (${names}) values ${tuples.join(', ')}${end}`, values)
}
