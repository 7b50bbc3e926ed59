import { ACTIVITY_KINDS, type ActivityKind } from '../../../clinical/activity/index.ts'
import { METRIC_TYPES, type MetricType } from '../../../clinical/vitals/index.ts'

/** What samples may be of: the measurements of the record, and what phones and watches count besides. */
export const SAMPLE_TYPES = [...METRIC_TYPES, 'resting_heart_rate', ...ACTIVITY_KINDS] as const
export type SampleType = (typeof SAMPLE_TYPES)[number]

/**
 * What phones call them: HealthKit's identifiers (https://developer.apple.com/documentation/healthkit/data-types) and the
 * records of Health Connect (https://developer.android.com/reference/kotlin/androidx/health/connect/client/records).
 */
const NAMES: Readonly<Record<string, SampleType>> = {
  HKCorrelationTypeIdentifierBloodPressure: 'blood_pressure',
  HKQuantityTypeIdentifierBloodGlucose: 'blood_glucose',
  HKQuantityTypeIdentifierBodyMass: 'weight',
  HKQuantityTypeIdentifierHeight: 'height',
  HKQuantityTypeIdentifierBodyMassIndex: 'bmi',
  HKQuantityTypeIdentifierHeartRate: 'heart_rate',
  HKQuantityTypeIdentifierRestingHeartRate: 'resting_heart_rate',
  HKQuantityTypeIdentifierBodyTemperature: 'temperature',
  HKQuantityTypeIdentifierOxygenSaturation: 'oxygen_saturation',
  HKQuantityTypeIdentifierStepCount: 'steps',
  HKCategoryTypeIdentifierSleepAnalysis: 'sleep',
  HKQuantityTypeIdentifierRespiratoryRate: 'respiratory_rate',
  BloodPressureRecord: 'blood_pressure',
  BloodGlucoseRecord: 'blood_glucose',
  WeightRecord: 'weight',
  HeightRecord: 'height',
  HeartRateRecord: 'heart_rate',
  RestingHeartRateRecord: 'resting_heart_rate',
  BodyTemperatureRecord: 'temperature',
  OxygenSaturationRecord: 'oxygen_saturation',
  StepsRecord: 'steps',
  SleepSessionRecord: 'sleep',
  RespiratoryRateRecord: 'respiratory_rate',
}

/** What a phone's name for a kind of sample means; other words stay as they are. */
export function sampleTypeNamed(name: string): string {
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name
}

export function isActivity(type: SampleType): type is ActivityKind {
  return (ACTIVITY_KINDS as readonly string[]).includes(type)
}

/** The measurement that a sample becomes. A heart rate at rest is a heart rate, and its note says so. */
export function metricTypeOf(type: Exclude<SampleType, ActivityKind>): MetricType {
  return type === 'resting_heart_rate' ? 'heart_rate' : type
}

interface Amount {
  readonly value: number
  readonly unit: string
}

/**
 * Amounts as phones write them, in units that measurements have: HealthKit counts heart beats as `count/min`, writes the
 * molar mass into `mmol<180.1558800000541>/L` and gives a saturation as a part of one; Health Connect weighs in grams.
 */
export function amountOf(type: SampleType, { value, unit }: Amount): Amount {
  const written = unit.trim()
  if (type === 'oxygen_saturation' && value <= 1) return { value: value * 100, unit: '%' }
  if ((type === 'heart_rate' || type === 'resting_heart_rate') && /^count\/min$/i.test(written)) {
    return { value, unit: 'bpm' }
  }
  if (type === 'blood_glucose' && /^mmol<[\d.]+>\/L$/i.test(written)) return { value, unit: 'mmol/L' }
  if (type === 'weight' && /^(?:g|grams?)$/i.test(written)) return { value: value / 1000, unit: 'kg' }
  if (type === 'weight' && /^(?:st|stones?)$/i.test(written)) return { value: value * 14, unit: 'lbs' }
  if (type === 'height' && /^mm$/i.test(written)) return { value: value / 10, unit: 'cm' }
  if (type === 'temperature' && /^K$/.test(written)) return { value: value - 273.15, unit: 'celsius' }
  if (type === 'bmi' && /^count$/i.test(written)) return { value, unit: 'kg/m2' }
  return { value, unit: written }
}
