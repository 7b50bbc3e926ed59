import { recordDomain } from '../../operations/record-domain.ts'
import { rejudgeByCondition } from '../metrics/index.ts'
import {
  conditionDerived,
  conditionFields,
  conditionMedicationFields,
  conditionMedicationRules,
  conditionRules,
} from './condition.ts'

export const conditions = recordDomain({
  name: 'conditions',
  noun: 'condition',
  table: 'medical_conditions',
  path: '/conditions',
  fields: conditionFields,
  derived: conditionDerived,
  stamped: true,
  timeColumn: 'diagnosed_date',
  filterable: ['status', 'severity', 'name', 'icd_code'],
  sortable: ['-diagnosed_date', 'name', 'created_at', 'updated_at'],
  rules: conditionRules,
  text: ({ name, icd_code, notes, diagnosed_by }) =>
    [name, icd_code, notes, diagnosed_by].filter((part) => part !== null).join('\n'),
  guidance: 'tools/conditions',
  beforeWrite: async (scope) => ({ last_updated: scope.now.toISOString() }),
  // A diabetes or a pregnancy moves the limits that measurements are held against.
  afterWrite: rejudgeByCondition,
  afterDelete: (scope, condition) => rejudgeByCondition(scope, undefined, condition),
})

export const conditionMedications = recordDomain({
  name: 'conditions.medications',
  noun: 'medicine for a condition',
  table: 'condition_medications',
  path: '/conditions/{condition_id}/medications',
  parent: {
    table: 'medical_conditions',
    column: 'condition_id',
    description: 'The condition.',
    foreignKey: 'condition_medications_condition_fkey',
  },
  fields: conditionMedicationFields,
  defaults: { is_active: true },
  timeColumn: 'start_date',
  filterable: ['is_active', 'medication_name'],
  sortable: ['-created_at', 'medication_name', 'start_date'],
  rules: conditionMedicationRules,
  guidance: 'tools/conditions',
})
