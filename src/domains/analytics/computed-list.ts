import { z } from 'zod'
import { type AnyOperation, defineOperation } from '../../operations/define-operation.ts'
import { cursorInput } from '../../operations/list-cursor.ts'
import type { FieldShape } from '../../operations/record-schemas.ts'
import { RecordStore } from '../../operations/record-store.ts'
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
    input: z.strictObject({
      ...(Object.fromEntries(filters) as FieldShape),
      ...timeRangeInput(timeColumn, schemaOf(timeColumn)),
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
    run: async ({ transaction }, { sort, limit, cursor, from, to, ...rest }) => {
      const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
      const page = await store.list(transaction, { filters: given, from, to, sort, limit, cursor })
      return { data: page.records, next_cursor: page.nextCursor }
    },
  })
}
