import { latestToday } from '../../operations/days.ts'
import { choice, day, flag, longText, moment, text } from '../../operations/field-types.ts'
import type { RowOf } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'
import type { FieldError } from '../../platform/errors/problem.ts'

const { status, severity } = enumerations.medical_conditions

export const conditionFields = {
  name: text('Name of the condition.', { example: 'Type 2 diabetes' }),
  icd_code: text('Its ICD code, as on the report.', { example: 'E11.9', maximum: 20 }).nullable(),
  diagnosed_date: day('When it was diagnosed.', { example: '2021-06-04' }),
  status: choice(status, 'How it stands.', { example: 'managed' }),
  severity: choice(severity, 'How severe it is.', { example: 'moderate' }),
  notes: longText('Anything worth remembering.', { example: 'Checked every three months.' }).nullable(),
  diagnosed_by: text('The doctor who diagnosed it.', { example: 'Dr. Anand Iyer' }).nullable(),
}
export type Condition = RowOf<typeof conditionFields>

export const conditionDerived = {
  last_updated: moment('When what is known about it last changed.', { example: '2026-03-12T04:30:00.000Z' }),
}

export function conditionRules({ diagnosed_date }: Condition, now: Date): readonly FieldError[] {
  return diagnosed_date > latestToday(now) ? [{ pointer: '/diagnosed_date', code: 'in_the_future' }] : []
}

export const conditionMedicationFields = {
  medication_name: text('Name of the medicine.', { example: 'Metformin' }),
  dosage: text('How much is taken each time.', { example: '500 mg', maximum: 100 }).nullable(),
  frequency: text('How often it is taken, in words.', { example: 'Twice a day', maximum: 100 }).nullable(),
  start_date: day('First day of taking it.', { example: '2021-06-10' }).nullable(),
  end_date: day('Last day of taking it; null while it goes on.', { example: '2026-07-15' }).nullable(),
  is_active: flag('Whether it is being taken for the condition.'),
}
export type ConditionMedication = RowOf<typeof conditionMedicationFields>

export function conditionMedicationRules({ start_date, end_date }: ConditionMedication): readonly FieldError[] {
  const backwards = start_date !== null && end_date !== null && end_date < start_date
  return backwards ? [{ pointer: '/end_date', code: 'ends_before_start' }] : []
}
