import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LANGUAGE_FORMS, type LanguageForm } from '../../src/clinical/language-forms.ts'
import { embedRecordJob } from '../../src/domains/search/index.ts'
import type { Caller } from '../../src/operations/define-operation.ts'
import { openEmbedder } from '../../src/platform/models/index.ts'
import { openTestAssistant, type TestAssistant } from '../support/assistant.ts'
import { startScriptedModelServer } from '../support/scripted-model-server.ts'

let assistant: TestAssistant
let asha: Caller
let bala: Caller

const SUGAR = { test: 'HbA1c', code: '4548-4', unit: '%', low: 4, high: 5.6, flag: 'high' } as const

beforeAll(async () => {
  assistant = await openTestAssistant()
  asha = await assistant.newPerson()
  bala = await assistant.newPerson()
  // Look-alike data: the same test, the same day, the same words; only the values and the names differ.
  for (const [caller, value, medicine] of [
    [asha, '8.2', 'Metformin'],
    [bala, '6.1', 'Glimepiride'],
  ] as const) {
    await assistant.addReport(caller, { name: 'Sugar test', date: '2026-03-12', results: [{ ...SUGAR, value }] })
    await assistant.perform(caller, 'medications.add', {
      medication_name: medicine,
      dosage: '500 mg',
      frequency: 'twice a day',
      prescribed_by: 'Dr. Iyer',
      start_date: '2024-01-05',
      instructions: `Secret word of ${value}`,
    })
    await assistant.perform(caller, 'metrics.add', {
      metric_type: 'blood_glucose',
      value: value === '8.2' ? '180' : '110',
    })
  }
})

afterAll(() => assistant.close())

const everything = async (caller: Caller, text: string, form: LanguageForm = 'en') =>
  JSON.stringify(await assistant.retrieve(caller, text, form))

/** All that is known about a question is asked for at once; what was said before, once the time zone is known. */
const ROUND_TRIPS = 3

describe('what retrieval costs the database, in round trips', () => {
  test.each([
    'What is my HbA1c?',
    'Explain my report',
    'Which medicines do I take?',
    'What helps against high blood pressure?',
    'What did you tell me last week?',
    'Hello',
  ])('%s', async (text) => {
    const { database } = assistant.testDatabase
    // The shared library is filled by the first question that needs it.
    await assistant.retrieve(asha, text, 'en')
    const before = database.roundTrips()
    await assistant.retrieve(asha, text, 'en')
    expect(database.roundTrips() - before).toBeLessThanOrEqual(ROUND_TRIPS)
  })
})

describe('two people with look-alike data', () => {
  test.each([
    'What is my HbA1c?',
    'Explain my report',
    'Which medicines do I take?',
    'how has my sugar changed',
    'secret word',
    'what do you know about me',
    'Sugar test',
  ])('never see each other: %s', async (question) => {
    const hers = await everything(asha, question)
    const his = await everything(bala, question)
    expect(hers).not.toMatch(/6\.1|Glimepiride|"110"/)
    expect(his).not.toMatch(/8\.2|Metformin|"180"/)
  })

  test("a stranger's document is nothing that can be asked about", async () => {
    const documentId = await assistant.addReport(bala, {
      name: 'His',
      date: '2026-05-01',
      results: [{ ...SUGAR, value: '5.9' }],
    })
    const { facts, passages } = await assistant.retrieve(asha, 'Explain this report', 'en', {
      documentIds: [documentId],
    })
    expect(JSON.stringify([facts, passages])).not.toMatch(/5\.9|"His"/)
  })
})

describe('facts', () => {
  test('of the newest report come first, all of one document together', async () => {
    const person = await assistant.newPerson()
    await assistant.addReport(person, {
      name: 'New',
      date: '2026-06-01',
      results: [
        { ...SUGAR, value: '7.0' },
        { test: 'TSH', code: '3016-3', value: '2' },
      ],
    })
    await assistant.addReport(person, { name: 'Old', date: '2020-06-01', results: [{ ...SUGAR, value: '9.9' }] })
    const { facts } = await assistant.retrieve(person, 'Explain my report', 'en')
    expect(facts.slice(0, 2).map(({ values }) => values[0]?.value)).toEqual(['7.0', '2'])
    expect(JSON.stringify(facts)).not.toContain('9.9')
  })

  test('of an attached document go before the newest', async () => {
    const person = await assistant.newPerson()
    await assistant.addReport(person, { name: 'New', date: '2026-06-01', results: [{ ...SUGAR, value: '7.0' }] })
    const attached = await assistant.addReport(person, {
      name: 'Old',
      date: '2020-06-01',
      results: [{ ...SUGAR, value: '9.9' }],
    })
    const { facts } = await assistant.retrieve(person, 'what is this?', 'en', { documentIds: [attached] })
    expect(facts[0]?.values[0]?.value).toBe('9.9')
  })

  test('carry the page and the place on it, and a title in the language of the answer', async () => {
    const { facts } = await assistant.retrieve(asha, 'मेरा एचबीए1सी कितना है', 'hi')
    expect(facts[0]).toMatchObject({ source: { kind: 'document', page: 1 }, title: 'HbA1c, 12 मार्च 2026, पेज 1' })
  })

  test('about due doses are on the clock of the person', async () => {
    const person = await assistant.newPerson()
    const { id } = await assistant.perform(person, 'medications.add', {
      medication_name: 'Amlodipine',
      dosage: '5 mg',
      frequency: 'daily',
      prescribed_by: 'Dr. Iyer',
      start_date: '2024-01-05',
    })
    await assistant.perform(person, 'medications.schedules.add', { medication_id: id, time_of_day: '23:59' })
    const { facts } = await assistant.retrieve(person, 'which medicine is due today', 'en')
    const due = facts.find(({ source }) => source.kind === 'record' && source.table === 'medication_schedules')
    expect(due?.values[0]?.at).toMatch(/T23:59:00\+05:30$/)
  })

  test('cost one open transaction and few round trips', async () => {
    const { database } = assistant.testDatabase
    const before = database.roundTrips()
    await assistant.retrieve(asha, 'What is my HbA1c?', 'en')
    expect(database.roundTrips() - before).toBeLessThanOrEqual(2)
  })

  test('are not asked for where nobody needs them, and every reading of them is in the audit log', async () => {
    const count = async () => {
      const rows = await assistant.testDatabase.query<{ count: string }>(
        `select count(*) from audit_logs where user_id = $1 and action = 'assistant.retrieve'`,
        [asha.userId],
      )
      return Number(rows[0]?.count)
    }
    const before = await count()
    await assistant.retrieve(asha, 'hello', 'en')
    expect(await count()).toBe(before)
    await assistant.retrieve(asha, 'What is my HbA1c?', 'en')
    expect(await count()).toBe(before + 1)
  })
})

describe('passages', () => {
  test.each(LANGUAGE_FORMS)('are found in an English letter by a question in %s', async (form) => {
    const person = await assistant.newPerson()
    await assistant.addReport(person, {
      name: 'Letter',
      date: '2026-02-02',
      results: [],
      pages: ['X-RAY CHEST PA VIEW\nBoth lung fields are clear.', 'MRI LEFT KNEE\nTear of the medial meniscus.'],
    })
    const question = {
      en: 'what is wrong with my knee',
      hi: 'मेरे घुटने में क्या है',
      ta: 'என் முட்டியில் என்ன',
      'hi-Latn': 'mere ghutne mein kya hai',
      'ta-Latn': 'en mutti la enna',
    }[form]
    const { passages } = await assistant.retrieve(person, question, form)
    expect(passages[0]).toMatchObject({ source: { kind: 'document', page: 2 } })
  })

  test('follow what is changed and removed', async () => {
    const person = await assistant.newPerson()
    const { id } = await assistant.perform(person, 'conditions.add', {
      name: 'Eczema',
      diagnosed_date: '2020-01-01',
      status: 'resolved',
      severity: 'mild',
      notes: 'zinc ointment helps',
    })
    expect(await everything(person, 'zinc ointment')).toContain('zinc ointment helps')
    await assistant.perform(person, 'conditions.update', { id, notes: 'coconut oil helps' })
    expect(await everything(person, 'zinc ointment')).not.toContain('zinc ointment helps')
    expect(await everything(person, 'coconut oil')).toContain('coconut oil helps')
    await assistant.perform(person, 'conditions.delete', { id })
    expect(await everything(person, 'coconut oil')).not.toContain('coconut oil helps')
  })

  test('are never what was said in a conversation', async () => {
    const person = await assistant.newPerson()
    await assistant.testDatabase.database.asUser(person.userId, (transaction) =>
      assistant.indexer.indexMessage(transaction, {
        userId: person.userId,
        messageId: person.userId,
        text: 'Your HbA1c is 12.3 %',
        at: '2026-03-12T00:00:00Z',
      }),
    )
    expect((await assistant.retrieve(person, 'What is my HbA1c?', 'en')).passages).toEqual([])
  })
})

describe('an embeddings server', () => {
  test('embeds after the commit, and anew when the model changes', async () => {
    const server = await startScriptedModelServer()
    const served = await openTestAssistant({
      embedder: openEmbedder({ baseUrl: server.url, apiKey: 'k', model: 'first' }),
    })
    const person = await served.newPerson()
    await served.addReport(person, { name: 'Letter', results: [], pages: ['MRI LEFT KNEE'] })
    const models = async () =>
      (
        await served.testDatabase.query<{ model: string | null }>('select embedding_model as model from record_chunks')
      ).map(({ model }) => model)
    expect(await models()).toEqual([null])
    expect((await served.retrieve(person, 'knee', 'en')).passages).toHaveLength(1)
    const { database } = served.testDatabase
    const attempt = { number: 1, last: false, signal: new AbortController().signal, standAside: () => undefined }
    for (const model of ['first', 'second']) {
      const context = { database, embedder: openEmbedder({ baseUrl: server.url, apiKey: 'k', model }) }
      expect(await embedRecordJob.sweep?.(context)).toHaveLength(1)
      await embedRecordJob.run(context, { user_id: person.userId }, attempt)
      expect(await models()).toEqual([model])
      expect(await embedRecordJob.sweep?.(context)).toEqual([])
    }
    await served.close()
    await server.close()
  })

  test('that is down leaves the search by words', async () => {
    const down = await openTestAssistant({
      embedder: openEmbedder({ baseUrl: 'http://127.0.0.1:9/v1', apiKey: 'k', model: 'gone' }),
    })
    const person = await down.newPerson()
    await down.addReport(person, { name: 'Letter', results: [], pages: ['MRI LEFT KNEE'] })
    expect((await down.retrieve(person, 'knee', 'en')).passages).toHaveLength(1)
    await down.close()
  }, 30_000)
})
