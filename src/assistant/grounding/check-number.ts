import { convertUnit } from '../../clinical/units/index.ts'
import { type Finding, FREE, HELD, isDose, isMedicine, type NumberClaim } from './claim.ts'
import {
  ABOUT,
  AGO,
  CHANGE,
  COUNTED,
  EVERYDAY,
  HELPLINES,
  NAMED_NUMBER,
  NUMBERED,
  PERSONAL,
  RANGE_AFTER,
  RANGE_BEFORE,
  RANGE_BETWEEN,
} from './claim-words.ts'
import { CLINICAL_BOUNDS, type KnownNumber, type KnownValues } from './known-values.ts'
import type { FoundNumber } from './numbers.ts'
import { overlap, type SubjectKeys } from './subjects.ts'

/** Holds a number against what is known about its subject. */
export function checkNumber(known: KnownValues, claim: NumberClaim): Finding {
  const { number, sentence, subject } = claim
  const before = sentence.slice(0, number.start)
  const after = sentence.slice(number.end)
  if (isOrdinal(number, sentence) || NAMED_NUMBER.test(before)) return FREE
  const bare = number.unit === undefined && number.second === undefined && Number.isInteger(number.value)
  if (bare && HELPLINES.has(number.value) && claim.mentions.length === 0) return FREE
  if (bare && NUMBERED.test(before)) {
    return /(?:type|stage|grade)\s*$/iu.test(before) ? inText(known, number) : page(known, number)
  }
  const few = bare && number.value <= Math.max(12, known.witnesses.length)
  const ofMedicine = isDose(number) && claim.mentions.some(isMedicine)
  if (
    few &&
    ((COUNTED.test(after) && !ofMedicine) ||
      (claim.mentions.length === 0 && number.next !== '' && !EVERYDAY.test(after)))
  )
    return FREE
  const inRange = isInRange(claim)
  const rounded = ABOUT.test(before)
  const candidates = known.numbers.filter(
    (each) =>
      (each.kind !== 'bound' || inRange) &&
      (each.witness.general !== true || inRange || !PERSONAL.test(sentence)) &&
      (subject === undefined || each.keys.size === 0 || overlap(each.keys, subject)) &&
      sameAmount(number, each, rounded),
  )
  if (candidates.length > 0) return holding(candidates)
  if (inRange && subject !== undefined && isClinicalBound(number, subject)) return HELD
  if (CHANGE.test(sentence) && isDifference(known, number, subject)) {
    return HELD
  }
  if (number.unit === undefined && number.second === undefined && EVERYDAY.test(after)) {
    if (AGO.test(sentence) && known.dates.length > 0) return age(known, number, after)
    if (!claim.mentions.some(isMedicine) && !isTimed(known, subject)) return FREE
  }
  return { held: false }
}

/** Whether the evidence measures the subject in time: a bleeding time of 3 minutes is no everyday duration. */
function isTimed(known: KnownValues, subject: SubjectKeys | undefined): boolean {
  return known.numbers.some(
    ({ unit, keys }) => unit !== undefined && TIME_UNITS.has(unit) && subject !== undefined && overlap(keys, subject),
  )
}

function page(known: KnownValues, number: FoundNumber): Finding {
  const witness = known.witnesses.find(({ source }) => source.kind === 'document' && source.page === number.value)
  if (witness !== undefined) return HELD
  return known.witnesses.some(({ source }) => source.kind === 'document') ? { held: false } : FREE
}

/** "Type 2", "stage 3": held where the evidence says the same words. */
function inText(known: KnownValues, number: FoundNumber): Finding {
  const said = known.numbers.find(({ value }) => value === number.value)
  return said === undefined ? FREE : HELD
}

/** "3 months ago": near the distance of a known date from today. */
function age(known: KnownValues, number: FoundNumber, after: string): Finding {
  const days = DAYS_OF_UNIT.find(([word]) => word.test(after))?.[1]
  if (days === undefined) return FREE
  const now = Date.now()
  const fits = known.dates.some(({ date }) => {
    if (date.year === undefined) return false
    const age = (now - Date.UTC(date.year, (date.month ?? 7) - 1, date.day ?? 15)) / 86_400_000
    return Math.abs(age / days - number.value) <= 1
  })
  return fits ? HELD : { held: false }
}

/** The difference of two values of the same thing, in its unit or in per cent of the earlier one. */
function isDifference(known: KnownValues, number: FoundNumber, subject: SubjectKeys | undefined): boolean {
  const values = known.numbers.filter(
    ({ kind, keys }) => kind === 'value' && (subject === undefined || overlap(keys, subject)),
  )
  const round = (value: number) => Number(Math.abs(value).toFixed(number.decimals))
  return values.some((left, at) =>
    values.slice(at + 1).some((right) => {
      if (!overlap(left.keys, right.keys)) return false
      const unitFits = number.unit === undefined || left.unit === undefined || number.unit === left.unit
      if (unitFits && round(left.value - right.value) === number.value) return true
      if (number.unit !== '%') return false
      return [left.value, right.value].some((base) => round(((left.value - right.value) / base) * 100) === number.value)
    }),
  )
}

const DAYS_OF_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^[\s-]*(day|दिन|நாள்|நாட்கள்|din|naal)/iu, 1],
  [/^[\s-]*(week|हफ़्त|हफ्त|सप्ताह|வார|haft|vaaram)/iu, 7],
  [/^[\s-]*(month|महीन|மாத|mahin|maasam)/iu, 30.4],
  [/^[\s-]*(year|साल|वर्ष|வருட|ஆண்டு|saal|varusham)/iu, 365.25],
]

const TIME_UNITS = new Set(['s', 'min', 'h'])

function holding(candidates: readonly KnownNumber[]): Finding {
  const best = candidates.find(({ kind, witness }) => kind === 'value' && witness.citable)
  const next = best ?? candidates.find(({ witness }) => witness.citable) ?? candidates[0]
  return { held: true, witness: next?.witness, candidates: candidates.filter(({ kind }) => kind === 'value') }
}

/** Whether a stated number is a known one, also rounded or in another unit. */
function sameAmount(said: FoundNumber, known: KnownNumber, rounded: boolean): boolean {
  if (said.second !== undefined || known.second !== undefined) {
    if (said.second !== undefined) return said.value === known.value && said.second === known.second
    return said.value === known.value || said.value === known.second
  }
  if (said.unit === undefined || known.unit === undefined || said.unit === known.unit) {
    return equal(said, known.value, rounded)
  }
  const converted = convertUnit(known.value, known.unit, said.unit, known.analyte)
  return converted !== undefined && Number(converted.toFixed(said.decimals)) === said.value
}

function equal(said: FoundNumber, known: number, rounded: boolean): boolean {
  if (Math.abs(said.value - known) < 1e-9) return true
  const mayRound = rounded || said.decimals > 0
  return mayRound && Number(known.toFixed(said.decimals)) === said.value
}

/** A number in a row of a list: "2." or "(3)". */
function isOrdinal(number: FoundNumber, sentence: string): boolean {
  if (number.unit !== undefined || !Number.isInteger(number.value) || number.value > 30) return false
  return (
    /^[\s•*(-]*$/.test(sentence.slice(0, number.start)) && /^\s*[.):](?:\s|$)|^\s*$/.test(sentence.slice(number.end))
  )
}

function isInRange({ number, numbers, sentence }: NumberClaim): boolean {
  const at = numbers.indexOf(number)
  const previous = numbers[at - 1]
  const next = numbers[at + 1]
  if (next !== undefined && RANGE_BETWEEN.test(sentence.slice(number.end, next.start))) return true
  if (previous !== undefined && RANGE_BETWEEN.test(sentence.slice(previous.end, number.start))) return true
  if (/^[<>≤≥]/.test(sentence.slice(number.start))) return true
  const from = previous?.end ?? 0
  return RANGE_BEFORE.test(sentence.slice(from, number.start)) || RANGE_AFTER.test(sentence.slice(number.end))
}

function isClinicalBound(number: FoundNumber, subject: SubjectKeys): boolean {
  for (const key of subject) if (CLINICAL_BOUNDS.get(key)?.has(number.value)) return true
  return subject.has('metric:blood_pressure') && PRESSURE_LIMITS.has(`${number.value}/${number.second ?? ''}`)
}

/** Limits of ACC/AHA (2017) and of the Indian Guidelines on Hypertension IV (2019), quoted as ranges. */
const PRESSURE_LIMITS: ReadonlySet<string> = new Set([
  '120/80',
  '130/80',
  '140/90',
  '90/60',
  '130/85',
  '180/120',
  '180/110',
])
