import { language } from './words.ts'

/** Numbers and times in the person's language. India's own grouping (1,00,000) and Latin digits in all three. */

const LOCALES = { en: 'en-IN', hi: 'hi-IN-u-nu-latn', ta: 'ta-IN-u-nu-latn' } as const
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>()

function remembered<Format extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  kind: string,
  options: object,
  make: (locale: string) => Format,
  spoken = language(),
): Format {
  const locale = LOCALES[spoken]
  const key = `${kind}:${locale}:${JSON.stringify(options)}`
  const known = (made.get(key) as Format | undefined) ?? make(locale)
  made.set(key, known)
  return known
}

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return remembered('number', options, (locale) => new Intl.NumberFormat(locale, options)).format(value)
}

/** @param fraction 0 to 1 */
export function formatPercent(fraction: number): string {
  return formatNumber(fraction, { style: 'percent', maximumFractionDigits: 0 })
}

const asDateTime = (moment: Date | string, options: Intl.DateTimeFormatOptions, spoken = language()): string =>
  remembered('time', options, (locale) => new Intl.DateTimeFormat(locale, options), spoken).format(new Date(moment))

/** A calendar day, `YYYY-MM-DD`, which has no time zone: "12 March 2026"; in the page's language or another. */
export function formatDay(day: string, style: 'long' | 'medium' | 'short' = 'medium', spoken = language()): string {
  return asDateTime(`${day.slice(0, 10)}T00:00:00Z`, { dateStyle: style, timeZone: 'UTC' }, spoken)
}

/** The day of a moment, where the person is. */
export function formatDate(moment: Date | string, style: 'long' | 'medium' | 'short' = 'medium'): string {
  return asDateTime(moment, { dateStyle: style })
}

export function formatTime(moment: Date | string): string {
  return asDateTime(moment, { timeStyle: 'short' })
}

export function formatMoment(moment: Date | string): string {
  // The half of the day stays beside its hour.
  return asDateTime(moment, { dateStyle: 'medium', timeStyle: 'short' }).replace(/\s(?=[ap]m$)/i, '\u00a0')
}

/** "9 – 15 March 2026", as short as the two days allow; days have no time zone. */
export function formatDayRange(from: string, to: string): string {
  const options = { dateStyle: 'medium', timeZone: 'UTC' } as const
  const format = remembered('range', options, (locale) => new Intl.DateTimeFormat(locale, options))
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
}

const LONG_MILLISECONDS = 120 * 86_400_000

/** A moment below a chart: the day, or of a long time the month. */
export function formatTick(moment: number, length: number): string {
  return asDateTime(
    new Date(moment),
    length > LONG_MILLISECONDS ? { month: 'short' } : { day: 'numeric', month: 'short' },
  )
}

/** What begins a line or stands alone, though inside a sentence it is written small. */
export const capitalised = (text: string): string =>
  text.charAt(0).toLocaleUpperCase(LOCALES[language()]) + text.slice(1)

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "3 hours ago", "in 2 days", "yesterday". */
export function formatRelative(moment: Date | string, now = Date.now()): string {
  const seconds = (new Date(moment).getTime() - now) / 1_000
  // Less than a minute ago is now.
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', Infinity] as const)
  const options = { numeric: 'auto' } as const
  const format = remembered('relative', options, (locale) => new Intl.RelativeTimeFormat(locale, options))
  return format.format(Math.trunc(seconds / length), unit)
}
