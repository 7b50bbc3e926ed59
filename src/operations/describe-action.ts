import { z } from 'zod'
import type { LanguageForm } from '../clinical/language-forms.ts'
import { translator } from '../platform/i18n/translator.ts'
import type { AnyOperation } from './define-operation.ts'
import { unwrapSchema } from './schema-shape.ts'
import { writtenClockTime, writtenDay, writtenMoment } from './written-time.ts'

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

/** The people this is made for live there; who lives elsewhere says so in their preferences. */
const DEFAULT_TIME_ZONE = 'Asia/Kolkata'

export interface DescribeSettings {
  /** What names the row that is changed or deleted: columns of it, from `Operation.subject`. */
  readonly subject?: Readonly<Record<string, unknown>> | undefined
  /** IANA name; times are told on this clock. */
  readonly timeZone?: string | undefined
}

/**
 * Describes a call. The words are those of the operation's domain: `actions.<rest of the operation's name>`,
 * `fields.<field>` and `values.<field>.<value>` in `locales/<form>/<domain>.json`. A field without words, such as an id, is
 * not mentioned; days and times are written as people write them.
 */
export function describeAction(
  operation: AnyOperation,
  input: unknown,
  form: LanguageForm,
  { subject = {}, timeZone = DEFAULT_TIME_ZONE }: DescribeSettings = {},
): ActionDescription {
  const translate = translator(form)
  const [domain = '', ...rest] = operation.name.split('.')
  const given = (input ?? {}) as Record<string, unknown>
  const told = operation.told?.(given, subject) ?? { ...subject, ...given }
  const details = detailsOf(operation, told, form, timeZone).map(({ label, value }) => ({ label, value }))
  return { title: translate(`${domain}:actions.${rest.join('.')}`), details }
}

interface FieldDetail extends ActionDetail {
  readonly field: string
}

/** What these fields of an operation hold, in words. */
function detailsOf(
  operation: AnyOperation,
  told: Readonly<Record<string, unknown>>,
  form: LanguageForm,
  timeZone: string,
): readonly FieldDetail[] {
  const translate = translator(form)
  const [domain = ''] = operation.name.split('.')
  const shape: Record<string, z.ZodType> = { ...operation.subject?.read.output.shape, ...operation.input.shape }
  const adds = operation.rest?.method === 'POST'

  const words = (field: string, value: unknown, schema: z.ZodType | undefined): string => {
    if (value === null) return translate('operations:emptied')
    if (typeof value === 'boolean') return translate(value ? 'operations:yes' : 'operations:no')
    const base = schema && unwrapSchema(schema).base
    if (Array.isArray(value)) {
      const element = base instanceof z.ZodArray ? (base.element as z.ZodType) : undefined
      return value.map((each) => words(field, each, element)).join(', ')
    }
    if (typeof value === 'object') {
      return Object.entries(value as object)
        .map(
          ([name, each]) =>
            `${translate(`${domain}:fields.${name}`, { defaultValue: name })} ${words(name, each, undefined)}`,
        )
        .join(', ')
    }
    const text = String(value)
    switch (base instanceof z.ZodStringFormat ? base.def.format : undefined) {
      case 'date':
        return writtenDay(text, form)
      case 'datetime':
        return writtenMoment(text, timeZone, form)
      case 'time':
        return writtenClockTime(text, form)
      default:
        return translate(`${domain}:values.${field}.${text}`, { defaultValue: text })
    }
  }

  return Object.entries(told).flatMap(([field, value]) => {
    const label = translate(`${domain}:fields.${field}`, { defaultValue: '' })
    // What a new row does not have is not emptied.
    if (label === '' || value === undefined || (value === null && adds)) return []
    return [{ field, label, value: words(field, value, shape[field]) }]
  })
}

/** The same in one line: "Add a medicine – medicine: Metformin, dose: 500 mg". */
export function describeActionInLine(
  operation: AnyOperation,
  input: unknown,
  form: LanguageForm,
  settings: DescribeSettings = {},
): string {
  const { title, details } = describeAction(operation, input, form, settings)
  if (details.length === 0) return title
  return `${title} – ${details.map(({ label, value }) => `${label}: ${value}`).join(', ')}`
}

/** A part of a sentence that stands between square brackets is left out where what it names is not known. */
const OPTIONAL = /\[([^\]]*)\]/g
const NAMED = /\{\{(\w+)\}\}/g

/**
 * Says what was done as a person would: "I have added Metformin 500 mg, twice a day to your medicines." The sentences are
 * those of the operation's domain, `done.<rest of the operation's name>`; `{{changes}}` in one stands for all that was given.
 */
export function sayDone(
  operation: AnyOperation,
  input: unknown,
  form: LanguageForm,
  settings: DescribeSettings = {},
): string {
  const { subject = {}, timeZone = DEFAULT_TIME_ZONE } = settings
  const translate = translator(form)
  const [domain = '', ...rest] = operation.name.split('.')
  const given = (input ?? {}) as Record<string, unknown>
  // What is changed is called as it was called before.
  const told = operation.told?.(given, subject) ?? { ...given, ...subject }
  const details = detailsOf(operation, told, form, timeZone)
  const known = new Map(details.filter(({ field }) => told[field] !== null).map(({ field, value }) => [field, value]))
  const changes = detailsOf(operation, given, form, timeZone)
  if (changes.length > 0) known.set('changes', changes.map(({ label, value }) => `${label} ${value}`).join(', '))

  const isKnown = (text: string): boolean => [...text.matchAll(NAMED)].every(([, name = '']) => known.has(name))
  const sentence = translate(`${domain}:done.${rest.join('.')}`, { defaultValue: '', skipInterpolation: true }).replace(
    OPTIONAL,
    (_, part: string) => (isKnown(part) ? part : ''),
  )
  if (sentence === '' || !isKnown(sentence)) {
    return translate('operations:done', { action: describeActionInLine(operation, input, form, settings) })
  }
  return sentence.replace(NAMED, (_, name: string) => known.get(name) ?? '')
}
