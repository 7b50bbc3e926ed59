import { objectsAt, textAt } from '../json.ts'
import type { IncomingResource } from './incoming-resource.ts'

/** Finds the resource that a reference means. */
export type Resolve = (reference: string | undefined, from: IncomingResource) => IncomingResource | undefined

const CONTAINED = /\.contained\[\d+\]$/

/** The resources that a resource holds itself, which only it can refer to. */
export function containedIn(owner: IncomingResource): IncomingResource[] {
  return objectsAt(owner.resource, 'contained').flatMap((resource, index) => {
    const type = textAt(resource, 'resourceType')
    if (type === undefined) return []
    const id = textAt(resource, 'id') ?? String(index)
    const name = owner.fullUrl ?? textAt(owner.resource, 'identifier', 'value') ?? textAt(owner.resource, 'id') ?? ''
    return [
      { path: `${owner.path}.contained[${index}]`, type, fullUrl: `contained:${owner.type}/${name}#${id}`, resource },
    ]
  })
}

/**
 * References are by full URL (`urn:uuid:…`, an address), relative (`Patient/1`, below the address of the entry that refers), or
 * into the resource itself (`#1`). What is not in the bundle is not fetched from anywhere.
 * @param contained Of every resource, from `containedIn`.
 */
export function createResolver(
  resources: readonly IncomingResource[],
  contained: readonly IncomingResource[],
): Resolve {
  const byUrl = new Map<string, IncomingResource>()
  const byId = new Map<string, IncomingResource>()
  const inside = new Map<string, IncomingResource>()
  for (const each of resources) {
    const id = textAt(each.resource, 'id')
    if (each.fullUrl !== undefined && !byUrl.has(each.fullUrl)) byUrl.set(each.fullUrl, each)
    if (id !== undefined && !byId.has(`${each.type}/${id}`)) byId.set(`${each.type}/${id}`, each)
  }
  for (const each of contained) {
    inside.set(`${each.path.replace(CONTAINED, '')}#${textAt(each.resource, 'id') ?? ''}`, each)
  }
  return (reference, from) => {
    if (reference === undefined) return undefined
    if (reference.startsWith('#')) return inside.get(`${from.path.replace(CONTAINED, '')}${reference}`)
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
