import type { Knex } from 'knex'
import { z } from 'zod'
import { unwrapSchema } from './schema-shape.ts'

/** The time zone of the transaction's person, as SQL: an IANA name. */
export const PERSONS_TIME_ZONE = `coalesce((select timezone from user_preferences limit 1), 'Asia/Kolkata')`

const DAY = /^\d{4}-\d\d-\d\d$/

/** Whether a column holds days, or points in time. */
function holdsDays(column: z.ZodType): boolean {
  const { base } = unwrapSchema(column)
  return base instanceof z.ZodStringFormat && base.def.format === 'date'
}

/** The inputs `from` and `to` of a list over its time column. */
export function timeRangeInput(columnName: string, column: z.ZodType) {
  const bound = (which: string, example: string) => {
    if (holdsDays(column))
      return z.iso.date().meta({ description: `${which} ${columnName}, inclusive.`, examples: [example] })
    return z.union([z.iso.date(), z.iso.datetime({ offset: true })]).meta({
      description: `${which} ${columnName}, inclusive. A day stands for all of it in the person's time zone.`,
      examples: [example],
    })
  }
  return { from: bound('Earliest', '2026-01-01').optional(), to: bound('Latest', '2026-12-31').optional() }
}

/** Narrows a query to `from`…`to`. */
export function whereInRange(
  query: Knex.QueryBuilder,
  columnName: string,
  column: z.ZodType,
  range: { readonly from?: string | undefined; readonly to?: string | undefined },
): void {
  const { from, to } = range
  const days = holdsDays(column)
  if (from !== undefined) {
    if (days || !DAY.test(from)) query.where(columnName, '>=', from)
    else query.whereRaw(`?? >= (?::date)::timestamp at time zone ${PERSONS_TIME_ZONE}`, [columnName, from])
  }
  if (to !== undefined) {
    if (days || !DAY.test(to)) query.where(columnName, '<=', to)
    else query.whereRaw(`?? < (?::date + 1)::timestamp at time zone ${PERSONS_TIME_ZONE}`, [columnName, to])
  }
}
