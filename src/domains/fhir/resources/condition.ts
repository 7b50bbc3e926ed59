import type { Condition } from '@medplum/fhirtypes'
import { CODE_SYSTEMS, NO_INFORMATION, SEVERITY_CODES, SUMMARY_PROFILES } from '../../../clinical/terminology/index.ts'
import {
  coded,
  codeIn,
  codesOf,
  concept,
  element,
  extension,
  extensionText,
  identifiersOf,
  listOf,
  notesOf,
  wordsOf,
} from '../fhir-elements.ts'
import { dayOf } from '../fhir-times.ts'
import { type JsonObject, objectsAt, textAt } from '../json.ts'
import { type Assumption, type ReadContext, type ReadResource, refused } from '../read-outcome.ts'

/** FHIR R4's own extension for the day of the diagnosis, which need not be the day on which the illness began. */
const ASSERTED_DATE = 'http://hl7.org/fhir/StructureDefinition/condition-assertedDate'

export interface ConditionFields {
  readonly name: string
  readonly icd_code: string | null
  readonly diagnosed_date: string
  readonly status: 'managed' | 'controlled' | 'active' | 'resolved'
  readonly severity: 'mild' | 'moderate' | 'severe'
  readonly notes: string | null
  readonly diagnosed_by: string | null
}
export interface ConditionRow extends ConditionFields {
  readonly id: string
}

export function conditionToFhir(row: ConditionRow, patient: string): Condition {
  const { id, name, icd_code, diagnosed_date, status, severity, notes, diagnosed_by } = row
  const isOver = status === 'resolved'
  return element<Condition>({
    resourceType: 'Condition',
    id,
    meta: { profile: [SUMMARY_PROFILES.condition] },
    extension: listOf(
      { url: ASSERTED_DATE, valueDateTime: diagnosed_date },
      // FHIR has no word for an illness that is there and in hand.
      extension('status', status === 'managed' || status === 'controlled' ? status : null),
    ),
    identifier: identifiersOf(id),
    clinicalStatus: coded(CODE_SYSTEMS.conditionClinical, isOver ? 'resolved' : 'active'),
    category: [coded(CODE_SYSTEMS.conditionCategory, 'problem-list-item')],
    severity: concept(SEVERITY_CODES[severity]),
    code: element({
      coding: listOf(icd_code === null ? undefined : { system: CODE_SYSTEMS.icd10, code: icd_code }),
      text: name,
    }),
    subject: { reference: patient },
    recordedDate: diagnosed_date,
    asserter: diagnosed_by === null ? undefined : { display: diagnosed_by },
    note: notes === null ? undefined : [{ text: notes }],
  })
}

/** What the guide wants where no problem is noted. */
export function noConditions(id: string, patient: string): Condition {
  return {
    resourceType: 'Condition',
    id,
    meta: { profile: [SUMMARY_PROFILES.condition] },
    clinicalStatus: coded(CODE_SYSTEMS.conditionClinical, 'active'),
    code: concept(NO_INFORMATION.problems),
    subject: { reference: patient },
  }
}

const STATUS: Readonly<Record<string, ConditionFields['status']>> = {
  active: 'active',
  recurrence: 'active',
  relapse: 'active',
  remission: 'controlled',
  inactive: 'controlled',
  resolved: 'resolved',
}

export function conditionFromFhir(resource: JsonObject, context: ReadContext): ReadResource<ConditionFields> {
  const name = wordsOf(resource['code'])
  if (name === undefined) return refused('/code', 'required')
  const asserted = objectsAt(resource, 'extension').find(({ url }) => url === ASSERTED_DATE)
  const day = dayOf(
    textAt(asserted, 'valueDateTime') ??
      textAt(resource, 'onsetDateTime') ??
      textAt(resource, 'onsetPeriod', 'start') ??
      textAt(resource, 'recordedDate'),
  )
  const severity = severityOf(resource)
  const assumed: Assumption[] = []
  if (day === undefined || day.isVague) assumed.push('fhir_day_assumed')
  if (severity === undefined) assumed.push('fhir_severity_assumed')
  return {
    fields: {
      name,
      icd_code: icdCode(resource) ?? null,
      diagnosed_date: day?.day ?? context.fallbackDay,
      status: statusOf(resource),
      severity: severity ?? 'moderate',
      notes: notesOf(resource),
      diagnosed_by: context.nameOf(resource['asserter']) ?? context.nameOf(resource['recorder']) ?? null,
    },
    assumed,
  }
}

/** Of any of the national editions too; those of the WHO first. */
function icdCode(resource: JsonObject): string | undefined {
  const codings = objectsAt(resource, 'code', 'coding').filter(({ system }) => /\bicd-?(?:10|11)/i.test(String(system)))
  return textAt(codings.find(({ system }) => system === CODE_SYSTEMS.icd10) ?? codings[0], 'code')
}

function statusOf(resource: JsonObject): ConditionFields['status'] {
  const code = codesOf(resource['clinicalStatus'])[0] ?? textAt(resource, 'clinicalStatus', 'text')
  const own = extensionText(resource, 'status')
  if (code === 'active' && (own === 'managed' || own === 'controlled')) return own
  const isOver = ['abatementDateTime', 'abatementPeriod', 'abatementString', 'abatementAge'].some(
    (name) => name in resource,
  )
  return (code === undefined || code === 'inactive') && isOver ? 'resolved' : (STATUS[code ?? 'active'] ?? 'active')
}

function severityOf(resource: JsonObject): ConditionFields['severity'] | undefined {
  const code = codeIn(resource['severity'], CODE_SYSTEMS.snomed)
  const words = wordsOf(resource['severity'])?.toLowerCase() ?? ''
  return (['mild', 'moderate', 'severe'] as const).find(
    (each) => SEVERITY_CODES[each].code === code || words.includes(each),
  )
}
