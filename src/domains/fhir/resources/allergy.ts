import type { AllergyIntolerance, AllergyIntoleranceReaction } from '@medplum/fhirtypes'
import { CODE_SYSTEMS, NO_INFORMATION, SUMMARY_PROFILES } from '../../../clinical/terminology/index.ts'
import { coded, codesOf, concept, DATA_ABSENT, element, identifiersOf, wordsOf } from '../fhir-elements.ts'
import { dayOf } from '../fhir-times.ts'
import { type JsonObject, objectsAt, textAt } from '../json.ts'
import { type ReadResource, refused } from '../read-outcome.ts'

export interface AllergyFields {
  readonly substance: string
  readonly reaction: string | null
  readonly severity: 'mild' | 'moderate' | 'severe' | 'life_threatening' | null
  readonly noted_date: string | null
  readonly status: 'active' | 'inactive' | 'resolved'
}
export interface AllergyRow extends AllergyFields {
  readonly id: string
}

export function allergyToFhir(row: AllergyRow, patient: string): AllergyIntolerance {
  const { id, substance, severity, noted_date, status } = row
  const reaction = reactionOf(row)
  return element<AllergyIntolerance>({
    resourceType: 'AllergyIntolerance',
    id,
    meta: { profile: [SUMMARY_PROFILES.allergy] },
    identifier: identifiersOf(id),
    clinicalStatus: coded(CODE_SYSTEMS.allergyClinical, status),
    // A reaction is severe at most; that it may kill is the allergy's criticality.
    criticality: severity === 'life_threatening' ? 'high' : undefined,
    code: { text: substance },
    patient: { reference: patient },
    onsetDateTime: noted_date ?? undefined,
    reaction: reaction && [reaction],
  })
}

function reactionOf({ reaction, severity }: AllergyRow): AllergyIntoleranceReaction | undefined {
  if (reaction === null && severity === null) return undefined
  return element<AllergyIntoleranceReaction>({
    manifestation: [
      reaction === null ? { extension: [{ url: DATA_ABSENT, valueCode: 'unknown' }] } : { text: reaction },
    ],
    severity: severity === 'life_threatening' ? 'severe' : (severity ?? undefined),
  })
}

/** What the guide wants where no allergy is noted. */
export function noAllergies(id: string, patient: string): AllergyIntolerance {
  return {
    resourceType: 'AllergyIntolerance',
    id,
    meta: { profile: [SUMMARY_PROFILES.allergy] },
    clinicalStatus: coded(CODE_SYSTEMS.allergyClinical, 'active'),
    code: concept(NO_INFORMATION.allergies),
    patient: { reference: patient },
  }
}

export function allergyFromFhir(resource: JsonObject): ReadResource<AllergyFields> {
  const reactions = objectsAt(resource, 'reaction')
  // Some systems name the substance only where the reaction is.
  const substance = wordsOf(resource['code']) ?? reactions.flatMap((each) => wordsOf(each['substance']) ?? [])[0]
  if (substance === undefined) return refused('/code', 'required')
  const said = reactions.flatMap((each) => {
    const manifestations = objectsAt(each, 'manifestation').flatMap((one) => wordsOf(one) ?? [])
    return manifestations.length > 0 ? manifestations : (textAt(each, 'description') ?? [])
  })
  const noted = dayOf(textAt(resource, 'onsetDateTime') ?? textAt(resource, 'recordedDate'))
  return {
    fields: {
      substance,
      reaction: said.length === 0 ? null : [...new Set(said)].join(', '),
      severity: severityOf(resource, reactions),
      noted_date: noted?.day ?? null,
      status: statusOf(resource),
    },
    assumed: noted?.isVague ? ['fhir_day_assumed'] : [],
  }
}

function severityOf(resource: JsonObject, reactions: readonly JsonObject[]): AllergyFields['severity'] {
  const worst = (['severe', 'moderate', 'mild'] as const).find((each) =>
    reactions.some(({ severity }) => severity === each),
  )
  return resource['criticality'] === 'high' ? 'life_threatening' : (worst ?? null)
}

function statusOf(resource: JsonObject): AllergyFields['status'] {
  const [code] = codesOf(resource['clinicalStatus'])
  return code === 'inactive' || code === 'resolved' ? code : 'active'
}
