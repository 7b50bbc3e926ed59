import { unitText } from '../../charts/metric-unit.ts'
import type { IconName } from '../../components/icon.tsx'
import { capitalised, formatDay, formatMoment, formatTime } from '../../words/format.ts'
import { hasText, pageSpeaker, t } from '../../words/words.ts'

/** A row as the server gives it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** How a field is asked for and shown. */
type FieldKind =
  | 'text'
  | 'long'
  | 'whole'
  | 'number'
  | 'reading'
  | 'day'
  | 'clock'
  | 'moment'
  | 'choice'
  | 'flag'
  | 'phone'
  /** A telephone number without anything between its digits. */
  | 'digits'
  | 'email'
  | 'link'
  | 'weekdays'

export interface FieldDescription {
  /** As in the API, and as a key of `fields.*` in the words of the domain. */
  readonly name: string
  readonly kind: FieldKind
  /** The values of a choice, keys of `values.<name>.*` in the words of the domain. */
  readonly values?: readonly string[]
  /** The values where they depend on what was chosen before; they are shown as they are. */
  readonly valuesFor?: (values: FormValues) => readonly string[]
  /** What a new row begins with; of a moment or a day, `now`. */
  readonly initial?: string | boolean
  readonly required?: boolean
  /** Seldom known: behind "more" in a form. */
  readonly rare?: boolean
  /** Asked for only where what was chosen before calls for it. */
  readonly when?: (values: FormValues) => boolean
}

/** What stands in the fields of a form. */
export type FormValues = Readonly<Record<string, string | boolean | readonly number[]>>

/** What a form asks for. */
export interface FormDescription {
  /** The file of words with the names of the fields. */
  readonly words: string
  readonly fields: readonly FieldDescription[]
}

/** A kind of rows: how they are reached, asked for and named. */
export interface RowsDescription extends FormDescription {
  /** What a row is called in a list. */
  readonly title: (row: Row) => string
  /** What else is said about it in a list. */
  readonly about: (row: Row) => readonly (string | undefined)[]
}

/** Rows that belong to a row: the times of a medicine. */
export interface ChildDescription extends RowsDescription {
  /** Last part of their path, and key of their texts in `page-records.json`. */
  readonly name: string
}

export interface DomainDescription extends RowsDescription {
  /** Part of the address below `records`, and key of its texts in `page-records.json`. */
  readonly name: string
  readonly path: string
  readonly icon: IconName
  /** Values of `status` by which a row is over and steps back in a list. */
  readonly over?: readonly string[]
  /** Parts of the list, of which one is shown at a time. */
  readonly parts?: readonly { readonly name: string; readonly query: () => Readonly<Record<string, string>> }[]
  readonly children?: readonly ChildDescription[]
  /** Whether the person may change a row; those that were computed are not theirs to change. */
  readonly editable?: (row: Row) => boolean
}

export const textOf = (row: Row, name: string): string | undefined => {
  const value = row[name]
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined
}

/** The name of a field, from the page's own words where those of the domain are too short for a form. */
export function fieldLabel(description: FormDescription, field: string): string {
  const own = `page-records:fields.${description.words}.${field}`
  return hasText(own) ? t(own) : t(`${description.words}:fields.${field}`)
}

/** What helps to fill a field in, where something does. */
export function fieldHint(description: FormDescription, field: string): string | undefined {
  const key = `page-records:hints.${description.words}.${field}`
  return hasText(key) ? t(key) : undefined
}

/** The name of one value of a choice. */
export function valueLabel(words: string, field: string, value: string, speaker = pageSpeaker()): string {
  const keys = [`page-records:values.${words}.${field}.${value}`, `${words}:values.${field}.${value}`]
  const known = keys.find(speaker.has)
  return known === undefined ? value : speaker.t(known)
}

/** `08:30` as the person's language writes it. */
export function formatClock(clock: string): string {
  const [hour = '0', minute = '0'] = clock.split(':')
  return formatTime(new Date(2000, 0, 1, Number(hour), Number(minute)))
}

/** What a row has in a field, for reading; nothing where it is empty. */
export function shownValue(description: FormDescription, field: FieldDescription, row: Row): string | undefined {
  const value = row[field.name]
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'boolean') return t(value ? 'page-records:yes' : 'page-records:no')
  if (Array.isArray(value))
    return value.map((each) => valueLabel(description.words, field.name, String(each))).join(', ')
  switch (field.kind) {
    case 'choice':
      return field.valuesFor
        ? unitText(String(value))
        : capitalised(valueLabel(description.words, field.name, String(value)))
    case 'day':
      return formatDay(String(value), 'long')
    case 'moment':
      return formatMoment(String(value))
    case 'clock':
      return formatClock(String(value))
    default:
      return String(value)
  }
}
