/** Text without what the database cannot hold: U+0000 and halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed()
}

/** The same, no longer than a column allows. */
export function cut<Value extends string | null>(text: Value, maximum: number): Value {
  return (text === null ? null : storable(text).slice(0, maximum).toWellFormed()) as Value
}
