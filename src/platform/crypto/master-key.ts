import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { KEY_BYTES } from './sealed-box.ts'

const FILE_NAME = 'master.key'

/** A master key that is not there or cannot be used. The message is for the operator. */
export class MasterKeyError extends Error {
  override name = 'MasterKeyError'
}

/**
 * Reads a master key from text: 32 bytes as 64 hexadecimal digits or as base64 (either alphabet).
 * @throws {MasterKeyError} for anything else.
 */
export function parseMasterKey(text: string): Buffer {
  const trimmed = text.trim()
  const key = /^[0-9a-f]{64}$/i.test(trimmed) ? Buffer.from(trimmed, 'hex') : Buffer.from(trimmed, 'base64')
  if (key.byteLength !== KEY_BYTES || !/^[A-Za-z0-9+/_-]+=*$/.test(trimmed)) {
    throw new MasterKeyError('it must be 32 bytes, written as 64 hexadecimal digits or as base64')
  }
  return key
}

/**
 * The master keys of a data folder, one a line: the first is in use, those after it still open what they wrapped. The file
 * is made at the first call and readable by the owner alone.
 * @throws {MasterKeyError} where the file holds something else.
 */
export async function masterKeysOfFolder(dataDirectory: string): Promise<readonly Buffer[]> {
  const file = path.join(dataDirectory, FILE_NAME)
  const stored = await readIfThere(file)
  if (stored !== undefined) {
    return parseFile(file, stored)
  }
  await mkdir(dataDirectory, { recursive: true })
  const key = randomBytes(KEY_BYTES)
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeThrough(unfinished, `${key.toString('base64')}\n`)
    // A link appears whole or not at all, and fails where another process was first: then its key counts.
    await link(unfinished, file)
    await syncFolder(dataDirectory)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error
    }
    return parseFile(file, await readFile(file, 'utf8'))
  } finally {
    await rm(unfinished, { force: true })
  }
  return [key]
}

/**
 * Puts other master keys into the data folder's file, whole or not at all.
 * @param keys The one in use first.
 */
export async function keepMasterKeys(dataDirectory: string, keys: readonly Buffer[]): Promise<void> {
  const file = path.join(dataDirectory, FILE_NAME)
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`
  await writeThrough(unfinished, keys.map((key) => `${key.toString('base64')}\n`).join(''))
  await rename(unfinished, file)
  await syncFolder(dataDirectory)
}

async function writeThrough(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function parseFile(file: string, text: string): readonly Buffer[] {
  try {
    return text.trim().split('\n').map(parseMasterKey)
  } catch (cause) {
    throw new MasterKeyError(
      `The master key in ${file} cannot be read. Restore that file from a backup: without it the keys of every user are lost.`,
      { cause },
    )
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined
    }
    throw error
  }
}

/** A new file survives a power cut only once its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
