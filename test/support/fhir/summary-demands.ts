import type { Bundle, Composition, Observation, Resource } from '@medplum/fhirtypes'
import { at, type JsonObject, objectsAt } from '../../../src/domains/fhir/json.ts'

/**
 * What the International Patient Summary asks for beyond FHIR R4, which no library here knows.
 * Source: HL7 International, International Patient Summary Implementation Guide, STU 1.1 (1.1.0): the profiles Bundle-uv-ips,
 * Composition-uv-ips, Patient-uv-ips, Condition-uv-ips, AllergyIntolerance-uv-ips, MedicationStatement-uv-ips,
 * Observation-results-laboratory-uv-ips, DiagnosticReport-uv-ips; and HL7 FHIR R4, profile "bp" (two components).
 */
type Demand = readonly [what: string, holds: (resource: JsonObject, bundle: Bundle) => boolean]

const given = (...path: readonly string[]): Demand => [
  `has ${path.join('.')}`,
  (resource) => at(resource, ...path) !== undefined,
]
const oneOf = (...names: readonly string[]): Demand => [
  `has one of ${names.join(', ')}`,
  (resource) => names.some((name) => name in resource),
]
const loincSection = (code: string): Demand => [
  `has the section ${code}, with title, text and entries`,
  (resource) => {
    const found = objectsAt(resource, 'section').filter((section) => at(section, 'code', 'coding', 'code') === code)
    return (
      found.length === 1 &&
      found.every(
        (section) =>
          'title' in section && at(section, 'text', 'div') !== undefined && objectsAt(section, 'entry').length > 0,
      )
    )
  },
]

const DEMANDS: Readonly<Record<string, readonly Demand[]>> = {
  Bundle: [
    given('identifier', 'system'),
    given('identifier', 'value'),
    given('timestamp'),
    ['is a document', ({ type }) => type === 'document'],
    ['begins with its Composition', (_, { entry }) => entry?.[0]?.resource?.resourceType === 'Composition'],
    [
      'has one Patient',
      (_, { entry }) => entry?.filter(({ resource }) => resource?.resourceType === 'Patient').length === 1,
    ],
    [
      'has a different full URL for every entry',
      (_, { entry = [] }) => new Set(entry.map(({ fullUrl }) => fullUrl)).size === entry.length,
    ],
    [
      'has no search, request or response',
      (_, { entry = [] }) => entry.every((each) => !('search' in each || 'request' in each || 'response' in each)),
    ],
    ['refers only to what it holds', refersToItself],
  ],
  Composition: [
    ['is a patient summary', (resource) => at(resource, 'type', 'coding', 'code') === '60591-5'],
    given('subject', 'reference'),
    given('date'),
    given('author'),
    given('title'),
    loincSection('11450-4'),
    loincSection('48765-2'),
    loincSection('10160-0'),
    ['lists every resource that is of the record', listsEverything],
  ],
  Patient: [given('name', 'text'), oneOf('birthDate', '_birthDate')],
  Condition: [given('code'), given('subject', 'reference'), given('clinicalStatus')],
  AllergyIntolerance: [given('code'), given('patient', 'reference'), given('clinicalStatus')],
  MedicationStatement: [
    oneOf('medicationCodeableConcept', 'medicationReference'),
    given('subject', 'reference'),
    oneOf('effectiveDateTime', 'effectivePeriod', '_effectiveDateTime'),
    ['is not entered in error', ({ status }) => status !== 'entered-in-error'],
  ],
  Observation: [
    given('category', 'coding', 'code'),
    given('code'),
    given('subject', 'reference'),
    given('performer', 'reference'),
    oneOf('effectiveDateTime', '_effectiveDateTime', 'effectivePeriod'),
    oneOf('valueQuantity', 'valueString', 'valueCodeableConcept', 'component', 'dataAbsentReason'),
    ['names quantities in UCUM where they have a unit', namesUcum],
    ['measures vital signs in the units of their profiles', hasProfiledUnit],
    ['has both pressures where it is a blood pressure', hasBothPressures],
  ],
  DiagnosticReport: [
    given('category'),
    given('code'),
    given('subject', 'reference'),
    given('performer'),
    given('result'),
  ],
}

/** What a bundle lacks of what the guide asks for. */
export function unmetDemands(bundle: Bundle): string[] {
  const resources: readonly Resource[] = [bundle, ...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])]
  return resources.flatMap((resource) =>
    (DEMANDS[resource.resourceType] ?? []).flatMap(([what, holds]) =>
      holds(resource as unknown as JsonObject, bundle) ? [] : [`${resource.resourceType}/${resource.id} ${what}`],
    ),
  )
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'reference' in value && typeof value.reference === 'string' ? [value.reference] : []
  return [...own, ...Object.values(value).flatMap(references)]
}

function refersToItself(_: JsonObject, { entry = [] }: Bundle): boolean {
  const held = new Set(entry.map(({ fullUrl }) => fullUrl))
  return entry.every(({ resource }) => references(resource).every((each) => each.startsWith('#') || held.has(each)))
}

function listsEverything(resource: JsonObject, { entry = [] }: Bundle): boolean {
  const listed = new Set((resource as unknown as Composition).section?.flatMap((section) => references(section.entry)))
  return entry.every(
    ({ fullUrl, resource: each }) =>
      ['Composition', 'Patient', 'Organization'].includes(each?.resourceType ?? '') || listed.has(fullUrl ?? ''),
  )
}

function namesUcum(resource: JsonObject): boolean {
  const quantity = (resource as unknown as Observation).valueQuantity
  return quantity?.unit === undefined || quantity.system === 'http://unitsofmeasure.org'
}

/** HL7 FHIR R4, "Vital Signs Profiles": the UCUM units that each allows. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  '8302-2': ['cm', '[in_i]'],
  '29463-7': ['g', 'kg', '[lb_av]'],
  '8310-5': ['Cel', '[degF]'],
  '8867-4': ['/min'],
  '2708-6': ['%'],
  '39156-5': ['kg/m2'],
}

function hasProfiledUnit(resource: JsonObject): boolean {
  const units = UNITS[String(at(resource, 'code', 'coding', 'code'))]
  return units?.includes(String(at(resource, 'valueQuantity', 'code'))) ?? true
}

function hasBothPressures(resource: JsonObject): boolean {
  if (at(resource, 'code', 'coding', 'code') !== '85354-9') return true
  const codes = objectsAt(resource, 'component').map((each) => at(each, 'code', 'coding', 'code'))
  return codes.join() === '8480-6,8462-4'
}
