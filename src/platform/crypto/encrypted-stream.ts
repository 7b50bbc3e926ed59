import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { DecryptionError } from './sealed-box.ts'

/**
 * Files encrypted in segments of 64 KiB with AES-256-GCM, after the STREAM construction (Hoang, Reyhanitabar, Rogaway,
 * Vizár: "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", 2015), as age and Tink do. A file of
 * any size passes in constant memory, any part of it can be read alone, and no segment can be changed, moved, dropped or
 * cut off at the end without notice.
 *
 * Layout: 4 bytes `SWE1`, 7 bytes of random nonce prefix, then segments of ciphertext with 16 bytes of tag each. A
 * segment's nonce is the prefix, its number (4 bytes, big endian) and 1 for the last segment or 0 for the others.
 */
const MAGIC = Buffer.from('SWE1')
const PREFIX_BYTES = 7
const HEADER_BYTES = MAGIC.byteLength + PREFIX_BYTES
const TAG_BYTES = 16
const SEGMENT_BYTES = 65_536
const SEALED_SEGMENT_BYTES = SEGMENT_BYTES + TAG_BYTES

function nonceOf(prefix: Uint8Array, segment: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.set(prefix, 0)
  nonce.writeUInt32BE(segment, PREFIX_BYTES)
  nonce.writeUInt8(last ? 1 : 0, 11)
  return nonce
}

/** Ciphertext and tag, each as it comes: joining them would copy every file once more. */
function* sealSegment(key: Uint8Array, nonce: Buffer, identity: Buffer, plaintext: Uint8Array): Generator<Buffer> {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(identity)
  yield cipher.update(plaintext)
  // A stream cipher has nothing left to give here; the call makes the tag.
  cipher.final()
  yield cipher.getAuthTag()
}

function openSegment(key: Uint8Array, nonce: Buffer, identity: Buffer, sealed: Uint8Array): Buffer {
  if (sealed.byteLength < TAG_BYTES) {
    throw new DecryptionError('The encrypted file is cut off.')
  }
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(identity)
  decipher.setAuthTag(sealed.subarray(sealed.byteLength - TAG_BYTES))
  try {
    const plain = decipher.update(sealed.subarray(0, sealed.byteLength - TAG_BYTES))
    decipher.final()
    return plain
  } catch (cause) {
    throw new DecryptionError('The encrypted file cannot be opened with this key, or was changed.', { cause })
  }
}

/** Regroups a stream into pieces of exactly `size` bytes; the last may be shorter, and is there even when empty. */
async function* pieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; last: boolean }> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    const came = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    // Joined once a chunk, and cut without copying: a big file must not leave many times its size to be collected.
    const all = rest.byteLength === 0 ? came : Buffer.concat([rest, came])
    let from = 0
    // One byte beyond a piece must be seen before the piece is known not to be the last.
    while (all.byteLength - from > size) {
      yield { bytes: all.subarray(from, from + size), last: false }
      from += size
    }
    rest = all.subarray(from)
  }
  yield { bytes: rest, last: true }
}

/**
 * Encrypts a stream.
 * @param key 32 bytes, used for this one file.
 * @param identity What the file belongs to, such as `document:<id>`; it opens under no other identity.
 */
export async function* encryptStream(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
  identity: string,
): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX_BYTES)
  const associatedData = Buffer.from(identity)
  yield Buffer.concat([MAGIC, prefix])
  let segment = 0
  for await (const { bytes, last } of pieces(source, SEGMENT_BYTES)) {
    yield* sealSegment(key, nonceOf(prefix, segment, last), associatedData, bytes)
    segment += 1
  }
}

/** Size of the encrypted form of a file, in bytes. */
export function encryptedSize(plainBytes: number): number {
  return HEADER_BYTES + plainBytes + Math.max(1, Math.ceil(plainBytes / SEGMENT_BYTES)) * TAG_BYTES
}

/** Size in the clear of a file whose encrypted form has this size, in bytes. */
export function plainSize(encryptedBytes: number): number {
  const body = encryptedBytes - HEADER_BYTES
  return Math.max(0, body - Math.ceil(body / SEALED_SEGMENT_BYTES) * TAG_BYTES)
}

/** Reads stored bytes, both ends included. */
type ReadRange = (range: { start: number; end: number }) => Promise<AsyncIterable<Uint8Array>>

/**
 * Decrypts a file or a part of it, reading no more than the segments that hold the part.
 * @param plainBytes Size of the whole file in the clear.
 * @param range Bytes of the file in the clear, both ends included; absent, all of it.
 * @throws {DecryptionError} while streaming, before any byte of a segment that is not genuine.
 */
export async function* decryptStream(
  read: ReadRange,
  key: Uint8Array,
  identity: string,
  plainBytes: number,
  range: { start: number; end: number } = { start: 0, end: plainBytes - 1 },
): AsyncGenerator<Buffer> {
  const header = await collect(await read({ start: 0, end: HEADER_BYTES - 1 }))
  if (header.byteLength !== HEADER_BYTES || !header.subarray(0, MAGIC.byteLength).equals(MAGIC)) {
    throw new DecryptionError('The encrypted file has an unknown form.')
  }
  const prefix = header.subarray(MAGIC.byteLength)
  const associatedData = Buffer.from(identity)
  const lastOfFile = Math.max(0, Math.ceil(plainBytes / SEGMENT_BYTES) - 1)
  const first = Math.floor(range.start / SEGMENT_BYTES)
  const last = Math.min(lastOfFile, Math.max(first, Math.floor(range.end / SEGMENT_BYTES)))
  const sealed = await read({
    start: HEADER_BYTES + first * SEALED_SEGMENT_BYTES,
    end: Math.min(HEADER_BYTES + (last + 1) * SEALED_SEGMENT_BYTES, encryptedSize(plainBytes)) - 1,
  })
  let segment = first
  for await (const { bytes } of pieces(sealed, SEALED_SEGMENT_BYTES)) {
    const plain = openSegment(key, nonceOf(prefix, segment, segment === lastOfFile), associatedData, bytes)
    const offset = segment * SEGMENT_BYTES
    const from = Math.max(0, range.start - offset)
    const to = Math.min(plain.byteLength, range.end - offset + 1)
    if (to > from) {
      yield plain.subarray(from, to)
    }
    segment += 1
  }
  if (segment !== last + 1) {
    throw new DecryptionError('The encrypted file is cut off.')
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
