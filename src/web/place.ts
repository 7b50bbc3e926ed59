/**
 * Where the person is, kept behind the `#` of the address: the server knows one page only, and what is looked at in a
 * health record stays out of its logs.
 */
export interface Place {
  /** Decoded parts of the path: `#/documents/7?page=2` has `['documents', '7']`. */
  readonly segments: readonly string[]
  readonly query: Readonly<Record<string, string>>
}

/** Reads the part of an address from its `#` on. What cannot be decoded is nowhere, and leads home. */
export function parsePlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#?\/*/, '').split('?', 2)
  try {
    const segments = path.split('/').filter((part) => part !== '')
    return { segments: segments.map(decodeURIComponent), query: Object.fromEntries(new URLSearchParams(search)) }
  } catch {
    return { segments: [], query: {} }
  }
}

/**
 * The address of a place, for `href`.
 * @param path segments, encoded here: `['documents', id]`.
 * @param query entries without a value are left out.
 */
export function placeHref(
  path: readonly string[],
  query: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  const search = new URLSearchParams(entries).toString()
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`
}

/**
 * What the named segments of a pattern stand for in this place; nothing where it is another place.
 * @param pattern `documents/:id`, `chat/:session?`
 */
export function matchPlace(pattern: string, place: Place): Readonly<Record<string, string>> | undefined {
  const parts = pattern.split('/').filter((part) => part !== '')
  const found: Record<string, string> = {}
  for (const [at, part] of parts.entries()) {
    const segment = place.segments[at]
    if (!part.startsWith(':')) {
      if (part !== segment) return undefined
    } else if (segment !== undefined) {
      found[part.replace(/^:|\?$/g, '')] = segment
    } else if (!part.endsWith('?')) return undefined
  }
  return place.segments.length > parts.length ? undefined : found
}
