import { isPossibleReading, METRICS, type MetricType, metricUnit, type Reading } from '../../clinical/vitals/index.ts'
import { type FieldError, Problem, ValidationFailed } from '../../platform/errors/problem.ts'

/** What a caller says about one measurement; what is missing is `null`. */
export interface GivenMetric {
  readonly metric_type: MetricType
  readonly value: string | null
  readonly unit: string
  readonly systolic: number | null
  readonly diastolic: number | null
}

export interface ReadMetric {
  readonly reading: Reading
  readonly columns: {
    readonly value: string
    readonly unit: string
    readonly systolic: number | null
    readonly diastolic: number | null
  }
}

function refuse(...errors: FieldError[]): never {
  throw new Problem(ValidationFailed, { errors })
}

/**
 * Makes one reading of a value and a unit, or of a systolic and a diastolic value.
 * @throws {Problem} ValidationFailed where parts are missing, contradict each other, or no living person has such a value.
 */
export function readMetric(given: GivenMetric): ReadMetric {
  const { metric_type: type } = given
  const unit = metricUnit(type, given.unit)
  if (!unit) {
    const allowed = METRICS[type].units.map(({ name }) => name).join(', ')
    refuse({ pointer: '/unit', code: 'not_a_choice', values: { allowed } })
  }
  if (type === 'blood_pressure') {
    const { systolic, diastolic } = bloodPressure(given)
    const reading = { systolic, diastolic }
    if (!isPossibleReading(type, reading, unit.name)) refuse({ pointer: '/value', code: 'not_possible' })
    return { reading, columns: { value: `${systolic}/${diastolic}`, unit: unit.name, systolic, diastolic } }
  }
  const misplaced = (['systolic', 'diastolic'] as const).filter((name) => given[name] !== null)
  if (misplaced.length > 0) {
    refuse(...misplaced.map((name) => ({ pointer: `/${name}`, code: 'only_for_blood_pressure' })))
  }
  if (given.value === null) refuse({ pointer: '/value', code: 'required' })
  if (given.value.includes('/')) refuse({ pointer: '/value', code: 'not_a_number' })
  const reading = { value: Number(given.value) }
  if (!isPossibleReading(type, reading, unit.name)) refuse({ pointer: '/value', code: 'not_possible' })
  return { reading, columns: { value: String(reading.value), unit: unit.name, systolic: null, diastolic: null } }
}

function bloodPressure({ value, systolic, diastolic }: GivenMetric): { systolic: number; diastolic: number } {
  const [upper, lower] = value?.split('/').map(Number) ?? []
  if (value !== null && lower === undefined) refuse({ pointer: '/value', code: 'not_a_blood_pressure' })
  const high = systolic ?? upper
  const low = diastolic ?? lower
  if (high === undefined && low === undefined) refuse({ pointer: '/value', code: 'required' })
  if (high === undefined) refuse({ pointer: '/systolic', code: 'required' })
  if (low === undefined) refuse({ pointer: '/diastolic', code: 'required' })
  if (upper !== undefined && (upper !== high || lower !== low)) refuse({ pointer: '/value', code: 'contradicts' })
  if (high <= low) refuse({ pointer: systolic === null ? '/value' : '/systolic', code: 'not_above_diastolic' })
  return { systolic: high, diastolic: low }
}
