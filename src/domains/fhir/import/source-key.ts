import { createHash } from 'node:crypto'
import { type JsonObject, objectsAt, textAt } from '../json.ts'
import type { IncomingResource } from './incoming-resource.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * What a resource is known by when it comes again: an identifier of its source, its full URL, its id, or, where it has none of
 * them, what it says. 64 characters.
 */
export function sourceKey({
  type,
  resource,
  fullUrl,
}: Pick<IncomingResource, 'type' | 'resource' | 'fullUrl'>): string {
  const identifier = objectsAt(resource, 'identifier').find((each) => textAt(each, 'system') && textAt(each, 'value'))
  const id = textAt(resource, 'id')
  const name =
    (identifier && `${textAt(identifier, 'system')}|${textAt(identifier, 'value')}`) ??
    (fullUrl?.includes(':') ? fullUrl : undefined) ??
    id ??
    contentHash(resource)
  return digest(`${type} ${name}`)
}

/** A digest of what a value says, whatever the order of its members. */
export function contentHash(value: unknown): string {
  return digest(JSON.stringify(value, sorted) ?? '')
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value as JsonObject).sort(([one], [other]) => (one < other ? -1 : 1)))
}
