import { translator } from '../../platform/i18n/translator.ts'
import { DAYS_OF_ZONES, dayText, outOfQuietHours, person, ZONE, ZONES } from './local-time.ts'
import {
  DAY_MILLISECONDS,
  type DueRow,
  later,
  leavesAt,
  MINUTE_MILLISECONDS,
  type ReminderKind,
} from './reminder-kind.ts'

/** When the day's other reminders come, on the person's clock: not before breakfast. */
const QUARTER_MILLISECONDS = 15 * MINUTE_MILLISECONDS
const REFILLS_AT = '10:00'
const GOALS_AT = '09:00'

/** From so few refills on, the person is told; again each month while it stays so. */
const FEW_REFILLS = 1
const GOAL_AHEAD_DAYS = 3

interface RefillRow extends DueRow {
  readonly medication_id: string
  readonly medication_name: string
  readonly refills_remaining: number
  readonly month: string
}

interface GoalRow extends DueRow {
  readonly goal_id: string
  readonly goal_title: string
  readonly progress_percentage: number
  readonly deadline: string
  readonly deadline_text: string
  readonly is_today: boolean
}

const daily = (time: string, condition: string) => `
  cross join lateral (select (day.date + time '${time}') at time zone day.zone as at) as due
  cross join frame
  where time '${time}' between day.earliest and day.latest and ${ZONE} = day.zone
    and due.at > frame.opens and due.at <= frame.closes and ${condition}`

/** Medicines that will run out, as their prescriptions have no or one refill left. */
export const refillsKind: ReminderKind<RefillRow> = {
  name: 'refills',
  everyMilliseconds: QUARTER_MILLISECONDS,
  find: (sql, { opens, closes }) =>
    sql.raw(
      `with ${ZONES}
       select distinct on (m.id) u.id as user_id, u.language, m.id as medication_id, m.medication_name,
         m.refills_remaining, to_char(day.date, 'YYYY-MM') as month, due.at as due_at,
         ${outOfQuietHours('due.at')} as leaves_at
       from ${DAYS_OF_ZONES}
       join medications m on m.status = 'active' and m.refills_remaining <= ${FEW_REFILLS}
         and (m.end_date is null or m.end_date > day.date + 7)
       ${person('m.user_id', 'medication')}
       ${daily(REFILLS_AT, 'm.start_date <= day.date')}
       order by m.id, due.at desc`,
      [opens, closes],
    ),
  compose: (row, window) => {
    const { medication_id, refills_remaining } = row
    const words = translator(row.language)
    const at = leavesAt(row, window)
    return {
      userId: row.user_id,
      type: 'medication',
      title: words('reminders:refill.title', { medicine: row.medication_name }),
      message: words(refills_remaining === 0 ? 'reminders:refill.none' : 'reminders:refill.one'),
      actionUrl: '/medications',
      metadata: { medication_id },
      at,
      expiresAt: later(at, 3 * DAY_MILLISECONDS),
      occasion: `refill/${medication_id}/${refills_remaining}/${row.month}`,
    }
  },
}

/** Goals whose day comes: three days ahead, and on the day itself. */
export const goalsKind: ReminderKind<GoalRow> = {
  name: 'goals',
  everyMilliseconds: QUARTER_MILLISECONDS,
  find: (sql, { opens, closes }) =>
    sql.raw(
      `with ${ZONES}
       select u.id as user_id, u.language, g.id as goal_id, g.goal_title, g.progress_percentage, g.deadline,
         ${dayText('g.deadline')} as deadline_text, g.deadline = day.date as is_today, due.at as due_at,
         ${outOfQuietHours('due.at')} as leaves_at
       from ${DAYS_OF_ZONES}
       join health_goals g on g.status = 'active' and g.deadline in (day.date, day.date + ${GOAL_AHEAD_DAYS})
       ${person('g.user_id', 'health')}
       ${daily(GOALS_AT, 'g.created_at <= due.at')}`,
      [opens, closes],
    ),
  compose: (row, window) => {
    const words = translator(row.language)
    const at = leavesAt(row, window)
    const percentage = Math.floor(row.progress_percentage)
    return {
      userId: row.user_id,
      type: 'health',
      priority: 'low',
      title: words('reminders:goal.title', { goal: row.goal_title }),
      message: words(row.is_today ? 'reminders:goal.today' : 'reminders:goal.ahead', {
        date: row.deadline_text,
        percentage,
      }),
      actionUrl: `/goals/${row.goal_id}`,
      metadata: { goal_id: row.goal_id },
      at,
      expiresAt: later(at, DAY_MILLISECONDS / 2),
      occasion: `goal/${row.goal_id}/${row.deadline}/${row.is_today ? 'today' : 'ahead'}`,
    }
  },
}
