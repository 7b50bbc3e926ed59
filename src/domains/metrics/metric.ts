import { METRIC_TYPES } from '../../clinical/vitals/index.ts'
import { choice, identifier, longText, moment, reading, text, wholeNumber } from '../../operations/field-types.ts'
import type { RowOf } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'

export const metricType = (description: string) => choice(METRIC_TYPES, description, { example: 'blood_pressure' })

export const metricFields = {
  metric_type: metricType('What was measured.'),
  value: reading('The value; of a blood pressure `120/80`. It may be left out when systolic and diastolic are given.', {
    example: '128/82',
  }),
  unit: text("Its unit. Left out, it is the person's preferred unit, or else the usual one.", {
    example: 'mmHg',
    maximum: 20,
  }),
  systolic: wholeNumber('Upper value of a blood pressure.', { example: 128, minimum: 1, maximum: 400 }).nullable(),
  diastolic: wholeNumber('Lower value of a blood pressure.', { example: 82, minimum: 1, maximum: 300 }).nullable(),
  notes: longText('Anything worth remembering.', { example: 'After a walk.' }).nullable(),
  measured_at: moment('When it was measured; now when left out.', { example: '2026-03-12T02:15:00.000Z' }),
  device_used: text('What it was measured with.', { example: 'Omron HEM-7120' }).nullable(),
  location: text('Where it was measured.', { example: 'Home' }).nullable(),
}

export const metricDerived = {
  status: choice(
    enumerations.health_metrics.status,
    'How the value stands against accepted limits for the age and sex of the person; null where there are none.',
  ).nullable(),
  status_source: text('The document that those limits come from.', {
    example: 'American Diabetes Association: Standards of Care in Diabetes (2025)',
    maximum: 1000,
  }).nullable(),
  source: text(
    'Where the value comes from; null when the person gave it, `derived` for a computed BMI, `document` for a value confirmed from a report.',
    { example: 'derived', maximum: 50 },
  ).nullable(),
  document_id: identifier('The document that it was confirmed from.').nullable(),
}

export type Metric = RowOf<typeof metricFields & typeof metricDerived>

/** Digits behind the point that people use with a unit. */
const FRACTION_DIGITS: Readonly<Record<string, number>> = { 'mg/dL': 0, 'mmol/mol': 0, bpm: 0, ft: 2, m: 2 }

/** A converted value as people write it in that unit. */
export function writeValue(value: number, unit: string): string {
  return String(Number(value.toFixed(FRACTION_DIGITS[unit] ?? 1)))
}

const WRITTEN_UNITS: Readonly<Record<string, string>> = {
  celsius: '°C',
  fahrenheit: '°F',
  lbs: 'lb',
  'kg/m2': 'kg/m²',
}

type Told = Readonly<Record<string, unknown>>

/** A reading as a person says it: the value with its unit, a blood pressure as one value. */
export function toldMetric(input: Told, subject: Told): Told {
  const { metric_type, value, unit, systolic, diastolic, ...rest } = { ...subject, ...input }
  const isPair = typeof systolic === 'number' && typeof diastolic === 'number'
  const reading = isPair && typeof input['value'] !== 'string' ? `${systolic}/${diastolic}` : value
  if (typeof reading !== 'string' && typeof reading !== 'number') return { ...subject, ...input }
  const written = typeof unit === 'string' ? ` ${WRITTEN_UNITS[unit] ?? unit}` : ''
  return { metric_type, value: `${reading}${written}`, ...rest }
}
