import { createHash, randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderStorage, type Storage, storagePaths } from './index.ts'

let root: string
let storage: Storage

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'storage-'))
  storage = await openFolderStorage(root)
})
afterEach(() => rm(root, { recursive: true }))

async function* chunks(...parts: (Buffer | string | Error)[]): AsyncGenerator<Buffer> {
  for (const part of parts) {
    if (part instanceof Error) {
      throw part
    }
    yield Buffer.from(part)
  }
}

async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const part of source) {
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

const user = '0190a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091'
const key = storagePaths.document(user, new Date('2026-01-31T23:30:00Z'), 'report.pdf')

describe('a folder of files', () => {
  it('is laid out as the storage schema says', () => {
    expect(key).toBe(`uploads/documents/${user}/2026/01/report.pdf`)
    expect(storagePaths.avatar(user, 'a.png')).toBe(`uploads/avatars/${user}/a.png`)
    expect(storagePaths.chatAttachment('s', 'a.png')).toBe('uploads/chat_attachments/s/a.png')
    expect(storagePaths.backup(user, 'a.zip')).toBe(`backups/user_data/${user}/a.zip`)
  })

  it('gives back what was put there, whole or in part', async () => {
    const stored = await storage.put(key, chunks('hello ', 'world'))
    expect(stored).toEqual({ bytes: 11, sha256: createHash('sha256').update('hello world').digest('hex') })
    expect(await textOf(await storage.read(key))).toBe('hello world')
    expect(await textOf(await storage.read(key, { start: 6, end: 8 }))).toBe('wor')
    expect(await storage.size(key)).toBe(11)
    expect((await stat(path.join(root, key))).mode & 0o777).toBe(0o600)
  })

  it('keeps nothing of a source that is too big', async () => {
    const source = chunks(randomBytes(600), randomBytes(600))
    await expect(storage.put(key, source, { maximumBytes: 1_000 })).rejects.toMatchObject({
      definition: { type: 'payload-too-large' },
    })
    expect(await storage.size(key)).toBeUndefined()
    expect(await readdir(path.join(root, 'uploads/.incoming'))).toEqual([])
  })

  it('accepts a source of exactly the limit', async () => {
    expect((await storage.put(key, chunks(randomBytes(1_000)), { maximumBytes: 1_000 })).bytes).toBe(1_000)
  })

  it('keeps the old file when the new one breaks off', async () => {
    await storage.put(key, chunks('old'))
    await expect(storage.put(key, chunks('ne', new Error('the line dropped')))).rejects.toThrow('the line dropped')
    expect(await readFile(path.join(root, key), 'utf8')).toBe('old')
    expect(await readdir(path.join(root, 'uploads/.incoming'))).toEqual([])
  })

  it('removes at its opening what an interrupted process left', async () => {
    await mkdir(path.join(root, 'uploads/.incoming'), { recursive: true })
    await writeFile(path.join(root, 'uploads/.incoming/left'), 'half')
    await writeFile(path.join(root, 'uploads/.incoming/arriving'), 'half')
    const yesterday = new Date(Date.now() - 86_400_000)
    await utimes(path.join(root, 'uploads/.incoming/left'), yesterday, yesterday)
    await openFolderStorage(root)
    expect(await readdir(path.join(root, 'uploads/.incoming'))).toEqual(['arriving'])
  })

  it('has what arrives below its own first folder, which may be a disk of its own', async () => {
    await storage.put('keys/users/one/key', chunks('a'))
    expect(await readdir(path.join(root, 'keys/.incoming'))).toEqual([])
    expect(await readdir(root)).not.toContain('uploads')
  })

  it('lists what lies below a folder', async () => {
    await storage.put(key, chunks('a'))
    await storage.put(storagePaths.avatar(user, 'a.png'), chunks('b'))
    const listed: unknown[] = []
    for await (const file of storage.list('uploads/documents')) listed.push(file)
    for await (const file of storage.list('uploads/nothing')) listed.push(file)
    expect(listed).toEqual([{ key, changedAt: expect.any(Date) }])
  })

  it('knows nothing of a file that is not there', async () => {
    await expect(storage.read(key)).rejects.toMatchObject({ definition: { type: 'not-found' } })
    expect(await storage.size(key)).toBeUndefined()
    await expect(storage.remove(key)).resolves.toBeUndefined()
  })

  it('removes files and folders', async () => {
    await storage.put(key, chunks('a'))
    await storage.remove(key)
    expect(await storage.size(key)).toBeUndefined()
    await storage.put(key, chunks('a'))
    await storage.removeFolder(`uploads/documents/${user}`)
    expect(await storage.size(key)).toBeUndefined()
  })

  it.each([
    '../outside',
    'uploads/../../outside',
    '/etc/passwd',
    'uploads//a',
    'uploads/./a',
    'uploads/a\0b',
    'uploads/a\\b',
    'uploads/.hidden',
    'uploads/',
    'uploads',
    '',
  ])('refuses the key %j', async (bad) => {
    await mkdir(path.join(root, 'uploads/a'), { recursive: true })
    await expect(storage.put(bad, chunks('x'))).rejects.toThrow('storage key')
    await expect(storage.read(bad)).rejects.toThrow('storage key')
    await expect(storage.remove(bad)).rejects.toThrow('storage key')
    await expect(storage.removeFolder(bad)).rejects.toThrow('storage key')
  })
})
