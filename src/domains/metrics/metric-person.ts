import { METRICS, type MetricType, type ReadingContext } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'

export interface PreferredUnits {
  readonly weight_unit: string
  readonly height_unit: string
  readonly temperature_unit: string
}

/** What limits depend on, at the time of a measurement. */
export async function readingContext({ transaction }: OperationScope, measuredAt: Date): Promise<ReadingContext> {
  const person = await transaction.row<{ date_of_birth: string | null; gender: string | null }>(
    transaction.sql('users').select('date_of_birth', 'gender'),
  )
  const born = person?.date_of_birth
  return {
    ageYears: born ? yearsBetween(born, measuredAt.toISOString().slice(0, 10)) : undefined,
    sex: person?.gender === 'male' || person?.gender === 'female' ? person.gender : undefined,
  }
}

/** Whole years from one day to another, both `YYYY-MM-DD`. */
export function yearsBetween(from: string, to: string): number {
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
