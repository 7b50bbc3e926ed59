import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  DecryptionError,
  decryptStream,
  encryptedSize,
  encryptStream,
  keepMasterKeys,
  localKeyWrapper,
  MasterKeyError,
  masterKeysOfFolder,
  open,
  parseMasterKey,
  seal,
} from './index.ts'

const key = randomBytes(32)

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += size) {
    yield bytes.subarray(at, at + size)
  }
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) {
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function readerOf(stored: Buffer) {
  return async ({ start, end }: { start: number; end: number }) => inChunks(stored.subarray(start, end + 1), 10_000)
}

describe('sealing a value', () => {
  it('opens under the same key and identity', () => {
    expect(open(key, seal(key, Buffer.from('secret'), 'a:1'), 'a:1').toString()).toBe('secret')
  })

  it.each([
    ['another key', randomBytes(32), 'a:1'],
    ['another identity', key, 'a:2'],
  ])('does not open under %s', (_, otherKey, identity) => {
    const sealed = seal(key, Buffer.from('secret'), 'a:1')
    expect(() => open(otherKey, sealed, identity)).toThrow(DecryptionError)
  })

  it('does not open when a single bit was changed, wherever it is', () => {
    const sealed = seal(key, Buffer.from('secret'), 'a:1')
    for (let at = 0; at < sealed.byteLength; at += 1) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => open(key, changed, 'a:1')).toThrow(DecryptionError)
    }
  })

  it('never makes the same bytes twice', () => {
    expect(seal(key, Buffer.from('x'), 'a')).not.toEqual(seal(key, Buffer.from('x'), 'a'))
  })
})

describe('wrapping keys', () => {
  it('gives the key back and names the wrapping key without telling it', async () => {
    const wrapper = localKeyWrapper(key)
    const wrapped = await wrapper.wrap(Buffer.from('k'.repeat(32)), 'user-key:1')
    expect((await wrapper.unwrap(wrapped, 'user-key:1')).toString()).toBe('k'.repeat(32))
    expect(wrapper.id).toMatch(/^[0-9a-f]{16}$/)
    expect(key.toString('hex')).not.toContain(wrapper.id)
    await expect(localKeyWrapper(randomBytes(32)).unwrap(wrapped, 'user-key:1')).rejects.toThrow(DecryptionError)
  })
})

it('opens what an earlier master key wrapped, and wraps with the new one', async () => {
  const next = randomBytes(32)
  const wrapped = await localKeyWrapper(key).wrap(Buffer.from('k'.repeat(32)), 'user-key:1')
  const both = localKeyWrapper(next, [randomBytes(32), key])
  expect((await both.unwrap(wrapped, 'user-key:1')).toString()).toBe('k'.repeat(32))
  await expect(both.unwrap(wrapped, 'user-key:2')).rejects.toThrow(DecryptionError)
  const again = await both.wrap(Buffer.from('k'.repeat(32)), 'user-key:1')
  expect((await localKeyWrapper(next).unwrap(again, 'user-key:1')).toString()).toBe('k'.repeat(32))
})

describe('encrypted files', () => {
  const sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

  it.each(sizes)('give back a file of %i bytes', async (size) => {
    const plain = randomBytes(size)
    const stored = await collect(encryptStream(inChunks(plain, 7_001), key, 'document:1'))
    expect(stored.byteLength).toBe(encryptedSize(size))
    const back = await collect(decryptStream(readerOf(stored), key, 'document:1', size))
    expect(back.equals(plain)).toBe(true)
  })

  it.each([
    [0, 0],
    [65_535, 65_536],
    [70_000, 150_000],
    [199_999, 199_999],
    [131_072, 199_999],
  ])('give back bytes %i–%i alone', async (start, end) => {
    const plain = randomBytes(200_000)
    const stored = await collect(encryptStream(inChunks(plain, 65_536), key, 'document:1'))
    const back = await collect(decryptStream(readerOf(stored), key, 'document:1', plain.byteLength, { start, end }))
    expect(back.equals(plain.subarray(start, end + 1))).toBe(true)
  })

  it.each<[string, (stored: Buffer) => Buffer]>([
    ['cut off after a whole segment', (stored) => stored.subarray(0, 11 + 65_552)],
    ['cut off inside a segment', (stored) => stored.subarray(0, stored.byteLength - 1)],
    [
      'with two segments exchanged',
      (stored) => {
        const first = stored.subarray(11, 11 + 65_552)
        const second = stored.subarray(11 + 65_552, 11 + 2 * 65_552)
        return Buffer.concat([stored.subarray(0, 11), second, first, stored.subarray(11 + 2 * 65_552)])
      },
    ],
    [
      'with a changed byte',
      (stored) => {
        const changed = Buffer.from(stored)
        changed.writeUInt8(changed.readUInt8(100) ^ 1, 100)
        return changed
      },
    ],
  ])('refuse to be read %s', async (_, damage) => {
    const plain = randomBytes(200_000)
    const stored = await collect(encryptStream(inChunks(plain, 65_536), key, 'document:1'))
    await expect(collect(decryptStream(readerOf(damage(stored)), key, 'document:1', plain.byteLength))).rejects.toThrow(
      DecryptionError,
    )
  })

  it('refuse to be read as another document', async () => {
    const stored = await collect(encryptStream(inChunks(randomBytes(10), 10), key, 'document:1'))
    await expect(collect(decryptStream(readerOf(stored), key, 'document:2', 10))).rejects.toThrow(DecryptionError)
  })
})

describe('the master key', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'master-key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is made once, for the owner alone', async () => {
    const data = path.join(folder, 'data')
    const [[first], second] = await Promise.all([masterKeysOfFolder(data), masterKeysOfFolder(data)])
    expect(first?.byteLength).toBe(32)
    expect(second).toEqual([first])
    expect(await masterKeysOfFolder(data)).toEqual([first])
    expect((await stat(path.join(data, 'master.key'))).mode & 0o777).toBe(0o600)
  })

  it('is followed by those that it replaced', async () => {
    const [first = key] = await masterKeysOfFolder(folder)
    await keepMasterKeys(folder, [key, first])
    expect(await masterKeysOfFolder(folder)).toEqual([key, first])
    expect((await stat(path.join(folder, 'master.key'))).mode & 0o777).toBe(0o600)
  })

  it('is never replaced when its file is damaged', async () => {
    await writeFile(path.join(folder, 'master.key'), 'nonsense')
    await expect(masterKeysOfFolder(folder)).rejects.toThrow(MasterKeyError)
    expect(await readFile(path.join(folder, 'master.key'), 'utf8')).toBe('nonsense')
  })

  it.each([key.toString('hex'), key.toString('base64'), key.toString('base64url'), ` ${key.toString('base64')}\n`])(
    'is read from %j',
    (text) => expect(parseMasterKey(text).equals(key)).toBe(true),
  )

  it.each(['', 'short', key.subarray(1).toString('base64'), `${'a'.repeat(42)} §`])('is not %j', (text) => {
    expect(() => parseMasterKey(text)).toThrow(MasterKeyError)
  })
})
