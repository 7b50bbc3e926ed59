import { z } from 'zod'
import { type FieldError, NotFound, PreconditionFailed, Problem, ValidationFailed } from '../platform/errors/problem.ts'
import { type AnyOperation, type Conflicts, defineOperation, type OperationScope } from './define-operation.ts'
import { entityTag, matchesEntityTag } from './entity-tag.ts'
import { identifier, moment } from './field-types.ts'
import type { PendingWrite, RowOf } from './record-domain.ts'
import { type FieldShape, schemaName } from './record-schemas.ts'
import { type RecordRow, RecordStore } from './record-store.ts'

export interface SingleRecordDefinition<Fields extends FieldShape, Derived extends FieldShape> {
  /** First part of the operations' names: `me.preferences`. */
  readonly name: string
  /** The row, in English: `preferences`. */
  readonly noun: string
  readonly table: string
  readonly path: string
  readonly fields: Fields
  readonly derived?: Derived
  readonly rules?: (record: RowOf<Fields>, now: Date) => readonly FieldError[]
  readonly conflicts?: Conflicts
  readonly beforeWrite?: (
    scope: OperationScope,
    write: PendingWrite<RowOf<Fields & Derived>>,
  ) => Promise<Partial<RowOf<Fields & Derived>>>
  /** What else has to change when the row was changed. */
  readonly afterWrite?: (
    scope: OperationScope,
    record: RowOf<Fields & Derived>,
    before: RowOf<Fields & Derived>,
  ) => Promise<void>
  /** Whether `present` brings up to date what is kept of what it computes. */
  readonly keepsWhatItComputes?: boolean
  /** Completes the row with what is computed when it is read. */
  readonly present?: (scope: OperationScope, record: RecordRow) => Promise<RecordRow>
  readonly guidance: string
}

/**
 * Get and update (JSON merge patch) of the one row that every person has in a table from registration on. Row-level
 * security leaves nobody else's row in sight.
 */
export function singleRecord<Fields extends FieldShape, Derived extends FieldShape = Record<never, never>>(
  definition: SingleRecordDefinition<Fields, Derived>,
): { readonly record: z.ZodObject; readonly operations: readonly AnyOperation[] } {
  type Row = RowOf<Fields & Derived>
  const { name, noun, table, path, fields } = definition
  const columns: FieldShape = {
    id: identifier('Identifier of the row.'),
    ...fields,
    ...definition.derived,
    created_at: moment('When it was made.', { example: '2026-03-12T04:30:00.000Z' }),
    updated_at: moment('When it was last changed.', { example: '2026-03-12T04:30:00.000Z' }),
  }
  const record = z.object(columns as Record<string, z.ZodType>).meta({ id: schemaName(noun) })
  const store = new RecordStore({ table, columns })
  const update = z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([field, schema]) => [field, schema.optional()])),
  )
  const tool = (confirm: 'always' | 'never') => ({ tool: { guidance: definition.guidance, confirm } })

  async function own(scope: OperationScope, locked: boolean): Promise<RecordRow> {
    const query = scope.transaction.sql(table).select(...Object.keys(columns))
    const row = await scope.transaction.row<RecordRow>(locked ? query.forUpdate() : query)
    if (!row) throw new Problem(NotFound)
    return store.fromRow(row)
  }

  /** Of what the person wrote only: the rest changes by itself. */
  const versionOf = (row: RecordRow) => entityTag(only(row, fields))

  async function shown(scope: OperationScope, row: RecordRow): Promise<RecordRow> {
    scope.about({ table, id: String(row['id']), version: versionOf(row) })
    return definition.present ? await definition.present(scope, row) : row
  }

  return {
    record,
    operations: [
      defineOperation({
        name: `${name}.get`,
        summary: `Read the person's ${noun}`,
        effect: 'read',
        input: z.strictObject({}),
        output: record,
        rest: { method: 'GET', path, computed: true },
        keepsWhatItComputes: definition.keepsWhatItComputes ?? false,
        ...tool('never'),
        run: async (scope) => shown(scope, await own(scope, false)),
      }),
      defineOperation({
        name: `${name}.update`,
        summary: `Change the person's ${noun}: fields left out stay, null empties a field`,
        effect: 'write',
        input: update,
        output: record,
        errors: [PreconditionFailed],
        ...(definition.conflicts && { conflicts: definition.conflicts }),
        rest: { method: 'PATCH', path },
        ...tool('always'),
        run: async (scope, input) => {
          const before = await own(scope, true)
          if (scope.ifMatch && !matchesEntityTag(scope.ifMatch, versionOf(before))) {
            throw new Problem(PreconditionFailed)
          }
          const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
          if (Object.keys(given).length === 0) return shown(scope, before)
          const merged = { ...before, ...given }
          const errors = definition.rules?.(merged as unknown as RowOf<Fields>, scope.now) ?? []
          if (errors.length > 0) throw new Problem(ValidationFailed, { errors })
          const more = await definition.beforeWrite?.(scope, {
            record: merged as unknown as Row,
            before: before as Row,
            given: new Set(Object.keys(given)),
            input,
          })
          const id = String(before['id'])
          const after = await store.update(scope.transaction, { id }, { ...given, ...(more as RecordRow | undefined) })
          if (!after) throw new Problem(NotFound)
          await scope.changed({ kind: 'updated', table, id, before: only(before, given), after: only(after, given) })
          const [answer] = await Promise.all([
            shown(scope, after),
            definition.afterWrite?.(scope, after as Row, before as Row),
          ])
          return answer
        },
      }),
    ],
  }
}

/** The columns of a row that something else names. */
function only(row: RecordRow, naming: object): RecordRow {
  return Object.fromEntries(Object.keys(naming).map((key) => [key, row[key]]))
}
