import type { LanguageForm } from '../clinical/language-forms.ts'

/** Whoever reads Hindi or Tamil in Latin letters reads the names of months in English. */
const LOCALES: Readonly<Record<LanguageForm, string>> = {
  en: 'en-IN',
  hi: 'hi-IN',
  ta: 'ta-IN',
  'hi-Latn': 'en-IN',
  'ta-Latn': 'en-IN',
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(form: LanguageForm, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${form} ${JSON.stringify(options)}`
  let known = formats.get(key)
  if (known === undefined) {
    // Latin digits: that is what readers of all three languages use for numbers today.
    known = new Intl.DateTimeFormat(`${LOCALES[form]}-u-nu-latn`, options)
    formats.set(key, known)
  }
  return known
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const TIME = { hour: 'numeric', minute: '2-digit', hour12: true } as const

function written(at: string, moment: Date, form: LanguageForm, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(moment.getTime()) ? at : format(form, options).format(moment)
}

/** A day, given as `YYYY-MM-DD`: "12 March 2026", "12 मार्च 2026". Anything else stays as it is. */
export function writtenDay(day: string, form: LanguageForm): string {
  return written(day, new Date(`${day}T00:00:00Z`), form, { ...DAY, timeZone: 'UTC' })
}

/** A time on the clock, given as `HH:MM`: "8:30 pm". Anything else stays as it is. */
export function writtenClockTime(time: string, form: LanguageForm): string {
  return written(time, new Date(`1970-01-01T${time}Z`), form, { ...TIME, timeZone: 'UTC' }).toLowerCase()
}

/** A point in time, given as RFC 3339, on the clock of a time zone: "12 March 2026, 8:30 pm". */
export function writtenMoment(at: string, timeZone: string, form: LanguageForm): string {
  const moment = new Date(at)
  if (Number.isNaN(moment.getTime())) return at
  const time = format(form, { ...TIME, timeZone })
    .format(moment)
    .toLowerCase()
  return `${format(form, { ...DAY, timeZone }).format(moment)}, ${time}`
}
