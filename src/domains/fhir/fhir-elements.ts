import type { CodeableConcept, Extension, Identifier } from '@medplum/fhirtypes'
import type { Code } from '../../clinical/terminology/index.ts'
import { type JsonObject, objectsAt, textAt } from './json.ts'

/** What the record knows and FHIR R4 has no element for. */
const EXTENSIONS = 'urn:swasthwrap:fhir:'
/** RFC 3986: identifiers that are addresses themselves. */
const URI_SYSTEM = 'urn:ietf:rfc:3986'
export const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

type WithGaps<Element> = { readonly [Name in keyof Element]: Element[Name] | undefined }

/** An element without the members that are not there, as FHIR wants it: no `null`, no empty list. */
export function element<Element extends object>(members: WithGaps<Element>): Element {
  const present = Object.entries(members).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(present) as Element
}

/** A list of those that are there. */
export function listOf<Each>(...items: readonly (Each | undefined)[]): Each[] {
  return items.filter((item) => item !== undefined)
}

export function codeOf({ system, code, display }: Code): { system: string; code: string; display: string } {
  return { system, code, display }
}

export function concept(code: Code, text?: string): CodeableConcept {
  return { coding: [codeOf(code)], ...(text !== undefined && { text }) }
}

/** A concept of a code that needs no words. */
export function coded(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }] }
}

export const urnOf = (id: string) => `urn:uuid:${id}`

/** The row's own identifier: by it the record knows a resource again that it has sent. */
export function identifiersOf(...ids: readonly string[]): Identifier[] {
  return ids.map((id) => ({ system: URI_SYSTEM, value: urnOf(id) }))
}

const OWN_ID = /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The ids of the rows that a resource of ours was made of. */
export function ownRowIds(resource: JsonObject): string[] {
  const own = objectsAt(resource, 'identifier').filter(({ system }) => system === URI_SYSTEM)
  return own.flatMap((identifier) => OWN_ID.exec(textAt(identifier, 'value') ?? '')?.[1]?.toLowerCase() ?? [])
}

/** An extension of ours with a text, or none where there is nothing to say. */
export function extension(name: string, value: string | null): Extension | undefined {
  return value === null ? undefined : { url: `${EXTENSIONS}${name}`, valueString: value }
}

export function extensionText(value: unknown, name: string): string | null {
  const found = objectsAt(value, 'extension').find(({ url }) => url === `${EXTENSIONS}${name}`)
  return textAt(found, 'valueString') ?? null
}

/** The code that a concept has in a system. */
export function codeIn(value: unknown, system: string): string | undefined {
  return textAt(
    objectsAt(value, 'coding').find((coding) => coding['system'] === system),
    'code',
  )
}

/** All codes of a concept, for lists that FHIR fixes: some leave out whose code it is. */
export function codesOf(value: unknown): readonly string[] {
  return objectsAt(value, 'coding').flatMap((coding) => textAt(coding, 'code') ?? [])
}

/** All codes that a concept has in a system. */
export function codesIn(value: unknown, system: string): readonly string[] {
  return objectsAt(value, 'coding')
    .filter((coding) => coding['system'] === system)
    .flatMap((coding) => textAt(coding, 'code') ?? [])
}

/** A concept in words: its own text, or those of a code. */
export function wordsOf(value: unknown): string | undefined {
  return textAt(value, 'text') ?? objectsAt(value, 'coding').flatMap((coding) => textAt(coding, 'display') ?? [])[0]
}

/** The annotations of a resource as one text. */
export function notesOf(value: unknown): string | null {
  const texts = objectsAt(value, 'note').flatMap((note) => textAt(note, 'text') ?? [])
  return texts.length === 0 ? null : texts.join('\n')
}
