import type { FastifyInstance } from 'fastify'

/** Which methods an address answers to, whatever the method of the request was. */
export interface RouteTable {
  methodsAt(url: string): readonly string[]
}

interface Entry {
  readonly segments: readonly string[]
  readonly methods: Set<string>
}

/** Notes every route that is registered on `app` from now on. */
export function collectRoutes(app: FastifyInstance): RouteTable {
  const entries = new Map<string, Entry>()
  app.addHook('onRoute', (route) => {
    const entry = entries.get(route.url) ?? { segments: segmentsOf(route.url), methods: new Set<string>() }
    for (const method of [route.method].flat()) {
      entry.methods.add(method)
    }
    entries.set(route.url, entry)
  })
  return {
    methodsAt(url) {
      const segments = segmentsOf(url.split('?', 1)[0] ?? '')
      const methods = new Set<string>()
      for (const entry of entries.values()) {
        if (matches(entry.segments, segments)) {
          for (const method of entry.methods) {
            methods.add(method)
          }
        }
      }
      return [...methods].sort()
    },
  }
}

function segmentsOf(url: string): string[] {
  return url.split('/').slice(1)
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.at(-1) === '*') {
    const head = pattern.slice(0, -1)
    return segments.length >= head.length && matches(head, segments.slice(0, head.length))
  }
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => (part.startsWith(':') ? segments[index] !== '' : part === segments[index]))
  )
}
