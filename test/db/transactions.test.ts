import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AccessDenied,
  CheckViolation,
  createConnection,
  DatabaseError,
  DatabaseTimeout,
  ForeignKeyViolation,
  InvalidValue,
  NotNullViolation,
  openDatabase,
  type Query,
  type Transaction,
  UniqueViolation,
} from '../../src/platform/database/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'

let test: TestDatabase
let asha: string
let ravi: string

beforeAll(async () => {
  test = await openTestDatabase()
  asha = await addUser(test.database)
  ravi = await addUser(test.database)
})

afterAll(async () => {
  await test?.close()
})

function newAllergy(userId: string, substance = 'Penicillin') {
  return { id: uuidv7(), user_id: userId, substance }
}

function allergiesOf(transaction: Transaction): Promise<{ user_id: string; substance: string }[]> {
  return transaction.rows(transaction.sql('allergies').select('user_id', 'substance'))
}

describe('what only reads', () => {
  it('takes one round trip for what is asked in one moment, and leaves nothing on the connection', async () => {
    await test.database.asUser(ravi, async (transaction) => {
      transaction.queue(transaction.sql('allergies').insert(newAllergy(ravi, 'Dust')))
    })
    const { readsApart } = test.database
    const before = test.database.roundTrips()
    const lists = await test.database.asReader(ravi, (reading) =>
      Promise.all([allergiesOf(reading), allergiesOf(reading)]),
    )
    expect(test.database.roundTrips() - before).toBe(readsApart ? 1 : 2)
    for (const list of lists) expect(list).toEqual([{ user_id: ravi, substance: 'Dust' }])
    const others = await test.database.asReader(asha, allergiesOf)
    expect(others.filter(({ user_id }) => user_id !== asha)).toEqual([])
  })

  it.each<[string, (transaction: Transaction, row: object) => unknown]>([
    ['queued', (transaction, row) => transaction.queue(transaction.sql('allergies').insert(row))],
    ['counted', (transaction, row) => transaction.affected(transaction.sql('allergies').insert(row))],
    ['returned', (transaction, row) => transaction.rows(transaction.sql('allergies').insert(row).returning('id'))],
  ])('is run again where it can write, when it wants to: %s', async (_, write) => {
    const row = newAllergy(asha, 'Written after all')
    await test.database.asReader(asha, async (transaction) => {
      await allergiesOf(transaction)
      await write(transaction, row)
    })
    const rows = await test.database.asUser(asha, (transaction) =>
      transaction.rows(transaction.sql('allergies').where({ id: row.id }).select('id')),
    )
    expect(rows).toHaveLength(1)
  })

  it('fails with the first failure, also where its work caught that, and the connection serves the next one', async () => {
    const broken = (transaction: Transaction) =>
      transaction.rows(transaction.sql.raw('select cast(? as integer) as number', ['one']))
    for (let time = 0; time < 25; time += 1) {
      const work = test.database.asReader(asha, async (transaction) => {
        await Promise.allSettled([broken(transaction), allergiesOf(transaction)])
        return 'done'
      })
      await expect(work).rejects.toThrow(InvalidValue)
    }
    const numbers = await test.database.asReader(asha, (transaction) =>
      transaction.rows(transaction.sql.raw('select cast(? as integer) as number', ['1'])),
    )
    expect(numbers).toEqual([{ number: 1 }])
  })
})

describe('a transaction', () => {
  it('keeps what it wrote and gives it back', async () => {
    const row = newAllergy(asha, 'Peanut')
    const written = await test.database.asUser(asha, (transaction) =>
      transaction.affected(transaction.sql('allergies').insert(row)),
    )
    const read = await test.database.asUser(asha, (transaction) =>
      transaction.row<{ substance: string }>(transaction.sql('allergies').where({ id: row.id }).select('substance')),
    )
    expect({ written, read }).toEqual({ written: 1, read: { substance: 'Peanut' } })
  })

  it('writes nothing when its work fails', async () => {
    const row = newAllergy(asha, 'Never written')
    const work = test.database.asUser(asha, async (transaction) => {
      await transaction.rows(transaction.sql('allergies').insert(row))
      throw new RangeError('changed my mind')
    })
    await expect(work).rejects.toThrow(RangeError)
    const rows = await test.database.asUser(asha, allergiesOf)
    expect(rows.map((each) => each.substance)).not.toContain('Never written')
  })

  it('fails as a whole when a queued statement fails, and says which constraint it was', async () => {
    const row = newAllergy(asha, 'Queued twice')
    const work = test.database.asUser(asha, async (transaction) => {
      transaction.queue(transaction.sql('allergies').insert(row))
      transaction.queue(transaction.sql('allergies').insert(row))
      return 'done'
    })
    await expect(work).rejects.toMatchObject({ name: 'UniqueViolation', constraint: 'allergies_pkey' })
    const rows = await test.database.asUser(asha, allergiesOf)
    expect(rows.map((each) => each.substance)).not.toContain('Queued twice')
  })

  it('is kept with its last statement, in one round trip, and nothing may follow', async () => {
    const row = newAllergy(asha, 'Last')
    const before = test.database.roundTrips()
    const written = await test.database.asUser(asha, (transaction) => {
      transaction.queue(transaction.sql('allergies').insert(newAllergy(asha, 'Before the last')))
      return transaction.last(transaction.sql('allergies').insert(row).returning('substance'))
    })
    expect(test.database.roundTrips() - before).toBe(1)
    const more = test.database.asUser(asha, async (transaction) => {
      await transaction.last(transaction.sql('allergies').where({ id: row.id }).update({ substance: 'Changed' }))
      return await transaction.rows(transaction.sql('allergies').select('id'))
    })
    await expect(more).rejects.toThrow('The transaction is over')
    const substances = (await test.database.asUser(asha, allergiesOf)).map((each) => each.substance)
    expect({ written, substances }).toEqual({
      written: [{ substance: 'Last' }],
      substances: expect.arrayContaining(['Before the last', 'Changed']) as unknown,
    })
  })

  it('is not kept when its last statement fails', async () => {
    const row = newAllergy(asha, 'Twice at last')
    const work = test.database.asUser(asha, (transaction) => {
      transaction.queue(transaction.sql('allergies').insert(row))
      return transaction.last(transaction.sql('allergies').insert(row))
    })
    await expect(work).rejects.toMatchObject({ name: 'UniqueViolation', constraint: 'allergies_pkey' })
    const rows = await test.database.asUser(asha, allergiesOf)
    expect(rows.map((each) => each.substance)).not.toContain('Twice at last')
  })

  it('cannot commit after an error that its work caught', async () => {
    const row = newAllergy(asha, 'Caught')
    const work = test.database.asUser(asha, async (transaction) => {
      await transaction.rows(transaction.sql('allergies').insert(row))
      await transaction.rows(transaction.sql('allergies').insert(row)).catch(() => 'caught')
      return 'done'
    })
    await expect(work).rejects.toThrow(UniqueViolation)
  })

  it('names the first failure, not the aborted transaction, in what follows it', async () => {
    const row = newAllergy(asha)
    const work = test.database.asUser(asha, async (transaction) => {
      transaction.queue(transaction.sql('allergies').insert(row))
      transaction.queue(transaction.sql('allergies').insert(row))
      return allergiesOf(transaction)
    })
    await expect(work).rejects.toThrow(UniqueViolation)
  })

  it('sends the statements of a list in one round trip, and audit row and COMMIT in a second', async () => {
    const before = test.database.roundTrips()
    await test.database.asUser(asha, async (transaction) => {
      await allergiesOf(transaction)
      transaction.queue(
        transaction.sql('audit_logs').insert({ user_id: asha, action: 'a', resource_type: 'b', success: true }),
      )
    })
    expect(test.database.roundTrips() - before).toBe(2)
  })

  it('needs no connection when it sends nothing', async () => {
    const before = test.database.roundTrips()
    const result = await test.database.asUser(asha, async () => 'nothing')
    expect({ result, trips: test.database.roundTrips() - before }).toEqual({ result: 'nothing', trips: 0 })
  })

  it('runs what waits for the commit after it, and reports an action that fails', async () => {
    const seen: string[] = []
    const reported = test.reported.length
    const result = await test.database.asUser(asha, async (transaction) => {
      transaction.afterCommit(() => {
        throw new Error('the queue is away')
      })
      transaction.afterCommit(() => void seen.push('after'))
      await allergiesOf(transaction)
      seen.push('work')
      return 'kept'
    })
    expect({ result, seen }).toEqual({ result: 'kept', seen: ['work', 'after'] })
    expect(test.reported.slice(reported)).toMatchObject([{ message: 'the queue is away' }])
  })

  it('does not run what waits for a commit that never comes', async () => {
    const seen: string[] = []
    const work = test.database.asUser(asha, async (transaction) => {
      transaction.afterCommit(() => void seen.push('after'))
      transaction.queue(transaction.sql('allergies').insert({ user_id: ravi, substance: 'Nuts' }))
    })
    await expect(work).rejects.toThrow(AccessDenied)
    expect(seen).toEqual([])
  })

  it('refuses statements once it is over', async () => {
    let kept: Transaction | undefined
    await test.database.asUser(asha, async (transaction) => {
      kept = transaction
      await allergiesOf(transaction)
    })
    await expect(allergiesOf(kept!)).rejects.toThrow('The transaction is over')
  })

  it('refuses to run a query that was awaited by itself', async () => {
    await expect(
      test.database.asUser(asha, async (transaction) => await transaction.sql('allergies').select()),
    ).rejects.toThrow()
  })

  it('refuses a tenant that is no UUID', async () => {
    await expect(test.database.asUser("x', true); drop table users; --", allergiesOf)).rejects.toThrow(TypeError)
  })

  it('is retried when another stood in its way, and then succeeds', async () => {
    let runs = 0
    const result = await test.database.asUser(asha, async (transaction) => {
      runs += 1
      if (runs < 3) {
        await transaction.rows(
          transaction.sql.raw("do $$ begin raise exception 'deadlock' using errcode = 'deadlock_detected'; end $$"),
        )
      }
      return 'done'
    })
    expect({ result, runs }).toEqual({ result: 'done', runs: 3 })
  })

  it('ends by itself when it stays open too long, and keeps nobody waiting', async () => {
    const impatient = await openDatabase({
      connectionString: test.connectionString,
      maxConnections: 2,
      transactionTimeoutMilliseconds: 200,
      report: (error) => void test.reported.push(error),
    })
    const forgotten = impatient.asUser(asha, async (transaction) => {
      await transaction.rows(transaction.sql('allergies').insert(newAllergy(asha, 'Forgotten')))
      await delay(600)
    })
    const outcome = forgotten.then(
      () => 'committed',
      (error: unknown) => error,
    )
    await delay(300)
    const rows = await test.database.asUser(asha, allergiesOf)
    expect(rows.map((each) => each.substance)).not.toContain('Forgotten')
    expect(await outcome).toBeInstanceOf(DatabaseTimeout)
    await impatient.close()
  })
})

describe('errors', () => {
  type Case = readonly [string, (transaction: Transaction) => Query, new (...args: never[]) => Error, object]
  const cases: Case[] = [
    [
      'a second account of one address, in other letters',
      ({ sql }) => sql('users').insert([account('One@example.org'), account('one@EXAMPLE.org')]),
      UniqueViolation,
      { constraint: 'users_email_key', table: 'users' },
    ],
    [
      'a child without its parent',
      ({ sql }) => sql('goal_progress').insert({ ...child(), goal_id: uuidv7(), progress_value: '1' }),
      ForeignKeyViolation,
      { constraint: 'goal_progress_goal_fkey' },
    ],
    [
      'a value outside its list',
      ({ sql }) => sql('allergies').insert({ ...newAllergy(asha), status: 'gone' }),
      CheckViolation,
      { constraint: 'allergies_status_check' },
    ],
    [
      'a missing value',
      ({ sql }) => sql('allergies').insert({ user_id: asha }),
      NotNullViolation,
      { column: 'substance', table: 'allergies' },
    ],
    ['U+0000', ({ sql }) => sql('allergies').insert(newAllergy(asha, 'a\u0000b')), InvalidValue, {}],
    [
      'half a surrogate pair in JSON',
      ({ sql }) => sql('users').update({ interests: JSON.stringify(['\ud800']) }),
      InvalidValue,
      {},
    ],
    ['too long a value', ({ sql }) => sql('allergies').insert(newAllergy(asha, 'x'.repeat(256))), InvalidValue, {}],
    [
      'an impossible date',
      ({ sql }) => sql('allergies').insert({ ...newAllergy(asha), noted_date: '2026-02-30' }),
      InvalidValue,
      {},
    ],
    ['wrong SQL', ({ sql }) => sql.raw('selekt 1'), DatabaseError, { code: '42601' }],
  ]

  it.each(cases)('%s has a class of its own', async (_name, query, expected, properties) => {
    const work = test.database.asSystem((transaction) => transaction.rows(query(transaction)))
    const error: unknown = await work.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(expected)
    expect(error).toMatchObject(properties)
  })

  it('never quote a value', async () => {
    const secret = 'tuberculosis'
    const work = test.database.asSystem(async (transaction) => {
      await transaction.rows(
        transaction.sql('medical_conditions').insert({ user_id: asha, name: secret, status: secret }),
      )
    })
    const error = (await work.catch((thrown: unknown) => thrown)) as Error
    expect(error).toBeInstanceOf(NotNullViolation)
    expect(`${error.message} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(secret)
  })

  it('stores half a surrogate pair in plain text as the replacement character', async () => {
    const row = newAllergy(asha, 'a\ud800b')
    const kept = await test.database.asUser(asha, (transaction) =>
      transaction.row<{ substance: string }>(transaction.sql('allergies').insert(row).returning('substance')),
    )
    expect(kept).toEqual({ substance: 'a\ufffdb' })
  })

  it('say that the database cannot be reached', async () => {
    const nowhere = await openDatabase({
      connectionString: 'postgresql://nobody@127.0.0.1:1/nothing',
      maxConnections: 1,
      report: () => undefined,
    })
    await expect(nowhere.ping()).rejects.toMatchObject({ name: 'DatabaseUnavailable' })
    await nowhere.close()
  })
})

describe('connections', () => {
  it('never mix their statements, also outside transactions', async () => {
    const clients = Array.from({ length: 4 }, () => createConnection(test.connectionString))
    await Promise.all(clients.map((client) => client.connect()))
    const mixed: unknown[] = []
    await Promise.all(
      clients.map(async (client, index) => {
        // Another number of parameters and columns for each client, so that one's statement cannot pass for another's.
        const columns = Array.from({ length: index + 1 }, (_, column) => `$${column + 1}::text as "${index}_${column}"`)
        for (let round = 0; round < 15; round += 1) {
          // Long, so that the messages of one statement arrive in several pieces.
          const values = columns.map((_, column) => `${index} ${column} ${round}`.padEnd(150_000))
          const { rows } = await client.query<Record<string, string>>(`select ${columns.join(', ')}`, values)
          const expected = Object.fromEntries(values.map((value, column) => [`${index}_${column}`, value]))
          if (JSON.stringify(rows) !== JSON.stringify([expected])) mixed.push([index, round])
        }
      }),
    )
    await Promise.all(clients.map((client) => client.end()))
    expect(mixed).toEqual([])
  })
})

describe('values', () => {
  it('arrive as documented', async () => {
    const row = await test.database.asUser(asha, (transaction) =>
      transaction.row(
        transaction.sql.raw(
          `select '2026-03-05T06:07:08.9Z'::timestamptz as instant, '2026-03-05'::date as day, '08:30'::time as time,
             12.50::numeric as decimal, 9007199254740991::bigint as count, 9007199254740993::bigint as too_large,
             '[1, "क"]'::jsonb as list, point(13.08, 80.27) as place, null::date as nothing`,
        ),
      ),
    )
    expect(row).toEqual({
      instant: new Date('2026-03-05T06:07:08.9Z'),
      day: '2026-03-05',
      time: '08:30:00',
      decimal: 12.5,
      count: 9_007_199_254_740_991,
      too_large: '9007199254740993',
      list: [1, 'क'],
      place: { x: 13.08, y: 80.27 },
      nothing: null,
    })
  })
})

describe('tenants', () => {
  it('never see one another in 120 interleaved transactions', async () => {
    const users = await Promise.all(Array.from({ length: 6 }, () => addUser(test.database)))
    const outcomes = await Promise.all(
      Array.from({ length: 120 }, async (_, index) => {
        const userId = users[index % users.length]!
        return test.database
          .asUser(userId, async (transaction) => {
            transaction.queue(transaction.sql('allergies').insert(newAllergy(userId, `n${index}`)))
            const rows = await allergiesOf(transaction)
            // Every tenth fails, so that roll-backs are among them.
            if (index % 10 === 9) throw new RangeError()
            return rows.some((row) => row.user_id !== userId) ? 'leak' : 'own'
          })
          .catch((error: unknown) => (error instanceof RangeError ? 'rolled back' : error))
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'own')).toHaveLength(108)
    expect(outcomes.filter((outcome) => outcome === 'rolled back')).toHaveLength(12)
    const counts = await test.database.asSystem((transaction) =>
      transaction.rows<{ count: number }>(
        transaction.sql('allergies').whereIn('user_id', users).groupBy('user_id').count('* as count'),
      ),
    )
    expect(counts.reduce((sum, row) => sum + row.count, 0)).toBe(108)
  })

  it('leave nothing of themselves on the connection', async () => {
    const single = await openDatabase({
      connectionString: test.connectionString,
      maxConnections: 1,
      report: () => undefined,
    })
    await single.asUser(asha, allergiesOf)
    const [row] = await test.query<{ tenant: string | null }>("select current_setting('app.user_id', true) as tenant")
    const system = await single.asSystem((transaction) =>
      transaction.row<{ tenant: string | null; role: string }>(
        transaction.sql.raw('select current_tenant() as tenant, current_user as role'),
      ),
    )
    await single.close()
    expect(row?.tenant ?? '').toBe('')
    expect(system).toEqual({ tenant: null, role: 'swasthwrap_system' })
  })
})

describe('a statement that was prepared', () => {
  it('is run again under another name when its table has changed', async () => {
    const single = await openDatabase({
      connectionString: test.connectionString,
      maxConnections: 1,
      ownSessions: test.profile === 'server',
      report: () => undefined,
    })
    const everything = () =>
      single.asUser(ravi, (transaction) => transaction.rows<object>(transaction.sql('allergies').select('*')))
    await single.asUser(ravi, (transaction) =>
      transaction.affected(transaction.sql('allergies').insert(newAllergy(ravi, 'Dust'))),
    )
    for (let time = 0; time < 25; time += 1) await everything()
    await test.query('alter table allergies add column shade text')
    try {
      expect((await everything())[0]).toHaveProperty('shade')
    } finally {
      await test.query('alter table allergies drop column shade')
      await single.close()
    }
  })
})

function account(email: string) {
  return { name: 'One', email, password_hash: 'none' }
}

function child() {
  return { user_id: asha, progress_date: '2026-01-01' }
}
