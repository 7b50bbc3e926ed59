import type { enumerations } from '../../../platform/database/enumerations.ts'
import { formatDay, formatMoment } from '../../words/format.ts'
import { t } from '../../words/words.ts'
import { localDay } from './form-values.ts'
import { metricValue } from './metric-value.ts'
import {
  type DomainDescription,
  type FieldDescription,
  type FormValues,
  formatClock,
  type Row,
  textOf,
  valueLabel,
} from './record-description.ts'

type Lists = typeof enumerations
/** A closed list of the server's, held against it by the compiler. */
type Listed<Table extends keyof Lists, Column extends keyof Lists[Table]> = Lists[Table][Column]

const conditionStatus: Listed<'medical_conditions', 'status'> = ['managed', 'controlled', 'active', 'resolved']
const conditionSeverity: Listed<'medical_conditions', 'severity'> = ['mild', 'moderate', 'severe']
const allergySeverity: Listed<'allergies', 'severity'> = ['mild', 'moderate', 'severe', 'life_threatening']
const allergyStatus: Listed<'allergies', 'status'> = ['active', 'inactive', 'resolved']
const dosageForm: Listed<'medications', 'dosage_form'> = [
  'tablet',
  'capsule',
  'liquid',
  'injection',
  'inhaler',
  'patch',
  'other',
]
const route: Listed<'medications', 'route'> = ['oral', 'injection', 'topical', 'inhalation', 'other']
const medicationStatus: Listed<'medications', 'status'> = ['active', 'discontinued', 'completed']
const reminderType: Listed<'medication_reminders', 'reminder_type'> = ['push', 'sms', 'email']
const metricType: Listed<'health_metrics', 'metric_type'> = [
  'blood_pressure',
  'blood_glucose',
  'weight',
  'height',
  'bmi',
  'heart_rate',
  'temperature',
  'oxygen_saturation',
  'hba1c',
  'cholesterol',
]
const goalCategory: Listed<'health_goals', 'category'> = [
  'weight',
  'fitness',
  'nutrition',
  'medication',
  'lifestyle',
  'medical',
]
const goalPriority: Listed<'health_goals', 'priority'> = ['low', 'medium', 'high']
const goalStatus: Listed<'health_goals', 'status'> = ['active', 'completed', 'paused', 'cancelled']
const appointmentType: Listed<'appointments', 'appointment_type'> = [
  'consultation',
  'follow-up',
  'emergency',
  'procedure',
  'test',
]
const visitType: Listed<'appointments', 'visit_type'> = ['in-person', 'virtual', 'phone']
const appointmentStatus: Listed<'appointments', 'status'> = [
  'scheduled',
  'confirmed',
  'completed',
  'cancelled',
  'no-show',
]
const contactMethod: Listed<'emergency_contacts', 'preferred_contact_method'> = ['phone', 'sms', 'email']

/** Two words for one thing are one kind of field: nobody asks twice for the same note. */
const notes: FieldDescription = { name: 'notes', kind: 'long', rare: true }
const choice = (name: string, values: readonly string[], initial?: string): FieldDescription =>
  initial === undefined ? { name, kind: 'choice', values } : { name, kind: 'choice', values, initial, required: true }

const optionalDay = (row: Row, name: string): string | undefined => {
  const day = textOf(row, name)
  return day === undefined ? undefined : formatDay(day)
}
const named =
  (words: string, name: string) =>
  (row: Row): string | undefined => {
    const value = textOf(row, name)
    return value === undefined ? undefined : valueLabel(words, name, value)
  }
const weekdays = (row: Row): string => {
  const days = row['days_of_week']
  if (!Array.isArray(days)) return t('page-records:everyDay')
  return days.map((day) => valueLabel('medications', 'days_of_week', String(day))).join(', ')
}

const isPressure = ({ metric_type }: FormValues): boolean => metric_type === 'blood_pressure'
const isOther = (values: FormValues): boolean => !isPressure(values)

/** What people measure in; where there is one unit only, nobody is asked. */
const METRIC_UNITS: Readonly<Partial<Record<(typeof metricType)[number], readonly string[]>>> = {
  blood_glucose: ['mg/dL', 'mmol/L'],
  weight: ['kg', 'lbs'],
  height: ['cm', 'ft', 'm', 'in'],
  temperature: ['celsius', 'fahrenheit'],
  hba1c: ['%', 'mmol/mol'],
  cholesterol: ['mg/dL', 'mmol/L'],
}
const unitsOf = ({ metric_type }: FormValues): readonly string[] =>
  METRIC_UNITS[metric_type as (typeof metricType)[number]] ?? []

/** What a health record holds, each with its own place below `#/records`. */
export const DOMAINS: readonly DomainDescription[] = [
  {
    name: 'medications',
    path: '/api/v1/medications',
    words: 'medications',
    icon: 'pill',
    over: ['discontinued', 'completed'],
    title: (row) => [textOf(row, 'medication_name'), textOf(row, 'dosage')].filter(Boolean).join(', '),
    about: (row) => [textOf(row, 'frequency'), textOf(row, 'prescribed_by')],
    fields: [
      { name: 'medication_name', kind: 'text', required: true },
      { name: 'dosage', kind: 'text', required: true },
      { name: 'frequency', kind: 'text', required: true },
      { name: 'prescribed_by', kind: 'text', required: true },
      { name: 'start_date', kind: 'day', required: true, initial: 'now' },
      { name: 'end_date', kind: 'day' },
      { name: 'instructions', kind: 'long' },
      choice('status', medicationStatus, 'active'),
      { ...choice('dosage_form', dosageForm), rare: true },
      { ...choice('route', route), rare: true },
      { name: 'generic_name', kind: 'text', rare: true },
      { name: 'brand_name', kind: 'text', rare: true },
      { name: 'strength', kind: 'text', rare: true },
      { name: 'side_effects', kind: 'long', rare: true },
      { name: 'pharmacy', kind: 'text', rare: true },
      { name: 'prescription_number', kind: 'text', rare: true },
      { name: 'refills_remaining', kind: 'whole', rare: true },
    ],
    children: [
      {
        name: 'schedules',
        words: 'medications',
        title: (row) => formatClock(textOf(row, 'time_of_day') ?? '00:00'),
        about: (row) => [weekdays(row), textOf(row, 'dosage_amount'), textOf(row, 'special_instructions')],
        fields: [
          { name: 'time_of_day', kind: 'clock', required: true, initial: '08:00' },
          { name: 'dosage_amount', kind: 'text' },
          { name: 'days_of_week', kind: 'weekdays' },
          { name: 'special_instructions', kind: 'long' },
          { name: 'is_active', kind: 'flag', initial: true },
        ],
      },
      {
        name: 'reminders',
        words: 'medications',
        title: (row) => formatClock(textOf(row, 'reminder_time') ?? '00:00'),
        about: (row) => [weekdays(row), named('medications', 'reminder_type')(row)],
        fields: [
          { name: 'reminder_time', kind: 'clock', required: true, initial: '08:00' },
          choice('reminder_type', reminderType, 'push'),
          { name: 'days_of_week', kind: 'weekdays' },
          { name: 'sound_enabled', kind: 'flag', initial: true },
          { name: 'vibration_enabled', kind: 'flag', initial: true },
          { name: 'is_active', kind: 'flag', initial: true },
        ],
      },
    ],
  },
  {
    name: 'metrics',
    path: '/api/v1/metrics',
    words: 'metrics',
    icon: 'chart',
    parts: [
      { name: 'all', query: () => ({ units: 'preferred' }) },
      ...metricType.map((type) => ({ name: type, query: () => ({ metric_type: type, units: 'preferred' }) })),
    ],
    title: (row) => metricValue(row),
    about: (row) => [
      named('metrics', 'metric_type')(row),
      formatMoment(textOf(row, 'measured_at') ?? new Date()),
      textOf(row, 'notes'),
    ],
    editable: (row) => row['source'] !== 'derived',
    fields: [
      choice('metric_type', metricType, 'blood_pressure'),
      { name: 'systolic', kind: 'whole', required: true, when: isPressure },
      { name: 'diastolic', kind: 'whole', required: true, when: isPressure },
      { name: 'value', kind: 'reading', required: true, when: isOther },
      { name: 'unit', kind: 'choice', valuesFor: unitsOf, when: (values) => unitsOf(values).length > 0 },
      { name: 'measured_at', kind: 'moment', required: true, initial: 'now' },
      notes,
      { name: 'device_used', kind: 'text', rare: true },
      { name: 'location', kind: 'text', rare: true },
    ],
  },
  {
    name: 'appointments',
    path: '/api/v1/appointments',
    words: 'appointments',
    icon: 'calendar',
    over: ['completed', 'cancelled', 'no-show'],
    parts: [
      { name: 'coming', query: () => ({ from: localDay(new Date()), sort: 'appointment_date' }) },
      {
        name: 'past',
        query: () => ({ to: localDay(new Date(Date.now() - 86_400_000)), sort: '-appointment_date' }),
      },
    ],
    title: (row) => textOf(row, 'appointment_title') ?? '',
    about: (row) => [
      optionalDay(row, 'appointment_date'),
      formatClock(textOf(row, 'appointment_time') ?? '00:00'),
      textOf(row, 'doctor_name'),
      textOf(row, 'clinic_hospital'),
    ],
    fields: [
      { name: 'appointment_title', kind: 'text', required: true },
      { name: 'doctor_name', kind: 'text', required: true },
      { name: 'appointment_date', kind: 'day', required: true },
      { name: 'appointment_time', kind: 'clock', required: true, initial: '10:00' },
      { name: 'clinic_hospital', kind: 'text' },
      { name: 'location_address', kind: 'long' },
      choice('visit_type', visitType, 'in-person'),
      {
        name: 'virtual_meeting_link',
        kind: 'link',
        when: ({ visit_type }) => visit_type === 'virtual',
      },
      choice('appointment_type', appointmentType, 'consultation'),
      choice('status', appointmentStatus, 'scheduled'),
      { name: 'preparation_instructions', kind: 'long' },
      { name: 'doctor_specialty', kind: 'text', rare: true },
      { name: 'duration_minutes', kind: 'whole', rare: true, initial: '30', required: true },
      { name: 'cost', kind: 'number', rare: true },
      { name: 'insurance_covered', kind: 'flag', rare: true },
      notes,
    ],
    children: [
      {
        name: 'reminders',
        words: 'appointments',
        title: (row) => t('page-records:minutesBefore', { minutes: textOf(row, 'reminder_time') ?? '0' }),
        about: (row) => [named('appointments', 'reminder_type')(row)],
        fields: [
          { name: 'reminder_time', kind: 'whole', required: true, initial: '60' },
          choice('reminder_type', reminderType, 'push'),
          { name: 'is_active', kind: 'flag', initial: true },
        ],
      },
    ],
  },
  {
    name: 'conditions',
    path: '/api/v1/conditions',
    words: 'conditions',
    icon: 'heart',
    over: ['resolved'],
    title: (row) => textOf(row, 'name') ?? '',
    about: (row) => [optionalDay(row, 'diagnosed_date'), named('conditions', 'severity')(row)],
    fields: [
      { name: 'name', kind: 'text', required: true },
      { name: 'diagnosed_date', kind: 'day', required: true },
      choice('status', conditionStatus, 'active'),
      choice('severity', conditionSeverity, 'mild'),
      { name: 'diagnosed_by', kind: 'text' },
      { name: 'icd_code', kind: 'text', rare: true },
      notes,
    ],
    children: [
      {
        name: 'medications',
        words: 'conditions',
        title: (row) => textOf(row, 'medication_name') ?? '',
        about: (row) => [textOf(row, 'dosage'), textOf(row, 'frequency')],
        fields: [
          { name: 'medication_name', kind: 'text', required: true },
          { name: 'dosage', kind: 'text' },
          { name: 'frequency', kind: 'text' },
          { name: 'start_date', kind: 'day' },
          { name: 'end_date', kind: 'day' },
          { name: 'is_active', kind: 'flag', initial: true },
        ],
      },
    ],
  },
  {
    name: 'allergies',
    path: '/api/v1/allergies',
    words: 'allergies',
    icon: 'warning',
    over: ['inactive', 'resolved'],
    title: (row) => textOf(row, 'substance') ?? '',
    about: (row) => [named('allergies', 'severity')(row), textOf(row, 'reaction')],
    fields: [
      { name: 'substance', kind: 'text', required: true },
      { name: 'reaction', kind: 'long' },
      choice('severity', allergySeverity),
      { name: 'noted_date', kind: 'day' },
      choice('status', allergyStatus, 'active'),
    ],
  },
  {
    name: 'goals',
    path: '/api/v1/goals',
    words: 'goals',
    icon: 'flag',
    over: ['completed', 'cancelled'],
    title: (row) => textOf(row, 'goal_title') ?? '',
    about: (row) => [
      t('page-records:onTheWay', {
        now: textOf(row, 'current_value') ?? '',
        target: textOf(row, 'target_value') ?? '',
        unit: textOf(row, 'unit') ?? '',
      }),
      optionalDay(row, 'deadline'),
    ],
    fields: [
      { name: 'goal_title', kind: 'text', required: true },
      { name: 'target_value', kind: 'reading', required: true },
      { name: 'current_value', kind: 'reading' },
      { name: 'unit', kind: 'text', required: true },
      { name: 'deadline', kind: 'day' },
      choice('category', goalCategory),
      choice('priority', goalPriority, 'medium'),
      choice('status', goalStatus, 'active'),
      notes,
    ],
    children: [
      {
        name: 'progress',
        words: 'goals',
        title: (row) => textOf(row, 'progress_value') ?? '',
        about: (row) => [optionalDay(row, 'progress_date'), textOf(row, 'notes')],
        fields: [
          { name: 'progress_value', kind: 'reading', required: true },
          { name: 'progress_date', kind: 'day', required: true, initial: 'now' },
          { name: 'notes', kind: 'long' },
        ],
      },
    ],
  },
  {
    name: 'contacts',
    path: '/api/v1/emergency/contacts',
    words: 'emergency',
    icon: 'phone',
    title: (row) => textOf(row, 'contact_name') ?? '',
    about: (row) => [textOf(row, 'relationship'), textOf(row, 'primary_phone')],
    fields: [
      { name: 'contact_name', kind: 'text', required: true },
      { name: 'relationship', kind: 'text', required: true },
      { name: 'primary_phone', kind: 'phone', required: true },
      { name: 'priority_order', kind: 'whole', required: true, initial: '1' },
      { name: 'can_receive_alerts', kind: 'flag', initial: true },
      choice('preferred_contact_method', contactMethod, 'phone'),
      { name: 'email', kind: 'email' },
      { name: 'secondary_phone', kind: 'phone', rare: true },
      { name: 'address', kind: 'long', rare: true },
      notes,
      { name: 'is_active', kind: 'flag', initial: true, rare: true },
    ],
  },
]

export const domainNamed = (name: string | undefined): DomainDescription | undefined =>
  DOMAINS.find((domain) => domain.name === name)
