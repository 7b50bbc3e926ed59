import { constants } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { createConnection } from '../../platform/database/index.ts'
import { DataFolderInUse, lockDataFolder } from '../data-folder-lock.ts'
import { connectionStringOf } from '../embedded-postgres.ts'
import { syncTree } from '../sync-tree.ts'
import { BackupError } from './backup-error.ts'
import { packFolder, unpackFolder, verifyPacked, writeManifest } from './folder-archive.ts'
import type { SealedFolder } from './sealed-folder.ts'

const ARCHIVES = 'archives/database'
const DAY_MILLISECONDS = 86_400_000

/** Stays behind: the lock is the machine's, and a copy that holds the key to itself would be locked for nobody. */
const NOT_COPIED = /^(?:lock(?:-journal)?|master\.key.*|.*\.(?:unfinished|making)(?:-socket)?)$/

/**
 * Copies the embedded database, whether the server runs or not, and reads the copy back before it counts.
 * @returns the name of the copy, its size in bytes, and for how many milliseconds the server's statements had to wait.
 */
export async function backUpDataFolder(
  backup: SealedFolder,
  dataDirectory: string,
  keepDays: number,
  now: Date,
): Promise<{ name: string; bytes: number; waitedMilliseconds: number }> {
  const snapshot = path.join(dataDirectory, `backup.${process.pid}.unfinished`)
  await removeAbandoned(dataDirectory)
  try {
    const waitedMilliseconds = await takeSnapshot(dataDirectory, snapshot)
    const manifest = await writeManifest(snapshot)
    const name = `${ARCHIVES}/${now.toISOString().replaceAll(/[:.]/g, '-')}.tar.zst`
    const { bytes } = await backup.write(name, packFolder(snapshot))
    try {
      await verifyPacked(backup.read(name), manifest)
    } catch (error) {
      await backup.remove(name)
      throw error
    }
    await removeOld(backup, new Date(now.getTime() - keepDays * DAY_MILLISECONDS))
    return { name, bytes, waitedMilliseconds }
  } finally {
    await rm(snapshot, { recursive: true, force: true })
  }
}

/**
 * Puts a copy of the embedded database into a data folder that has none. It appears whole or not at all.
 * @param name Of the copy; the newest where not given.
 * @throws {BackupError} where there is no such copy, or a database that would be lost.
 * @throws {DataFolderInUse}
 */
export async function restoreDataFolder(
  backup: SealedFolder,
  dataDirectory: string,
  name?: string,
): Promise<{ name: string }> {
  const names = await backup.names(ARCHIVES)
  const chosen = name === undefined ? names.at(-1) : names.find((each) => each === name)
  if (chosen === undefined) {
    throw new BackupError(`There is no such copy of the database. There are: ${names.join(', ') || 'none'}.`)
  }
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  const lock = lockDataFolder(dataDirectory)
  const unpacked = path.join(dataDirectory, `restore.${process.pid}.unfinished`)
  try {
    if (await exists(path.join(dataDirectory, 'postgres'))) {
      throw new BackupError(
        `The folder ${dataDirectory} holds a database already. Move its folder postgres away first, or set SWASTHWRAP_DATA_DIR to another folder.`,
      )
    }
    await readToEnd(backup.read(chosen))
    await mkdir(unpacked, { mode: 0o700 })
    await unpackFolder(backup.read(chosen), unpacked)
    await syncTree(unpacked)
    // The database comes last: without it the rest is nothing that a start would take for an installation.
    for (const part of (await readdir(unpacked)).sort((a, b) => Number(a === 'postgres') - Number(b === 'postgres'))) {
      await rename(path.join(unpacked, part), path.join(dataDirectory, part))
    }
    return { name: chosen }
  } finally {
    await rm(unpacked, { recursive: true, force: true })
    lock.release()
  }
}

/** Copies the data folder as it is at one moment, and says how long the server's statements had to wait for it. */
async function takeSnapshot(dataDirectory: string, snapshot: string): Promise<number> {
  if (!(await exists(path.join(dataDirectory, 'postgres')))) {
    throw new BackupError(`The folder ${dataDirectory} holds no database to copy.`)
  }
  let lock: { release(): void }
  try {
    lock = lockDataFolder(dataDirectory)
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error
    return takeSnapshotOfRunning(dataDirectory, snapshot)
  }
  try {
    await copyParts(dataDirectory, snapshot)
    return 0
  } finally {
    lock.release()
  }
}

/**
 * All clients of the embedded database share its one session, so while one holds a transaction no other statement runs,
 * and nothing changes in the folder. What a copy made meanwhile holds is what a crash at this moment would have left, which
 * PostgreSQL is made to start from.
 */
async function takeSnapshotOfRunning(dataDirectory: string, snapshot: string): Promise<number> {
  const connection = createConnection(connectionStringOf(path.join(dataDirectory, 'postgres')))
  await connection.connect()
  try {
    await connection.query('begin')
    const began = performance.now()
    await connection.query('checkpoint')
    await copyParts(dataDirectory, snapshot)
    await connection.query('rollback')
    return Math.round(performance.now() - began)
  } finally {
    await connection.end()
  }
}

async function copyParts(dataDirectory: string, snapshot: string): Promise<void> {
  await mkdir(snapshot, { mode: 0o700 })
  for (const entry of await readdir(dataDirectory, { withFileTypes: true })) {
    // Uploads, and copies for people, are mirrored file by file; the socket's folder holds nothing.
    if (NOT_COPIED.test(entry.name) || (entry.isDirectory() && entry.name !== 'postgres')) continue
    if (!entry.isDirectory() && !entry.isFile()) continue
    await cp(path.join(dataDirectory, entry.name), path.join(snapshot, entry.name), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    })
  }
}

/** What a backup left that was killed halfway. One that still runs keeps its own. */
async function removeAbandoned(dataDirectory: string): Promise<void> {
  if (!(await exists(dataDirectory))) return
  for (const name of await readdir(dataDirectory)) {
    const owner = /^backup\.(\d+)\.unfinished$/.exec(name)?.[1]
    if (owner !== undefined && !isRunning(Number(owner))) {
      await rm(path.join(dataDirectory, name), { recursive: true, force: true })
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    return processId !== process.pid && process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Lets go copies from before a moment, though never the newest. */
async function removeOld(backup: SealedFolder, before: Date): Promise<void> {
  const oldest = `${ARCHIVES}/${before.toISOString().replaceAll(/[:.]/g, '-')}`
  for (const name of (await backup.names(ARCHIVES)).slice(0, -1)) {
    if (name < oldest) await backup.remove(name)
  }
}

/** What was changed or cut off is known before anything of it is written. @throws {DecryptionError} */
async function readToEnd(stream: AsyncIterable<Buffer>): Promise<void> {
  const iterator = stream[Symbol.asyncIterator]()
  while (!(await iterator.next()).done);
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  )
}
