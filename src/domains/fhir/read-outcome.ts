import type { FieldError } from '../../platform/errors/problem.ts'

/** A resource as the input of the operation that adds its row, or why it cannot be one. */
export type ReadResource<Fields extends object = Readonly<Record<string, unknown>>> =
  | {
      readonly fields: Fields
      /** What the resource leaves open and was filled in, by code; people are told. */
      readonly assumed: readonly Assumption[]
    }
  | { readonly refused: FieldError }

/** Keys under `fields` in `locales/<language>/errors.json`. */
export type Assumption = 'fhir_day_assumed' | 'fhir_severity_assumed' | 'fhir_words_assumed'

export function refused(pointer: string, code: string, values?: FieldError['values']): { refused: FieldError } {
  return { refused: { pointer, code, ...(values && { values }) } }
}

/** What a reader needs to know besides the resource. */
export interface ReadContext {
  /** Where a resource says no day: the day of the bundle, or today; `YYYY-MM-DD`. */
  readonly fallbackDay: string
  /** What stands where the record needs a word and the resource has none, in the person's language. */
  readonly notStated: string
  /** How often something is taken, in words: times in a number of periods, whose unit is UCUM's (`d`, `h`, `wk`, `mo`, `min`). */
  readonly timesIn: (times: number, period: number, unit: string) => string | undefined
  /** Whom a reference means, by name. */
  readonly nameOf: (reference: unknown) => string | undefined
}
