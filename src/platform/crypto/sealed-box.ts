import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const VERSION = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES

/** Bytes of every key here: AES-256. */
export const KEY_BYTES = 32

/** What was sealed cannot be opened: another key, another identity, or changed bytes. Which of them cannot be told. */
export class DecryptionError extends Error {
  override name = 'DecryptionError'
}

/**
 * Encrypts a short value with AES-256-GCM (NIST SP 800-38D) under a random nonce.
 * @param identity What the value belongs to, such as `user-key:<user>:<version>`; it opens under no other identity, so
 * a value copied into another row is worthless there.
 * @returns version byte, 12 bytes of nonce, ciphertext, 16 bytes of tag.
 */
export function seal(key: Uint8Array, plaintext: Uint8Array, identity: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(identity))
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, ciphertext, cipher.getAuthTag()])
}

/**
 * Opens what {@link seal} made.
 * @throws {DecryptionError} where key, identity or bytes are not those of the sealing.
 */
export function open(key: Uint8Array, sealed: Uint8Array, identity: string): Buffer {
  if (sealed.byteLength < OVERHEAD_BYTES || sealed[0] !== VERSION) {
    throw new DecryptionError('The sealed value has an unknown form.')
  }
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(identity))
  decipher.setAuthTag(sealed.subarray(sealed.byteLength - TAG_BYTES))
  try {
    const ciphertext = sealed.subarray(1 + NONCE_BYTES, sealed.byteLength - TAG_BYTES)
    return Buffer.concat([decipher.update(ciphertext), decipher.final()])
  } catch (cause) {
    throw new DecryptionError('The sealed value cannot be opened with this key.', { cause })
  }
}
