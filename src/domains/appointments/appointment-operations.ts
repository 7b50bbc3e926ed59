import type { OperationScope } from '../../operations/define-operation.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { recordActivity } from '../../operations/user-activity.ts'
import { translator } from '../../platform/i18n/translator.ts'
import {
  appointmentFields,
  appointmentReminderDerived,
  appointmentReminderFields,
  coordinatesCodec,
} from './appointment.ts'

export const appointments = recordDomain({
  name: 'appointments',
  noun: 'appointment',
  table: 'appointments',
  path: '/appointments',
  fields: appointmentFields,
  defaults: { duration_minutes: 30, status: 'scheduled', insurance_covered: false },
  stamped: true,
  timeColumn: 'appointment_date',
  filterable: ['status', 'appointment_type', 'visit_type', 'doctor_name'],
  sortable: ['appointment_date', 'created_at', 'updated_at'],
  conflicts: { chk_future_appointments: { pointer: '/appointment_date', code: 'in_the_past' } },
  codecs: { location_coordinates: coordinatesCodec },
  text: (row) =>
    [
      row.appointment_title,
      row.doctor_name,
      row.doctor_specialty,
      row.clinic_hospital,
      row.notes,
      row.preparation_instructions,
    ]
      .filter((part) => part !== null)
      .join('\n'),
  guidance: 'tools/appointments',
  afterWrite: async (scope, { id, appointment_date, appointment_time }, before) => {
    if (!before) {
      recordActivity(scope, 'appointment_created', { appointment_id: id })
    } else if (before.appointment_date !== appointment_date || before.appointment_time !== appointment_time) {
      // What was sent spoke of another time.
      scope.transaction.queue(
        scope.transaction
          .sql('appointment_reminders')
          .where({ appointment_id: id })
          .update({ sent: false, sent_at: null }),
      )
    }
  },
  warnings: async (scope, record) => {
    if (record.status !== 'scheduled' && record.status !== 'confirmed') return []
    const translate = translator(scope.caller.language)
    const others = await overlapping(scope, record.id)
    return others.map((other) =>
      translate('appointments:overlaps', { title: other.appointment_title, time: other.appointment_time.slice(0, 5) }),
    )
  },
})

interface Overlapping {
  readonly appointment_title: string
  readonly appointment_time: string
}

/** The other appointments that still stand and share time with one. */
async function overlapping({ transaction }: OperationScope, id: string): Promise<Overlapping[]> {
  const span = (row: string) =>
    `tsrange(${row}.appointment_date + ${row}.appointment_time, ${row}.appointment_date + ${row}.appointment_time + make_interval(mins => ${row}.duration_minutes))`
  return await transaction.rows<Overlapping>(
    transaction.sql.raw(
      `select other.appointment_title, other.appointment_time
       from appointments this
       join appointments other on other.id <> this.id and other.status in ('scheduled', 'confirmed')
         and other.appointment_date between this.appointment_date - 1 and this.appointment_date + 1
         and ${span('other')} && ${span('this')}
       where this.id = ?
       order by other.appointment_date, other.appointment_time
       limit 10`,
      [id],
    ),
  )
}

export const appointmentReminders = recordDomain({
  name: 'appointments.reminders',
  noun: 'reminder of an appointment',
  table: 'appointment_reminders',
  path: '/appointments/{appointment_id}/reminders',
  parent: {
    table: 'appointments',
    column: 'appointment_id',
    description: 'The appointment.',
    foreignKey: 'appointment_reminders_appointment_fkey',
  },
  fields: appointmentReminderFields,
  defaults: { is_active: true },
  derived: appointmentReminderDerived,
  filterable: ['is_active', 'reminder_type'],
  sortable: ['-reminder_time', 'created_at'],
  guidance: 'tools/appointments',
})
