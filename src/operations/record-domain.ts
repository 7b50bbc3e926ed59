import { z } from 'zod'
import {
  type FieldError,
  NotFound,
  PreconditionFailed,
  Problem,
  type ProblemDefinition,
  ValidationFailed,
} from '../platform/errors/problem.ts'
import {
  type AnyOperation,
  type Conflicts,
  defineOperation,
  type OperationScope,
  type ToolBinding,
} from './define-operation.ts'
import { entityTag, matchesEntityTag } from './entity-tag.ts'
import { StillInUse } from './problems.ts'
import { type FieldShape, recordSchemas } from './record-schemas.ts'
import { type ColumnCodec, type RecordAddress, type RecordRow, RecordStore } from './record-store.ts'
import { unwrapSchema } from './schema-shape.ts'

const RECORD_VERBS = ['list', 'get', 'add', 'update', 'delete'] as const
export type RecordVerb = (typeof RECORD_VERBS)[number]

/** The values of a shape, as a row has them. */
export type RowOf<Shape extends FieldShape> = { [Name in keyof Shape]: z.output<Shape[Name]> }

/** A row about to be added or changed. */
export interface PendingWrite<Row> {
  /** The row as it would be. */
  readonly record: Row
  /** The row as it is; `undefined` for one that is added. */
  readonly before: Row | undefined
  /** Names of the columns that the caller set. */
  readonly given: ReadonlySet<string>
  /** All that the caller sent, with what is no column. */
  readonly input: Readonly<Record<string, unknown>>
}

export interface RecordDomainDefinition<Fields extends FieldShape, Derived extends FieldShape> {
  /** First part of the operations' names: `medications`, `medications.schedules`. */
  readonly name: string
  /** One row, in English, for API documents: `medication`. */
  readonly noun: string
  readonly table: string
  /** Below `/api/v1`: `/medications`, `/medications/{medication_id}/schedules`. */
  readonly path: string
  /** The collection that this one is nested in. `foreignKey` is the constraint that holds rows to their parent. */
  readonly parent?: {
    readonly table: string
    readonly column: string
    readonly description: string
    readonly foreignKey: string
  }
  /** The columns that callers write. Where the schema is nullable, a new row may leave the column out. */
  readonly fields: Fields
  /** What columns of a new row are when the caller says nothing. */
  readonly defaults?: Partial<RowOf<Fields>>
  /** Columns that `beforeWrite` fills where a new row leaves them out. */
  readonly filledIn?: readonly (keyof Fields & string)[]
  /** The columns that only we write. */
  readonly derived?: Derived
  /** Input of `add` that is no column. */
  readonly addInput?: FieldShape
  /** Input of `list` and `get` that chooses how rows are shown, for `present`. */
  readonly viewInput?: FieldShape
  /**
   * Every column of a new row is in the database what it is here: a text, a whole number, or a time to the millisecond, and
   * none has a value of its own there. Such a row need not be read back, which saves a round trip.
   */
  readonly keptAsGiven?: boolean
  /** Whether the table has `updated_at`. */
  readonly stamped?: boolean
  /** The column that `from` and `to` bound. */
  readonly timeColumn?: (keyof Fields | keyof Derived | 'created_at') & string
  readonly filterable?: readonly ((keyof Fields | keyof Derived) & string)[]
  /** Orders of the list, the default first: `['-start_date', 'medication_name']`. */
  readonly sortable: readonly [string, ...string[]]
  /** What `add` and `update` may fail with, and what violated constraints mean. */
  readonly errors?: readonly ProblemDefinition[]
  readonly conflicts?: Conflicts
  readonly codecs?: Readonly<Record<string, ColumnCodec>>
  /** What must hold between the columns of a row. */
  readonly rules?: (record: RowOf<Fields>, now: Date) => readonly FieldError[]
  /** Last word before a row is written: refuses it by a Problem, or returns columns to set besides. */
  readonly beforeWrite?: (
    scope: OperationScope,
    write: PendingWrite<RowOf<Fields & Derived>>,
  ) => Promise<Partial<RowOf<Fields & Derived>>>
  /** What else has to change when a row was written. */
  readonly afterWrite?: (
    scope: OperationScope,
    record: RowOf<Fields & Derived> & { id: string },
    before: RowOf<Fields & Derived> | undefined,
  ) => Promise<void>
  /** What the person should know about a row that was added or changed, in the caller's language. */
  readonly warnings?: (scope: OperationScope, record: RowOf<Fields & Derived> & { id: string }) => Promise<string[]>
  /** What else has to change when a row was deleted. */
  readonly afterDelete?: (scope: OperationScope, record: RowOf<Fields & Derived> & { id: string }) => Promise<void>
  /** Turns rows into what this caller asked to see. */
  readonly present?: (
    scope: OperationScope,
    records: readonly RecordRow[],
    input: Readonly<Record<string, unknown>>,
  ) => Promise<RecordRow[]>
  /** What search finds the row by. */
  readonly text?: (record: RowOf<Fields & Derived>) => string
  /** Whether that text says nothing that its words do not. By default it does. */
  readonly wordsSuffice?: (record: RowOf<Fields & Derived>) => boolean
  /**
   * The columns that a person knows a row by, told before it is changed or deleted. By default the first two that
   * whoever adds one has to fill, and the first day or time among them.
   */
  readonly knownBy?: readonly ((keyof Fields | keyof Derived) & string)[]
  /** What a person is told of a row that is to be added or changed, where that is not all of it as it stands. */
  readonly told?: AnyOperation['told']
  /** Which of the five operations there are; all by default. */
  readonly verbs?: readonly RecordVerb[]
  /** Prompt file with the guidance of the tools; absent: no tools. */
  readonly guidance?: string
}

export interface RecordDomain {
  readonly record: z.ZodObject
  readonly page: z.ZodObject
  readonly store: RecordStore
  readonly operations: readonly AnyOperation[]
}

const tables = new Set<string>()

/** The tables of all record domains that have been defined, in that order: each row is a person's own. */
export const recordTables: ReadonlySet<string> = tables

/**
 * The operations that every collection of rows has: list, get, add, update (JSON merge patch) and delete, derived from its
 * columns. Rows of other people do not exist for them.
 */
export function recordDomain<Fields extends FieldShape, Derived extends FieldShape = Record<never, never>>(
  definition: RecordDomainDefinition<Fields, Derived>,
): RecordDomain {
  type Row = RowOf<Fields & Derived>
  const { name, noun, table, path, parent } = definition
  tables.add(table)
  const schemas = recordSchemas({
    noun,
    parent,
    fields: definition.fields,
    derived: definition.derived ?? {},
    defaults: (definition.defaults ?? {}) as Readonly<Record<string, unknown>>,
    filledIn: definition.filledIn ?? [],
    addInput: definition.addInput ?? {},
    viewInput: definition.viewInput ?? {},
    updatable: definition.stamped ?? false,
    warns: definition.warnings !== undefined,
    timeColumn: definition.timeColumn,
    filterable: definition.filterable ?? [],
    sortable: definition.sortable,
  })
  const { timeColumn } = definition
  const store = new RecordStore({
    table,
    columns: schemas.columns,
    parentColumn: parent?.column,
    timeColumn,
    codecs: definition.codecs,
  })
  const fieldNames = new Set(Object.keys(definition.fields))

  const parentIdOf = (input: RecordRow) => (parent ? (input[parent.column] as string) : undefined)
  const addressOf = (input: RecordRow): RecordAddress => ({ id: String(input['id']), parentId: parentIdOf(input) })
  const fieldsOf = (input: RecordRow) =>
    Object.fromEntries(Object.entries(input).filter(([key, value]) => fieldNames.has(key) && value !== undefined))
  const shown = async (scope: OperationScope, records: RecordRow[], input: RecordRow) =>
    definition.present ? await definition.present(scope, records, input) : records
  const about = (scope: OperationScope, record: RecordRow) =>
    scope.about({ table, id: String(record['id']), version: entityTag(record) })

  function check(record: RecordRow, now: Date): void {
    const errors = definition.rules?.(record as Row, now) ?? []
    if (errors.length > 0) throw new Problem(ValidationFailed, { errors })
  }

  async function beforeWrite(scope: OperationScope, write: PendingWrite<RecordRow>): Promise<RecordRow> {
    return ((await definition.beforeWrite?.(scope, write as unknown as PendingWrite<Row>)) ?? {}) as RecordRow
  }

  async function written(
    scope: OperationScope,
    kind: 'created' | 'updated',
    before: RecordRow | null,
    after: RecordRow,
  ) {
    const text = definition.text?.(after as Row)
    const at = timeColumn === undefined ? undefined : (after[timeColumn] as string | null)
    await scope.changed({
      kind,
      table,
      id: String(after['id']),
      ...difference(before, after),
      ...(text !== undefined && { text, wordsSuffice: definition.wordsSuffice?.(after as Row) ?? false }),
      ...(at && { at }),
    })
    await definition.afterWrite?.(scope, after as Row & { id: string }, (before ?? undefined) as Row | undefined)
    about(scope, after)
    if (!definition.warnings) return after
    return { ...after, warnings: await definition.warnings(scope, after as Row & { id: string }) }
  }

  /** @throws {Problem} NotFound, or PreconditionFailed where the caller knows an older row. */
  async function lock(scope: OperationScope, address: RecordAddress): Promise<RecordRow> {
    const row = await store.lock(scope.transaction, address)
    if (!row) throw new Problem(NotFound)
    if (scope.ifMatch && !matchesEntityTag(scope.ifMatch, entityTag(row))) throw new Problem(PreconditionFailed)
    return row
  }

  const tool = (confirm: ToolBinding['confirm']) =>
    definition.guidance === undefined ? {} : { tool: { guidance: definition.guidance, confirm } }
  const itemPath = `${path}/{id}`
  const told = definition.told && { told: definition.told }

  const get = defineOperation({
    name: `${name}.get`,
    summary: `Read one ${noun}`,
    effect: 'read',
    input: schemas.view,
    output: schemas.record,
    errors: [NotFound],
    rest: { method: 'GET', path: itemPath, computed: definition.present !== undefined },
    ...tool('never'),
    run: async (scope, input) => {
      const row = await store.find(scope.transaction, addressOf(input))
      if (!row) throw new Problem(NotFound)
      about(scope, row)
      const [record = row] = await shown(scope, [row], input)
      return record
    },
  })
  const subject = {
    read: get,
    columns: definition.knownBy ?? namingColumns(definition.fields, definition.defaults ?? {}),
  }

  const operations: Record<RecordVerb, AnyOperation> = {
    list: defineOperation({
      name: `${name}.list`,
      summary: `List the ${noun} rows of the record, a page at a time`,
      effect: 'read',
      input: schemas.list,
      output: schemas.page,
      ...(parent && { errors: [NotFound] }),
      rest: { method: 'GET', path },
      ...tool('never'),
      run: async (scope, input) => {
        const { sort, limit, cursor, from, to, ...rest } = input as RecordRow & { sort: string; limit: number }
        const filters = (definition.filterable ?? []).flatMap((key) =>
          rest[key] === undefined ? [] : [[key, rest[key]]],
        )
        const parentId = parentIdOf(input)
        const [page] = await Promise.all([
          store.list(scope.transaction, {
            parentId,
            filters: Object.fromEntries(filters),
            from: from as string | undefined,
            to: to as string | undefined,
            sort,
            limit,
            cursor: cursor as string | undefined,
          }),
          parent && requireRow(scope, parent.table, parentId),
        ])
        return { data: await shown(scope, page.records, input), next_cursor: page.nextCursor }
      },
    }),
    get,
    add: defineOperation({
      name: `${name}.add`,
      summary: `Add a ${noun}`,
      effect: 'write',
      input: schemas.add,
      output: schemas.written,
      errors: [...(parent ? [NotFound] : []), ...(definition.errors ?? [])],
      conflicts: { ...definition.conflicts, ...(parent && { [parent.foreignKey]: NotFound }) },
      rest: { method: 'POST', path },
      ...tool('always'),
      ...told,
      run: async (scope, input) => {
        const given = fieldsOf(input)
        const empty = Object.fromEntries([...fieldNames].map((key) => [key, null]))
        const record = { ...empty, ...given }
        check(record, scope.now)
        const write = { record, before: undefined, given: new Set(Object.keys(given)), input }
        const values = { ...given, ...(await beforeWrite(scope, write)) }
        const { transaction, caller, now } = scope
        const row = definition.keptAsGiven
          ? store.queueInsert(transaction, caller.userId, values, now)
          : await store.insert(transaction, caller.userId, values, parentIdOf(input))
        return await written(scope, 'created', null, row)
      },
    }),
    update: defineOperation({
      name: `${name}.update`,
      summary: `Change a ${noun}: fields left out stay, null empties a field`,
      effect: 'write',
      input: schemas.update,
      output: schemas.written,
      errors: [NotFound, PreconditionFailed, ...(definition.errors ?? [])],
      conflicts: { ...definition.conflicts },
      rest: { method: 'PATCH', path: itemPath },
      ...tool('always'),
      ...told,
      subject,
      run: async (scope, input) => {
        const address = addressOf(input)
        const before = await lock(scope, address)
        const given = fieldsOf(input)
        if (Object.keys(given).length === 0) {
          about(scope, before)
          return definition.warnings ? { ...before, warnings: [] } : before
        }
        const record = { ...before, ...given }
        check(record, scope.now)
        const more = await beforeWrite(scope, { record, before, given: new Set(Object.keys(given)), input })
        const row = await store.update(scope.transaction, address, { ...given, ...more })
        if (!row) throw new Problem(NotFound)
        return await written(scope, 'updated', before, row)
      },
    }),
    delete: defineOperation({
      name: `${name}.delete`,
      summary: `Delete a ${noun} for good`,
      effect: 'destructive',
      input: schemas.address,
      output: schemas.address.strip(),
      errors: [NotFound, PreconditionFailed, StillInUse],
      rest: { method: 'DELETE', path: itemPath },
      ...tool('always'),
      ...told,
      subject,
      run: async (scope, input) => {
        const address = addressOf(input)
        if (scope.ifMatch) await lock(scope, address)
        const row = await store.delete(scope.transaction, address)
        if (!row) throw new Problem(NotFound)
        await scope.changed({ kind: 'deleted', table, id: address.id, before: row, after: null })
        await definition.afterDelete?.(scope, row as Row & { id: string })
        scope.about({ table, id: address.id })
        return { ...row, id: address.id }
      },
    }),
  }

  const verbs = definition.verbs ?? RECORD_VERBS
  return { record: schemas.record, page: schemas.page, store, operations: verbs.map((verb) => operations[verb]) }
}

/** The first two columns that everybody who adds a row has to fill, and the first day or time among them. */
function namingColumns(fields: FieldShape, defaults: object): string[] {
  const present = Object.entries(fields).filter(([name, field]) => !unwrapSchema(field).nullable && !(name in defaults))
  const isTime = (field: z.ZodType) => {
    const { base } = unwrapSchema(field)
    return base instanceof z.ZodStringFormat && ['date', 'datetime', 'time'].includes(base.def.format)
  }
  const time = present.find(([, field]) => isTime(field))
  return [...new Set([...present.slice(0, 2), ...(time ? [time] : [])].map(([name]) => name))]
}

/** @throws {Problem} NotFound where the caller has no such row. */
export async function requireRow(scope: OperationScope, table: string, id: string | undefined): Promise<void> {
  const found = await scope.transaction.row(
    scope.transaction
      .sql(table)
      .select('id')
      .where({ id: String(id) }),
  )
  if (!found) throw new Problem(NotFound)
}

/** The columns that differ, on both sides. */
function difference(before: RecordRow | null, after: RecordRow): { before: RecordRow | null; after: RecordRow } {
  if (!before) return { before: null, after }
  const names = Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const only = (row: RecordRow) => Object.fromEntries(names.map((key) => [key, row[key]]))
  return { before: only(before), after: only(after) }
}
