import { GatewayError } from '../gateway-error.ts'

/**
 * The number of the last event that a client has, as `starting_after` gives it; -1 for a client that has none.
 * @throws {GatewayError} for what is no event number.
 */
export function readStartingAfter(value: unknown): number {
  if (value === undefined || value === null || value === '') return -1
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < -1) throw new GatewayError('invalid_parameter', 'starting_after')
  return number
}
