import { type JsonObject, objectsAt, textAt } from '../json.ts'
import type { IncomingResource } from './incoming-resource.ts'

/** Finds the resource that a reference means. */
export type Resolve = (reference: string | undefined, from: IncomingResource) => IncomingResource | undefined

/**
 * References are by full URL (`urn:uuid:…`, an address), relative (`Patient/1`, below the address of the entry that refers), or
 * into the resource itself (`#1`). What is not in the bundle is not fetched from anywhere.
 */
export function createResolver(resources: readonly IncomingResource[]): Resolve {
  const byUrl = new Map<string, IncomingResource>()
  const byId = new Map<string, IncomingResource>()
  for (const each of resources) {
    const id = textAt(each.resource, 'id')
    if (each.fullUrl !== undefined && !byUrl.has(each.fullUrl)) byUrl.set(each.fullUrl, each)
    if (id !== undefined && !byId.has(`${each.type}/${id}`)) byId.set(`${each.type}/${id}`, each)
  }
  return (reference, from) => {
    if (reference === undefined) return undefined
    if (reference.startsWith('#')) return containedIn(from, reference.slice(1))
    const withoutVersion = reference.replace(/\/_history\/[^/]+$/, '')
    const base = from.fullUrl?.replace(/[^/]+\/[^/]+$/, '') ?? ''
    return (
      byUrl.get(withoutVersion) ??
      byUrl.get(base + withoutVersion) ??
      byId.get(withoutVersion) ??
      byId.get(withoutVersion.split('/').slice(-2).join('/'))
    )
  }
}

function containedIn(from: IncomingResource, id: string): IncomingResource | undefined {
  const index = objectsAt(from.resource, 'contained').findIndex((each) => each['id'] === id)
  const resource: JsonObject | undefined = objectsAt(from.resource, 'contained')[index]
  const type = textAt(resource, 'resourceType')
  if (resource === undefined || type === undefined) return undefined
  return { path: `${from.path}.contained[${index}]`, type, fullUrl: undefined, resource }
}
