import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { decryptStream, encryptedSize, encryptStream } from '../../../platform/crypto/index.ts'
import { type Storage, storagePaths } from '../../../platform/storage/index.ts'
import type { ArchiveBytes } from '../archives/open-archive.ts'

/** An archive that waits to be read, as it was kept. */
export interface StoredArchive {
  readonly id: string
  readonly path: string
  /** Base64 of the key that opens this file alone. It is sealed before it is stored. */
  readonly key: string
  /** In the clear. */
  readonly bytes: number
}

/** Archives on their way into the record: encrypted, each under a key of its own, and removed once they are read. */
export interface ImportFiles {
  /** @throws {Problem} `payload-too-large` beyond the limit. */
  put(
    userId: string,
    id: string,
    content: AsyncIterable<Uint8Array>,
    maximumBytes: number,
  ): Promise<StoredArchive & { readonly sha256: string }>
  open(archive: StoredArchive): ArchiveBytes
  remove(path: string): Promise<void>
}

const identityOf = (id: string) => `service-import:${id}`
const KEY_BYTES = 32

export function createImportFiles(storage: Storage): ImportFiles {
  return {
    async put(userId, id, content, maximumBytes) {
      const path = storagePaths.serviceImport(userId, id)
      const key = randomBytes(KEY_BYTES)
      const hash = createHash('sha256')
      let bytes = 0
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of content) {
          hash.update(chunk)
          bytes += chunk.byteLength
          yield chunk
        }
      }
      const limits = { maximumBytes: encryptedSize(maximumBytes) }
      await storage.put(path, encryptStream(counted(), key, identityOf(id)), limits)
      return { id, path, key: key.toString('base64'), bytes, sha256: hash.digest('hex') }
    },
    open: ({ id, path, key, bytes }) => ({
      size: bytes,
      read: async (start, end) =>
        Readable.from(
          decryptStream((range) => storage.read(path, range), Buffer.from(key, 'base64'), identityOf(id), bytes, {
            start,
            end: end - 1,
          }),
          { objectMode: false },
        ),
    }),
    remove: (path) => storage.remove(path),
  }
}
