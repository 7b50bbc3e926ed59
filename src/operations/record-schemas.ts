import { z } from 'zod'
import { identifier, moment } from './field-types.ts'
import { cursorInput } from './list-cursor.ts'
import { schemaNotes, unwrapSchema } from './schema-shape.ts'
import { timeRangeInput } from './time-range.ts'

/** A noun as the name of a schema in documents: `medicine for a condition` is `MedicineForACondition`. */
export function schemaName(noun: string): string {
  return noun.replaceAll(/(?:^|[^a-z]+)([a-z])/gi, (_, letter: string) => letter.toUpperCase())
}

export type FieldShape = Readonly<Record<string, z.ZodType>>

export interface RecordSchemaSettings {
  readonly noun: string
  readonly parent?: { readonly column: string; readonly description: string } | undefined
  readonly fields: FieldShape
  readonly derived: FieldShape
  readonly defaults: Readonly<Record<string, unknown>>
  readonly filledIn: readonly string[]
  readonly addInput: FieldShape
  readonly viewInput: FieldShape
  readonly warns: boolean
  readonly updatable: boolean
  readonly timeColumn: string | undefined
  readonly filterable: readonly string[]
  /** Columns, the default order first, with `-` where that is descending. */
  readonly sortable: readonly [string, ...string[]]
}

/** Inputs and outputs of the operations that every record domain has. */
export function recordSchemas(settings: RecordSchemaSettings) {
  const { noun, parent, fields } = settings
  const parentField: FieldShape = parent ? { [parent.column]: identifier(parent.description) } : {}
  const id = { id: identifier(`Identifier of the ${noun}.`) }
  const stamp = (what: string) => moment(`When the ${noun} was ${what}.`, { example: '2026-03-12T04:30:00.000Z' })
  const columns: FieldShape = {
    ...id,
    ...parentField,
    ...fields,
    ...settings.derived,
    created_at: stamp('recorded'),
    ...(settings.updatable && { updated_at: stamp('last changed') }),
  }
  const record = z.object(columns as Record<string, z.ZodType>).meta({ id: schemaName(noun) })
  const warning = z.string().meta({ description: 'One sentence.', examples: ['You have another appointment then.'] })
  return {
    columns,
    record,
    written: settings.warns
      ? record.extend({
          warnings: z
            .array(warning)
            .meta({ description: "What the person should know about the row, in the caller's language; often empty." }),
        })
      : record,
    address: z.strictObject({ ...parentField, ...id }),
    view: z.strictObject({ ...parentField, ...id, ...settings.viewInput }),
    add: z.strictObject({ ...parentField, ...addable(settings), ...settings.addInput }),
    update: z.strictObject({ ...parentField, ...id, ...optionalFields(fields) }),
    list: z.strictObject({ ...parentField, ...listInput(settings), ...settings.viewInput }),
    page: z.object({
      data: z.array(record).meta({ description: 'The rows of this page.' }),
      next_cursor: z
        .string()
        .nullable()
        .meta({ description: 'What to send as `cursor` for the next page; null on the last one.', examples: [null] }),
    }),
  }
}

/** A new row may leave out what may be empty, what has a default and what we fill in. */
function addable({ fields, defaults, filledIn }: RecordSchemaSettings): FieldShape {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (Object.hasOwn(defaults, name)) return [name, field.default(defaults[name])]
      return [name, unwrapSchema(field).nullable || filledIn.includes(name) ? field.optional() : field]
    }),
  )
}

function optionalFields(fields: FieldShape): FieldShape {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.optional()]))
}

function listInput(settings: RecordSchemaSettings): FieldShape {
  const all: FieldShape = { ...settings.fields, ...settings.derived }
  const filters = settings.filterable.map((name) => {
    const { base } = unwrapSchema(all[name] ?? z.unknown())
    const { description, examples } = schemaNotes(all[name] ?? z.unknown())
    return [name, base.meta({ description: `Only rows with this value. ${description ?? ''}`, examples }).optional()]
  })
  const time = settings.timeColumn
  const columns = settings.sortable.map((sort) => sort.replace(/^-/, ''))
  const orders = columns.flatMap((column) => [column, `-${column}`])
  return {
    ...Object.fromEntries(filters),
    ...(time && timeRangeInput(time, all[time] ?? moment('', { example: '' }))),
    sort: z
      .enum(orders as [string, ...string[]])
      .meta({
        description: 'Order of the rows; `-` before the column for descending.',
        examples: [settings.sortable[0]],
      })
      .default(settings.sortable[0]),
    limit: z
      .int()
      .min(1)
      .max(100)
      .meta({ description: 'Rows on a page.', examples: [20] })
      .default(20),
    cursor: cursorInput.optional(),
  }
}
