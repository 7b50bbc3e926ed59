import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import '../../src/domains/index.ts'
import { JSON_COLUMNS } from '../../src/domains/privacy/import/json-columns.ts'
import { createArchiveStore, eraseAccountJob, reapplyErasures, retentionJob } from '../../src/domains/privacy/index.ts'
import { LEFT_OUT, ownedTables } from '../../src/domains/privacy/owned-tables.ts'
import { computeStatistics, SMALLEST_CELL } from '../../src/domains/privacy/statistics/statistics.ts'
import { expireRowsJob } from '../../src/operations/expire-rows-job.ts'
import { openSigningKeys } from '../../src/platform/auth/index.ts'
import { createTextVault, createUserKeys, localKeyWrapper } from '../../src/platform/crypto/index.ts'
import type { JobBackend } from '../../src/platform/jobs/index.ts'
import { storagePaths } from '../../src/platform/storage/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { openTemporaryStorage } from '../support/temporary-storage.ts'
import { insertSampleRows, sampleRows } from './sample-rows.ts'

const keyWrapper = localKeyWrapper(Buffer.alloc(32, 7))
const attempt = { number: 1, last: false, signal: new AbortController().signal, standAside: () => undefined }

const { folder, storage, remove } = await openTemporaryStorage()
let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
  test.database.useTexts(createTextVault(createUserKeys(keyWrapper, storage)))
})
afterAll(async () => {
  await test?.close()
  await remove()
})

async function count(table: string, where = 'true', values: readonly unknown[] = []): Promise<number> {
  const [row] = await test.query<{ count: number }>(
    `select count(*)::int as count from ${table} where ${where}`,
    values,
  )
  return row?.count ?? 0
}

it('has a rule for every table of a person: what goes into an archive, and what does not', async () => {
  const rows = await test.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'user_id' and not a.attisdropped`,
  )
  const ruled = new Set([...ownedTables().map(({ table }) => table), ...Object.keys(LEFT_OUT)])
  expect(rows.map(({ name }) => name).filter((name) => !ruled.has(name))).toEqual([])
})

it('knows the outline of every JSON column that an archive may fill', async () => {
  const filled = ownedTables()
    .filter(({ part }) => part !== 'information')
    .map(({ table }) => table)
  const rows = await test.query<{ name: string }>(
    `select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relname = any ($1) and a.atttypid in ('json'::regtype, 'jsonb'::regtype) and not a.attisdropped order by 1`,
    [filled],
  )
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(JSON_COLUMNS).toSorted())
})

describe('statistics', () => {
  /** People of one age who have agreed, or not. */
  async function people(number: number, gender: string, setting: string | null, isActive = true): Promise<string[]> {
    const ids: string[] = []
    for (let at = 0; at < number; at += 1) {
      const id = await addUser(test.database, { gender, date_of_birth: '1980-05-05', is_active: isActive })
      const settings = setting === null ? {} : { [setting]: true }
      await test.database.asSystem((transaction) =>
        transaction.affected(transaction.sql('privacy_settings').insert({ user_id: id, ...settings })),
      )
      ids.push(id)
    }
    return ids
  }

  it('count who agreed and nobody else, and show no group of ten people or fewer', async () => {
    await people(SMALLEST_CELL, 'female', 'allow_anonymous_analytics')
    await people(SMALLEST_CELL - 1, 'male', 'allow_anonymous_analytics')
    await people(SMALLEST_CELL, 'other', 'research_participation')
    await people(SMALLEST_CELL, 'other', null)
    await people(SMALLEST_CELL, 'male', 'allow_anonymous_analytics', false)
    const now = new Date('2026-03-12T04:30:00Z')
    const { tables } = await computeStatistics(test.database, { purpose: 'analytics', smallestCell: 1, now })
    // Eleven are told as ten: two reports do not tell of the one who came between.
    expect(tables.find(({ name }) => name === 'people')).toEqual({
      name: 'people',
      cells: [{ group: { age: '40s', gender: 'female' }, people: 10 }],
      hidden: 1,
    })
    const research = await computeStatistics(test.database, { purpose: 'research', now })
    expect(research.tables.find(({ name }) => name === 'people')?.cells).toEqual([
      { group: { age: '40s', gender: 'other' }, people: 10 },
    ])
  })

  it('tell of illnesses by their code alone, and never a text that a person wrote', async () => {
    const ids = await people(SMALLEST_CELL, 'female', 'allow_anonymous_analytics')
    for (const id of ids) {
      for (const [name, icd_code] of [
        ['My secret', 'E11.9'],
        ['Ravi told me', 'Ravi told me'],
      ] as const) {
        await test.database.asSystem((transaction) =>
          transaction.affected(
            transaction.sql('medical_conditions').insert({
              user_id: id,
              name,
              icd_code,
              diagnosed_date: '2020-01-01',
              status: 'active',
              severity: 'mild',
            }),
          ),
        )
      }
    }
    const report = await computeStatistics(test.database, { purpose: 'analytics', now: new Date('2026-03-12') })
    expect(report.tables.find(({ name }) => name === 'conditions')?.cells).toEqual([
      { group: { icd_10: 'E11', age: '40s' }, people: 10 },
    ])
    expect(JSON.stringify(report)).not.toMatch(/secret|Ravi/)
  })
})

describe('retention', () => {
  it('takes away what each person wants kept no longer, and nothing of the record', async () => {
    const [short, forever] = [await addUser(test.database), await addUser(test.database)]
    for (const [id, period] of [
      [short, '1_year'],
      [forever, 'indefinite'],
    ] as const) {
      const rows = new Map(sampleRows(id))
      rows.set('privacy_settings', { user_id: id, data_retention_period: period })
      await insertSampleRows(test.database, rows)
    }
    const old = "created_at = created_at - interval '400 days'"
    for (const table of ['notifications', 'user_activity', 'medications', 'health_metrics']) {
      await test.query(`update ${table} set ${old}`)
    }
    await test.query(`update chat_sessions set ended_at = current_timestamp - interval '400 days'`)
    await test.query(
      `update search_index set source_table = 'chat_messages', content_id = (select id from chat_messages where user_id = $1) where user_id = $1`,
      [short],
    )
    const kept = `backups/user_data/${short}/export-${uuidv7()}`
    await storage.put(kept, once(Buffer.from('left behind')))
    await test.query(
      `update data_exports set status = 'completed', expires_at = current_timestamp - interval '1 minute', encryption_key = 'a'`,
    )
    const archives = createArchiveStore({
      database: test.database,
      storage,
      userKeys: createUserKeys(keyWrapper, storage),
    })
    const in2Days = new Date(Date.now() + 2 * 24 * 60 * 60_000)
    const context = { database: test.database, storage, archives, auditDays: 365, now: () => in2Days }
    await retentionJob.run(context, {}, attempt)
    const left = async (id: string) => {
      const tables = [
        'notifications',
        'user_activity',
        'chat_sessions',
        'chat_messages',
        'medications',
        'health_metrics',
      ]
      const counts: number[] = []
      for (const table of tables) counts.push(await count(table, 'user_id = $1', [id]))
      return counts
    }
    expect(await left(short)).toEqual([0, 0, 0, 0, 1, 1])
    expect(await left(forever)).toEqual([1, 1, 1, 1, 1, 1])
    expect(await count('search_index', 'user_id = $1', [short])).toBe(0)
    expect(await count('data_exports', "status = 'expired' and encryption_key is null")).toBe(2)
    expect(await storage.size(kept)).toBeUndefined()
    expect(await count('audit_logs', 'user_id = $1', [short])).toBe(1)
  })
})

it('what opened something for a time goes when that is over, a link a day later', async () => {
  const tables = ['user_sessions', 'idempotency_keys', 'service_authorizations', 'email_verifications']
  const now = new Date('2027-03-10T06:00:00Z')
  const ends = ['2027-03-10T06:01:00Z', '2027-03-10T05:59:00Z', '2027-03-09T05:59:00Z']
  const people: string[] = []
  for (const at of ends) {
    const id = await addUser(test.database)
    people.push(id)
    await insertSampleRows(test.database, sampleRows(id))
    for (const table of tables) await test.query(`update ${table} set expires_at = $2 where user_id = $1`, [id, at])
    await test.query(
      `with challenge as (
         insert into sign_in_challenges (purpose, subject_id, token_digest, expires_at) values ('a', $1, $2, $3)
       ), answer as (
         insert into repeated_answers (subject_id, key_digest, request_digest, expires_at) values ($1, $2, $2, $3)
       )
       insert into password_resets (email, token, expires_at) values ($2, $2, $3)`,
      [id, id, at],
    )
  }
  await expireRowsJob.run({ database: test.database, now: () => now }, {}, attempt)
  const left = (table: string, column: string) => Promise.all(people.map((id) => count(table, `${column} = $1`, [id])))
  for (const table of ['user_sessions', 'idempotency_keys', 'service_authorizations']) {
    expect([table, await left(table, 'user_id')]).toEqual([table, [1, 0, 0]])
  }
  for (const table of ['sign_in_challenges', 'repeated_answers']) {
    expect([table, await left(table, 'subject_id')]).toEqual([table, [1, 0, 0]])
  }
  expect(await left('email_verifications', 'user_id')).toEqual([1, 1, 0])
  expect(await left('password_resets', 'email')).toEqual([1, 1, 0])
})

describe('an erasure', () => {
  it('that was cut off anywhere goes on, with the counts of its beginning', async () => {
    const person = await addUser(test.database, { email: 'meena@example.org' })
    const other = await addUser(test.database)
    await insertSampleRows(test.database, sampleRows(person))
    await insertSampleRows(test.database, sampleRows(other))
    const ownFolder = `uploads/documents/${person}/2026/03`
    await storage.put(`${ownFolder}/${uuidv7()}`, once(Buffer.from('a file')))
    for (const each of [person, other]) await storage.put(storagePaths.userKey(each, uuidv7()), once(Buffer.of(1)))
    const id = uuidv7()
    await test.query(`insert into erasures (id, subject_id, token_digest) values ($1, $2, 'a')`, [id, person])
    const forgotten: string[] = []
    let failing = true
    const context = {
      database: test.database,
      storage: {
        ...storage,
        removeFolder: async (name: string) => {
          if (failing) throw new Error('The process ends here')
          await storage.removeFolder(name)
        },
      },
      jobs: {
        forget: async (ids: ReadonlySet<string>) => {
          forgotten.push(...ids)
          return 3
        },
      } as unknown as JobBackend,
      signingKeys: await openSigningKeys({ database: test.database, keyWrapper }),
      releaseAccess: async () => undefined,
      now: () => new Date(),
    }
    await expect(eraseAccountJob.run(context, { erasure_id: id }, attempt)).rejects.toThrow('ends here')
    // The keys were the first to go: what is left is unreadable already.
    expect(await count('user_keys', 'user_id = $1', [person])).toBe(0)
    expect(await count('medications', 'user_id = $1', [person])).toBe(1)
    failing = false
    expect(await eraseAccountJob.sweep?.(context)).toEqual([{ jobId: id, payload: { erasure_id: id } }])
    await eraseAccountJob.run(context, { erasure_id: id }, attempt)
    await eraseAccountJob.run(context, { erasure_id: id }, attempt)
    const [row] = await test.query<{ subject_id: string | null; certificate: string }>(
      'select * from erasures where id = $1',
      [id],
    )
    expect(row?.subject_id).toBeNull()
    const claims = JSON.parse(Buffer.from(row?.certificate.split('.')[1] ?? '', 'base64url').toString()) as object
    expect(claims).toMatchObject({ files_erased: 1, jobs_erased: 3, rows_by_table: { user_keys: 1, medications: 1 } })
    expect(JSON.stringify(claims)).not.toMatch(new RegExp(`${person}|meena|Asha`))
    expect(forgotten).toContain(person)
    for (const { table } of ownedTables()) {
      const column = table === 'users' ? 'id' : 'user_id'
      expect([table, await count(table, `${column} = $1`, [person])]).toEqual([table, 0])
      if (table !== 'users') {
        const expected = sampleRows(other).has(table) ? 1 : 0
        expect([table, await count(table, 'user_id = $1', [other])]).toEqual([table, expected])
      }
    }
    expect(await readdir(path.join(folder, 'uploads/documents'))).not.toContain(person)
    const keys = await readdir(path.join(folder, 'keys/users'))
    expect(keys).not.toContain(person)
    expect(keys).toContain(other)
    expect(await eraseAccountJob.sweep?.(context)).toEqual([])

    // A database from before, put back: whom it brings back is erased again, and nobody else.
    await addUser(test.database, { id: person })
    expect(await reapplyErasures(context)).toBe(1)
    expect(await reapplyErasures(context)).toBe(1)
    expect(await count('users', 'id = $1 and not is_active', [person])).toBe(1)
    const [again] = (await eraseAccountJob.sweep?.(context)) ?? []
    await eraseAccountJob.run(context, again?.payload ?? { erasure_id: '' }, attempt)
    expect(await count('users', 'id = $1', [person])).toBe(0)
    expect(await count('users', 'id = $1 and is_active', [other])).toBe(1)
    expect(await reapplyErasures(context)).toBe(0)
  })
})

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
