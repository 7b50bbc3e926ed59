import type { Dosage, Medication, MedicationRequest, MedicationStatement } from '@medplum/fhirtypes'
import {
  CODE_SYSTEMS,
  DOSE_FORM_CODES,
  NO_INFORMATION,
  ROUTE_CODES,
  SUMMARY_PROFILES,
} from '../../../clinical/terminology/index.ts'
import { concept, DATA_ABSENT, element, extension, identifiersOf, listOf } from '../fhir-elements.ts'

export interface MedicationFields {
  readonly medication_name: string
  readonly generic_name: string | null
  readonly brand_name: string | null
  readonly dosage: string
  readonly dosage_form: 'tablet' | 'capsule' | 'liquid' | 'injection' | 'inhaler' | 'patch' | 'other' | null
  readonly strength: string | null
  readonly frequency: string
  readonly route: 'oral' | 'injection' | 'topical' | 'inhalation' | 'other' | null
  readonly prescribed_by: string
  readonly pharmacy: string | null
  readonly prescription_number: string | null
  readonly start_date: string
  readonly end_date: string | null
  readonly refills_remaining: number | null
  readonly instructions: string | null
  readonly side_effects: string | null
  readonly status: 'active' | 'discontinued' | 'completed'
}
export interface MedicationRow extends MedicationFields {
  readonly id: string
}

const STATUS = { active: 'active', discontinued: 'stopped', completed: 'completed' } as const

/**
 * A medicine as a person takes it. What it is made of and who prescribed it travel inside: a medicine of the record is
 * neither a product nor a prescription of its own.
 */
export function medicationToFhir(row: MedicationRow, patient: string): MedicationStatement {
  const { id, status, start_date, end_date, side_effects } = row
  return element<MedicationStatement>({
    resourceType: 'MedicationStatement',
    id,
    meta: { profile: [SUMMARY_PROFILES.medicationStatement] },
    contained: [productOf(row), prescriptionOf(row, patient)],
    identifier: identifiersOf(id),
    basedOn: [{ reference: '#prescription' }],
    status: STATUS[status],
    medicationReference: { reference: '#product' },
    subject: { reference: patient },
    effectivePeriod: element({ start: start_date, end: end_date ?? undefined }),
    note:
      side_effects === null
        ? undefined
        : [{ extension: listOf(extension('note', 'side-effects')), text: side_effects }],
    dosage: [dosageOf(row)],
  })
}

function productOf({ medication_name, generic_name, brand_name, dosage_form, strength }: MedicationRow): Medication {
  const form = dosage_form === 'tablet' || dosage_form === 'capsule' ? DOSE_FORM_CODES[dosage_form] : undefined
  return element<Medication>({
    resourceType: 'Medication',
    id: 'product',
    extension: listOf(extension('brand', brand_name), extension('strength', strength)),
    code: { text: medication_name },
    form: dosage_form === null ? undefined : form ? concept(form, dosage_form) : { text: dosage_form },
    ingredient: generic_name === null ? undefined : [{ itemCodeableConcept: { text: generic_name }, isActive: true }],
  })
}

function prescriptionOf(row: MedicationRow, patient: string): MedicationRequest {
  const { medication_name, prescribed_by, prescription_number, pharmacy, refills_remaining, status } = row
  return element<MedicationRequest>({
    resourceType: 'MedicationRequest',
    id: 'prescription',
    identifier: prescription_number === null ? undefined : [{ value: prescription_number }],
    status: STATUS[status],
    intent: 'order',
    medicationCodeableConcept: { text: medication_name },
    subject: { reference: patient },
    requester: { display: prescribed_by },
    dispenseRequest:
      pharmacy === null && refills_remaining === null
        ? undefined
        : element({
            numberOfRepeatsAllowed: refills_remaining ?? undefined,
            performer: pharmacy === null ? undefined : { display: pharmacy },
          }),
  })
}

/** "500 mg", "2 puffs": a number and what it counts. */
const PLAIN_DOSE = /^(\d+(?:\.\d+)?)\s+(\D[^\d]{0,30})$/
const UCUM_DOSES: ReadonlySet<string> = new Set(['mg', 'g', 'ug', 'mL'])

function dosageOf({ dosage, frequency, route, instructions }: MedicationRow): Dosage {
  const [, number, unit] = PLAIN_DOSE.exec(dosage) ?? []
  const code = route === null || route === 'other' || route === 'injection' ? undefined : ROUTE_CODES[route][0]
  return element<Dosage>({
    text: `${dosage}, ${frequency}`,
    patientInstruction: instructions ?? undefined,
    timing: { code: { text: frequency } },
    route: route === null ? undefined : code ? concept(code, route) : { text: route },
    doseAndRate:
      number === undefined || unit === undefined
        ? undefined
        : [
            {
              doseQuantity: {
                value: Number(number),
                unit,
                ...(UCUM_DOSES.has(unit) && { system: CODE_SYSTEMS.ucum, code: unit }),
              },
            },
          ],
  })
}

/** What the guide wants where no medicine is noted. */
export function noMedications(id: string, patient: string): MedicationStatement {
  return {
    resourceType: 'MedicationStatement',
    id,
    meta: { profile: [SUMMARY_PROFILES.medicationStatement] },
    status: 'unknown',
    medicationCodeableConcept: concept(NO_INFORMATION.medications),
    subject: { reference: patient },
    effectivePeriod: { extension: [{ url: DATA_ABSENT, valueCode: 'not-applicable' }] },
  }
}
