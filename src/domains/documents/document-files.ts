import type { Readable } from 'node:stream'
import { decryptStream, encryptStream, type UserKeys, type WrappedDataKey } from '../../platform/crypto/index.ts'
import type { Database } from '../../platform/database/index.ts'
import type { Storage } from '../../platform/storage/index.ts'

/** Where a document's file is and what opens it. */
export interface StoredDocumentFile {
  readonly documentId: string
  readonly userId: string
  readonly path: string
  /** In the clear. */
  readonly bytes: number
  readonly dataKey: WrappedDataKey
}

/**
 * The files of documents. Every one is encrypted under a key of its own, which only its owner's key unwraps: who has the
 * disk, or a backup of it, has nothing.
 */
export interface DocumentFiles {
  /** Keeps a file; returns what opens it again. */
  put(file: {
    readonly documentId: string
    readonly userId: string
    readonly path: string
    readonly content: Uint8Array
  }): Promise<WrappedDataKey>
  /** A part of a file in the clear, both ends included; without a range, all of it. */
  read(file: StoredDocumentFile, range?: { start: number; end: number }): Promise<AsyncIterable<Uint8Array>>
  readWhole(file: StoredDocumentFile): Promise<Buffer>
  remove(path: string): Promise<void>
}

const identityOf = (documentId: string) => `document:${documentId}`

export function createDocumentFiles(options: {
  readonly database: Database
  readonly storage: Storage
  readonly userKeys: UserKeys
}): DocumentFiles {
  const { database, storage, userKeys } = options

  const files: DocumentFiles = {
    async put({ documentId, userId, path, content }) {
      const identity = identityOf(documentId)
      const { key, stored } = await database.asUser(userId, (transaction) =>
        userKeys.newDataKey(transaction, userId, identity),
      )
      await storage.put(path, encryptStream(once(content), key, identity))
      return stored
    },

    async read(file, range) {
      const identity = identityOf(file.documentId)
      const key = await database.asUser(file.userId, (transaction) =>
        userKeys.openDataKey(transaction, file.userId, identity, file.dataKey),
      )
      const readStored = (part: { start: number; end: number }): Promise<Readable> => storage.read(file.path, part)
      return decryptStream(readStored, key, identity, file.bytes, range)
    },

    async readWhole(file) {
      const parts: Uint8Array[] = []
      for await (const part of await files.read(file)) {
        parts.push(part)
      }
      return Buffer.concat(parts)
    },

    remove: (path) => storage.remove(path),
  }
  return files
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
