import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSearchIndexer } from '../../../src/domains/search/index.ts'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { openEmbedder } from '../../../src/platform/models/index.ts'
import { type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

let context: OperationsApp
let asha: Caller

interface Hit {
  title: string
  excerpt: string
  content_type: string
  table: string
  id: string
  date: string
  score: number
  highlights: { start_index: number; end_index: number }[]
}

const indexer = createSearchIndexer(openEmbedder(undefined), () => undefined)

beforeAll(async () => {
  context = await openOperationsApp({ changeListeners: [indexer.onChange] })
  asha = context.asha
  const add = async (caller: Caller, url: string, body: object) => {
    const answer = await context.call(caller, 'POST', url, { body })
    expect(answer.statusCode, answer.payload).toBe(201)
  }
  await add(asha, '/conditions', {
    name: 'Headache',
    severity: 'mild',
    diagnosed_date: '2025-06-01',
    status: 'active',
    notes: 'Every morning since the rains',
  })
  await add(asha, '/conditions', {
    name: 'मधुमेह',
    severity: 'mild',
    diagnosed_date: '2025-06-01',
    status: 'active',
    notes: 'डॉक्टर ने खाने में परहेज़ बताया',
  })
  await add(asha, '/goals', { goal_title: 'எடை குறைக்க வேண்டும்', target_value: '65', unit: 'kg' })
  await add(asha, '/allergies', { substance: 'Peanuts', reaction: 'Rash', noted_date: '2020-05-04' })
  await add(asha, '/allergies', {
    substance: 'Penicillin',
    reaction: '<b>Rash</b> & swelling',
    noted_date: '2024-01-31',
  })
  await add(asha, '/medications', {
    medication_name: 'Metformin',
    dosage: '500 mg',
    frequency: 'Twice a day',
    prescribed_by: 'Dr. Rajeshwari Iyer',
    start_date: '2026-01-05',
  })
  await add(asha, '/goals', { goal_title: 'naashta samay par karna', target_value: '30', unit: 'days' })
  await add(asha, '/allergies', { substance: 'கத்தரிக்காய்', reaction: 'மூச்சு அடைத்தது', noted_date: '2019-05-04' })
  await add(asha, '/allergies', { substance: 'चमेली', reaction: 'छींक', noted_date: '2019-05-04' })
  await add(context.bala, '/conditions', {
    name: 'Headache',
    severity: 'mild',
    diagnosed_date: '2025-06-01',
    status: 'active',
    notes: 'Secret of Bala',
  })
})
afterAll(async () => context.close())

async function search(
  query: Record<string, string>,
  caller = asha,
): Promise<{ data: Hit[]; next_cursor: string | null }> {
  const answer = await context.call(caller, 'GET', `/search?${new URLSearchParams(query)}`)
  expect(answer.statusCode, answer.payload).toBe(200)
  return answer.body_
}

describe('searching', () => {
  it.each([
    ['headaches', 'Headache'],
    ['सिरदर्द', 'Headache'],
    ['தலைவலி', 'Headache'],
    ['sir dard', 'Headache'],
    ['thalai vali', 'Headache'],
    ['diabetes', 'मधुमेह'],
    ['मधुमेह', 'मधुमेह'],
    ['நீரிழிவு', 'मधुमेह'],
    ['weight loss', 'எடை குறைக்க வேண்டும்'],
    ['वज़न', 'எடை குறைக்க வேண்டும்'],
    ['vajan', 'எடை குறைக்க வேண்டும்'],
    ['எடை', 'எடை குறைக்க வேண்டும்'],
    ['peanut', 'Peanuts'],
  ])('for %s finds %s first', async (q, title) => {
    const { data } = await search({ q })
    expect(data[0]).toMatchObject({ title, content_type: 'health_note' })
    expect(data[0]?.score).toBeGreaterThan(0)
  })

  it.each([
    ['metfromin', 'Metformin', 'Metformin'],
    ['metformine', 'Metformin', 'Metformin'],
    ['मेटफोरमिन', 'Metformin', 'Metformin'],
    ['மெட்போர்மின்', 'Metformin', 'Metformin'],
    ['diabetis', 'मधुमेह', 'मधुमेह'],
    ['diabetus medicine', 'मधुमेह', 'मधुमेह'],
    ['madhumeeh', 'मधुमेह', 'मधुमेह'],
    ['मधुमह', 'मधुमेह', 'मधुमेह'],
    ['haedache', 'Headache', 'Headache'],
    ['headake', 'Headache', 'Headache'],
    ['penicilin', 'Penicillin', 'Penicillin'],
    ['nashta', 'naashta samay par karna', 'naashta'],
    ['naaasta', 'naashta samay par karna', 'naashta'],
    ['kaththarikkaai', 'கத்தரிக்காய்', 'கத்தரிக்காய்'],
    ['கத்திரிக்காய்', 'கத்தரிக்காய்', 'கத்தரிக்காய்'],
    ['chameli', 'चमेली', 'चमेली'],
    ['chamelee', 'चमेली', 'चमेली'],
  ])('for %s, which nobody wrote so, finds %s and shows where', async (q, title, shown) => {
    const [first] = (await search({ q })).data
    expect(first?.title).toBe(title)
    const marked = first?.highlights.map((each) => first.excerpt.slice(each.start_index, each.end_index))
    expect(marked).toContain(shown)
  })

  it('asks the database four times at most, also for what is misspelt', async () => {
    const { database } = context.testDatabase
    const before = database.roundTrips()
    await search({ q: 'metfromin diabetis' })
    expect(database.roundTrips() - before).toBeLessThanOrEqual(4)
  })

  it('looks no word up that is right, and takes a word that was only typed in a conversation for no proof', async () => {
    const { testDatabase } = context
    await testDatabase.database.asUser(asha.userId, (transaction) =>
      indexer.indexMessage(transaction, {
        userId: asha.userId,
        messageId: crypto.randomUUID(),
        text: 'what is penicilline',
        at: '2026-03-01T00:00:00Z',
      }),
    )
    expect((await search({ q: 'penicilline' })).data.map(({ title }) => title)).toContain('Penicillin')
    const before = testDatabase.database.roundTrips()
    await search({ q: 'peanuts' })
    expect(testDatabase.database.roundTrips() - before).toBeLessThanOrEqual(2)
  })

  it.each(['xyzzyqwv', 'ब्रह्मांडपुराण', "'); drop table search_index;--", '& | ! <->'])(
    'for %s finds nothing',
    async (q) => {
      expect(await search({ q })).toEqual({ data: [], next_cursor: null })
    },
  )

  it('never finds the rows of another person', async () => {
    expect((await search({ q: 'headache secret of Bala' })).data.map(({ excerpt }) => excerpt).join()).not.toMatch(
      /Bala/,
    )
    const bala = await search({ q: 'headache' }, context.bala)
    expect(bala.data.map(({ excerpt }) => excerpt)).toEqual(['Headache\nSecret of Bala'])
  })

  it('says where the words stand, in plain text without tags', async () => {
    const { data } = await search({ q: 'rash' })
    expect(data.map(({ excerpt }) => excerpt).sort()).toEqual(['Peanuts\nRash', 'Penicillin\n Rash  & swelling'])
    for (const { excerpt, highlights } of data) {
      expect(highlights.map(({ start_index, end_index }) => excerpt.slice(start_index, end_index))).toEqual(['Rash'])
    }
  })

  it.each([
    [{ from: '2024-01-01' }, ['Penicillin']],
    [{ to: '2024-01-30' }, ['Peanuts']],
    [{ from: '2024-01-31', to: '2024-01-31' }, ['Penicillin']],
    [{ content_type: 'document' }, []],
    [{ content_type: 'health_note' }, ['Peanuts', 'Penicillin']],
  ])('within %j', async (filter, titles) => {
    const { data } = await search({ q: 'rash', ...filter } as Record<string, string>)
    expect(data.map(({ title }) => title).sort()).toEqual(titles)
  })

  it('turns pages that rows added meanwhile do not move', async () => {
    const first = await search({ q: 'rash', limit: '1' })
    await context.call(asha, 'POST', '/allergies', { body: { substance: 'Latex', reaction: 'Rash, rash, rash' } })
    const second = await search({ q: 'rash', limit: '1', cursor: first.next_cursor ?? '' })
    expect([first, second].flatMap(({ data }) => data.map(({ title }) => title)).sort()).toEqual([
      'Peanuts',
      'Penicillin',
    ])
    expect(second.next_cursor).toBeNull()
    const other = await context.call(asha, 'GET', `/search?q=headache&cursor=${first.next_cursor}`)
    expect(other.body_.errors).toMatchObject([{ pointer: '/cursor', code: 'malformed_cursor' }])
  })

  it('keeps what a text is about, whatever its language', async () => {
    const rows = await context.testDatabase.query<{ keywords: string[] }>(
      `select keywords from search_index where searchable_content like 'मधुमेह%' or searchable_content like 'Headache%'`,
    )
    expect(rows.flatMap(({ keywords }) => keywords)).toEqual(expect.arrayContaining(['headache', 'diabetes']))
  })

  it('follows what is changed and deleted', async () => {
    const added = await context.call(asha, 'POST', '/allergies', { body: { substance: 'Tamarind' } })
    expect((await search({ q: 'tamarind' })).data).toMatchObject([{ id: added.body_.id, table: 'allergies' }])
    await context.call(asha, 'PATCH', `/allergies/${added.body_.id}`, { body: { substance: 'Jackfruit' } })
    expect((await search({ q: 'tamarind' })).data).toEqual([])
    await context.call(asha, 'DELETE', `/allergies/${added.body_.id}`)
    expect((await search({ q: 'jackfruit' })).data).toEqual([])
  })
})
