import { createHash } from 'node:crypto'
import { effectiveOf } from '../fhir-times.ts'
import { type JsonObject, objectsAt, textAt } from '../json.ts'
import type { IncomingResource } from './incoming-resource.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * What a resource is known by when it comes again: an identifier of its source, its full URL, its id, or, where it has none of
 * them, what it says. Laboratories give one identifier to all values of an order, so an observation is known by its code and
 * time too. 64 characters.
 */
function sourceKey({ type, resource, fullUrl }: Pick<IncomingResource, 'type' | 'resource' | 'fullUrl'>): string {
  const identifier = objectsAt(resource, 'identifier').find((each) => textAt(each, 'system') && textAt(each, 'value'))
  const within = type === 'Observation' ? contentHash([resource['code'] ?? null, effectiveOf(resource) ?? null]) : ''
  const name =
    (identifier && `${textAt(identifier, 'system')}|${textAt(identifier, 'value')}|${within}`) ??
    (fullUrl?.includes(':') ? fullUrl : undefined) ??
    textAt(resource, 'id') ??
    contentHash(resource)
  return digest(`${type} ${name}`)
}

/** Keys of resources that come together, in their order: where two that differ have one name, the second has its own. */
export function sourceKeys(resources: readonly IncomingResource[]): ReadonlyMap<IncomingResource, string> {
  const keys = new Map<IncomingResource, string>()
  const named = new Map<string, IncomingResource>()
  for (const each of resources) {
    const key = sourceKey(each)
    const first = named.get(key)
    const isOther = first !== undefined && contentHash(first.resource) !== contentHash(each.resource)
    keys.set(each, isOther ? digest(`${key} ${contentHash(each.resource)}`) : key)
    if (first === undefined) named.set(key, each)
  }
  return keys
}

/** A digest of what a value says, whatever the order of its members. */
export function contentHash(value: unknown): string {
  return digest(JSON.stringify(value, sorted) ?? '')
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value as JsonObject).sort(([one], [other]) => (one < other ? -1 : 1)))
}
