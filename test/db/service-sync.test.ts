import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { listFailedDeliveries } from '../../src/domains/notifications/index.ts'
import { findAccess, keepTokens } from '../../src/domains/services/access/access-store.ts'
import { openServiceAdapters } from '../../src/domains/services/access/service-access.ts'
import {
  createAccessRelease,
  giveBackLeftAccessJob,
  sweepArchivesJob,
  syncClockJob,
} from '../../src/domains/services/index.ts'
import { createTextVault, createUserKeys, localKeyWrapper } from '../../src/platform/crypto/index.ts'
import type { JobBackend } from '../../src/platform/jobs/index.ts'
import { openFolderStorage, storagePaths } from '../../src/platform/storage/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { startHealthService } from '../support/scripted-health-service.ts'
import { openTemporaryStorage } from '../support/temporary-storage.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

const attempt = { number: 1, last: true, signal: new AbortController().signal, standAside: () => undefined }
const client = { clientId: 'a', clientSecret: 'b', baseUrl: undefined }

it('syncs begin when they are due, each once, and only where somebody is signed in', async () => {
  const adapters = openServiceAdapters({ googleHealth: client, garmin: undefined })
  const enqueued: string[] = []
  const jobs = {
    enqueue: async (_job: unknown, payload: { import_id: string }) => void enqueued.push(payload.import_id),
  }
  let now = new Date('2026-03-12T06:00:00Z')
  const run = async (): Promise<number> => {
    enqueued.length = 0
    const context = {
      database: test.database,
      jobs: jobs as unknown as JobBackend,
      serviceAdapters: adapters,
      now: () => now,
    }
    await syncClockJob.run(context, {}, attempt)
    return enqueued.length
  }
  const add = async (frequency: string, columns: Record<string, unknown> = {}): Promise<string> => {
    const userId = await addUser(test.database)
    const row = { service_name: 'fitbit', access_token: 'a', is_connected: true, ...columns }
    const [service] = await test.query<{ id: string }>(
      `insert into connected_services (user_id, service_name, access_token, is_connected, sync_frequency)
       values ($1, $2, $3, $4, $5) returning id`,
      [userId, row.service_name, row.access_token, row.is_connected, frequency],
    )
    return service?.id ?? ''
  }
  await add('hourly')
  const daily = await add('daily')
  await add('weekly')
  await add('manual')
  await add('hourly', { is_connected: false })
  await add('hourly', { access_token: null })
  await add('hourly', { service_name: 'garmin' })

  expect(await run()).toBe(3)
  expect(await run()).toBe(0)
  // None of them is over yet.
  now = new Date('2026-03-12T07:00:00Z')
  expect(await run()).toBe(0)
  const settle = () => test.query("update service_imports set settled_at = now(), status = 'completed'")
  await settle()
  expect(await run()).toBe(1)
  await settle()
  now = new Date('2026-03-13T06:00:00Z')
  expect(await run()).toBe(2)
  await settle()
  // A week in which nothing ran is one sync.
  now = new Date('2026-03-20T06:00:00Z')
  expect(await run()).toBe(3)
  const [row] = await test.query<{ count: number }>(
    'select count(*)::integer as count from service_imports where service_id = $1',
    [daily],
  )
  expect(row?.count).toBe(3)
})

it('what a person is signed in with stands sealed, and opens for them alone', async () => {
  const { storage, remove } = await openTemporaryStorage()
  onTestFinished(remove)
  const userKeys = createUserKeys(localKeyWrapper(Buffer.alloc(32, 1)), storage)
  test.database.useTexts(createTextVault(userKeys))
  const userId = await addUser(test.database)
  const [service] = await test.query<{ id: string }>(
    "insert into connected_services (user_id, service_name) values ($1, 'garmin') returning id",
    [userId],
  )
  const id = service?.id ?? ''
  await test.database.asUser(userId, async (transaction) => {
    await userKeys.create(transaction, userId)
    await keepTokens(
      transaction,
      { id, user_id: userId },
      { accessToken: 'access', refreshToken: 'refresh', expiresAt: null },
    )
  })
  const [row] = await test.query<{ access_token: string; refresh_token: string; signed_in: boolean }>(
    'select access_token, refresh_token, signed_in from connected_services where id = $1',
    [id],
  )
  expect(row?.signed_in).toBe(true)
  expect(row?.access_token).toMatch(/swx1:t:/)
  const opened = await test.database.asUser(userId, (transaction) => findAccess(transaction, id))
  expect(opened).toMatchObject({ access_token: 'access', refresh_token: 'refresh' })
  const stranger = await addUser(test.database)
  expect(await test.database.asUser(stranger, (transaction) => findAccess(transaction, id))).toBeUndefined()
})

it('what an erased person was signed in with is given back once the service is there again, under no name', async () => {
  const health = await startHealthService()
  onTestFinished(() => health.close())
  const { storage, remove } = await openTemporaryStorage()
  onTestFinished(remove)
  const keyWrapper = localKeyWrapper(Buffer.alloc(32, 1))
  const userKeys = createUserKeys(keyWrapper, storage)
  test.database.useTexts(createTextVault(userKeys))
  const userId = await addUser(test.database)
  for (const [name, token] of [
    ['fitbit', 'sealed'],
    ['google_fit', '\u0001swx1:t:lost'],
  ]) {
    await test.query('insert into connected_services (user_id, service_name, access_token) values ($1, $2, $3)', [
      userId,
      name,
      token,
    ])
  }
  const reported: unknown[] = []
  const enqueued: { access_id: string }[] = []
  const jobs = { enqueue: async (_job: unknown, payload: { access_id: string }) => void enqueued.push(payload) }
  const release = createAccessRelease({
    database: test.database,
    keyWrapper,
    jobs: jobs as unknown as JobBackend,
    report: (error) => void reported.push(error),
  })
  // One that cannot be opened any more keeps nobody from being erased.
  await release(userId)
  expect([reported.length, enqueued.length]).toEqual([1, 0])
  await test.query("delete from connected_services where user_id = $1 and service_name = 'google_fit'", [userId])
  await test.database.asUser(userId, async (transaction) => {
    await userKeys.create(transaction, userId)
    const [row] = await transaction.rows<{ id: string }>(transaction.sql('connected_services').select('id'))
    const tokens = { accessToken: 'access', refreshToken: 'refresh-1', expiresAt: null }
    await keepTokens(transaction, { id: row?.id ?? '', user_id: userId }, tokens)
  })
  await release(userId)
  await release(userId)
  expect(enqueued).toHaveLength(1)
  await test.query('delete from users where id = $1', [userId])

  const context = {
    database: test.database,
    keyWrapper,
    serviceAdapters: openServiceAdapters({ googleHealth: { ...client, baseUrl: health.baseUrl }, garmin: undefined }),
    now: () => new Date(),
  }
  health.script = () => ({ status: 503, body: {} })
  const payload = enqueued[0] ?? { access_id: '' }
  await expect(giveBackLeftAccessJob.run(context, payload, attempt)).rejects.toThrow()
  expect(await giveBackLeftAccessJob.sweep?.(context)).toMatchObject([{ payload }])
  const [left] = await test.query<{ text: string }>('select access_left_behind::text as text from access_left_behind')
  expect(left?.text).not.toMatch(new RegExp(`${userId}|refresh|${Buffer.from('refresh').toString('hex')}`))
  health.script = () => undefined
  await giveBackLeftAccessJob.run(context, payload, attempt)
  expect(health.revoked).toEqual(['refresh-1'])
  expect(await giveBackLeftAccessJob.sweep?.(context)).toEqual([])

  await test.query(
    `insert into access_left_behind (service_name, wrapped_tokens, created_at) values ('garmin', '', now() - interval '8 days')`,
  )
  expect(await giveBackLeftAccessJob.sweep?.(context)).toEqual([])
})

it('messages that were given up are listed without whose they were', async () => {
  const userId = await addUser(test.database)
  const notification = randomUUID()
  await test.query(
    `insert into notifications (id, user_id, notification_type, title, message, delivery_method)
     values ($1, $2, 'health', 'Your sugar', 'is 300', 'email')`,
    [notification, userId],
  )
  await test.query(
    `insert into notification_deliveries (user_id, notification_id, channel, status, attempts, due_at, error)
     values ($1, $2, 'email', 'failed', 5, now(), 'The mail server refused it (550)'),
            ($1, $2, 'sms', 'failed', 5, now() - interval '60 days', 'x'), ($1, $2, 'push', 'sent', 1, now(), null)`,
    [userId, notification],
  )
  const failed = await listFailedDeliveries(test.database, new Date(Date.now() - 30 * 86_400_000))
  expect(failed).toMatchObject([
    { kind: 'notification', channel: 'email', attempts: 5, reason: expect.stringContaining('550') as string },
  ])
  expect(JSON.stringify(failed)).not.toMatch(new RegExp(`${userId}|sugar|300`))
})

it('archives that no import waits for are swept, once they are old enough to be nobody’s', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  const storage = await openFolderStorage(root)
  const userId = await addUser(test.database)
  const [service] = await test.query<{ id: string }>(
    "insert into connected_services (user_id, service_name) values ($1, 'fitbit') returning id",
    [userId],
  )
  const [waiting] = await test.query<{ id: string }>(
    "insert into service_imports (user_id, service_id, kind) values ($1, $2, 'archive') returning id",
    [userId, service?.id],
  )
  const keep = async (id: string, ageHours: number): Promise<string> => {
    const key = storagePaths.serviceImport(userId, id)
    await storage.put(key, Readable.from([Buffer.from('sealed')]))
    const at = new Date(Date.now() - ageHours * 3_600_000)
    await utimes(path.join(root, key), at, at)
    return key
  }
  const kept = [await keep(waiting?.id ?? '', 100), await keep(randomUUID(), 2)]
  const orphan = await keep(randomUUID(), 100)
  await sweepArchivesJob.run({ database: test.database, storage }, {}, attempt)
  expect(await storage.size(orphan)).toBeUndefined()
  expect(await Promise.all(kept.map((key) => storage.size(key)))).toEqual([6, 6])
  await rm(root, { recursive: true })
})
