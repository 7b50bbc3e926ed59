import type { Language } from '../../clinical/language-forms.ts'
import type { Query, Transaction } from '../../platform/database/index.ts'
import type { NewNotification } from '../notifications/index.ts'

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
  readonly name: string
  /**
   * How far back the clock looks for what came due while nothing ran. What is older is not sent: a reminder that comes
   * hours late, as if it were on time, does harm.
   */
  readonly caughtUpMilliseconds: number
  /** What need not come to the minute is looked for less often; absent: every time. */
  readonly everyMilliseconds?: number
  readonly find: (sql: Transaction['sql'], window: ClockWindow) => Query
  /** In the person's words, with an occasion that is derived from the row and the time it is due. */
  readonly compose: (row: Row, window: ClockWindow) => NewNotification | undefined
}

export const MINUTE_MILLISECONDS = 60_000
export const HOUR_MILLISECONDS = 60 * MINUTE_MILLISECONDS
export const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS

/** When it can leave at the earliest: not in the past. */
export function leavesAt({ leaves_at }: DueRow, { closes }: ClockWindow): Date {
  return leaves_at > closes ? leaves_at : closes
}

export function later(moment: Date, milliseconds: number): Date {
  return new Date(moment.getTime() + milliseconds)
}
