import type { enumerations } from '../../../platform/database/index.ts'
import { sameName } from './same-name.ts'

export type PersonMatch = (typeof enumerations.medical_documents.person_match)[number]
export type Subject = (typeof enumerations.medical_documents.subject)[number]

/** Whom a document names; what it does not say is `null`. */
export interface NamedPerson {
  readonly patientName: string | null
  /** In whole years, on the day of the document. */
  readonly patientAge: number | null
  readonly patientSex: 'male' | 'female' | null
}

/** Whose account it is. */
export interface AccountPerson {
  readonly name: string
  readonly sex: 'male' | 'female' | undefined
  /** In whole years, on the day of the document. */
  readonly ageYears: number | undefined
}

/** Ages are asked at the counter and rounded; a generation is further apart than this. */
const YEARS_APART = 7

/**
 * Whether a document is about the person whose account it is in. Sex and age can only speak against it: many people are
 * 45. `unknown` where the document names nobody.
 */
export function personMatch(named: NamedPerson, account: AccountPerson): PersonMatch {
  const { patientName, patientAge, patientSex } = named
  if (patientSex !== null && account.sex !== undefined && patientSex !== account.sex) return 'different'
  if (patientAge !== null && account.ageYears !== undefined) {
    if (Math.abs(patientAge - account.ageYears) > YEARS_APART) return 'different'
  }
  return patientName === null ? 'unknown' : sameName(account.name, patientName)
}

/** Whose a document counts as until the person says. */
export function subjectOf(match: PersonMatch): Subject {
  return match === 'different' ? 'unclear' : 'self'
}
