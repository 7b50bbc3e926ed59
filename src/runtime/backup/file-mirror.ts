import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { Storage } from '../../platform/storage/index.ts'
import { ownerOf, storageFolders, storagePaths } from '../../platform/storage/index.ts'
import { BackupError } from './backup-error.ts'
import { once, type SealedFolder } from './sealed-folder.ts'

const MANIFEST = 'state/files.json'
const KEYS = 'keys/users/'
const ERASURES = 'erasures/users/'
const DAY_MILLISECONDS = 86_400_000

/** What the backup knows of a file, by its key. */
interface MirroredFile {
  readonly sha256: string
  /** Of the original: when it was changed, and when a backup last saw it, in milliseconds since 1970. */
  readonly changedAt: number
  readonly seenAt: number
}

type Manifest = Record<string, MirroredFile>

export interface MirrorReport {
  /** Files that were copied this time, files that the backup holds, and files that it let go. */
  readonly copied: number
  readonly held: number
  readonly removed: number
}

/**
 * Brings the backup's files up to date: copies what came since the last time and lets go what has been gone for
 * `keepDays`, so that a database of any moment in between finds its files. What belonged to a person who was erased, and
 * keys that were destroyed, it lets go at once: of them there is no earlier copy. The manifest is written last: a run that
 * was interrupted is made good by the next.
 */
export async function mirrorFiles(
  backup: SealedFolder,
  storage: Storage,
  keepDays: number,
  now: Date,
): Promise<MirrorReport> {
  const manifest = await readManifest(backup)
  let copied = 0
  for (const folder of storageFolders) {
    for await (const { key, changedAt } of storage.list(folder)) {
      const known = manifest[key]
      let sha256 = known?.sha256
      if (known?.changedAt !== changedAt.getTime() || sha256 === undefined) {
        sha256 = await copy(backup, storage, key)
        // Removed by a person while it was on its way.
        if (sha256 === undefined) continue
        copied += 1
      }
      manifest[key] = { sha256, changedAt: changedAt.getTime(), seenAt: now.getTime() }
    }
  }
  const isErased = erasedIn((key) => key in manifest)
  const forgotten = Object.entries(manifest).filter(([key, { seenAt }]) => {
    const keepMilliseconds = key.startsWith(KEYS) || isErased(key) ? 0 : keepDays * DAY_MILLISECONDS
    return now.getTime() - seenAt > keepMilliseconds
  })
  for (const [key] of forgotten) delete manifest[key]
  await backup.write(MANIFEST, once(Buffer.from(JSON.stringify(manifest))))
  for (const [key] of forgotten) await backup.remove(placeOf(key))
  return { copied, held: Object.keys(manifest).length, removed: forgotten.length }
}

/**
 * Puts every file of the backup that the storage lacks back there, but for those of people who were erased.
 * @throws {BackupError} where one is not what the manifest says.
 */
export async function restoreFiles(backup: SealedFolder, storage: Storage): Promise<{ restored: number }> {
  let restored = 0
  const manifest = await readManifest(backup)
  const noted = new Set(Object.keys(manifest).filter((key) => key.startsWith(ERASURES)))
  for await (const { key } of storage.list(ERASURES.slice(0, -1))) noted.add(key)
  const isErased = erasedIn((key) => noted.has(key))
  for (const [key, { sha256 }] of Object.entries(manifest)) {
    if (isErased(key) || (await storage.size(key)) !== undefined) continue
    const stored = await storage.put(key, backup.read(placeOf(key)))
    if (stored.sha256 !== sha256) throw new BackupError(`The file ${key} in the backup is not the one that was saved.`)
    restored += 1
  }
  return { restored }
}

/** Whether a file belonged to a person whose erasure is noted. */
function erasedIn(isNoted: (key: string) => boolean): (key: string) => boolean {
  return (key) => {
    const owner = ownerOf(key)
    return owner !== undefined && isNoted(storagePaths.erasure(owner))
  }
}

const placeOf = (key: string) => `files/${key}`

async function readManifest(backup: SealedFolder): Promise<Manifest> {
  return (await backup.has(MANIFEST)) ? (JSON.parse(await text(backup.read(MANIFEST))) as Manifest) : {}
}

/** Copies a file and gives its hash; nothing where it is gone. */
async function copy(backup: SealedFolder, storage: Storage, key: string): Promise<string | undefined> {
  if ((await storage.size(key)) === undefined) return undefined
  const hash = createHash('sha256')
  const source = await storage.read(key)
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      yield chunk
    }
  }
  await backup.write(placeOf(key), hashed())
  return hash.digest('hex')
}
