import { translator } from '../../platform/i18n/translator.ts'
import { clockText, dayText, outOfQuietHours, person, ZONE } from './local-time.ts'
import { type DueRow, LONGEST_BEFORE_APPOINTMENT_DAYS, leavesAt, type ReminderKind } from './reminder-kind.ts'

interface AppointmentRow extends DueRow {
  readonly appointment_id: string
  readonly reminder_id: string | null
  readonly reminder_type: 'push' | 'sms' | 'email' | null
  readonly appointment_title: string
  readonly doctor_name: string
  readonly place: string | null
  readonly preparation_instructions: string | null
  readonly starts_at: Date
  readonly date: string
  readonly clock: string
}

/** An appointment without any reminder of its own is announced a day before. */
const DEFAULT_MINUTES = 24 * 60

const startsAt = `((a.appointment_date + a.appointment_time) at time zone ${ZONE})`
const dueAt = `(${startsAt} - make_interval(mins => coalesce(r.reminder_time, ${DEFAULT_MINUTES})))`

/** Appointments that stand. A new time is a new occasion. */
export const appointmentsKind: ReminderKind<AppointmentRow> = {
  name: 'appointments',
  find: (sql, { opens, closes }) =>
    sql.raw(
      `with frame as (select ?::timestamptz as opens, ?::timestamptz as closes)
       select u.id as user_id, u.language, a.id as appointment_id, r.id as reminder_id, r.reminder_type,
         a.appointment_title, a.doctor_name, coalesce(a.clinic_hospital, a.location_address) as place,
         a.preparation_instructions, ${startsAt} as starts_at, ${dayText('a.appointment_date')} as date,
         ${clockText('a.appointment_date + a.appointment_time')} as clock,
         ${dueAt} as due_at, ${outOfQuietHours(dueAt)} as leaves_at
       from frame
       join appointments a on a.status in ('scheduled', 'confirmed')
         and a.appointment_date between frame.opens::date - 1 and frame.closes::date + ${LONGEST_BEFORE_APPOINTMENT_DAYS + 1}
       left join appointment_reminders r on r.appointment_id = a.id
       ${person('a.user_id', 'appointment')}
       where (r.id is null or r.is_active)
         and ${dueAt} > frame.opens and ${dueAt} <= frame.closes and ${startsAt} > frame.closes
         and coalesce(r.created_at, a.created_at) <= ${dueAt}`,
      [opens, closes],
    ),
  compose: (row, window) => {
    const { appointment_id, reminder_id, place, preparation_instructions: instructions } = row
    const words = translator(row.language)
    const lines = [
      words('reminders:appointment.message', { doctor: row.doctor_name, date: row.date, time: row.clock }),
      ...(place === null ? [] : [words('reminders:appointment.place', { place })]),
      ...(instructions === null ? [] : [words('reminders:instructions', { instructions })]),
    ]
    return {
      userId: row.user_id,
      type: 'appointment',
      priority: 'high',
      title: words('reminders:appointment.title', { title: row.appointment_title }),
      message: lines.join('\n'),
      actionUrl: `/appointments/${appointment_id}`,
      metadata: { appointment_id, ...(reminder_id !== null && { appointment_reminder_id: reminder_id }) },
      ...(row.reminder_type !== null && { channel: row.reminder_type }),
      at: leavesAt(row, window),
      expiresAt: row.starts_at,
      occasion: `appointment/${appointment_id}/${reminder_id ?? 'default'}/${row.due_at.toISOString()}`,
    }
  },
}
