import { analyteByKey } from '../analytes/index.ts'
import { convertUnit } from '../units/index.ts'
import type { MetricType, Reading } from './metric-type.ts'

/** One unit that a metric may be written in. */
export interface MetricUnit {
  /** As the record stores it and people read it. */
  readonly name: string
  readonly ucum: string
  readonly spellings: readonly string[]
}

export interface MetricDefinition {
  /** The first is canonical. */
  readonly units: readonly [MetricUnit, ...MetricUnit[]]
  /** Humanly possible values in the canonical unit. */
  readonly possible: { readonly low: number; readonly high: number }
  /** The analyte whose molar mass or factors convert between the units. */
  readonly analyteKey?: string
}

const MG_DL: MetricUnit = { name: 'mg/dL', ucum: 'mg/dL', spellings: ['mg', 'mg%', 'mgdl'] }
const MMOL_L: MetricUnit = { name: 'mmol/L', ucum: 'mmol/L', spellings: ['mmol', 'mmoll'] }

export const METRICS: Readonly<Record<MetricType, MetricDefinition>> = {
  blood_pressure: {
    units: [{ name: 'mmHg', ucum: 'mm[Hg]', spellings: ['mm hg', 'mm of hg'] }],
    possible: { low: 20, high: 320 },
  },
  blood_glucose: { units: [MG_DL, MMOL_L], possible: { low: 10, high: 2000 }, analyteKey: 'glucose_random' },
  weight: {
    units: [
      { name: 'kg', ucum: 'kg', spellings: ['kgs', 'kilo', 'kilos', 'kilogram', 'kilograms', 'किलो', 'கிலோ'] },
      { name: 'lbs', ucum: '[lb_av]', spellings: ['lb', 'pound', 'pounds'] },
    ],
    possible: { low: 0.3, high: 650 },
  },
  height: {
    units: [
      {
        name: 'cm',
        ucum: 'cm',
        spellings: ['cms', 'centimetre', 'centimeter', 'centimetres', 'centimeters', 'सेमी', 'செமீ'],
      },
      { name: 'ft', ucum: '[ft_i]', spellings: ['feet', 'foot', 'फुट', 'அடி'] },
      { name: 'm', ucum: 'm', spellings: ['metre', 'meter', 'metres', 'meters'] },
      { name: 'in', ucum: '[in_i]', spellings: ['inch', 'inches', 'इंच'] },
    ],
    possible: { low: 20, high: 275 },
  },
  bmi: {
    units: [{ name: 'kg/m2', ucum: 'kg/m2', spellings: ['kg/m²', 'kg/m^2', ''] }],
    possible: { low: 5, high: 200 },
  },
  heart_rate: {
    units: [
      {
        name: 'bpm',
        ucum: '{beats}/min',
        spellings: ['/min', 'beats/min', 'beats per minute', 'per min', '{beats}/min'],
      },
    ],
    possible: { low: 15, high: 350 },
  },
  temperature: {
    units: [
      { name: 'celsius', ucum: 'Cel', spellings: ['c', '°c', 'degc', 'deg c', 'centigrade', 'सेल्सियस'] },
      { name: 'fahrenheit', ucum: '[degF]', spellings: ['f', '°f', 'degf', 'deg f', 'फारेनहाइट'] },
    ],
    possible: { low: 13, high: 47 },
  },
  oxygen_saturation: {
    units: [{ name: '%', ucum: '%', spellings: ['percent', 'pct', '% spo2', 'प्रतिशत'] }],
    possible: { low: 20, high: 100 },
  },
  hba1c: {
    units: [
      { name: '%', ucum: '%', spellings: ['percent', 'pct', 'प्रतिशत'] },
      { name: 'mmol/mol', ucum: 'mmol/mol', spellings: [] },
    ],
    possible: { low: 2, high: 25 },
    analyteKey: 'hba1c',
  },
  cholesterol: { units: [MG_DL, MMOL_L], possible: { low: 20, high: 2000 }, analyteKey: 'cholesterol_total' },
}

function fold(unit: string): string {
  return unit.normalize('NFKC').toLowerCase().replace(/[\s.]/g, '')
}

/** The unit that a written one means for this metric ("lb", "°F", "mg%"), or `undefined` where it has no such unit. */
export function metricUnit(type: MetricType, written: string): MetricUnit | undefined {
  const folded = fold(written)
  return METRICS[type].units.find((unit) =>
    [unit.name, unit.ucum, ...unit.spellings].some((each) => fold(each) === folded),
  )
}

/** A metric's value in another of its units; `undefined` where either is none of its units. */
export function convertMetric(type: MetricType, value: number, from: string, to: string): number | undefined {
  const source = metricUnit(type, from)
  const target = metricUnit(type, to)
  if (!source || !target) return undefined
  const { analyteKey } = METRICS[type]
  const substance = analyteKey === undefined ? undefined : analyteByKey(analyteKey)
  return convertUnit(value, source.ucum, target.ucum, substance)
}

/** The reading in the metric's canonical unit; `undefined` for a unit that it cannot have. */
export function canonicalReading(type: MetricType, reading: Reading, unit: string): Reading | undefined {
  const [canonical] = METRICS[type].units
  if ('systolic' in reading) return metricUnit(type, unit) ? reading : undefined
  const value = convertMetric(type, reading.value, unit, canonical.name)
  return value === undefined ? undefined : { value }
}

/** Whether a living person can have this reading. */
export function isPossibleReading(type: MetricType, reading: Reading, unit: string): boolean {
  const canonical = canonicalReading(type, reading, unit)
  if (!canonical) return false
  const { low, high } = METRICS[type].possible
  if ('systolic' in canonical) {
    return canonical.diastolic >= low && canonical.systolic <= high && canonical.systolic > canonical.diastolic
  }
  return canonical.value >= low && canonical.value <= high
}
