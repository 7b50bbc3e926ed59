import { z } from 'zod'
import {
  choice,
  clockTime,
  day,
  decimal,
  flag,
  longText,
  moment,
  text,
  wholeNumber,
} from '../../operations/field-types.ts'
import { enumerations } from '../../platform/database/index.ts'

const { appointment_type, visit_type, status } = enumerations.appointments

const coordinates = z
  .strictObject({
    latitude: decimal('Degrees north.', { example: 13.0067, minimum: -90, maximum: 90 }),
    longitude: decimal('Degrees east.', { example: 80.2574, minimum: -180, maximum: 180 }),
  })
  .meta({ description: 'Where the place is (WGS 84).' })

export const appointmentFields = {
  appointment_title: text('What it is for.', { example: 'Diabetes review' }),
  doctor_name: text('With whom.', { example: 'Dr. Anand Iyer' }),
  doctor_specialty: text("The doctor's field.", { example: 'Endocrinology' }).nullable(),
  clinic_hospital: text('The clinic or hospital.', { example: 'Adyar Clinic' }).nullable(),
  appointment_type: choice(appointment_type, 'What kind of appointment.'),
  visit_type: choice(visit_type, 'How the person goes there.'),
  appointment_date: day("The day, in the person's time zone. Not a day that is over.", { example: '2199-04-02' }),
  appointment_time: clockTime("The time, in the person's time zone.", { example: '10:30' }),
  duration_minutes: wholeNumber('How long it takes.', { example: 30, minimum: 1, maximum: 1440 }),
  location_address: longText('Where it is.', { example: '12 Gandhi Nagar, Chennai' }).nullable(),
  location_coordinates: coordinates.nullable(),
  virtual_meeting_link: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ description: 'Where to join a virtual visit.', examples: ['https://meet.example.org/abc'] })
    .nullable(),
  status: choice(status, 'How it stands.'),
  notes: longText('Anything worth remembering.', { example: 'Ask about the new tablet.' }).nullable(),
  preparation_instructions: longText('How to prepare.', { example: 'Come fasting.' }).nullable(),
  cost: decimal('What it costs, in rupees.', { example: 600, maximum: 99_999_999.99 }).nullable(),
  insurance_covered: flag('Whether the insurance pays.'),
}

/** PostgreSQL's point, stored as the specification orders it: latitude, longitude. */
export const coordinatesCodec = {
  toColumn: (value: unknown) => {
    const { latitude, longitude } = value as z.output<typeof coordinates>
    return `(${latitude},${longitude})`
  },
  fromColumn: (value: unknown) => {
    const { x, y } = value as { x: number; y: number }
    return { latitude: x, longitude: y }
  },
}

export const appointmentReminderFields = {
  reminder_type: choice(enumerations.appointment_reminders.reminder_type, 'How the reminder comes.'),
  reminder_time: wholeNumber('How many minutes before the appointment.', { example: 60, maximum: 43_200 }),
  is_active: flag('Whether the reminder is on.'),
}

export const appointmentReminderDerived = {
  sent: flag('Whether it was sent.', { example: false }),
  sent_at: moment('When it was sent.', { example: '2026-04-02T04:00:00.000Z' }).nullable(),
}
