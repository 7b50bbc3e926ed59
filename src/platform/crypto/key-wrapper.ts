import { hkdfSync } from 'node:crypto'
import { sha256Hex } from './digest.ts'
import { KEY_BYTES, open, seal } from './sealed-box.ts'

/**
 * Wraps keys with a key that this process need not hold. The shape is that of a key management service: whoever runs
 * one implements these two calls.
 */
export interface KeyWrapper {
  /** Names the wrapping key, so that a wrapped key tells what unwraps it. Not a secret. */
  readonly id: string
  wrap(key: Uint8Array, identity: string): Promise<Buffer>
  /** @throws {DecryptionError} where the wrapped key is not this wrapper's, or not of this identity. */
  unwrap(wrapped: Uint8Array, identity: string): Promise<Buffer>
  /** A key of 32 bytes for one purpose, the same in every process and after every start. */
  derive(purpose: string): Promise<Buffer>
}

/** Wraps with a master key held in memory. */
export function localKeyWrapper(masterKey: Uint8Array): KeyWrapper {
  return {
    id: sha256Hex(Buffer.concat([Buffer.from('swasthwrap master key '), masterKey])).slice(0, 16),
    wrap: async (key, identity) => seal(masterKey, key, identity),
    unwrap: async (wrapped, identity) => open(masterKey, wrapped, identity),
    derive: async (purpose) => Buffer.from(hkdfSync('sha256', masterKey, '', `swasthwrap ${purpose}`, KEY_BYTES)),
  }
}
