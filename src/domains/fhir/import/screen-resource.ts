import { CODE_SYSTEMS } from '../../../clinical/terminology/index.ts'
import { codesIn, codesOf } from '../fhir-elements.ts'
import { type JsonObject, objectsAt, textAt } from '../json.ts'

/** SNOMED CT's own ways of saying that nothing is known: no known problems, allergies, drug allergies. */
const NOTHING_KNOWN: ReadonlySet<string> = new Set(['160245001', '716186003', '409137002'])

/** Whether a resource says, instead of something, that nothing is known. */
export function saysNothing(resource: JsonObject): boolean {
  return [resource['code'], resource['medicationCodeableConcept']].some(
    (concept) =>
      codesIn(concept, CODE_SYSTEMS.absentUnknown).length > 0 ||
      codesIn(concept, CODE_SYSTEMS.snomed).some((code) => NOTHING_KNOWN.has(code)),
  )
}

/** Whether its source takes a resource back. */
export function isWithdrawn(resource: JsonObject): boolean {
  const words = [textAt(resource, 'status'), ...verificationOf(resource)]
  return words.includes('entered-in-error')
}

/** Whether its source holds that it is not so. */
export function isRefuted(resource: JsonObject): boolean {
  return verificationOf(resource).includes('refuted')
}

function verificationOf(resource: JsonObject): readonly string[] {
  return codesOf(resource['verificationStatus'])
}

/**
 * Whether a resource carries what may turn its meaning round, and what nobody here understands: FHIR R4, "Modifier
 * Extensions" and "implicitRules", says that it must not be processed then.
 */
export function hasModifiers(resource: JsonObject): boolean {
  return textAt(resource, 'implicitRules') !== undefined || carriesModifier(resource, 0)
}

const DEEPEST = 30

function carriesModifier(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > DEEPEST) return true
  if (Array.isArray(value)) return value.some((each) => carriesModifier(each, depth + 1))
  return Object.entries(value).some(
    ([name, each]) =>
      (name === 'modifierExtension' && objectsAt({ each }, 'each').length > 0) || carriesModifier(each, depth + 1),
  )
}
