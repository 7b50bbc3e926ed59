import { hash, randomBytes } from 'node:crypto'

/** SHA-256 as 64 lower-case hexadecimal digits: the only form in which tokens are stored. */
export function sha256Hex(value: string | Uint8Array): string {
  return hash('sha256', value, 'hex')
}

/**
 * An unguessable token of 256 bits in base64url, with a prefix by which people and secret scanners recognise its kind:
 * `swr_…`.
 */
export function randomToken(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`
}
