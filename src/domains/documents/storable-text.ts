import { SEALED_MARK } from '../../platform/database/index.ts'

/** Text without what the database cannot hold, U+0000 and halves of surrogate pairs, and without the sign of sealed texts. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(SEALED_MARK, '').toWellFormed()
}

/** The same, no longer than a column allows. */
export function cut<Value extends string | null>(text: Value, maximum: number): Value {
  return (text === null ? null : storable(text).slice(0, maximum).toWellFormed()) as Value
}
