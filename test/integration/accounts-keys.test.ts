import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WRAPPED_COLUMNS } from '../../src/domains/accounts/index.ts'
import { createAccessTokens, createLiveCredentials, openSigningKeys } from '../../src/platform/auth/index.ts'
import {
  createTextVault,
  createUserKeys,
  DecryptionError,
  localKeyWrapper,
  openInstallationSecret,
  rotateKeys,
} from '../../src/platform/crypto/index.ts'
import { createRequestCounter } from '../../src/platform/http/index.ts'
import { storagePaths } from '../../src/platform/storage/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { openTemporaryStorage } from '../support/temporary-storage.ts'

const DAY = 24 * 60 * 60 * 1_000
const MINUTE = 60 * 1_000

const { folder, storage, remove } = await openTemporaryStorage()
let test: TestDatabase
beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(async () => {
  await test?.close()
  await remove()
})

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

describe('sign-ins that are in use', () => {
  it('are looked up in one statement, without anybody waiting, and not trusted longer than five seconds', async () => {
    let time = Date.now()
    const live = createLiveCredentials(test.database, () => time)
    const people = await Promise.all(['asha', 'ravi', 'idle'].map(() => addUser(test.database)))
    const [asha = '', ravi = '', idle = ''] = people
    for (const person of people) {
      await test.query(
        `insert into user_sessions (user_id, family_id, session_token, expires_at)
         values ($1, $1, $2, now() + interval '1 day')`,
        [person, `token of ${person}`],
      )
      await live.session(person, person)
    }
    for (const person of [asha, ravi]) await live.session(person, person)
    await test.query('update user_sessions set ended_at = now() where user_id = $1', [ravi])
    time += 4_000
    const before = test.database.roundTrips()
    await live.renew()
    expect(test.database.roundTrips() - before).toBe(1)
    time += 4_000
    const middle = test.database.roundTrips()
    expect(await live.session(asha, asha)).toMatchObject({ userId: asha, sessionId: asha })
    expect(test.database.roundTrips() - middle).toBe(0)
    expect(await live.session(ravi, ravi)).toBeUndefined()
    await live.session(idle, idle)
    expect(test.database.roundTrips() - middle).toBe(2)
  })
})

describe('a sign-in that many ask about at once', () => {
  it('is looked up once; what ends meanwhile is not remembered', async () => {
    const live = createLiveCredentials(test.database)
    const asha = await addUser(test.database)
    await test.query(
      "insert into user_sessions (user_id, family_id, session_token, expires_at) values ($1, $1, $2, now() + interval '1 day')",
      [asha, `token of ${asha}`],
    )
    const before = test.database.roundTrips()
    const answers = Promise.all(Array.from({ length: 100 }, () => live.session(asha, asha)))
    expect(test.database.roundTrips() - before).toBeLessThanOrEqual(1)
    live.forget({ userId: asha })
    expect(new Set((await answers).map((known) => known?.userId))).toEqual(new Set([asha]))
    await test.query('update user_sessions set ended_at = now() where user_id = $1', [asha])
    expect(await live.session(asha, asha)).toBeUndefined()
  })
})

describe('keys of users', () => {
  const userKeys = createUserKeys(keyWrapper, storage)

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
    // The database knows of them and holds none: no copy of it opens anything.
    const inDatabase = 'select id from user_keys where user_id = $1 and wrapped_key is null'
    const [row] = await test.query<{ id: string }>(inDatabase, [asha])
    expect(await readdir(path.join(folder, storagePaths.keysOfUser(asha)))).toEqual([row?.id])
    // Destroying them makes everything under them unreadable, whatever the database still says.
    await storage.removeFolder(storagePaths.keysOfUser(asha))
    await expect(openAs(asha, 'document:1')).rejects.toThrow(DecryptionError)
  })
})

describe('half a year', () => {
  const place = (userId: string) => ({ userId, column: 'chat_messages.content', row: userId })

  it('replaces the keys of users, and everything under them still opens', async () => {
    const userKeys = createUserKeys(keyWrapper, storage)
    const asha = await addUser(test.database)
    await test.database.asSystem((transaction) => userKeys.create(transaction, asha))
    const sealed = await test.database.asUser(asha, (transaction) =>
      createTextVault(userKeys).seal(transaction, place(asha), 'HbA1c 8.2'),
    )
    const rotation = { database: test.database, keyWrapper, userKeys, columns: WRAPPED_COLUMNS, keepOldDays: 2 }
    expect(await rotateKeys(rotation)).toMatchObject({ usersRotated: 0, dataKeysRewrapped: 0 })
    await test.query("update user_keys set created_at = created_at - interval '183 days' where user_id = $1", [asha])
    expect(await rotateKeys(rotation)).toMatchObject({ usersRotated: 1, dataKeysRewrapped: 1, userKeysRemoved: 0 })
    await test.query("update user_keys set rotated_at = rotated_at - interval '3 days' where user_id = $1", [asha])
    expect(await rotateKeys(rotation)).toMatchObject({ usersRotated: 0, userKeysRemoved: 1 })
    expect(await readdir(path.join(folder, storagePaths.keysOfUser(asha)))).toHaveLength(1)
    const versions = await test.query<{ version: number }>('select version from user_keys where user_id = $1', [asha])
    expect(versions).toEqual([{ version: 2 }])
    // A process that has never seen the key opens the text by what is left.
    const rows = [{ id: asha, text: sealed }]
    await test.database.asUser(asha, (transaction) => createTextVault(userKeys).openRows(transaction, asha, rows))
    expect(rows[0]?.text).toBe('HbA1c 8.2')
  })

  it('moves keys that an earlier version kept in the database, and lets one that is lost keep no other waiting', async () => {
    const userKeys = createUserKeys(keyWrapper, storage)
    const [asha, bala] = [await addUser(test.database), await addUser(test.database)]
    const { stored } = await test.database.asSystem(async (transaction) => {
      await userKeys.create(transaction, bala)
      await userKeys.create(transaction, asha)
      return userKeys.newDataKey(transaction, asha, 'document:1')
    })
    const place = storagePaths.keysOfUser(asha)
    const file = path.join(folder, place, (await readdir(path.join(folder, place)))[0] ?? '')
    const sql = "update user_keys set wrapped_key = $2, wrapper_id = 'earlier' where user_id = $1"
    await test.query(sql, [asha, await readFile(file)])
    await test.query(sql, [bala, null])
    await storage.removeFolder(place)
    await storage.removeFolder(storagePaths.keysOfUser(bala))
    const open = () =>
      test.database.asUser(asha, (transaction) => userKeys.openDataKey(transaction, asha, 'document:1', stored))
    const key = await open()
    const rotation = { database: test.database, keyWrapper, userKeys, columns: WRAPPED_COLUMNS, keepOldDays: 2 }
    expect(await rotateKeys(rotation)).toMatchObject({ rewrappedByMasterKey: 1 })
    expect(await test.query('select 1 from user_keys where wrapped_key is not null')).toEqual([])
    expect((await open()).equals(key)).toBe(true)
    await test.query('delete from user_keys where user_id = $1', [bala])
  })

  it('replaces a master key while another process still works with both', async () => {
    const [old, next] = [randomBytes(32), randomBytes(32)]
    const before = localKeyWrapper(old)
    for (const table of ['user_keys', 'signing_keys', 'installation_secrets']) await test.query(`delete from ${table}`)
    const userKeys = createUserKeys(before, storage)
    const asha = await addUser(test.database)
    await test.database.asSystem((transaction) => userKeys.create(transaction, asha))
    const secret = await openInstallationSecret(test.database, before, 'audit')
    const keyId = (await openSigningKeys({ database: test.database, keyWrapper: before })).current().id

    const both = localKeyWrapper(next, [old])
    const rotated = await rotateKeys({
      database: test.database,
      keyWrapper: both,
      userKeys: createUserKeys(both, storage),
      columns: WRAPPED_COLUMNS,
      keepOldDays: 2,
    })
    expect(rotated.rewrappedByMasterKey).toBe(3)
    const after = localKeyWrapper(next)
    expect((await openInstallationSecret(test.database, after, 'audit')).equals(secret)).toBe(true)
    expect((await openSigningKeys({ database: test.database, keyWrapper: after })).current().id).toBe(keyId)
    await test.database.asSystem((transaction) =>
      createUserKeys(after, storage).newDataKey(transaction, asha, 'document:1'),
    )
    await expect(openInstallationSecret(test.database, before, 'audit')).rejects.toThrow(DecryptionError)
  })

  it('makes the next master key of a data folder by itself', async () => {
    const made: Uint8Array[] = []
    const wrapper = localKeyWrapper(randomBytes(32), [], async () => {
      made.push(randomBytes(32))
      return made[0] ?? randomBytes(32)
    })
    for (const table of ['user_keys', 'signing_keys', 'installation_secrets']) await test.query(`delete from ${table}`)
    await openInstallationSecret(test.database, wrapper, 'audit')
    const rotation = {
      database: test.database,
      keyWrapper: wrapper,
      userKeys: createUserKeys(wrapper, storage),
      columns: WRAPPED_COLUMNS,
      keepOldDays: 2,
    }
    const id = wrapper.id
    await rotateKeys(rotation)
    expect(wrapper.id).toBe(id)
    await test.query("update installation_secrets set created_at = created_at - interval '183 days'")
    expect((await rotateKeys(rotation)).rewrappedByMasterKey).toBe(1)
    expect(made).toHaveLength(1)
    expect(wrapper.id).not.toBe(id)
    expect((await rotateKeys(rotation)).rewrappedByMasterKey).toBe(0)
  })
})

describe('counts of requests', () => {
  it('are shared by processes, within a second or at once', async () => {
    const time = Date.parse('2026-01-01T00:00:10Z')
    const open = () => createRequestCounter({ database: test.database, report: () => undefined, now: () => time })
    const [here, there] = [open(), open()]
    for (let request = 0; request < 3; request += 1) here.count('account:1')
    expect(there.count('account:1').current).toBe(1)
    // A process learns of the others with what it sends: whoever is last knows of all.
    await here.share()
    await there.share()
    expect(there.count('account:1').current + here.count('account:1').current).toBeGreaterThanOrEqual(8)
    expect((await here.countExactly('attempts:1', 20)).current).toBe(1)
    expect((await there.countExactly('attempts:1', 20)).current).toBe(2)
    expect(await test.query('select key from rate_limit_counts where key like $1', ['%attempts%'])).toEqual([])
  })

  it('counts each of many attempts at once once', async () => {
    const time = Date.parse('2026-01-01T00:00:10Z')
    const counter = createRequestCounter({ database: test.database, report: () => undefined, now: () => time })
    const attempts = Array.from({ length: 15 }, () => counter.countExactly('attempts:4', 20))
    const counts = (await Promise.all(attempts)).map(({ current }) => current)
    expect(Math.max(...counts)).toBe(15)
    expect((await counter.countExactly('attempts:4', 20)).current).toBe(16)
  })

  it('slide: what was counted just before a full minute still counts, and a flood costs the database nothing', async () => {
    let time = Date.parse('2026-01-01T00:00:59Z')
    const counter = createRequestCounter({ database: test.database, report: () => undefined, now: () => time })
    for (let request = 0; request < 5; request += 1) await counter.countExactly('attempts:2', 5)
    time += 2_000
    expect((await counter.countExactly('attempts:2', 5)).current).toBe(6)
    const before = test.database.roundTrips()
    for (let request = 0; request < 50; request += 1) await counter.countExactly('attempts:2', 5)
    expect(test.database.roundTrips()).toBe(before)
    time += 60_000
    expect((await counter.countExactly('attempts:3', 5)).current).toBe(1)
  })
})
