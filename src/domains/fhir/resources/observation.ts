import type { Observation, ObservationComponent, Quantity } from '@medplum/fhirtypes'
import {
  BLOOD_GROUP,
  CODE_SYSTEMS,
  DIASTOLIC,
  METRIC_CODES,
  type MetricCode,
  metricCode,
  SUMMARY_PROFILES,
  SYSTOLIC,
} from '../../../clinical/terminology/index.ts'
import { convertMetric, type MetricType, metricUnit } from '../../../clinical/vitals/index.ts'
import { coded, DATA_ABSENT, element, extension, identifiersOf, listOf } from '../fhir-elements.ts'

export interface MetricRow {
  readonly id: string
  readonly metric_type: MetricType
  readonly value: string
  readonly unit: string
  readonly systolic: number | null
  readonly diastolic: number | null
  readonly status: string | null
  readonly notes: string | null
  readonly measured_at: Date
  readonly device_used: string | null
  readonly location: string | null
  readonly source: string | null
  /** Of a computed body mass index: the weight that it comes from. */
  readonly source_id: string | null
  /** The report that it was confirmed from. */
  readonly document_id: string | null
}

/** FHIR's vital-sign profiles know fewer units than the record: beside what is sent stands the unit that it came from. */
const SENT_IN: Readonly<Record<string, string>> = { ft: 'in', m: 'cm' }
/** Counts in a minute are a pure number to the profile. */
const SENT_AS: Readonly<Record<string, string>> = { '{beats}/min': '/min' }

const INTERPRETATION: Readonly<Record<string, string>> = { normal: 'N', low: 'L', high: 'H', elevated: 'H' }

export const codeConcept = ({ loinc, display }: MetricCode, text?: string) => ({
  coding: [{ system: CODE_SYSTEMS.loinc, code: loinc, display }],
  ...(text !== undefined && { text }),
})

export const category = (code: 'vital-signs' | 'laboratory') => [coded(CODE_SYSTEMS.observationCategory, code)]

export function metricToFhir(row: MetricRow, patient: string): Observation {
  const { id, metric_type, notes, measured_at, device_used, location, source, source_id, status } = row
  const { category: kind, profile } = METRIC_CODES[metric_type]
  const quantity = metric_type === 'blood_pressure' ? undefined : quantityOf(row)
  const interpretation = status === null ? undefined : INTERPRETATION[status]
  return element<Observation>({
    resourceType: 'Observation',
    id,
    meta: element({
      profile: listOf(kind === 'laboratory' ? SUMMARY_PROFILES.laboratoryResult : profile),
      source: source === null ? undefined : `urn:swasthwrap:source:${source}`,
    }),
    extension: listOf(extension('location', location), extension('unit', row.unit in SENT_IN ? row.unit : null)),
    identifier: identifiersOf(id),
    status: 'final',
    category: category(kind),
    code: codeConcept(metricCode(metric_type, quantity?.code ?? '')),
    subject: { reference: patient },
    effectiveDateTime: measured_at.toISOString(),
    performer: [{ reference: patient }],
    valueQuantity: quantity,
    interpretation:
      interpretation === undefined ? undefined : [coded(CODE_SYSTEMS.observationInterpretation, interpretation)],
    note: notes === null ? undefined : [{ text: notes }],
    device: device_used === null ? undefined : { display: device_used },
    derivedFrom: source === 'derived' && source_id !== null ? [{ reference: `urn:uuid:${source_id}` }] : undefined,
    component: metric_type === 'blood_pressure' ? componentsOf(row) : undefined,
  })
}

function quantityOf({ metric_type, value, unit }: MetricRow): Quantity {
  const name = SENT_IN[unit] ?? unit
  const ucum = metricUnit(metric_type, name)?.ucum ?? name
  const converted = name === unit ? Number(value) : convertMetric(metric_type, Number(value), unit, name)
  return {
    value: name === unit ? Number(value) : Number((converted ?? Number.NaN).toFixed(4)),
    unit: name,
    system: CODE_SYSTEMS.ucum,
    code: SENT_AS[ucum] ?? ucum,
  }
}

function componentsOf({ systolic, diastolic }: MetricRow): ObservationComponent[] {
  const pressure = (code: MetricCode, value: number | null): ObservationComponent => ({
    code: codeConcept(code),
    ...(value === null
      ? { dataAbsentReason: { text: 'unknown' } }
      : { valueQuantity: { value, unit: 'mmHg', system: CODE_SYSTEMS.ucum, code: 'mm[Hg]' } }),
  })
  return [pressure(SYSTOLIC, systolic), pressure(DIASTOLIC, diastolic)]
}

/** The blood group, which the account notes without a day. */
export function bloodGroupToFhir(id: string, bloodGroup: string, patient: string): Observation {
  const observation: Observation & { readonly _effectiveDateTime: object } = {
    resourceType: 'Observation',
    id,
    meta: { profile: [SUMMARY_PROFILES.laboratoryResult] },
    identifier: identifiersOf(id),
    status: 'final',
    category: category('laboratory'),
    code: codeConcept(BLOOD_GROUP),
    subject: { reference: patient },
    _effectiveDateTime: { extension: [{ url: DATA_ABSENT, valueCode: 'unknown' }] },
    performer: [{ reference: patient }],
    valueCodeableConcept: { text: bloodGroup },
  }
  return observation
}
