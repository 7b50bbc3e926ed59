import type { ContactPoint, Patient, PatientContact } from '@medplum/fhirtypes'
import { SUMMARY_PROFILES } from '../../../clinical/terminology/index.ts'
import { DATA_ABSENT, element, identifiersOf, listOf } from '../fhir-elements.ts'

/** The account and the profile of a person, as far as FHIR has elements for them. */
export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly date_of_birth: string | null
  readonly gender: 'male' | 'female' | 'other' | null
  readonly blood_group: string | null
  readonly address: string | null
  readonly language: string
  readonly emergency_contact_name: string | null
  readonly emergency_contact_relationship: string | null
  readonly emergency_contact_phone: string | null
  readonly emergency_contact_email: string | null
}

export function patientToFhir(row: PersonRow): Patient {
  const { id, name, email, phone, date_of_birth, gender, address, language } = row
  const patient = element<Patient>({
    resourceType: 'Patient',
    id,
    meta: { profile: [SUMMARY_PROFILES.patient] },
    identifier: identifiersOf(id),
    name: [{ text: name }],
    telecom: telecomOf(phone, email),
    gender: gender ?? undefined,
    birthDate: date_of_birth ?? undefined,
    address: address === null ? undefined : [{ text: address }],
    contact: contactOf(row),
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: language }] }, preferred: true }],
  })
  // The guide asks for the day of birth, or for saying that it is not known.
  return date_of_birth === null
    ? Object.assign(patient, { _birthDate: { extension: [{ url: DATA_ABSENT, valueCode: 'unknown' }] } })
    : patient
}

function telecomOf(phone: string | null, email: string | null): ContactPoint[] {
  return listOf<ContactPoint>(
    phone === null ? undefined : { system: 'phone', value: phone },
    email === null ? undefined : { system: 'email', value: email },
  )
}

function contactOf(row: PersonRow): PatientContact[] {
  const { emergency_contact_name, emergency_contact_relationship } = row
  const telecom = telecomOf(row.emergency_contact_phone, row.emergency_contact_email)
  if (emergency_contact_name === null && telecom.length === 0) return []
  return [
    element<PatientContact>({
      relationship: emergency_contact_relationship === null ? undefined : [{ text: emergency_contact_relationship }],
      name: emergency_contact_name === null ? undefined : { text: emergency_contact_name },
      telecom,
    }),
  ]
}
