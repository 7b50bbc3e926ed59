import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { MISSED_EVENTS, postgresEventBus } from '../../src/platform/events/index.ts'
import { openTestDatabase } from '../support/database.ts'

const report = (): void => undefined

describe.skipIf(process.env['TEST_DATABASE_URL'] === undefined)(
  'the server profile (TEST_DATABASE_URL is not set: there is no server)',
  () => {
    it('is told of events that it missed while its connection was broken, and hears the next ones', async () => {
      const test = await openTestDatabase()
      const [own, other] = [
        postgresEventBus(test.connectionString, report),
        postgresEventBus(test.connectionString, report),
      ]
      const heard: string[] = []
      own.subscribe('asha', (event) => heard.push(event.type))
      await vi.waitUntil(
        () => {
          other.publish('asha', { type: 'first' })
          return heard.includes('first')
        },
        { timeout: 5_000, interval: 50 },
      )
      await test.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()",
      )
      await vi.waitUntil(() => heard.includes(MISSED_EVENTS.type), { timeout: 5_000 })
      await vi.waitUntil(
        () => {
          other.publish('asha', { type: 'second' })
          return heard.includes('second')
        },
        { timeout: 5_000, interval: 50 },
      )
      await own.close()
      await other.close()
      await test.close()
      expect(heard.filter((type) => type === MISSED_EVENTS.type)).toHaveLength(1)
    })

    it('serves again after all its connections were cut', async () => {
      const test = await openTestDatabase()
      await test.database.ping()
      const admin = new pg.Client(process.env['TEST_DATABASE_URL'])
      await admin.connect()
      await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid() and application_name = 'swasthwrap'",
        [new URL(test.connectionString).pathname.slice(1)],
      )
      await admin.end()
      await vi.waitUntil(() => test.reported.length > 0, { timeout: 5_000 })
      await test.database.ping()
      await test.close()
      expect(test.reported).toMatchObject([{ name: 'DatabaseUnavailable' }])
    })
  },
)
