import { GatewayError } from '../gateway-error.ts'

/** No honest request is nested deeper; what is could exhaust the stack further on. */
const DEEPEST = 64

/**
 * Refuses JSON with text that no database can hold: U+0000, or half of a surrogate pair.
 * @throws {GatewayError} naming the field.
 */
export function requireStorable(value: unknown, path: readonly (string | number)[] = []): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed()) throw new GatewayError('invalid_parameter', path.join('.'))
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (path.length > DEEPEST) throw new GatewayError('invalid_parameter', path.slice(0, 3).join('.'))
  for (const [key, inner] of Object.entries(value)) {
    requireStorable(key, path)
    requireStorable(inner, [...path, key])
  }
}
