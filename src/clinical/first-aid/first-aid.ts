import type { FormText } from '../language-forms.ts'

/** What to do until help is there: short lines, each one thing, in the order to do them. */
export interface FirstAid {
  readonly steps: FormText
  readonly source: string
}
