import type { ReadingFinding } from '../../clinical/red-flags/index.ts'
import { canonicalReading, type MetricType, type Reading } from '../../clinical/vitals/index.ts'
import type { Token } from './tokens.ts'

/** A measurement that a message states or the record holds. */
export interface TriageReading {
  readonly type: MetricType
  readonly reading: Reading
  /** As `readingUrgency` takes it. */
  readonly unit: string
}

/** A measurement with the words that it stands on. */
export interface StatedReading extends TriageReading {
  readonly start: number
  readonly end: number
}

interface Kind {
  readonly type: MetricType
  readonly words: RegExp
  readonly low: number
  readonly high: number
  readonly unit: (value: number, next: string) => string
}

const KINDS: readonly Kind[] = [
  {
    type: 'oxygen_saturation',
    words: /^(?:spo2|sp02|spo|oxygen|o2|saturation|sats?|oximeter|ऑक्सीजन|आक्सीजन|ஆக்சிஜன்\S*|ஆக்ஸிஜன்\S*)$/,
    low: 30,
    high: 100,
    unit: () => '%',
  },
  {
    type: 'blood_glucose',
    words:
      /^(?:sugar\S*|shugar|glucose|rbs|fbs|ppbs|grbs|cbg|bsl|glucomet\S*|fingerstick|शुगर|ग्लूकोज|ग्लूकोमीटर|குளுக்கோ\S*|சுகர்\S*|சர்க்கரை\S*|சக்கரை\S*|sakkarai|sarkarai|fasting)$/,
    low: 15,
    high: 1500,
    unit: (_, next) => (next.startsWith('mmol') ? 'mmol/L' : 'mg/dL'),
  },
  {
    type: 'temperature',
    words:
      /^(?:fever|temp|temperature|bukhar|bukhaar|बुखार|ताप|तापमान|காய்ச்ச\S*|ஜுர\S*|kaichal\S*|kaaichal\S*|kachal|juram|फीवर)$/,
    low: 34,
    high: 110,
    unit: (value) => (value > 50 ? 'fahrenheit' : 'celsius'),
  },
  {
    type: 'heart_rate',
    words: /^(?:pulse|hr|heartbeat|heartrate|bpm|नब्ज|नब्ज़|पल्स|धड़कन|நாடி\S*|பல்ஸ்|naadi|dhadkan)$/,
    low: 25,
    high: 260,
    unit: () => 'bpm',
  },
]
const BLOOD_PRESSURE = /^(?:bp|b|pressure|बीपी|बी|प्रेशर|रक्तचाप|ரத்தஅழுத்த\S*|பிபி\S*|பிரஷர்\S*|ப்ரஷர்\S*|அழுத்த\S*)$/
/** Between the two numbers of a blood pressure: "190 by 120". A dash or a blank does as well. */
const OVER = /^(?:over|by|upon|on|slash|bata|batta|bai|बटा|बाय|பை|பய்|பாய்)$/
/** A number with this after it is a temperature, named or not. */
const DEGREES = /^(?:f|c|fahrenheit|celsius|centigrade|degrees?|deg|डिग्री|டிகிரி|digri)$/
/** After a number, what shows that it counts something else: time, tablets, age. */
const OTHER_UNIT =
  /^(?:days?|hours?|hrs?|minutes?|weeks?|months?|years?|yrs?|old|times?|tablets?|pills?|mg|ml|units?|kg|din|dino|saal|sal|mahine|ghante|baar|goli\S*|naal\S*|maasam|masam|varusham|vayasu|thadava\S*|maathirai\S*|am|pm|baje|mani|दिन|दिनों|साल|महीने|घंटे|बार|गोलि\S*|बजे|नाள்\S*|நாள\S*|மாச\S*|வருஷ\S*|வயது|தடவை|மாத்திர\S*|மணி\S*|year|kilo|percent|rupees|rs)$/
/** How many words may stand between the name of a measurement and its number. */
const REACH = 4

const pressure = (raw: string): { systolic: number; diastolic: number } | undefined => {
  const parts = /^(\d{2,3})\/(\d{2,3})$/.exec(raw)
  if (parts === null) return undefined
  const [systolic, diastolic] = [Number(parts[1]), Number(parts[2])]
  return systolic > diastolic && systolic >= 50 && systolic <= 300 && diastolic >= 25 && diastolic <= 200
    ? { systolic, diastolic }
    : undefined
}

/** The name of a measurement nearest to a number, in the same sentence, with no other number between. */
function nearest(tokens: readonly Token[], at: number, words: RegExp): number | undefined {
  const here = tokens[at]
  for (const step of [-1, 1]) {
    const reach = step < 0 ? REACH : 2
    for (let other = at + step; Math.abs(other - at) <= reach; other += step) {
      const token = tokens[other]
      if (token === undefined || token.sentence !== here?.sentence || (step > 0 && token.clause !== here.clause)) break
      if (words.test(token.raw)) return other
      if (token.script === 'number') break
    }
  }
  return undefined
}

/** The lower number of a blood pressure whose upper one stands at a place: "190 by 120", "190-120". */
function lowerNumber(
  tokens: readonly Token[],
  at: number,
  upper: number,
): { readonly value: number; readonly end: number } | undefined {
  const place = OVER.test(tokens[at + 1]?.raw ?? '') ? at + 2 : at + 1
  const value = tokens[place]?.script === 'number' ? tokens[place]?.number : undefined
  return value !== undefined && value >= 25 && value <= 200 && value < upper ? { value, end: place + 1 } : undefined
}

/** Degrees Celsius or Fahrenheit. */
const isBodyTemperature = (value: number): boolean => (value >= 34 && value <= 43) || (value >= 94 && value <= 110)

/** The vital signs that a message states: "BP 190/125", "sugar 40", "SpO2 85", "103 bukhar". */
export function statedReadings(tokens: readonly Token[]): StatedReading[] {
  const found: StatedReading[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.script !== 'number') continue
    const both = pressure(token.raw)
    const next = tokens[at + 1]?.raw ?? ''
    if (both !== undefined) {
      const named = nearest(tokens, at, BLOOD_PRESSURE) !== undefined
      if (named || (both.systolic >= 80 && both.diastolic >= 45))
        found.push({ type: 'blood_pressure', reading: both, unit: 'mmHg', start: at, end: at + 1 })
      continue
    }
    const value = token.number
    if (value === undefined || !/^\d+(?:\.\d+)?$/.test(token.raw)) continue
    const lower = lowerNumber(tokens, at, value)
    const named = nearest(tokens, at, BLOOD_PRESSURE)
    if (named !== undefined && named < at && (lower !== undefined || at - named <= 2)) {
      // Where only the upper number is said, the lower one is taken as one that raises nothing.
      if (value >= 70 && value <= 300 && !OTHER_UNIT.test(lower === undefined ? next : ''))
        found.push({
          type: 'blood_pressure',
          reading: { systolic: value, diastolic: lower?.value ?? Math.min(75, value - 20) },
          unit: 'mmHg',
          start: at,
          end: lower?.end ?? at + 1,
        })
      continue
    }
    if (DEGREES.test(next) && isBodyTemperature(value)) {
      found.push({
        type: 'temperature',
        reading: { value },
        unit: value > 50 ? 'fahrenheit' : 'celsius',
        start: at,
        end: at + 2,
      })
      continue
    }
    // "40 mg" is a dose, "40 mg/dL" is not.
    if (OTHER_UNIT.test(next) && !(next === 'mg' && /^dl$/.test(tokens[at + 2]?.raw ?? ''))) continue
    for (const kind of KINDS) {
      const name = nearest(tokens, at, kind.words)
      const inMillimoles = kind.type === 'blood_glucose' && next.startsWith('mmol')
      if (name === undefined || value < (inMillimoles ? 0.5 : kind.low) || value > kind.high) continue
      if (kind.type === 'temperature' && !isBodyTemperature(value)) continue
      found.push({
        type: kind.type,
        reading: { value },
        unit: kind.unit(value, next),
        start: Math.min(at, name),
        end: Math.max(at, name) + 1,
      })
      break
    }
  }
  return found
}

/** Beats a minute. NICE CG141 (Blatchford score) counts 100 and more against a bleeding; 110 leaves room for alarm. */
const QUICK_HEART = 110
/** Glucose in mg/dL. ADA, Standards of Care: ketones are looked for above 250 where somebody is unwell, low is below 70. */
const HIGH_SUGAR = 250
const LOW_SUGAR = 70

/**
 * What a measurement says in combination with symptoms. Limits for those over 12: NICE NG51 (sepsis, high risk) and
 * NEWS2; a child's pulse and pressure are judged by `readingUrgency` alone.
 */
export function measuredFindings(reading: TriageReading, person: { readonly ageYears?: number }): ReadingFinding[] {
  const canonical = canonicalReading(reading.type, reading.reading, reading.unit)
  if (canonical === undefined || ((person.ageYears ?? 40) < 12 && reading.type !== 'blood_glucose')) return []
  if ('systolic' in canonical) return canonical.systolic <= 90 ? ['reading_low_pressure'] : []
  const { value } = canonical
  if (reading.type === 'heart_rate')
    return value >= 130
      ? ['reading_quick_heart', 'reading_fast_heart']
      : value >= QUICK_HEART
        ? ['reading_quick_heart']
        : []
  if (reading.type === 'oxygen_saturation') return value < 92 ? ['reading_low_oxygen'] : []
  if (reading.type === 'temperature') return value >= 38 ? ['reading_fever'] : []
  if (reading.type === 'blood_glucose')
    return value >= HIGH_SUGAR ? ['reading_high_sugar'] : value < LOW_SUGAR ? ['reading_low_sugar'] : []
  return []
}
