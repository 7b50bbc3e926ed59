import { sha256Hex } from './digest.ts'
import { DecryptionError, open, seal } from './sealed-box.ts'

/**
 * Wraps keys with a key that this process need not hold. The shape is that of a key management service: whoever runs
 * one implements these two calls, `Encrypt` and `Decrypt` with an encryption context there.
 */
export interface KeyWrapper {
  /** Names the wrapping key, so that a key wrapped by another one is known and can be wrapped anew. Not a secret. */
  readonly id: string
  wrap(key: Uint8Array, identity: string): Promise<Buffer>
  /** @throws {DecryptionError} where the wrapped key is not this wrapper's, or not of this identity. */
  unwrap(wrapped: Uint8Array, identity: string): Promise<Buffer>
  /** Goes over to a new key, where that is this process's to do. What earlier ones wrapped still opens. */
  rotate?(): Promise<void>
}

/**
 * Wraps with a master key held in memory.
 * @param previous Master keys that were in use before: they still open, and wrap nothing more.
 * @param next Makes another master key and keeps it, together with these, before it is used.
 */
export function localKeyWrapper(
  masterKey: Uint8Array,
  previous: readonly Uint8Array[] = [],
  next?: (earlier: readonly Uint8Array[]) => Promise<Uint8Array>,
): KeyWrapper {
  let keys: readonly Uint8Array[] = [masterKey, ...previous]
  const current = (): Uint8Array => keys[0] ?? masterKey
  return {
    get id() {
      return sha256Hex(Buffer.concat([Buffer.from('swasthwrap master key '), current()])).slice(0, 16)
    },
    wrap: async (key, identity) => seal(current(), key, identity),
    async unwrap(wrapped, identity) {
      let failure: unknown
      for (const key of keys) {
        try {
          return open(key, wrapped, identity)
        } catch (error) {
          if (!(error instanceof DecryptionError)) throw error
          failure ??= error
        }
      }
      throw failure
    },
    ...(next && {
      async rotate() {
        keys = [await next(keys), ...keys]
      },
    }),
  }
}
