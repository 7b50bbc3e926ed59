import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../config.ts'
import { openStorage, type Storage, storagePaths } from './index.ts'

const MEGABYTE = 1024 * 1024
const user = '018f0000-0000-7000-8000-000000000001'
const key = storagePaths.document(user, new Date('2026-03-01'), 'a-report')

let folder: string
let server: S3rver
let environment: Record<string, string>
let storage: Storage

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-s3-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'records' }],
  })
  const { port } = await server.run()
  environment = {
    STORAGE_URL: 's3://records/care',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  }
  storage = await openStorage(loadConfig(environment).storage)
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function* chunks(...parts: (string | Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part
    yield Buffer.from(part)
  }
}

async function keysBelow(place: string): Promise<string[]> {
  const keys: string[] = []
  for await (const file of storage.list(place)) keys.push(file.key)
  return keys.sort()
}

describe('a bucket', () => {
  it('gives back what was put there, whole or in part', async () => {
    const stored = await storage.put(key, chunks('hello ', 'world'))
    expect(stored).toEqual({ bytes: 11, sha256: createHash('sha256').update('hello world').digest('hex') })
    expect((await buffer(await storage.read(key))).toString()).toBe('hello world')
    expect((await buffer(await storage.read(key, { start: 6, end: 8 }))).toString()).toBe('wor')
    expect(await storage.size(key)).toBe(11)
  })

  it('takes a file of nothing', async () => {
    expect((await storage.put(key, chunks())).bytes).toBe(0)
    expect(await storage.size(key)).toBe(0)
  })

  it('takes a file of several parts', async () => {
    const big = randomBytes(12 * MEGABYTE)
    const parts = Array.from({ length: 12 }, (_, at) => big.subarray(at * MEGABYTE, (at + 1) * MEGABYTE))
    const stored = await storage.put(storagePaths.avatar(user, 'big'), chunks(...parts))
    expect(stored.sha256).toBe(createHash('sha256').update(big).digest('hex'))
    expect((await buffer(await storage.read(storagePaths.avatar(user, 'big')))).equals(big)).toBe(true)
  })

  it.each([
    ['small', [randomBytes(600), randomBytes(600)], 1_000, 'payload-too-large'],
    ['of several parts', Array.from({ length: 12 }, () => randomBytes(MEGABYTE)), 11 * MEGABYTE, 'payload-too-large'],
  ])('keeps nothing of a %s source that is too big', async (_, parts, maximumBytes, type) => {
    const place = storagePaths.avatar(user, 'too-big')
    await expect(storage.put(place, chunks(...parts), { maximumBytes })).rejects.toMatchObject({ definition: { type } })
    expect(await storage.size(place)).toBeUndefined()
  })

  it('keeps the old file when the new one breaks off', async () => {
    await storage.put(key, chunks('old'))
    const broken = chunks(...Array.from({ length: 7 }, () => randomBytes(MEGABYTE)), new Error('the line dropped'))
    await expect(storage.put(key, broken)).rejects.toThrow('the line dropped')
    expect((await buffer(await storage.read(key))).toString()).toBe('old')
  })

  it('lists what lies below a folder, and removes it', async () => {
    const other = storagePaths.document(user.replace('1', '2'), new Date('2026-03-01'), 'another')
    await storage.put(key, chunks('a'))
    await storage.put(other, chunks('b'))
    expect(await keysBelow('uploads/documents')).toEqual([key, other].sort())
    await storage.removeFolder(`uploads/documents/${user}`)
    expect(await keysBelow('uploads/documents')).toEqual([other])
    await storage.remove(other)
    expect(await keysBelow('uploads/documents')).toEqual([])
  })

  it('knows nothing of a file that is not there', async () => {
    await expect(storage.read(key)).rejects.toMatchObject({ definition: { type: 'not-found' } })
    expect(await storage.size(key)).toBeUndefined()
    await expect(storage.remove(key)).resolves.toBeUndefined()
    await expect(storage.put('../outside', chunks('x'))).rejects.toThrow('storage key')
  })

  it('holds everything below its prefix', async () => {
    await storage.put(key, chunks('a'))
    const names = await readdir(path.join(folder, 'records'))
    // The server's own bookkeeping.
    expect(names.filter((name) => !name.startsWith('._'))).toEqual(['care'])
  })
})

describe('the settings of a bucket', () => {
  it('that is not there end the start with a sentence', async () => {
    const { storage: missing } = loadConfig({ ...environment, STORAGE_URL: 's3://other-records' })
    await expect(openStorage(missing)).rejects.toThrow(/The bucket other-records at http:\/\/127.* cannot be used/)
  })

  it.each([
    [{ S3_ENDPOINT: 'http://storage.example.org' }, 'S3_ENDPOINT cannot be used'],
    [{ S3_SECRET_ACCESS_KEY: '' }, 'S3_SECRET_ACCESS_KEY is missing'],
    [{ STORAGE_URL: 's3://Bad_Name' }, 'STORAGE_URL cannot be used'],
    [{ STORAGE_URL: 'ftp://files' }, 'STORAGE_URL cannot be used'],
  ])('%j are refused', (changed, sentence) => {
    expect(() => loadConfig({ ...environment, ...changed })).toThrow(sentence)
  })
})
