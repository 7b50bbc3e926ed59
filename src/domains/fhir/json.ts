/**
 * Reading of JSON that somebody else wrote: nothing about its shape is certain, and what is not there, or is of another kind
 * than FHIR has it, reads as `undefined`.
 */

export type JsonObject = Readonly<Record<string, unknown>>

export function objectOf(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

/** What a path of names leads to. A list on the way stands for its first element. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current: unknown = value
  for (const name of path) {
    const object = objectOf(Array.isArray(current) ? current[0] : current)
    if (object === undefined || !Object.hasOwn(object, name)) return undefined
    current = object[name]
  }
  return current
}

/** The objects of a list. */
export function objectsAt(value: unknown, ...path: readonly string[]): readonly JsonObject[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found.map(objectOf).filter((each) => each !== undefined) : []
}

/** A text that says something. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined
}

export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
