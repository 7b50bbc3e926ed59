import { enumerations } from '../../src/platform/database/enumerations.ts'

const LISTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = enumerations

function valuesOf(table: string, column: string): string {
  const values = LISTS[table]?.[column]
  if (!values) throw new Error(`enumerations.ts has no list for ${table}.${column}`)
  return values.map((value) => `'${value}'`).join(', ')
}

/** The named check of a column whose values are listed in `enumerations.ts`. A missing value passes, as in any check. */
export function oneOf(table: string, column: string): string {
  return `constraint ${table}_${column}_check check (${column} in (${valuesOf(table, column)}))`
}
