import { convertMetric, METRICS, type MetricType, type ReadingContext } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { Statement, type Transaction } from '../../platform/database/index.ts'

export interface PreferredUnits {
  readonly weight_unit: string
  readonly height_unit: string
  readonly temperature_unit: string
}

/** What limits depend on about a person, over time. */
export interface Person {
  /** `YYYY-MM-DD` */
  readonly dateOfBirth: string | null
  readonly gender: string | null
  readonly conditions: readonly LimitMovingCondition[]
}

interface LimitMovingCondition {
  readonly moves: LimitMover
  /** Days, `YYYY-MM-DD`: from its diagnosis, up to the day on which it was found to be over. */
  readonly from: string
  readonly until: string | undefined
}

type LimitMover = 'diabetes' | 'pregnancy'

/** Conditions that move limits, by ICD-10 code or by the names that people and reports use. */
const MOVERS: readonly (readonly [LimitMover, RegExp])[] = [
  ['diabetes', /^E1[0-4]|diabet|madhumeh|मधुमेह|डायबिटीज|डायबिटीज़|शुगर|நீரிழிவு|சர்க்கரை/iu],
  ['pregnancy', /^(?:Z33|Z34|O[0-9])|pregnan|गर्भ|கர்ப்ப/iu],
]
/** What sounds like diabetes and is none: its forerunners, a disease of the pituitary gland, an illness of relatives. */
const NO_DIABETES =
  /\b(?:pre|borderline|family|mother|father)|insipidus|प्री ?-?(?:डाय|मधु)|பிரி ?-?டய|முன் ?நீரிழிவு|^(?:R73|E23|Z83)/iu

/** Which limits a condition moves, if any. */
export function limitMover(condition: {
  readonly name: string
  readonly icd_code: string | null
}): LimitMover | undefined {
  const names = [condition.icd_code, condition.name].filter((name) => name !== null)
  const found = MOVERS.find(([, words]) => names.some((name) => words.test(name)))?.[0]
  return found === 'diabetes' && names.some((name) => NO_DIABETES.test(name)) ? undefined : found
}

/** A person beside one of their conditions, where they have any. */
interface PersonRow {
  readonly date_of_birth: string | null
  readonly gender: string | null
  readonly name: string | null
  readonly icd_code: string | null
  readonly diagnosed_date: string
  readonly status: string
  readonly last_updated: Date
}

const READ_PERSON = new Statement(
  `select u.date_of_birth, u.gender, c.name, c.icd_code, c.diagnosed_date, c.status, c.last_updated
   from users u left join medical_conditions c on c.user_id = u.id`,
)

export async function readPerson(transaction: Transaction): Promise<Person> {
  const rows = await transaction.rows<PersonRow>(READ_PERSON)
  return {
    dateOfBirth: rows[0]?.date_of_birth ?? null,
    gender: rows[0]?.gender ?? null,
    conditions: rows.flatMap(({ name, ...condition }) => {
      const moves = name === null ? undefined : limitMover({ name, icd_code: condition.icd_code })
      if (moves === undefined) return []
      const until = condition.status === 'resolved' ? condition.last_updated.toISOString().slice(0, 10) : undefined
      return [{ moves, from: condition.diagnosed_date, until }]
    }),
  }
}

/** A measurement, as far as limits depend on it. */
export interface MeasuredAt {
  readonly metric_type: MetricType
  readonly measured_at: Date
  readonly notes: string | null
}

/** What limits depend on, at the time of a measurement. */
export async function readingContext(
  { transaction }: Pick<OperationScope, 'transaction'>,
  measured: MeasuredAt,
): Promise<ReadingContext> {
  const [person, heights] = await Promise.all([
    readPerson(transaction),
    measured.metric_type === 'weight' ? readHeights(transaction) : undefined,
  ])
  return contextAt(person, measured, heights && heightAt(heights, measured.measured_at))
}

/** The same of a person who is known already. `metres` is the height at the time. */
export function contextAt(person: Person, measured: MeasuredAt, metres: number | undefined): ReadingContext {
  const day = measured.measured_at.toISOString().slice(0, 10)
  const has = (mover: LimitMover) =>
    person.conditions.some(
      ({ moves, from, until }) => moves === mover && from <= day && (until === undefined || day < until),
    )
  return {
    ageYears: person.dateOfBirth ? yearsBetween(person.dateOfBirth, day) : undefined,
    sex: person.gender === 'male' || person.gender === 'female' ? person.gender : undefined,
    // A gestational diabetes is not the known diabetes that the targets are for, but the stricter limits are safe.
    diabetes: has('diabetes'),
    pregnant: has('pregnancy'),
    heightCm: metres === undefined ? undefined : metres * 100,
    meal: measured.metric_type === 'blood_glucose' ? mealOf(measured.notes) : undefined,
  }
}

const MEALS: readonly (readonly [ReadingContext['meal'], RegExp])[] = [
  ['fasting', /fasting|empty stomach|\bfbs\b|khaali pet|khali pet|खाली पेट|வெறும் வயிற|verum vayi/iu],
  [
    'after_meal',
    /after (?:food|meal|eating|breakfast|lunch|dinner)|post ?-?prandial|\bppbs\b|khane ke baad|खाने के बाद|saapitta pin|சாப்பிட்ட பி|சாப்பாட்டுக்குப் பி/iu,
  ],
  [
    'before_meal',
    /before (?:food|meal|eating|breakfast|lunch|dinner)|pre ?-?prandial|khane se pehle|खाने से पहले|சாப்பிடும் முன்|சாப்பாட்டுக்கு முன்/iu,
  ],
  ['random', /random|\brbs\b/iu],
]

/** When a sugar was measured, as the note beside it says. */
function mealOf(notes: string | null): ReadingContext['meal'] {
  return notes === null ? undefined : MEALS.find(([, words]) => words.test(notes))?.[0]
}

/** What is known about a person's height. */
export interface Heights {
  /** In metres, the oldest first. */
  readonly measured: readonly { readonly metres: number; readonly at: Date }[]
  readonly profile: number | undefined
}

export async function readHeights(transaction: Transaction): Promise<Heights> {
  const { sql } = transaction
  const [measured, profile] = await Promise.all([
    transaction.rows<{ value: string; unit: string; measured_at: Date }>(
      sql('health_metrics')
        .select('value', 'unit', 'measured_at')
        .where({ metric_type: 'height' })
        .orderBy([{ column: 'measured_at' }, { column: 'id' }]),
    ),
    transaction.row<{ height: number | null }>(sql('user_profiles').select('height')),
  ])
  return {
    measured: measured.flatMap(({ value, unit, measured_at }) => {
      const metres = convertMetric('height', Number(value), unit, 'm')
      return metres === undefined ? [] : [{ metres, at: measured_at }]
    }),
    profile: profile?.height ? profile.height / 100 : undefined,
  }
}

/** The height in metres that was measured last by a time, else the first one measured after it, else that of the profile. */
export function heightAt({ measured, profile }: Heights, time: Date): number | undefined {
  return (measured.findLast(({ at }) => at <= time) ?? measured[0])?.metres ?? profile
}

/** Whole years from one day to another, both `YYYY-MM-DD`. */
function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years)
}

export async function preferredUnits({ transaction }: OperationScope): Promise<PreferredUnits | undefined> {
  return await transaction.row<PreferredUnits>(
    transaction.sql('user_preferences').select('weight_unit', 'height_unit', 'temperature_unit'),
  )
}

/** The unit of a metric that the person prefers, or its usual one. */
export function preferredUnit(type: MetricType, preferences: PreferredUnits | undefined): string {
  const usual = METRICS[type].units[0].name
  if (!preferences) return usual
  if (type === 'weight') return preferences.weight_unit
  if (type === 'height') return preferences.height_unit
  return type === 'temperature' ? preferences.temperature_unit : usual
}
