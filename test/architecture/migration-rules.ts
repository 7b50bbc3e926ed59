import knex, { type Knex } from 'knex'
import { parse } from 'libpg-query'

/*
 * While a new version goes out, processes of the old one still work on the same database, and people use it. A migration
 * therefore only adds ("expand"); what the old version still needs goes away in a migration of a later release, when no
 * process needs it any more ("contract"). And no statement may hold a lock on a table for as long as it takes to go through
 * all of its rows. What locks what: https://www.postgresql.org/docs/current/sql-altertable.html
 */

/** What a migration that takes something away says about itself: `export const contract = { … }`. */
export interface Contract {
  /** The release since which nothing needs what it takes away. */
  readonly unusedSince: string
  /** How that is known. */
  readonly because: string
}

export interface Migration {
  readonly up: (knex: Knex) => Promise<unknown>
  readonly contract?: Contract
  readonly config?: { readonly transaction?: boolean }
}

type Node = Record<string, unknown>

/** What is wrong with a migration, in sentences; none where it may go out while people use the product. */
export async function faultsOfMigration(migration: Migration): Promise<string[]> {
  const created = new Set<string>()
  const takenAway: string[] = []
  const faults: string[] = []
  for (const statement of await statementsOf(migration)) {
    const { stmts = [] } = (await parse(statement)) as { stmts?: readonly { readonly stmt: Node }[] }
    for (const { stmt } of stmts) examine(stmt, { created, takenAway, faults })
  }
  const { contract } = migration
  if (contract === undefined) {
    faults.push(
      ...takenAway.map((what) => `${what}: the version before still needs it; mark a later migration as contract`),
    )
  } else if (!/^\d+\.\d+\.\d+$/.test(contract.unusedSince) || contract.because.trim() === '') {
    faults.push('a contract names the release since which nothing needs what it takes away, and why')
  } else if (takenAway.length === 0) {
    faults.push('it is marked as contract and takes nothing away')
  }
  if (/\bconcurrently\b/i.test((await statementsOf(migration)).join()) && migration.config?.transaction !== false) {
    faults.push('CONCURRENTLY needs a migration without a transaction: export const config = { transaction: false }')
  }
  return faults
}

interface Findings {
  /** Tables of this very migration: nobody uses them yet. */
  readonly created: Set<string>
  readonly takenAway: string[]
  readonly faults: string[]
}

function examine(statement: Node, { created, takenAway, faults }: Findings): void {
  const [[kind, value] = ['', {}]] = Object.entries(statement) as [string, Node][]
  const table = (value['relation'] as { relname?: string } | undefined)?.relname ?? ''
  switch (kind) {
    case 'CreateStmt':
      created.add(table)
      return
    case 'IndexStmt':
      if (!created.has(table) && value['concurrent'] !== true) {
        faults.push(`an index on ${table} is made without CONCURRENTLY: nobody can write there meanwhile`)
      }
      return
    case 'RenameStmt':
      if (['OBJECT_TABLE', 'OBJECT_COLUMN', 'OBJECT_VIEW'].includes(String(value['renameType']))) {
        takenAway.push(`a name of ${table} is changed`)
      }
      return
    case 'DropStmt':
      if (value['removeType'] === 'OBJECT_INDEX') {
        if (value['concurrent'] !== true) faults.push('an index is dropped without CONCURRENTLY')
      } else if (
        ['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_FUNCTION', 'OBJECT_TYPE'].includes(String(value['removeType']))
      ) {
        takenAway.push(`${String(value['removeType']).replace('OBJECT_', '').toLowerCase()} dropped`)
      }
      return
    case 'TruncateStmt':
      takenAway.push('a table is emptied')
      return
    case 'AlterTableStmt':
      if (created.has(table)) return
      for (const command of value['cmds'] as Node[])
        alteration(table, command['AlterTableCmd'] as Node, takenAway, faults)
  }
}

function alteration(table: string, command: Node, takenAway: string[], faults: string[]): void {
  const definition = (command['def'] ?? {}) as Record<string, Node>
  switch (command['subtype']) {
    case 'AT_DropColumn':
      takenAway.push(`column ${table}.${String(command['name'])} dropped`)
      return
    case 'AT_AlterColumnType':
      faults.push(
        `the type of ${table}.${String(command['name'])} changes: every row is written anew; add a column instead`,
      )
      return
    case 'AT_SetNotNull':
      faults.push(
        `${table}.${String(command['name'])} becomes NOT NULL: every row is looked at; add a check NOT VALID, then validate it`,
      )
      return
    case 'AT_AddColumn':
      addedColumn(table, definition['ColumnDef'] ?? {}, faults)
      return
    case 'AT_AddConstraint': {
      const { contype, conname, skip_validation: unchecked, indexname } = definition['Constraint'] ?? {}
      const looksAtRows = contype === 'CONSTR_CHECK' || contype === 'CONSTR_FOREIGN'
      if (looksAtRows && unchecked !== true) {
        faults.push(
          `the constraint ${String(conname)} on ${table} is added without NOT VALID: every row is looked at under a lock`,
        )
      } else if (!looksAtRows && indexname === undefined) {
        faults.push(
          `the constraint ${String(conname)} on ${table} makes its index under a lock: make the index CONCURRENTLY, then add it USING INDEX`,
        )
      }
    }
  }
}

function addedColumn(table: string, column: Node, faults: string[]): void {
  const constraints = ((column['constraints'] ?? []) as { Constraint: Node }[]).map(({ Constraint }) => Constraint)
  const byDefault = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')
  const name = `${table}.${String(column['colname'])}`
  if (byDefault === undefined && constraints.some(({ contype }) => contype === 'CONSTR_NOTNULL')) {
    faults.push(`${name} is NOT NULL without a default: the version before cannot add rows any more`)
  }
  if (
    /"FuncCall"/.test(JSON.stringify(byDefault ?? {})) ||
    constraints.some(({ contype }) => contype === 'CONSTR_GENERATED')
  ) {
    faults.push(`${name} has a computed value: every row is written anew under a lock`)
  }
}

/** The statements that a migration would run, on a database that answers nothing. */
async function statementsOf({ up }: Migration): Promise<string[]> {
  const builder = knex({ client: 'pg' })
  const statements: string[] = []
  const recording = {
    // Asked for by `protect`, which does the most where there is the column.
    schema: { hasColumn: async () => true },
    raw: async (text: string, bindings: readonly never[] = []) => {
      statements.push(bindings.length === 0 ? text : builder.raw(text, bindings).toString())
      return { rows: [] }
    },
  }
  await up(recording as unknown as Knex)
  return statements
}
