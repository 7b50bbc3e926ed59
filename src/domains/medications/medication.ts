import {
  choice,
  clockTime,
  day,
  daysOfWeek,
  flag,
  longText,
  moment,
  text,
  wholeNumber,
} from '../../operations/field-types.ts'
import type { RowOf } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem, type FieldError } from '../../platform/errors/problem.ts'

const { dosage_form, route, status } = enumerations.medications

/** The medicine matches an allergy or is taken already: a question to the person before it is added. */
export const MedicationWarning = defineProblem({
  type: 'medication-warning',
  status: 409,
  confirmedBy: 'acknowledge_warnings',
})
/** There is an entry for this dose already. */
export const DoseAlreadyRecorded = defineProblem({ type: 'dose-already-recorded', status: 409 })

export const medicationFields = {
  medication_name: text('Name of the medicine, as on its pack.', { example: 'Glycomet 500 SR' }),
  generic_name: text('Its active substance.', { example: 'Metformin' }).nullable(),
  brand_name: text('Its brand.', { example: 'Glycomet' }).nullable(),
  dosage: text('How much is taken each time.', { example: '500 mg', maximum: 100 }),
  dosage_form: choice(dosage_form, 'What form it comes in.').nullable(),
  strength: text('Strength of one piece or measure.', { example: '500 mg', maximum: 50 }).nullable(),
  frequency: text('How often it is taken, in words.', { example: 'Twice a day after food', maximum: 100 }),
  route: choice(route, 'How it gets into the body.').nullable(),
  prescribed_by: text('Who prescribed it.', { example: 'Dr. Meenakshi Sundaram' }),
  pharmacy: text('Where it is bought.', { example: 'Apollo Pharmacy, Adyar' }).nullable(),
  prescription_number: text('Number of the prescription.', { example: 'RX-2026-0113', maximum: 100 }).nullable(),
  start_date: day('First day of taking it.', { example: '2026-01-15' }),
  end_date: day('Last day of taking it; null while it goes on.', { example: '2026-07-15' }).nullable(),
  refills_remaining: wholeNumber('Refills left on the prescription.', { example: 2, maximum: 999 }).nullable(),
  instructions: longText('How to take it.', { example: 'After breakfast and dinner.' }).nullable(),
  side_effects: longText('Side effects that it had.', { example: 'Mild nausea in the first week.' }).nullable(),
  status: choice(status, 'Whether it is being taken.'),
}
export type Medication = RowOf<typeof medicationFields>

export function medicationRules({ start_date, end_date }: Medication): readonly FieldError[] {
  return end_date !== null && end_date < start_date ? [{ pointer: '/end_date', code: 'ends_before_start' }] : []
}

export function medicationText(medication: Medication): string {
  const { medication_name, generic_name, brand_name, dosage, frequency, instructions, side_effects } = medication
  return [medication_name, generic_name, brand_name, dosage, frequency, instructions, side_effects]
    .filter((part) => part !== null)
    .join('\n')
}

export const scheduleFields = {
  time_of_day: clockTime("When the dose is due, on the clock in the person's time zone.", { example: '08:30' }),
  days_of_week: daysOfWeek('On which days; null for every day.').nullable(),
  dosage_amount: text('How much of the medicine.', { example: '1 tablet', maximum: 50 }).nullable(),
  special_instructions: longText('What to mind with this dose.', { example: 'With food.' }).nullable(),
  is_active: flag('Whether the schedule counts.'),
}

export const intakeFields = {
  scheduled_time: moment('For when the dose was due. Left out, it is the nearest dose that has no entry.', {
    example: '2026-03-12T03:00:00.000Z',
  }),
  actual_time: moment('When it was taken.', { example: '2026-03-12T03:10:00.000Z' }).nullable(),
  dosage_taken: text('How much was taken.', { example: '1 tablet', maximum: 50 }).nullable(),
  status: choice(enumerations.medication_intake.status, 'What became of the dose.'),
  notes: longText('Anything worth remembering.', { example: 'Taken after lunch instead.' }).nullable(),
  side_effects_experienced: longText('Side effects noticed.', { example: 'Slight dizziness.' }).nullable(),
}
export type Intake = RowOf<typeof intakeFields>

export function intakeRules({ status, actual_time }: Intake): readonly FieldError[] {
  const untaken = status === 'missed' || status === 'skipped'
  return untaken && actual_time !== null ? [{ pointer: '/actual_time', code: 'dose_not_taken' }] : []
}

export const reminderFields = {
  reminder_time: clockTime("When to remind, on the clock in the person's time zone.", { example: '08:15' }),
  days_of_week: daysOfWeek('On which days; null for every day.').nullable(),
  reminder_type: choice(enumerations.medication_reminders.reminder_type, 'How the reminder comes.'),
  is_active: flag('Whether the reminder is on.'),
  sound_enabled: flag('Whether it makes a sound.'),
  vibration_enabled: flag('Whether it makes the phone vibrate.'),
}
