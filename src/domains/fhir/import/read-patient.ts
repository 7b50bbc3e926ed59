import { dayOf } from '../fhir-times.ts'
import { at, objectsAt, textAt } from '../json.ts'
import type { NamedPatient } from './import-plan.ts'
import type { IncomingResource } from './incoming-resource.ts'
import type { Resolve } from './references.ts'

/** The patient whom a bundle is about: of its composition, else the first. */
export function patientOf(resources: readonly IncomingResource[], resolve: Resolve): IncomingResource | undefined {
  const composition = resources.find(({ type }) => type === 'Composition')
  const subject = composition && resolve(textAt(composition.resource, 'subject', 'reference'), composition)
  return subject?.type === 'Patient' ? subject : resources.find(({ type }) => type === 'Patient')
}

/** A name as people write it. */
export function humanName(names: unknown): string | undefined {
  const [name] = objectsAt({ names }, 'names')
  const given = at(name, 'given')
  const parts = [...(Array.isArray(given) ? given : []), textAt(name, 'family')]
  const joined = parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '').join(' ')
  return textAt(name, 'text') ?? (joined === '' ? undefined : joined)
}

/** As `chk_phone_format` of the account asks. */
const PHONE = /^[+]?[1-9]?[0-9]{7,15}$/

export function readPatient({ resource }: IncomingResource): NamedPatient {
  const gender = textAt(resource, 'gender')
  const phone = objectsAt(resource, 'telecom')
    .filter(({ system }) => system === 'phone')
    .map((each) => textAt(each, 'value')?.replace(/^tel:|[\s()./-]/g, '') ?? '')
    .find((each) => PHONE.test(each))
  const birth = dayOf(textAt(resource, 'birthDate'))
  return {
    name: humanName(resource['name']) ?? null,
    birthDate: birth === undefined || birth.isVague ? null : birth.day,
    gender: gender === 'male' || gender === 'female' || gender === 'other' ? gender : null,
    phone: phone ?? null,
    address: addressOf(resource['address']),
  }
}

function addressOf(addresses: unknown): string | null {
  const [address] = objectsAt({ addresses }, 'addresses')
  const line = at(address, 'line')
  const parts = [
    ...(Array.isArray(line) ? line : []),
    textAt(address, 'city'),
    textAt(address, 'state'),
    textAt(address, 'postalCode'),
  ].filter((part): part is string => typeof part === 'string' && part.trim() !== '')
  return textAt(address, 'text') ?? (parts.length === 0 ? null : parts.join(', '))
}
