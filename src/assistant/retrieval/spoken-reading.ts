import { type ConceptMatch, wordsOf } from '../../clinical/concepts/index.ts'
import { toLatinDigits } from '../../clinical/units/index.ts'
import { isPossibleReading, METRIC_TYPES, METRICS, type MetricType, metricUnit } from '../../clinical/vitals/index.ts'

/** A measurement as the person said it: "BP 140/90", "sugar 180 fasting", "வெயிட் 72 கிலோ". */
export interface SpokenReading {
  readonly type: MetricType
  /** As the record keeps it: `140/90`, `72`. */
  readonly value: string
  readonly systolic?: number
  readonly diastolic?: number
  /** Name of one of the metric's units. */
  readonly unit: string
  /** Whether the person named the unit, or it is the one that the value can only be in. */
  readonly unitSaid: boolean
  readonly meal?: 'fasting' | 'after_meal'
  /** Whether a living person can have it. */
  readonly possible: boolean
}

const PRESSURE = /(?<![\d./])(\d{2,3})\s*(?:\/|\\|-|by|over|upon|बटा|बाय|பை|bai|bata)\s*(\d{2,3})(?![\d/]|\.\d)/iu
const NUMBER = /(?<![\d./:-])(\d{1,3}(?:\.\d{1,2})?)(?![\d/:]|\.\d|-\d)/g

/** Units that name their metric even where nothing else does. */
const TELLING_UNITS: readonly (readonly [RegExp, MetricType])[] = [
  [/^(kg|kgs|kilo|kilos|kilogram|kilograms|किलो|கிலோ)$/iu, 'weight'],
  [/^(bpm)$/iu, 'heart_rate'],
  [/^(fahrenheit|celsius|°f|°c)$/iu, 'temperature'],
]

/** The measurement that a message states, if it states one. */
export function readSpokenReading(text: string, matches: readonly ConceptMatch[]): SpokenReading | undefined {
  const latin = toLatinDigits(text)
  const measures = matches.filter((match) => isMetric(match.concept.id))
  const meal = matches.some(({ concept }) => concept.id === 'fasting')
    ? 'fasting'
    : matches.some(({ concept }) => concept.id === 'after_food')
      ? 'after_meal'
      : undefined

  const pressure = PRESSURE.exec(latin)
  const aboutPressure = measures.some(({ concept }) => concept.id === 'blood_pressure')
  if (pressure && (aboutPressure || measures.length === 0) && !looksLikeDate(latin, pressure)) {
    const [, systolic = '', diastolic = ''] = pressure
    const high = Number(systolic)
    const low = Number(diastolic)
    const possible = isPossibleReading('blood_pressure', { systolic: high, diastolic: low }, 'mmHg')
    if (aboutPressure || possible) {
      return {
        type: 'blood_pressure',
        value: `${high}/${low}`,
        systolic: high,
        diastolic: low,
        unit: 'mmHg',
        unitSaid: false,
        possible,
      }
    }
  }

  for (const match of latin.matchAll(NUMBER)) {
    const number = Number(match[1])
    const after = latin.slice(match.index + match[0].length)
    const unitWord = /^\s*(mg\/dl|mmol\/l|mg%|mm\s?hg|°\s?[fc]|%|[\p{L}\p{M}]+)/iu.exec(after)?.[1] ?? ''
    const type = nearestMeasure(measures, match.index) ?? TELLING_UNITS.find(([unit]) => unit.test(unitWord))?.[1]
    if (type === undefined || type === 'blood_pressure') continue
    // A number inside a name, such as the 1 of HbA1c or the 2 of SpO2.
    if (measures.some((measure) => measure.start <= match.index && match.index < measure.end)) continue
    const unit = unitFor(type, number, unitWord)
    return {
      type,
      value: String(number),
      unit: unit.name,
      unitSaid: unit.said,
      ...(meal !== undefined && type === 'blood_glucose' ? { meal } : {}),
      possible: isPossibleReading(type, { value: number }, unit.name),
    }
  }
  return undefined
}

function isMetric(id: string): id is MetricType {
  return (METRIC_TYPES as readonly string[]).includes(id)
}

/** The measure named last before the number, else the first one after it. */
function nearestMeasure(measures: readonly ConceptMatch[], at: number): MetricType | undefined {
  const before = measures.filter((measure) => measure.end <= at).at(-1)
  const id = (before ?? measures[0])?.concept.id
  return id !== undefined && isMetric(id) ? id : undefined
}

/** The unit said, else the first one in which a living person can have the value: a temperature of 101 is Fahrenheit. */
function unitFor(type: MetricType, value: number, word: string): { readonly name: string; readonly said: boolean } {
  const said = word === '' ? undefined : metricUnit(type, word)
  if (said !== undefined) return { name: said.name, said: true }
  const [canonical, ...others] = METRICS[type].units
  const fitting = [canonical, ...others].find((unit) => isPossibleReading(type, { value }, unit.name))
  return { name: (fitting ?? canonical).name, said: false }
}

function looksLikeDate(text: string, match: RegExpExecArray): boolean {
  const words = wordsOf(text.slice(match.index + match[0].length))
  return /^[/-]\d{2,4}/.test(text.slice(match.index + match[0].length)) || words[0]?.text.toLowerCase() === 'tablets'
}
