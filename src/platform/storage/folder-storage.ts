import { createHash, randomBytes } from 'node:crypto'
import { type FileHandle, glob, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { NotFound, PayloadTooLarge, Problem } from '../errors/problem.ts'
import { assertStorageKey, type Storage, StorageFull, type StoredFile } from './storage.ts'

/**
 * Where files are while they arrive, in the first folder of their key: on the disk of their place, so that a rename moves
 * them in one step, also where `uploads` or `keys` is a disk of its own.
 */
const INCOMING = '.incoming'

/** Other processes may be writing here too; none of them pauses for an hour. */
const ABANDONED_MILLISECONDS = 60 * 60_000

/**
 * Keeps files in a folder. Files are readable by the owner of the process alone.
 * @param root Absolute path; made where it does not exist. What an interrupted process left unfinished is removed, once it
 *   is old enough to be no other process's.
 */
export async function openFolderStorage(root: string): Promise<Storage> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  for (const folder of await readdir(root)) await removeAbandoned(path.join(root, folder, INCOMING))

  function pathOf(key: string): string {
    assertStorageKey(key)
    return path.join(root, key)
  }

  return {
    async put(key, source, limits = {}) {
      const destination = pathOf(key)
      const incoming = path.join(root, key.split('/')[0] ?? '', INCOMING)
      const unfinished = path.join(incoming, randomBytes(16).toString('hex'))
      try {
        await mkdir(incoming, { recursive: true, mode: 0o700 })
        const stored = await writeThrough(unfinished, source, limits.maximumBytes ?? Number.POSITIVE_INFINITY)
        const madeFrom = await mkdir(path.dirname(destination), { recursive: true, mode: 0o700 })
        await rename(unfinished, destination)
        await syncFolders(path.dirname(destination), madeFrom === undefined ? undefined : path.dirname(madeFrom))
        return stored
      } catch (error) {
        await rm(unfinished, { force: true })
        throw hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT') ? new Problem(StorageFull, { cause: error }) : error
      }
    },

    async read(key, range) {
      let handle: FileHandle
      try {
        handle = await open(pathOf(key), 'r')
      } catch (error) {
        throw hasCode(error, 'ENOENT') ? new Problem(NotFound, { cause: error }) : error
      }
      // The stream closes the file when it ends, fails or is destroyed.
      return handle.createReadStream(range ?? {})
    },

    async size(key) {
      try {
        return (await stat(pathOf(key))).size
      } catch (error) {
        if (hasCode(error, 'ENOENT')) {
          return undefined
        }
        throw error
      }
    },

    async *list(folder) {
      for await (const file of glob('**/*', { cwd: pathOf(folder), withFileTypes: true })) {
        if (!file.isFile() || path.basename(file.parentPath) === INCOMING) continue
        const place = path.join(file.parentPath, file.name)
        const changedAt = await changeOf(place)
        if (changedAt) yield { key: path.relative(root, place).split(path.sep).join('/'), changedAt }
      }
    },

    async remove(key) {
      await rm(pathOf(key), { force: true })
    },

    async removeFolder(folder) {
      await rm(pathOf(folder), { recursive: true, force: true })
    },
  }
}

async function removeAbandoned(incoming: string): Promise<void> {
  for (const name of await namesIn(incoming)) {
    const file = path.join(incoming, name)
    const changedAt = await changeOf(file)
    if (changedAt && Date.now() - changedAt.getTime() > ABANDONED_MILLISECONDS) await rm(file, { force: true })
  }
}

/** The names in a folder; none where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return []
    throw error
  }
}

/** When a file was last changed; nothing where it is gone. */
async function changeOf(file: string): Promise<Date | undefined> {
  try {
    return (await stat(file)).mtime
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

async function writeThrough(
  file: string,
  source: AsyncIterable<Uint8Array>,
  maximumBytes: number,
): Promise<StoredFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const chunk of source) {
      bytes += chunk.byteLength
      if (bytes > maximumBytes) {
        throw new Problem(PayloadTooLarge, { values: { megabytes: Math.floor(maximumBytes / 1_000_000) } })
      }
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A rename survives a power cut once the folder is on the disk, and a new folder once the one above it is. */
async function syncFolders(folder: string, upTo: string | undefined): Promise<void> {
  for (let current = folder; ; current = path.dirname(current)) {
    const handle = await open(current, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (upTo === undefined || current === upTo || current === path.dirname(current)) {
      return
    }
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code
}
