import { type Analyte, analyteByLoinc, findAnalyte } from '../../../clinical/analytes/index.ts'
import { BLOOD_GROUP, CODE_SYSTEMS, DIASTOLIC, metricOfLoinc, SYSTOLIC } from '../../../clinical/terminology/index.ts'
import { convertUnit, isUcumUnit, normaliseUnit } from '../../../clinical/units/index.ts'
import { convertMetric, METRICS, type MetricType, metricUnit } from '../../../clinical/vitals/index.ts'
import { codesIn, extensionText, notesOf, wordsOf } from '../fhir-elements.ts'
import { effectiveOf, momentOf } from '../fhir-times.ts'
import { at, type JsonObject, numberAt, objectOf, objectsAt, textAt } from '../json.ts'
import { type ReadResource, refused } from '../read-outcome.ts'

/** A measurement as `metrics.add` takes it. */
export interface MeasuredFields {
  readonly metric_type: MetricType
  readonly value: string
  readonly unit: string
  readonly notes: string | null
  readonly measured_at: string
  readonly device_used: string | null
  readonly location: string | null
}

/** A laboratory value, as a report has it. */
export interface LaboratoryFields {
  readonly test: string
  readonly code: string | null
  readonly value: string
  readonly value_number: number | null
  readonly unit: string | null
  readonly unit_printed: string | null
  readonly reference_low: number | null
  readonly reference_high: number | null
  readonly reference_text: string | null
  readonly flag: string | null
  readonly observed_at: string | null
}

/** Codes of a panel that has no value of its own, only members. */
const isPanel = (resource: JsonObject) =>
  objectsAt(resource, 'hasMember').length > 0 && anyValue(resource) === undefined

export type ObservationKind = 'metric' | 'laboratory' | 'blood_group' | 'panel' | 'unknown'

export function observationKind(resource: JsonObject): ObservationKind {
  const codes = codesIn(resource['code'], CODE_SYSTEMS.loinc)
  if (codes.includes(BLOOD_GROUP.loinc)) return 'blood_group'
  if (
    metricTypeOf(resource) !== undefined ||
    codes.some((code) => code === SYSTOLIC.loinc || code === DIASTOLIC.loinc)
  ) {
    return 'metric'
  }
  if (isPanel(resource)) return 'panel'
  const categories = objectsAt(resource, 'category').flatMap((each) => [
    ...codesIn(each, CODE_SYSTEMS.observationCategory),
    wordsOf(each)?.toLowerCase() ?? '',
  ])
  return categories.includes('laboratory') || analyteOf(resource) !== undefined ? 'laboratory' : 'unknown'
}

function metricTypeOf(resource: JsonObject): MetricType | undefined {
  const byCode = codesIn(resource['code'], CODE_SYSTEMS.loinc).map(metricOfLoinc)
  return byCode.find((type) => type !== undefined) ?? analyteOf(resource)?.metricType
}

/** Names that are not surely a test's are no test. */
const SURE = 0.95

/** What a laboratory measured: by the code, or where there is none, by the name. */
function analyteOf(resource: JsonObject): Analyte | undefined {
  const codes = codesIn(resource['code'], CODE_SYSTEMS.loinc)
  const byCode = codes.map(analyteByLoinc).find((analyte) => analyte !== undefined)
  const name = wordsOf(resource['code'])
  if (byCode !== undefined || codes.length > 0 || name === undefined) return byCode
  const unit = unitOf(resource)
  const byName = findAnalyte(name, unit === undefined ? {} : { unit })
  return byName !== undefined && byName.confidence >= SURE ? byName.analyte : undefined
}

const anyValue = (resource: JsonObject) =>
  at(resource, 'valueQuantity') ??
  at(resource, 'valueString') ??
  at(resource, 'valueCodeableConcept') ??
  at(resource, 'valueInteger')

export function metricFromFhir(resource: JsonObject): ReadResource<MeasuredFields> {
  const type = metricTypeOf(resource)
  // An upper value alone, without the lower one.
  if (type === undefined) return refused('/code', 'fhir_half_a_pressure')
  const effective = momentOf(effectiveOf(resource))
  if (effective === undefined) return refused('/effectiveDateTime', 'required')
  const value = type === 'blood_pressure' ? pressureOf(resource) : quantityOf(type, resource)
  if ('refused' in value) return value
  return {
    fields: {
      metric_type: type,
      ...value,
      notes: notesOf(resource) ?? mealNote(resource),
      measured_at: effective.moment,
      device_used: textAt(resource, 'device', 'display') ?? null,
      location: extensionText(resource, 'location'),
    },
    assumed: effective.isVague ? ['fhir_day_assumed'] : [],
  }
}

type Value = { readonly value: string; readonly unit: string }

/** Digits that no instrument of ours has; what is beyond them comes from computing. */
const written = (value: number) => String(Number(value.toFixed(4)))

function pressureOf(resource: JsonObject): Value | { refused: ReturnType<typeof refused>['refused'] } {
  const component = (loinc: string) =>
    objectsAt(resource, 'component').find((each) => codesIn(each['code'], CODE_SYSTEMS.loinc).includes(loinc))
  const [upper, lower] = [component(SYSTOLIC.loinc), component(DIASTOLIC.loinc)]
  const values = [upper, lower].map((each) => numberAt(each, 'valueQuantity', 'value'))
  if (values.every((each) => each === undefined)) return refused('/component', 'fhir_no_value')
  if (values.some((each) => each === undefined)) return refused('/component', 'fhir_half_a_pressure')
  for (const each of [upper, lower]) {
    const unit = unitOf(each)
    if (unit === undefined || metricUnit('blood_pressure', unit) === undefined) {
      return refused('/component/valueQuantity/unit', 'not_a_choice', { allowed: 'mmHg' })
    }
  }
  return { value: values.map((each) => Math.round(each ?? 0)).join('/'), unit: 'mmHg' }
}

/** UCUM codes are of visible ASCII letters; the library tells its log of anything else. */
const isUcum = (unit: string) => /^[!-~]{1,40}$/.test(unit) && isUcumUnit(unit)

/** The unit of a quantity: its UCUM code, else as written. */
function unitOf(holder: unknown): string | undefined {
  const quantity = objectOf(at(holder, 'valueQuantity'))
  const code = quantity?.['system'] === CODE_SYSTEMS.ucum ? textAt(quantity, 'code') : undefined
  return code ?? textAt(quantity, 'unit') ?? textAt(quantity, 'code')
}

function quantityOf(
  type: MetricType,
  resource: JsonObject,
): Value | { refused: ReturnType<typeof refused>['refused'] } {
  const value = numberAt(resource, 'valueQuantity', 'value')
  if (value === undefined) return refused('/valueQuantity', 'fhir_no_value')
  if (textAt(resource, 'valueQuantity', 'comparator') !== undefined) {
    return refused('/valueQuantity/comparator', 'fhir_only_a_bound')
  }
  const unit = unitOf(resource)
  if (unit === undefined) return refused('/valueQuantity/unit', 'required')
  const own = metricUnit(type, unit)
  const original = metricUnit(type, extensionText(resource, 'unit') ?? unit)
  if (own !== undefined && original !== undefined) {
    const inOriginal = own === original ? value : convertMetric(type, value, own.name, original.name)
    return { value: written(inOriginal ?? value), unit: inOriginal === undefined ? own.name : original.name }
  }
  const { units, analyteKey } = METRICS[type]
  const substance = analyteKey === undefined ? undefined : analyteOf(resource)
  const converted = isUcum(unit) ? convertUnit(value, unit, units[0].ucum, substance) : undefined
  if (converted === undefined) {
    return refused('/valueQuantity/unit', 'not_a_choice', { allowed: units.map(({ name }) => name).join(', ') })
  }
  return { value: written(converted), unit: units[0].name }
}

/** Some codes of a blood sugar say when it was taken, and limits go by that. */
function mealNote(resource: JsonObject): string | null {
  const key = analyteOf(resource)?.key
  if (key === 'glucose_fasting') return 'Fasting'
  return key === 'glucose_after_meal' ? 'After a meal' : null
}

const FLAGS: Readonly<Record<string, string>> = {
  L: 'low',
  LL: 'critical_low',
  H: 'high',
  HH: 'critical_high',
  N: 'normal',
  A: 'abnormal',
  AA: 'abnormal',
}

export function laboratoryValueFromFhir(resource: JsonObject): ReadResource<LaboratoryFields> {
  const test = wordsOf(resource['code'])
  if (test === undefined) return refused('/code', 'required')
  const number = numberAt(resource, 'valueQuantity', 'value') ?? numberAt(resource, 'valueInteger')
  const comparator = textAt(resource, 'valueQuantity', 'comparator') ?? ''
  const value =
    number === undefined
      ? (textAt(resource, 'valueString') ?? wordsOf(resource['valueCodeableConcept']))
      : `${comparator}${written(number)}`
  if (value === undefined) return refused('/value', 'fhir_no_value')
  const printed = textAt(resource, 'valueQuantity', 'unit') ?? textAt(resource, 'valueQuantity', 'code')
  const unit = unitOf(resource)
  const [range] = objectsAt(resource, 'referenceRange')
  const interpretation = codesIn(objectsAt(resource, 'interpretation')[0], CODE_SYSTEMS.observationInterpretation)[0]
  const codes = codesIn(resource['code'], CODE_SYSTEMS.loinc)
  const effective = momentOf(effectiveOf(resource))
  return {
    fields: {
      test: test.slice(0, 255),
      code:
        codes.find((code) => analyteByLoinc(code) !== undefined) ??
        codes[0]?.slice(0, 20) ??
        analyteOf(resource)?.loinc ??
        null,
      value: value.slice(0, 255),
      value_number: comparator === '' ? (number ?? null) : null,
      unit: unit === undefined ? null : (isUcum(unit) ? unit : (normaliseUnit(unit) ?? unit)).slice(0, 50),
      unit_printed: printed?.slice(0, 50) ?? null,
      reference_low: numberAt(range, 'low', 'value') ?? null,
      reference_high: numberAt(range, 'high', 'value') ?? null,
      reference_text: textAt(range, 'text')?.slice(0, 500) ?? null,
      flag: FLAGS[interpretation ?? ''] ?? flagOf(number, range),
      observed_at: effective?.moment ?? null,
    },
    assumed: effective?.isVague ? ['fhir_day_assumed'] : [],
  }
}

/** How a value stands against the range that came with it. */
function flagOf(value: number | undefined, range: unknown): string | null {
  const low = numberAt(range, 'low', 'value')
  const high = numberAt(range, 'high', 'value')
  if (value === undefined || (low === undefined && high === undefined)) return null
  if (low !== undefined && value < low) return 'low'
  return high !== undefined && value > high ? 'high' : 'normal'
}
