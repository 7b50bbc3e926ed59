import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRepeatedAnswers } from '../../src/domains/accounts/index.ts'
import { expireRowsJob } from '../../src/operations/expire-rows-job.ts'
import { type OperationsApp, openOperationsApp } from './support/operations-app.ts'

let context: OperationsApp
beforeAll(async () => {
  context = await openOperationsApp()
})
afterAll(async () => context.close())

const allergy = (substance: string) => ({ substance, reaction: 'Rash' })

describe('adding', () => {
  it('answers 201 with the row, its address and its entity tag', async () => {
    const { asha, call } = context
    const answer = await call(asha, 'POST', '/allergies', { body: allergy('Penicillin') })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['location']).toBe(`/api/v1/allergies/${answer.body_.id}`)
    expect(answer.body_).toMatchObject({ substance: 'Penicillin', severity: null, status: 'active' })
    const read = await call(asha, 'GET', `/allergies/${answer.body_.id}`)
    expect(read.headers['etag']).toBe(answer.headers['etag'])
    expect(read.body_).toEqual(answer.body_)
  })

  it('keeps text as it was written, whatever it looks like', async () => {
    const { asha, call } = context
    const reaction = `Robert'); DROP TABLE allergies;-- {{7*7}} \${jndi:ldap://x} <script>\n‏عربي क्‍ष`
    const answer = await call(asha, 'POST', '/allergies', { body: { substance: 'O\'Neil & "dust"', reaction } })
    expect(answer.statusCode).toBe(201)
    expect(answer.body_).toMatchObject({ substance: 'O\'Neil & "dust"', reaction })
  })

  it('trims text, and takes Indian digits where digits are expected and nowhere else', async () => {
    const { asha, call } = context
    const answer = await call(asha, 'POST', '/allergies', {
      body: { substance: '  मूँगफली ५ \u200b', noted_date: '२०२४-०१-३१' },
    })
    expect(answer.body_).toMatchObject({ substance: 'मूँगफली ५', noted_date: '2024-01-31' })
  })
})

describe('Idempotency-Key', () => {
  const headers = { 'idempotency-key': 'order-7' }

  it('gives a repeat the first answer', async () => {
    const { asha, call, testDatabase } = context
    const first = await call(asha, 'POST', '/allergies', { body: allergy('Latex'), headers })
    const again = await call(asha, 'POST', '/allergies', { body: { reaction: 'Rash', substance: 'Latex' }, headers })
    expect(again.statusCode).toBe(201)
    expect(again.body_).toEqual(first.body_)
    expect(again.headers).toMatchObject({ 'idempotency-replayed': 'true', location: first.headers['location'] })
    expect(again.headers['etag']).toBe(first.headers['etag'])
    const rows = await testDatabase.query('select id from allergies where substance = $1', ['Latex'])
    expect(rows).toHaveLength(1)
  })

  it('refuses the key with another body', async () => {
    const { asha, call } = context
    const answer = await call(asha, 'POST', '/allergies', { body: allergy('Wool'), headers })
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.type).toBe('urn:swasthwrap:problem:idempotency-key-reused')
  })

  it("belongs to the caller: another person's same key is another one", async () => {
    const { bala, call } = context
    const answer = await call(bala, 'POST', '/allergies', { body: allergy('Latex'), headers })
    expect(answer.statusCode).toBe(201)
    expect(answer.headers['idempotency-replayed']).toBeUndefined()
  })

  it('carries out one of many that come at the same time', async () => {
    const { asha, call, testDatabase } = context
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        call(asha, 'POST', '/allergies', { body: allergy('Pollen'), headers: { 'idempotency-key': 'at-once' } }),
      ),
    )
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array(6).fill(201))
    expect(new Set(answers.map((answer) => answer.body_.id)).size).toBe(1)
    expect(await testDatabase.query('select id from allergies where substance = $1', ['Pollen'])).toHaveLength(1)
  })

  it('is forgotten after 24 hours', async () => {
    const { asha, call, testDatabase } = context
    const old = { 'idempotency-key': 'yesterday' }
    const first = await call(asha, 'POST', '/allergies', { body: allergy('Egg'), headers: old })
    await testDatabase.query(
      "update idempotency_keys set expires_at = now() - interval '1 second' where key = 'yesterday'",
    )
    const second = await call(asha, 'POST', '/allergies', { body: allergy('Fish'), headers: old })
    expect(second.statusCode).toBe(201)
    expect(second.body_.id).not.toBe(first.body_.id)
  })

  it.each(['', 'with space', 'ä', 'x'.repeat(256)])('refuses the key %j', async (key) => {
    const { asha, call } = context
    const answer = await call(asha, 'POST', '/allergies', {
      body: allergy('Soy'),
      headers: { 'idempotency-key': Buffer.from(key).toString('latin1') },
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors[0].pointer).toBe('/Idempotency-Key')
  })
})

describe('answers that are kept before anybody is signed in', () => {
  const device = { ipAddress: '203.0.113.7', userAgent: 'Test' }
  const request = { key: 'sign-in-1', scope: '203.0.113.7', content: '{"password":"mango leaves"}' }
  const answer = { status: 200, headers: { 'set-cookie': ['a=secret-cookie'] }, body: '{"token":"secret-token"}' }

  it('stand nowhere in the clear, open to the same request alone, and go with their time and the account', async () => {
    const { testDatabase, asha } = context
    let now = new Date('2026-03-12T06:00:00Z')
    const later = (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    }
    const answers = createRepeatedAnswers({
      database: testDatabase.database,
      secret: Buffer.alloc(32, 7),
      now: () => now,
    })
    const claim = (changes: object = {}) => answers.claim({ ...request, ...changes }, device)
    const first = await claim()
    if (first.state !== 'mine') throw new Error(first.state)
    expect(await claim()).toEqual({ state: 'running' })
    await expect(claim({ content: '{"password":"guessed"}' })).rejects.toThrow()
    await answers.keep(first.id, request, answer, asha.userId)
    expect(await claim()).toEqual({ state: 'answered', answer })
    // From another place: the same request is known, another one is none of it.
    const elsewhere = { scope: '198.51.100.4' }
    expect(await claim(elsewhere)).toMatchObject({ state: 'answered' })
    expect(await claim({ ...elsewhere, content: '{"password":"guessed"}' })).toMatchObject({ state: 'mine' })
    const kept = await testDatabase.query("select *, encode(answer, 'escape') as bytes from repeated_answers")
    expect(JSON.stringify(kept)).not.toMatch(/sign-in-1|203\.0\.113|mango|secret/)

    later(24 * 60 + 1)
    const renewed = await claim()
    expect(renewed).toMatchObject({ state: 'mine' })
    // Its process died with it: after a minute it may be carried out again.
    later(2)
    expect(await claim()).toMatchObject({ state: 'mine' })
    later(2)
    const attempt = { number: 1, last: true, signal: new AbortController().signal, standAside: () => undefined }
    await expireRowsJob.run({ database: testDatabase.database, now: () => now }, {}, attempt)
    expect(await testDatabase.query('select from repeated_answers')).toEqual([])
  })
})

describe('changing', () => {
  const added = async () => (await context.call(context.asha, 'POST', '/allergies', { body: allergy('Milk') })).body_.id

  it('is a merge patch: what is left out stays, null empties, nothing changes nothing', async () => {
    const { asha, call } = context
    const id = await added()
    const patched = await call(asha, 'PATCH', `/allergies/${id}`, { body: { reaction: null, severity: 'mild' } })
    expect(patched.statusCode).toBe(200)
    expect(patched.body_).toMatchObject({ substance: 'Milk', reaction: null, severity: 'mild' })
    const same = await call(asha, 'PATCH', `/allergies/${id}`, { body: {} })
    expect(same.body_).toEqual(patched.body_)
    const merge = await call(asha, 'PATCH', `/allergies/${id}`, {
      body: JSON.stringify({ severity: null }),
      headers: { 'content-type': 'application/merge-patch+json' },
    })
    expect(merge.body_.severity).toBeNull()
  })

  it('does not empty what must be there', async () => {
    const { asha, call } = context
    const answer = await call(asha, 'PATCH', `/allergies/${await added()}`, { body: { substance: null } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors).toMatchObject([{ pointer: '/substance', code: 'required' }])
  })

  it('needs the row as it is where the caller says which one it knows', async () => {
    const { asha, call } = context
    const id = await added()
    const url = `/allergies/${id}`
    const { etag } = (await call(asha, 'GET', url)).headers
    const known = { 'if-match': String(etag) }
    expect((await call(asha, 'PATCH', url, { body: { severity: 'mild' }, headers: known })).statusCode).toBe(200)
    const stale = await call(asha, 'PATCH', url, { body: { severity: 'severe' }, headers: known })
    expect(stale.statusCode).toBe(412)
    expect((await call(asha, 'DELETE', url, { headers: known })).statusCode).toBe(412)
    expect((await call(asha, 'GET', url)).body_.severity).toBe('mild')
    expect(
      (await call(asha, 'PATCH', url, { body: { severity: 'severe' }, headers: { 'if-match': '*' } })).statusCode,
    ).toBe(200)
    const fresh = { 'if-match': `"other", ${(await call(asha, 'GET', url)).headers['etag']}` }
    expect((await call(asha, 'DELETE', url, { headers: fresh })).statusCode).toBe(204)
    expect((await call(asha, 'GET', url)).statusCode).toBe(404)
  })

  it('answers 304 to who has the row already', async () => {
    const { asha, call } = context
    const url = `/allergies/${await added()}`
    const { etag } = (await call(asha, 'GET', url)).headers
    const answer = await call(asha, 'GET', url, { headers: { 'if-none-match': String(etag) } })
    expect(answer.statusCode).toBe(304)
    expect(answer.payload).toBe('')
  })
})

describe('lists', () => {
  it('page without gap or repeat while rows are added and removed', async () => {
    const { bala, call, testDatabase } = context
    await testDatabase.query('delete from allergies where user_id = $1', [bala.userId])
    for (let index = 0; index < 25; index += 1) await call(bala, 'POST', '/allergies', { body: allergy(`S${index}`) })
    // The same time for many rows: the id has to decide.
    await testDatabase.query(`update allergies set created_at = '2026-01-01 00:00:00.000123+00' where user_id = $1`, [
      bala.userId,
    ])
    const seen: string[] = []
    let cursor: string | null = null
    for (let page = 0; page < 10; page += 1) {
      const url = `/allergies?limit=7&sort=created_at${cursor ? `&cursor=${cursor}` : ''}`
      const answer = await call(bala, 'GET', url)
      expect(answer.statusCode, answer.payload).toBe(200)
      seen.push(...answer.body_.data.map((row: { substance: string }) => row.substance))
      cursor = answer.body_.next_cursor
      if (page === 0) {
        await testDatabase.query("delete from allergies where user_id = $1 and substance = 'S3'", [bala.userId])
        await testDatabase.query(
          `insert into allergies (user_id, substance, created_at) values ($1, 'Earlier', '2020-01-01')`,
          [bala.userId],
        )
      }
      if (!cursor) break
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `S${index}`))
  })

  it.each(['noted_date', '-noted_date'])('sorted by %s put rows without a value last, on every page', async (sort) => {
    const { bala, call, testDatabase } = context
    await testDatabase.query('delete from allergies where user_id = $1', [bala.userId])
    for (const noted_date of ['2024-03-01', null, '2024-01-01', null, '2024-02-01']) {
      await call(bala, 'POST', '/allergies', { body: { substance: String(noted_date), noted_date } })
    }
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const answer = await call(bala, 'GET', `/allergies?limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...answer.body_.data.map((row: { substance: string }) => row.substance))
      cursor = answer.body_.next_cursor
    } while (cursor)
    const dated = ['2024-01-01', '2024-02-01', '2024-03-01']
    expect(seen).toEqual([...(sort === 'noted_date' ? dated : dated.toReversed()), 'null', 'null'])
  })

  it('filter by columns and by time', async () => {
    const { bala, call } = context
    const found = async (query: string) =>
      (await call(bala, 'GET', `/allergies?sort=noted_date&${query}`)).body_.data.map(
        (row: { substance: string }) => row.substance,
      )
    expect(await found('from=2024-02-01')).toEqual(['2024-02-01', '2024-03-01'])
    expect(await found('from=2024-02-01&to=2024-02-01')).toEqual(['2024-02-01'])
    expect(await found('substance=NULL')).toEqual(['null', 'null'])
    expect(await found('status=resolved')).toEqual([])
  })

  it.each([
    ['cursor=abc', '/cursor'],
    ['cursor=WyJ4IiwieSIsInoiXQ', '/cursor'],
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=ten', '/limit'],
    ['sort=password', '/sort'],
    ['colour=red', '/colour'],
    ['from=yesterday', '/from'],
    ['status=unknown', '/status'],
    ['status=active&status=resolved', '/status'],
  ])('refuse ?%s', async (query, pointer) => {
    const { bala, call } = context
    const answer = await call(bala, 'GET', `/allergies?${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
  })

  it('refuse the cursor of another list', async () => {
    const { bala, call } = context
    const { next_cursor } = (await call(bala, 'GET', '/allergies?limit=1&sort=noted_date')).body_
    for (const query of ['sort=-noted_date', 'sort=noted_date&status=active']) {
      const answer = await call(bala, 'GET', `/allergies?limit=1&${query}&cursor=${next_cursor}`)
      expect(answer.body_.errors).toMatchObject([{ pointer: '/cursor', code: 'malformed_cursor' }])
    }
  })

  it('refuse a cursor with a value that the column cannot have', async () => {
    const { bala, call } = context
    const { next_cursor } = (await call(bala, 'GET', '/allergies?limit=1&sort=noted_date')).body_
    const parts = JSON.parse(Buffer.from(next_cursor, 'base64url').toString())
    const forged = Buffer.from(JSON.stringify([parts[0], '2024-99-99', parts[2]])).toString('base64url')
    const answer = await call(bala, 'GET', `/allergies?limit=1&sort=noted_date&cursor=${forged}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors).toMatchObject([{ pointer: '/cursor' }])
  })
})

describe('problems', () => {
  it.each([
    ['en', 'This is missing.'],
    ['hi', /[\u0900-\u097f]/],
    ['ta', /[\u0b80-\u0bff]/],
  ])('are told in the language %s', async (language, words) => {
    const { asha, call } = context
    const answer = await call(asha, 'POST', '/allergies', { body: {}, headers: { 'accept-language': language } })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body_.errors[0]).toMatchObject({ pointer: '/substance', code: 'required' })
    expect(answer.body_.errors[0].detail).toMatch(words)
  })

  it('name unknown fields, path parameters among them', async () => {
    const { asha, call } = context
    const answer = await call(asha, 'POST', '/allergies', { body: { substance: 'x', user_id: 'y', 'a/b': 1 } })
    expect(answer.body_.errors).toMatchObject([
      { pointer: '/user_id', code: 'unknown_field' },
      { pointer: '/a~1b', code: 'unknown_field' },
    ])
    const { id } = (await call(asha, 'POST', '/allergies', { body: allergy('Nuts') })).body_
    const patch = await call(asha, 'PATCH', `/allergies/${id}`, { body: { id, severity: 'mild' } })
    expect(patch.body_.errors).toMatchObject([{ pointer: '/id', code: 'unknown_field' }])
  })

  it('say which scope is missing', async () => {
    const { executor, asha } = context
    const readOnly = { ...asha, scopes: new Set(['read'] as const) }
    const { catalogue } = await import('./support/operations-app.ts')
    for (const operation of catalogue.filter((each) => each.effect !== 'read')) {
      await expect(executor.executeOperation(operation, readOnly, {})).rejects.toMatchObject({
        definition: { type: 'insufficient-scope' },
        values: { scope: 'write' },
      })
    }
  })

  it('leave an audit row that names the failure and nothing else', async () => {
    const { asha, call, testDatabase } = context
    await call(asha, 'POST', '/allergies', { body: { substance: 'secret', severity: 'terrible' } })
    const [row] = await testDatabase.query(
      'select * from audit_logs where user_id = $1 and not success order by created_at desc, id desc limit 1',
      [asha.userId],
    )
    expect(row).toMatchObject({ action: 'allergies.add', error_message: 'validation-failed', ip_address: '127.0.0.1' })
    expect(JSON.stringify(row)).not.toContain('secret')
  })
})

describe('the audit log', () => {
  it('keeps what changed, on both sides', async () => {
    const { asha, call, testDatabase } = context
    const { id } = (await call(asha, 'POST', '/allergies', { body: allergy('Dust') })).body_
    await call(asha, 'PATCH', `/allergies/${id}`, { body: { severity: 'severe' } })
    await call(asha, 'GET', `/allergies/${id}`)
    await call(asha, 'DELETE', `/allergies/${id}`)
    const rows = await testDatabase.query<{ action: string; old_values: object; new_values: object }>(
      'select action, old_values, new_values, success from audit_logs where resource_id = $1 order by id',
      [id],
    )
    expect(rows).toMatchObject([
      { action: 'allergies.add', old_values: null, new_values: { substance: 'Dust' }, success: true },
      { action: 'allergies.update', old_values: { severity: null }, new_values: { severity: 'severe' } },
      { action: 'allergies.get', old_values: null, new_values: null },
      { action: 'allergies.delete', old_values: { substance: 'Dust', severity: 'severe' }, new_values: null },
    ])
    expect(Object.keys(rows[1]?.new_values ?? {}).sort()).toEqual(['severity', 'updated_at'])
  })
})
