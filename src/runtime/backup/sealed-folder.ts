import { hkdfSync, randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { decryptStream, encryptStream, type KeyWrapper, plainSize } from '../../platform/crypto/index.ts'
import type { Storage, StoredFile } from '../../platform/storage/index.ts'
import { BackupError } from './backup-error.ts'

const KEY_FILE = 'state/key.json'
const KEY_IDENTITY = 'backup-key'
const KEY_BYTES = 32

/** A place of backups. Nothing in it can be read without the master key, and each file appears whole or not at all. */
export interface SealedFolder {
  write(name: string, source: AsyncIterable<Uint8Array>): Promise<StoredFile>
  /** @throws {DecryptionError} while streaming, where the file was changed or cut off. */
  read(name: string): AsyncIterable<Buffer>
  /** Whether there is such a file. */
  has(name: string): Promise<boolean>
  names(folder: string): Promise<string[]>
  remove(name: string): Promise<void>
}

/**
 * Opens a place of backups, under a key of its own that the master key wraps. A master key that came after the one that
 * wrapped it wraps it anew.
 * @param place Where the files lie.
 * @param isNew Whether an empty place is made one of backups; otherwise it is refused.
 * @throws {BackupError} where there are no backups.
 * @throws {DecryptionError} where neither the master key nor an earlier one opens them.
 */
export async function openSealedFolder(place: Storage, keyWrapper: KeyWrapper, isNew: boolean): Promise<SealedFolder> {
  const key = await openKey(place, keyWrapper, isNew)
  // A key for each file, so that no two of them can ever share a nonce.
  const keyOf = (name: string) => Buffer.from(hkdfSync('sha256', key, '', `backup ${name}`, KEY_BYTES))
  return {
    write: (name, source) => place.put(name, encryptStream(source, keyOf(name), identityOf(name))),
    async *read(name) {
      const size = await place.size(name)
      if (size === undefined) throw new BackupError(`The backup lacks its file ${name}.`)
      const read = (range: { start: number; end: number }) => place.read(name, range)
      yield* decryptStream(read, keyOf(name), identityOf(name), plainSize(size))
    },
    has: async (name) => (await place.size(name)) !== undefined,
    async names(folder) {
      const names: string[] = []
      for await (const { key: name } of place.list(folder)) names.push(name)
      return names.sort()
    },
    remove: (name) => place.remove(name),
  }
}

const identityOf = (name: string) => `backup:${name}`

async function openKey(place: Storage, keyWrapper: KeyWrapper, isNew: boolean): Promise<Buffer> {
  if ((await place.size(KEY_FILE)) === undefined) {
    if (!isNew) throw new BackupError('There is no backup in this folder: name the one that BACKUP_DIR named.')
    const key = randomBytes(KEY_BYTES)
    await keepKey(place, keyWrapper, key)
    return key
  }
  const { wrapper, wrapped } = JSON.parse(await text(await place.read(KEY_FILE))) as Record<string, string>
  const key = await keyWrapper.unwrap(Buffer.from(wrapped ?? '', 'base64'), KEY_IDENTITY)
  if (wrapper !== keyWrapper.id) await keepKey(place, keyWrapper, key)
  return key
}

async function keepKey(place: Storage, keyWrapper: KeyWrapper, key: Buffer): Promise<void> {
  const wrapped = (await keyWrapper.wrap(key, KEY_IDENTITY)).toString('base64')
  await place.put(KEY_FILE, once(Buffer.from(`${JSON.stringify({ wrapper: keyWrapper.id, wrapped })}\n`)))
}

/** A stream of what is there already. */
export async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
