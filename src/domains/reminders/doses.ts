import { translator } from '../../platform/i18n/translator.ts'
import type { NewNotification } from '../notifications/index.ts'
import { clockText, DAYS_OF_ZONES, onWeekday, outOfQuietHours, person, ZONE, ZONES } from './local-time.ts'
import {
  type ClockWindow,
  type DueRow,
  HOUR_MILLISECONDS,
  later,
  leavesAt,
  MINUTE_MILLISECONDS,
  type ReminderKind,
} from './reminder-kind.ts'

interface DoseRow extends DueRow {
  readonly medication_id: string
  readonly medication_name: string
  readonly amount: string
  readonly instructions: string | null
  /** When the dose itself is due; `null` for a reminder that no dose is near. */
  readonly scheduled_time: Date | null
  readonly clock: string
}

interface SetReminderRow extends DoseRow {
  readonly reminder_id: string
  readonly reminder_type: 'push' | 'sms' | 'email'
  readonly sound_enabled: boolean | null
  readonly vibration_enabled: boolean | null
}

/** Later than this, "time for your medicine" is not true any more, and the words ask instead. */
const STILL_ON_TIME_MILLISECONDS = 20 * MINUTE_MILLISECONDS
/** A reminder that could not be sent for so long is not sent any more. */
const VALID_MILLISECONDS = HOUR_MILLISECONDS

/** How long after a dose without an entry the person is asked, and until when "I took it" still means that dose. */
const ASKED_AFTER_HOURS = 2
const MEANT_MILLISECONDS = 12 * HOUR_MILLISECONDS

const isActive = `m.status = 'active' and day.date >= m.start_date and (m.end_date is null or day.date <= m.end_date)`

/** Doses that schedules ask for. A medicine's own reminder up to an hour before a dose speaks in its place. */
const SCHEDULED = `
  ${DAYS_OF_ZONES}
  join medication_schedules s on s.is_active and s.time_of_day between day.earliest and day.latest and ${onWeekday('s.days_of_week')}
  join medications m on m.id = s.medication_id and ${isActive}
  ${person('m.user_id', 'medication')}
  cross join lateral (select (day.date + s.time_of_day) at time zone day.zone as at) as dose
  cross join frame
  where ${ZONE} = day.zone and dose.at > frame.opens and dose.at <= frame.closes and s.created_at <= dose.at
    and not exists (select from medication_intake i where i.medication_id = m.id and i.scheduled_time = dose.at)`

const DOSE_COLUMNS = `
  u.id as user_id, u.language, m.id as medication_id, m.medication_name, coalesce(s.dosage_amount, m.dosage) as amount,
  s.special_instructions as instructions, dose.at as scheduled_time, ${clockText('dose.at at time zone day.zone')} as clock`

export const dueDosesKind: ReminderKind<DoseRow> = {
  name: 'doses',
  find: (sql, { opens, closes }) =>
    sql.raw(
      `with ${ZONES}
       select distinct on (m.id, dose.at) ${DOSE_COLUMNS}, dose.at as due_at, ${outOfQuietHours('dose.at')} as leaves_at
       from ${SCHEDULED}
         and not exists (
           select from medication_reminders r
           where r.medication_id = m.id and r.is_active and ${onWeekday('r.days_of_week')}
             and r.reminder_time between s.time_of_day - interval '1 hour' and s.time_of_day
         )
       order by m.id, dose.at, s.id`,
      [opens, closes],
    ),
  compose: (row, window) => ({
    ...doseNotification(row, window),
    occasion: `dose/${row.medication_id}/${row.due_at.toISOString()}`,
  }),
}

/** Reminders that the person set for a medicine, and the dose within the hour that each of them is for. */
export const setRemindersKind: ReminderKind<SetReminderRow> = {
  name: 'medication-reminders',
  find: (sql, { opens, closes }) =>
    sql.raw(
      `with ${ZONES}
       select u.id as user_id, u.language, r.id as reminder_id, r.reminder_type, r.sound_enabled, r.vibration_enabled,
         m.id as medication_id, m.medication_name, coalesce(dose.dosage_amount, m.dosage) as amount,
         dose.special_instructions as instructions, dose.at as scheduled_time, reminder.at as due_at,
         ${clockText('coalesce(dose.at, reminder.at) at time zone day.zone')} as clock,
         ${outOfQuietHours('reminder.at')} as leaves_at
       from ${DAYS_OF_ZONES}
       join medication_reminders r on r.is_active and r.reminder_time between day.earliest and day.latest
         and ${onWeekday('r.days_of_week')}
       join medications m on m.id = r.medication_id and ${isActive}
       ${person('m.user_id', 'medication')}
       cross join lateral (select (day.date + r.reminder_time) at time zone day.zone as at) as reminder
       left join lateral (
         select s.dosage_amount, s.special_instructions, (day.date + s.time_of_day) at time zone day.zone as at
         from medication_schedules s
         where s.medication_id = m.id and s.is_active and ${onWeekday('s.days_of_week')}
           and s.time_of_day between r.reminder_time and r.reminder_time + interval '1 hour'
         order by s.time_of_day limit 1
       ) as dose on true
       cross join frame
       where ${ZONE} = day.zone and reminder.at > frame.opens and reminder.at <= frame.closes
         and r.created_at <= reminder.at
         and not exists (select from medication_intake i where i.medication_id = m.id and i.scheduled_time = dose.at)`,
      [opens, closes],
    ),
  compose: (row, window) => {
    const notification = doseNotification(row, window)
    return {
      ...notification,
      channel: row.reminder_type,
      metadata: {
        ...notification.metadata,
        reminder_id: row.reminder_id,
        sound: row.sound_enabled ?? true,
        vibration: row.vibration_enabled ?? true,
      },
      occasion: `reminder/${row.reminder_id}/${row.due_at.toISOString()}`,
    }
  },
}

/** Asks after a dose without an entry, of people who note their doses; others would be asked for ever. */
export const missedDosesKind: ReminderKind<DoseRow> = {
  name: 'missed-doses',
  everyMilliseconds: 5 * MINUTE_MILLISECONDS,
  find: (sql, { opens, closes }) => {
    const asked = `dose.at + interval '${ASKED_AFTER_HOURS} hours'`
    const before = (moment: Date) => later(moment, -ASKED_AFTER_HOURS * HOUR_MILLISECONDS)
    return sql.raw(
      `with ${ZONES}
       select distinct on (m.id, dose.at) ${DOSE_COLUMNS}, ${asked} as due_at, ${outOfQuietHours(asked)} as leaves_at
       from ${SCHEDULED}
         and exists (
           select from medication_intake i
           where i.user_id = m.user_id and i.scheduled_time > frame.closes - interval '14 days'
         )
       order by m.id, dose.at, s.id`,
      [before(opens), before(closes)],
    )
  },
  compose: (row, window) => {
    const { medication_id, medication_name, amount, clock, scheduled_time } = row
    if (!scheduled_time) return undefined
    const expiresAt = later(scheduled_time, MEANT_MILLISECONDS)
    const at = leavesAt(row, window)
    if (at >= expiresAt) return undefined
    const words = translator(row.language)
    return {
      userId: row.user_id,
      type: 'medication',
      title: words('reminders:missedDose.title', { medicine: medication_name }),
      message: words('reminders:missedDose.message', { amount, time: clock }),
      actionUrl: '/medications/due',
      metadata: { action: 'dose', medication_id, scheduled_time: scheduled_time.toISOString() },
      at,
      expiresAt,
      occasion: `missed/${medication_id}/${scheduled_time.toISOString()}`,
    }
  },
}

function doseNotification(row: DoseRow, window: ClockWindow): NewNotification {
  const { medication_id, medication_name: medicine, amount, clock: time, instructions, scheduled_time } = row
  const words = translator(row.language)
  const at = leavesAt(row, window)
  const dueAt = scheduled_time && scheduled_time > row.due_at ? scheduled_time : row.due_at
  const late = at.getTime() - dueAt.getTime() > STILL_ON_TIME_MILLISECONDS
  const part = late ? 'lateDose' : 'dose'
  const lines = [words(`reminders:${part}.message`, { medicine, amount, time })]
  if (instructions !== null) lines.push(words('reminders:instructions', { instructions }))
  return {
    userId: row.user_id,
    type: 'medication',
    priority: 'high',
    title: words(`reminders:${part}.title`, { time }),
    message: lines.join('\n'),
    actionUrl: '/medications/due',
    metadata: {
      action: 'dose',
      medication_id,
      ...(scheduled_time && { scheduled_time: scheduled_time.toISOString() }),
    },
    at,
    expiresAt: later(at, VALID_MILLISECONDS),
  }
}
