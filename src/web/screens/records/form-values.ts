import type { FieldDescription, FormValues, Row } from './record-description.ts'

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `2026-03-12`, where the person is. */
export function localDay(moment: Date): string {
  return `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`
}

/** As `<input type="datetime-local">` wants it. */
const localMoment = (moment: Date): string =>
  `${localDay(moment)}T${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`

/**
 * What stands in the fields of a new row's form.
 * @param begun what is known already, by field; of a choice only what can be chosen.
 */
export function newValues(
  fields: readonly FieldDescription[],
  now: Date,
  begun: Readonly<Record<string, string>> = {},
): FormValues {
  return Object.fromEntries(
    fields.map(({ name, kind, initial, values }) => {
      const known = begun[name]
      if (known !== undefined && (kind === 'text' || values?.includes(known))) return [name, known]
      if (kind === 'weekdays') return [name, []]
      if (kind === 'flag') return [name, initial === true]
      if (initial === 'now') return [name, kind === 'day' ? localDay(now) : localMoment(now)]
      return [name, typeof initial === 'string' ? initial : '']
    }),
  )
}

/** What stands in the fields of an old row's form. */
export function rowValues(fields: readonly FieldDescription[], row: Row): FormValues {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = row[name]
      if (kind === 'weekdays') return [name, Array.isArray(value) ? value : []]
      if (kind === 'flag') return [name, value === true]
      if (value === null || value === undefined) return [name, '']
      if (kind === 'moment') return [name, localMoment(new Date(String(value)))]
      return [name, kind === 'clock' ? String(value).slice(0, 5) : String(value)]
    }),
  )
}

/** Takes back what cannot be chosen any more: kilograms, after a weight became a temperature. */
export function consistent(fields: readonly FieldDescription[], values: FormValues): FormValues {
  const stale = fields.filter(({ name, valuesFor }) => valuesFor && !valuesFor(values).includes(String(values[name])))
  return stale.length === 0 ? values : { ...values, ...Object.fromEntries(stale.map(({ name }) => [name, ''])) }
}

/**
 * What the server is sent of the fields that are asked for: of a new row what was written, of an old one what was
 * changed. An emptied field is `null`.
 * @param before what stood in the fields of an old row at first.
 */
export function requestBody(
  fields: readonly FieldDescription[],
  values: FormValues,
  before?: FormValues,
): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {}
  for (const field of fields) {
    const { name } = field
    if (field.when?.(values) === false) continue
    const sent = sentValue(field, values[name])
    if (before === undefined) {
      if (sent !== null) body[name] = sent
    } else if (JSON.stringify(sent) !== JSON.stringify(sentValue(field, before[name]))) body[name] = sent
  }
  return body
}

function sentValue({ kind }: FieldDescription, value: FormValues[string] | undefined): unknown {
  if (typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.length === 0 || value.length === 7 ? null : value
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return null
  if (kind === 'whole' || kind === 'number') {
    const number = Number(text.replace(',', '.'))
    // What is no number is sent as it is, for the server to say so.
    return Number.isFinite(number) ? number : text
  }
  if (kind === 'digits') return text.replace(/[\s()-]/g, '')
  if (kind === 'reading') return text.replace(',', '.')
  if (kind === 'moment') return new Date(text).toISOString()
  return text
}
