import type { Readable } from 'node:stream'
import { decryptStream, encryptStream, type UserKeys, type WrappedDataKey } from '../../platform/crypto/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { type Storage, type StoredFile, storagePaths } from '../../platform/storage/index.ts'

/** An export, or an archive that is to be brought in. */
export interface ArchivePlace {
  readonly kind: 'export' | 'import'
  readonly id: string
  readonly userId: string
}

/** Where archives lie, each encrypted under a key of its own that its person's key wraps. */
export interface ArchiveStore {
  /** Keeps an archive; returns what opens it again. Bytes are those of the encrypted form. */
  put(
    place: ArchivePlace,
    content: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly key: WrappedDataKey; readonly stored: StoredFile }>
  /** Opens an archive for reading of parts of it, both ends included. */
  open(
    place: ArchivePlace,
    file: { readonly bytes: number; readonly key: WrappedDataKey },
  ): Promise<(range: { start: number; end: number }) => AsyncIterable<Uint8Array>>
  remove(place: ArchivePlace): Promise<void>
}

/** What the archive's key is wrapped for; see `WRAPPED_COLUMNS` of the accounts. */
const identityOf = ({ kind, id }: ArchivePlace) => `data-${kind}:${id}`
const pathOf = ({ kind, id, userId }: ArchivePlace) => storagePaths.backup(userId, `${kind}-${id}`)

export function createArchiveStore(services: {
  readonly database: Database
  readonly storage: Storage
  readonly userKeys: UserKeys
}): ArchiveStore {
  const { database, storage, userKeys } = services
  return {
    async put(place, content) {
      const identity = identityOf(place)
      const { key, stored: wrapped } = await database.asUser(place.userId, (transaction) =>
        userKeys.newDataKey(transaction, place.userId, identity),
      )
      const stored = await storage.put(pathOf(place), encryptStream(content, key, identity))
      return { key: wrapped, stored }
    },
    async open(place, file) {
      const identity = identityOf(place)
      const key = await database.asUser(place.userId, (transaction) =>
        userKeys.openDataKey(transaction, place.userId, identity, file.key),
      )
      const readStored = (part: { start: number; end: number }): Promise<Readable> => storage.read(pathOf(place), part)
      return (range) => decryptStream(readStored, key, identity, file.bytes, range)
    },
    remove: (place) => storage.remove(pathOf(place)),
  }
}
