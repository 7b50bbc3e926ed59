import { convertMetric, METRICS, type MetricType, type ReadingContext } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'

export interface PreferredUnits {
  readonly weight_unit: string
  readonly height_unit: string
  readonly temperature_unit: string
}

interface Person {
  readonly date_of_birth: string | null
  readonly gender: string | null
  readonly diabetes: boolean
  readonly pregnant: boolean
}

/** Conditions that move limits, by ICD-10 code or by the names that people and reports use. */
const DIABETES = '^E1[0-4]|diabet|madhumeh|मधुमेह|डायबिटीज|डायबिटीज़|शुगर|நீரிழிவு|சர்க்கரை'
const PREGNANCY = '^(Z33|Z34|O[0-9])|pregnan|गर्भ|கர்ப்ப'

/** What limits depend on, at the time of a measurement. */
export async function readingContext(
  scope: Pick<OperationScope, 'transaction'>,
  { metric_type, measured_at, notes }: { metric_type: MetricType; measured_at: Date; notes: string | null },
): Promise<ReadingContext> {
  const { transaction } = scope
  const has = 'exists (select from medical_conditions where status <> ? and (icd_code ~* ? or name ~* ?))'
  const [person, metres] = await Promise.all([
    transaction.row<Person>(
      transaction.sql.raw(`select date_of_birth, gender, ${has} as diabetes, ${has} as pregnant from users`, [
        ...['resolved', DIABETES, DIABETES],
        ...['resolved', PREGNANCY, PREGNANCY],
      ]),
    ),
    metric_type === 'weight' ? heightInMetres(scope, measured_at) : undefined,
  ])
  const born = person?.date_of_birth
  return {
    ageYears: born ? yearsBetween(born, measured_at.toISOString().slice(0, 10)) : undefined,
    sex: person?.gender === 'male' || person?.gender === 'female' ? person.gender : undefined,
    // A gestational diabetes is not the known diabetes that the targets are for, but the stricter limits are safe.
    diabetes: person?.diabetes,
    pregnant: person?.pregnant,
    heightCm: metres === undefined ? undefined : metres * 100,
    meal: metric_type === 'blood_glucose' ? mealOf(notes) : undefined,
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

/** The height measured last by a time, else the first one measured after it, else the one of the profile. */
export async function heightInMetres(
  { transaction }: Pick<OperationScope, 'transaction'>,
  by: Date,
): Promise<number | undefined> {
  const { sql } = transaction
  const [measured, profile] = await Promise.all([
    transaction.row<{ value: string; unit: string }>(
      sql('health_metrics')
        .select('value', 'unit')
        .where({ metric_type: 'height' })
        .orderByRaw('measured_at > ?, abs(extract(epoch from measured_at - ?::timestamptz))', [by, by])
        .limit(1),
    ),
    transaction.row<{ height: number | null }>(sql('user_profiles').select('height')),
  ])
  if (measured) return convertMetric('height', Number(measured.value), measured.unit, 'm')
  return profile?.height ? profile.height / 100 : undefined
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
