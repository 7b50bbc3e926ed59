import type { LanguageForm } from '../clinical/language-forms.ts'
import { translator } from '../platform/i18n/translator.ts'
import type { AnyOperation } from './define-operation.ts'

/** One thing that an operation was given, in words. */
export interface ActionDetail {
  readonly label: string
  readonly value: string
}

/** What an operation does with an input, in words for the person it is done for. */
export interface ActionDescription {
  readonly title: string
  readonly details: readonly ActionDetail[]
}

/**
 * Describes a call. The words are those of the operation's domain: `actions.<rest of the operation's name>`,
 * `fields.<field>` and `values.<field>.<value>` in `locales/<language>/<domain>.json`. A field without words, such as an
 * id, is not mentioned.
 */
export function describeAction(operation: AnyOperation, input: unknown, form: LanguageForm): ActionDescription {
  const translate = translator(form)
  const [domain = '', ...rest] = operation.name.split('.')
  const details = Object.entries((input ?? {}) as Record<string, unknown>).flatMap(([field, given]) => {
    const label = translate(`${domain}:fields.${field}`, { defaultValue: '' })
    if (label === '' || given === undefined) return []
    const words = (value: unknown): string => {
      if (value === null) return translate('operations:emptied')
      if (typeof value === 'boolean') return translate(value ? 'operations:yes' : 'operations:no')
      if (Array.isArray(value)) return value.map(words).join(', ')
      return translate(`${domain}:values.${field}.${String(value)}`, { defaultValue: String(value) })
    }
    return [{ label, value: words(given) }]
  })
  return { title: translate(`${domain}:actions.${rest.join('.')}`), details }
}

/** The same in one line: "Add a medicine – name: Metformin, dose: 500 mg". */
export function describeActionInLine(operation: AnyOperation, input: unknown, form: LanguageForm): string {
  const { title, details } = describeAction(operation, input, form)
  if (details.length === 0) return title
  return `${title} – ${details.map(({ label, value }) => `${label}: ${value}`).join(', ')}`
}
