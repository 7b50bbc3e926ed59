import { randomBytes } from 'node:crypto'
import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAccessTokens, openSigningKeys } from '../../src/platform/auth/index.ts'
import { createUserKeys, DecryptionError, localKeyWrapper } from '../../src/platform/crypto/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'

const DAY = 24 * 60 * 60 * 1_000
const MINUTE = 60 * 1_000

let test: TestDatabase
beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

const keyWrapper = localKeyWrapper(randomBytes(32))

describe('signing keys', () => {
  let time = 0
  const now = () => new Date(time)
  const open = () => openSigningKeys({ database: test.database, keyWrapper, now })

  beforeEach(async () => {
    await test.query('delete from signing_keys')
    time = Date.parse('2026-01-01T00:00:00Z')
  })

  it('are the same in every process and after every start', async () => {
    const [first, second] = await Promise.all([open(), open()])
    expect(second.publicKeySet()).toEqual(first.publicKeySet())
    expect(first.publicKeySet().keys).toHaveLength(1)
    expect((await open()).current().id).toBe(first.current().id)
  })

  it('are kept wrapped, and open with no other master key', async () => {
    await open()
    const [row] = await test.query<{ wrapped_private_key: Buffer }>('select wrapped_private_key from signing_keys')
    expect(row?.wrapped_private_key.toString('latin1')).not.toContain('"d"')
    const other = localKeyWrapper(randomBytes(32))
    await expect(openSigningKeys({ database: test.database, keyWrapper: other, now })).rejects.toThrow(DecryptionError)
  })

  it('follow one another by themselves, each published before and after its turn', async () => {
    const keys = await open()
    const first = keys.current().id
    time += 87 * DAY
    await keys.maintain()
    expect(keys.publicKeySet().keys).toHaveLength(1)
    time += 1.5 * DAY
    await keys.maintain()
    const published = keys.publicKeySet().keys.map((key) => key.kid)
    expect(published).toHaveLength(2)
    expect(keys.current().id).toBe(first)
    time += 1.5 * DAY + MINUTE
    await keys.maintain()
    expect(published).toContain(keys.current().id)
    expect(keys.current().id).not.toBe(first)
    expect(keys.isValid(first)).toBe(true)
    time += 61 * MINUTE
    expect(keys.isValid(first)).toBe(false)
    expect(keys.publicKeySet().keys.map((key) => key.kid)).not.toContain(first)
  })

  it('start anew after the server was off for long', async () => {
    const first = (await open()).current().id
    time += 400 * DAY
    const keys = await open()
    expect(keys.current().id).not.toBe(first)
    expect(keys.publicKeySet().keys).toHaveLength(1)
  })

  it('leave tokens of the old key valid when rotated by hand, in every process', async () => {
    const [here, there] = [await open(), await open()]
    const [tokensHere, tokensThere] = [createAccessTokens(here, now), createAccessTokens(there, now)]
    const before = await tokensHere.issue('u', 's')
    await here.rotate()
    const after = await tokensHere.issue('u', 's')
    expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid)
    expect(await tokensHere.verify(before)).toMatchObject({ userId: 'u', sessionId: 's' })
    // A process that has not heard of the new key looks for it.
    time += 11_000
    expect(await tokensThere.verify(after)).toMatchObject({ userId: 'u' })
  })

  it('take their tokens with them when revoked, remembered ones too', async () => {
    const keys = await open()
    const tokens = createAccessTokens(keys, now)
    const token = await tokens.issue('u', 's')
    expect(await tokens.verify(token)).toBeDefined()
    await keys.revoke(keys.current().id)
    expect(await tokens.verify(token)).toBeUndefined()
    expect(await tokens.verify(await tokens.issue('u', 's'))).toBeDefined()
  })
})

describe('an access token', () => {
  it('ends after fifteen minutes, remembered or not', async () => {
    let time = Date.now()
    const keys = await openSigningKeys({ database: test.database, keyWrapper })
    const tokens = createAccessTokens(keys, () => new Date(time))
    const [remembered, fresh] = [await tokens.issue('u', 's'), await tokens.issue('u', 't')]
    expect(await tokens.verify(remembered)).toBeDefined()
    time += 14 * MINUTE
    expect(await tokens.verify(remembered)).toBeDefined()
    time += 2 * MINUTE
    expect(await tokens.verify(remembered)).toBeUndefined()
    expect(await tokens.verify(fresh)).toBeUndefined()
  })
})

describe('keys of users', () => {
  const userKeys = createUserKeys(keyWrapper)

  it('open what they wrapped, for their own user and thing alone', async () => {
    const [asha, bala] = [await addUser(test.database), await addUser(test.database)]
    for (const user of [asha, bala]) {
      await test.database.asSystem((transaction) => userKeys.create(transaction, user))
    }
    const { key, stored } = await test.database.asUser(asha, (transaction) =>
      userKeys.newDataKey(transaction, asha, 'document:1'),
    )
    const openAs = (user: string, identity: string) =>
      test.database.asUser(user, (transaction) => userKeys.openDataKey(transaction, user, identity, stored))
    expect((await openAs(asha, 'document:1')).equals(key)).toBe(true)
    await expect(openAs(asha, 'document:2')).rejects.toThrow(DecryptionError)
    await expect(openAs(bala, 'document:1')).rejects.toThrow(DecryptionError)
    // Destroying them makes everything under them unreadable.
    await test.query('delete from user_keys where user_id = $1', [asha])
    await expect(openAs(asha, 'document:1')).rejects.toThrow(DecryptionError)
  })
})
