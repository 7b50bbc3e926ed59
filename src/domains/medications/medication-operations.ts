import { flag } from '../../operations/field-types.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { Problem } from '../../platform/errors/problem.ts'
import {
  MedicationWarning,
  medicationFields,
  medicationRules,
  medicationText,
  reminderFields,
  scheduleFields,
} from './medication.ts'
import { medicationWarnings } from './medication-warnings.ts'

const ofMedication = (foreignKey: string) => ({
  table: 'medications',
  column: 'medication_id',
  description: 'The medicine it belongs to.',
  foreignKey,
})

export const medications = recordDomain({
  name: 'medications',
  noun: 'medication',
  table: 'medications',
  path: '/medications',
  fields: medicationFields,
  defaults: { status: 'active' },
  addInput: {
    acknowledge_warnings: flag('The person knows what speaks against it and wants it added.', {
      example: false,
    }).default(false),
  },
  stamped: true,
  timeColumn: 'start_date',
  filterable: ['status', 'medication_name', 'generic_name', 'dosage_form', 'route', 'prescribed_by'],
  sortable: ['-start_date', 'medication_name', 'created_at', 'updated_at', 'end_date'],
  errors: [MedicationWarning],
  rules: medicationRules,
  text: medicationText,
  guidance: 'tools/medications',
  beforeWrite: async (scope, { record, before, input }) => {
    if (!before && record.status === 'active' && input['acknowledge_warnings'] !== true) {
      const reasons = await medicationWarnings(scope, record)
      if (reasons.length > 0) throw new Problem(MedicationWarning, { extensions: { reasons } })
    }
    return {}
  },
})

export const schedules = recordDomain({
  name: 'medications.schedules',
  noun: 'schedule',
  table: 'medication_schedules',
  path: '/medications/{medication_id}/schedules',
  parent: ofMedication('medication_schedules_medication_fkey'),
  fields: scheduleFields,
  defaults: { is_active: true },
  filterable: ['is_active'],
  sortable: ['time_of_day', 'created_at'],
  guidance: 'tools/medications',
})

export const reminders = recordDomain({
  name: 'medications.reminders',
  noun: 'reminder',
  table: 'medication_reminders',
  path: '/medications/{medication_id}/reminders',
  parent: ofMedication('medication_reminders_medication_fkey'),
  fields: reminderFields,
  defaults: { is_active: true, sound_enabled: true, vibration_enabled: true },
  filterable: ['is_active', 'reminder_type'],
  sortable: ['reminder_time', 'created_at'],
  guidance: 'tools/medications',
})
