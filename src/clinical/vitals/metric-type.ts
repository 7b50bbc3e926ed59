/** The measurements that a health record keeps as metrics. */
export const METRIC_TYPES = [
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
] as const
export type MetricType = (typeof METRIC_TYPES)[number]

export type MetricStatus = 'normal' | 'elevated' | 'low' | 'high' | 'fair' | 'stable'

/** A blood pressure has two numbers, everything else one. */
export type Reading = { readonly value: number } | { readonly systolic: number; readonly diastolic: number }
