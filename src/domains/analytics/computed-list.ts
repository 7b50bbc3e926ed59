import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { cursorInput } from '../../operations/list-cursor.ts'
import type { FieldShape } from '../../operations/record-schemas.ts'
import { type RecordRow, RecordStore } from '../../operations/record-store.ts'
import { schemaNotes, unwrapSchema } from '../../operations/schema-shape.ts'
import { timeRangeInput } from '../../operations/time-range.ts'

interface ComputedListDefinition<Columns extends FieldShape> {
  /** `trends.list` */
  readonly name: string
  /** The schema of a row in documents. */
  readonly noun: string
  readonly summary: string
  readonly table: string
  readonly path: string
  readonly columns: Columns
  readonly timeColumn: keyof Columns & string
  readonly filterable: readonly (keyof Columns & string)[]
  /** Input that chooses how rows are shown, for `present`. */
  readonly viewInput?: FieldShape
  /** Turns rows into what this caller asked to see. */
  readonly present?: (
    scope: OperationScope,
    records: readonly RecordRow[],
    input: Readonly<Record<string, unknown>>,
  ) => Promise<RecordRow[]>
  readonly guidance: string
}

/** The list of a table whose rows we compute: newest period first, with filters, a time range and pages. */
export function computedList<Columns extends FieldShape>(definition: ComputedListDefinition<Columns>): AnyOperation {
  const { table, columns, timeColumn, filterable } = definition
  const store = new RecordStore({ table, columns, timeColumn })
  const schemaOf = (name: string): z.ZodType => columns[name] ?? z.unknown()
  const filters = filterable.map((name) => {
    const { description, examples } = schemaNotes(schemaOf(name))
    const { base } = unwrapSchema(schemaOf(name))
    return [name, base.meta({ description: `Only rows with this value. ${description}`, examples }).optional()]
  })
  return defineOperation({
    name: definition.name,
    summary: definition.summary,
    effect: 'read',
    readsMuch: true,
    input: z.strictObject({
      ...(Object.fromEntries(filters) as FieldShape),
      ...timeRangeInput(timeColumn, schemaOf(timeColumn)),
      ...definition.viewInput,
      sort: z
        .enum([`-${timeColumn}`, timeColumn])
        .meta({ description: 'Order of the rows; `-` for the newest first.', examples: [`-${timeColumn}`] })
        .default(`-${timeColumn}`),
      limit: z
        .int()
        .min(1)
        .max(100)
        .meta({ description: 'Rows on a page.', examples: [20] })
        .default(20),
      cursor: cursorInput.optional(),
    }),
    output: z.object({
      data: z
        .array(z.object(columns as Record<string, z.ZodType>).meta({ id: definition.noun }))
        .meta({ description: 'The rows of this page.' }),
      next_cursor: z
        .string()
        .nullable()
        .meta({ description: 'What to send as `cursor` for the next page; null on the last one.', examples: [null] }),
    }),
    rest: { method: 'GET', path: definition.path },
    tool: { guidance: definition.guidance, confirm: 'never' },
    run: async (scope, input) => {
      const { sort, limit, cursor, from, to, ...rest } = input
      const given = Object.entries(rest).filter(([name, value]) => filterable.includes(name) && value !== undefined)
      const filters = Object.fromEntries(given)
      const page = await store.list(scope.transaction, { filters, from, to, sort, limit, cursor })
      const records = definition.present ? await definition.present(scope, page.records, input) : page.records
      return { data: records, next_cursor: page.nextCursor }
    },
  })
}
