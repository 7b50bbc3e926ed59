import type { Language } from '../../clinical/language-forms.ts'
import type { Query, Transaction } from '../../platform/database/index.ts'
import type { NewNotification } from '../notifications/index.ts'

export const MINUTE_MILLISECONDS = 60_000
export const HOUR_MILLISECONDS = 60 * MINUTE_MILLISECONDS
export const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS

/** The longest that a reminder may come before its appointment. */
export const LONGEST_BEFORE_APPOINTMENT_DAYS = 30

/**
 * How far back the clock looks for what came due while nothing ran, for every kind. What is older is not sent: a reminder
 * that comes hours late, as if it were on time, does harm.
 */
export const CAUGHT_UP_MILLISECONDS = {
  /** After 20 minutes it asks whether the dose was taken, and does not say that it is time. */
  doses: HOUR_MILLISECONDS,
  'medication-reminders': HOUR_MILLISECONDS,
  'missed-doses': 6 * HOUR_MILLISECONDS,
  /** Its words name day and time, so it is told while the appointment is still to come, and not after that. */
  appointments: LONGEST_BEFORE_APPOINTMENT_DAYS * DAY_MILLISECONDS,
  refills: 3 * DAY_MILLISECONDS,
  goals: 12 * HOUR_MILLISECONDS,
} as const

/** The stretch of time that the clock looks at: what comes due after `opens`, up to and with `closes`, which is now. */
export interface ClockWindow {
  readonly opens: Date
  readonly closes: Date
}

/** What every reminder needs to know of the person it is for. */
export interface DueRow {
  readonly user_id: string
  readonly language: Language
  readonly due_at: Date
  /** `due_at`, or the end of the quiet hours that it falls in. */
  readonly leaves_at: Date
}

/** One kind of thing that people are reminded of. */
export interface ReminderKind<Row extends DueRow = DueRow> {
  readonly name: keyof typeof CAUGHT_UP_MILLISECONDS
  /** What need not come to the minute is looked for less often; absent: every time. */
  readonly everyMilliseconds?: number
  readonly find: (sql: Transaction['sql'], window: ClockWindow) => Query
  /** In the person's words, with an occasion that is derived from the row and the time it is due. */
  readonly compose: (row: Row, window: ClockWindow) => NewNotification | undefined
}

/** When it can leave at the earliest: not in the past. */
export function leavesAt({ leaves_at }: DueRow, { closes }: ClockWindow): Date {
  return leaves_at > closes ? leaves_at : closes
}

export function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds)
}
