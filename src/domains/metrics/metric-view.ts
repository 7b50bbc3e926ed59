import { convertMetric, METRICS, type MetricType, metricUnit } from '../../clinical/vitals/index.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { text } from '../../operations/field-types.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { type FieldError, Problem, ValidationFailed } from '../../platform/errors/problem.ts'
import { writeValue } from './metric.ts'
import { preferredUnit, preferredUnits } from './metric-person.ts'

/** Chooses the units that values are shown in. */
export const unitsInput = {
  units: text(
    'Units to show values in, separated by commas, such as `lbs,mmol/L`; or `preferred` for those of the preferences. Left out, values come as they were recorded.',
    { example: 'lbs,ft,fahrenheit,mmol/L' },
  ).optional(),
}

const TYPES = Object.keys(METRICS) as MetricType[]

/** The unit that each metric is to be shown in; `undefined` where it stays as recorded. */
export type UnitChoice = (type: MetricType) => string | undefined

/** @throws {Problem} ValidationFailed naming `/units` where one is no unit of any metric. */
export async function chooseUnits(scope: OperationScope, units: string | undefined): Promise<UnitChoice> {
  if (units === undefined) return () => undefined
  if (units === 'preferred') {
    const preferences = await preferredUnits(scope)
    return (type) => preferredUnit(type, preferences)
  }
  const wanted = units.split(',').map((unit) => unit.trim())
  const unknown = wanted.find((unit) => !TYPES.some((type) => metricUnit(type, unit)))
  if (unknown !== undefined) {
    const allowed = [...new Set(TYPES.flatMap((type) => METRICS[type].units.map(({ name }) => name)))].join(', ')
    const error: FieldError = { pointer: '/units', code: 'not_a_choice', values: { allowed: `preferred, ${allowed}` } }
    throw new Problem(ValidationFailed, { errors: [error] })
  }
  return (type) => wanted.map((unit) => metricUnit(type, unit)?.name).find((name) => name !== undefined)
}

/** A metric with its value in the chosen unit. */
export function inUnit(row: RecordRow, choice: UnitChoice): RecordRow {
  const type = row['metric_type'] as MetricType
  const unit = String(row['unit'])
  const target = choice(type)
  if (target === undefined || target === unit || type === 'blood_pressure') return row
  const converted = convertMetric(type, Number(row['value']), unit, target)
  return converted === undefined ? row : { ...row, value: writeValue(converted, target), unit: target }
}
