/** How long a time is looked at, as the API names it. Weeks begin on Monday. */
export const PERIODS = ['weekly', 'monthly', 'quarterly', 'yearly'] as const
export type Period = (typeof PERIODS)[number]

/** A stretch of whole days, both ends among them, `YYYY-MM-DD`. */
export interface Span {
  readonly from: string
  readonly to: string
}

const MONTHS = { monthly: 1, quarterly: 3, yearly: 12 } as const
const DAY_MILLISECONDS = 86_400_000
/** With values of fewer days nothing is seen to rise or fall. */
const TELLING_DAYS = 3

const asDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number): number => Date.UTC(year, month, day)

/** The week, month, quarter or year that a day is in. */
export function spanOf(period: Period, day: string): Span {
  const moment = Date.parse(`${day}T00:00:00Z`)
  const date = new Date(moment)
  if (period === 'weekly') {
    const monday = moment - ((date.getUTCDay() + 6) % 7) * DAY_MILLISECONDS
    return { from: asDay(monday), to: asDay(monday + 6 * DAY_MILLISECONDS) }
  }
  const months = MONTHS[period]
  const first = Math.floor(date.getUTCMonth() / months) * months
  const year = date.getUTCFullYear()
  return { from: asDay(utc(year, first, 1)), to: asDay(utc(year, first + months, 0)) }
}

/** The span before, or after, this one. */
export function spanBeside(period: Period, { from, to }: Span, step: -1 | 1): Span {
  const next = step === 1 ? Date.parse(`${to}T00:00:00Z`) + DAY_MILLISECONDS : Date.parse(`${from}T00:00:00Z`) - 1
  return spanOf(period, asDay(next))
}

/** The moment at which a day begins where the person is, in milliseconds since 1970. */
export const dayBegins = (day: string): number => new Date(`${day}T00:00`).getTime()

/**
 * The period to begin with: the shortest, from a month on, around the newest day in which something can be seen.
 * @param days that have values, oldest first.
 */
export function tellingPeriod(days: readonly string[]): Period {
  const newest = days.at(-1)
  if (newest === undefined) return 'monthly'
  const tells = (period: Period): boolean => {
    const { from, to } = spanOf(period, newest)
    return days.filter((day) => day >= from && day <= to).length >= TELLING_DAYS
  }
  return (['monthly', 'quarterly'] as const).find(tells) ?? 'yearly'
}
