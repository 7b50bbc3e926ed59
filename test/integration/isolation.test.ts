import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGE_FORMS } from '../../src/clinical/language-forms.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { type ScriptedModelServer, startScriptedModelServer } from '../support/scripted-model-server.ts'
import { startTestServer } from '../support/test-server.ts'

/**
 * Two people with records that look alike, and every way in: each route of the published API, each tool of the assistant,
 * and what retrieval puts before a model. Nothing of the one may reach the other.
 */

/** Words and numbers that stand in the first person's record alone. */
const SECRETS = ['Kurinjimalar', 'ZQ-PHARMACY-7781', '187/119', 'penicillamine-7781', 'quarrelsome-neighbour']

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

let server: Awaited<ReturnType<typeof startTestServer>>
let model: ScriptedModelServer
let owner: ApiClient
let stranger: ApiClient
/** Identifiers of the owner's rows, by the name of the collection they belong to. */
const ids = new Map<string, string>()

async function fillRecord(client: ApiClient, own: boolean): Promise<void> {
  const remember = async (collection: string, path: string, body: unknown): Promise<string> => {
    const { id } = await client.json<{ id: string }>('POST', `/api/v1/${path}`, body)
    if (own) ids.set(collection, id)
    return id
  }
  const medication = await remember('medications', 'medications', {
    medication_name: 'Metformin',
    dosage: '500 mg',
    frequency: 'twice a day',
    prescribed_by: own ? 'Dr Kurinjimalar' : 'Dr Rao',
    pharmacy: own ? 'ZQ-PHARMACY-7781' : 'Corner pharmacy',
    start_date: '2026-01-02',
  })
  await remember('schedules', `medications/${medication}/schedules`, { time_of_day: '08:00' })
  const condition = await remember('conditions', 'conditions', {
    name: 'Type 2 diabetes',
    diagnosed_date: '2020-05-01',
    status: 'active',
    severity: 'moderate',
    notes: own ? 'worse when the quarrelsome-neighbour sings' : 'stable',
  })
  await remember('medications-of-condition', `conditions/${condition}/medications`, { medication_name: 'Metformin' })
  await remember('allergies', 'allergies', {
    substance: own ? 'penicillamine-7781' : 'penicillin',
    severity: 'severe',
  })
  await remember('metrics', 'metrics', {
    metric_type: 'blood_pressure',
    value: own ? '187/119' : '121/79',
    unit: 'mmHg',
    measured_at: '2026-11-01T06:00:00Z',
  })
  const bytes = Uint8Array.from(await readFile(new URL('../../src/demo/sample-report.pdf', import.meta.url)))
  const document = await client.upload({ name: own ? 'Kurinjimalar.pdf' : 'report.pdf', bytes })
  if (own) ids.set('documents', document)
  await client.waitForReading(document)
  const answer = await client.ask(own ? 'My doctor is Kurinjimalar. What is my HbA1c?' : 'What is my HbA1c?')
  if (own) {
    ids.set('sessions', answer.conversation.id)
    ids.set('responses', answer.id)
  }
}

function leaks(text: string): string[] {
  return [...SECRETS, ...ids.values()].filter((secret) => text.includes(secret))
}

beforeAll(async () => {
  model = await startScriptedModelServer([{ say: 'Noted.' }])
  server = await startTestServer({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none', CHAT_MODEL: 'scripted' })
  owner = await registerClient(server.address, { name: 'Asha Raman' })
  stranger = await registerClient(server.address, { name: 'Asha Raman' })
  await fillRecord(owner, true)
  await fillRecord(stranger, false)
})
afterAll(async () => {
  await server?.close()
  await model?.close()
})

describe('what belongs to one person', () => {
  it('is there for that person, so that the rest of these tests mean something', async () => {
    const seen = await Promise.all(
      ['medications', 'conditions', 'allergies', 'metrics', 'documents'].map(async (collection) =>
        (await owner.request('GET', `/api/v1/${collection}/${ids.get(collection)}`)).text(),
      ),
    )
    for (const secret of SECRETS) expect(seen.join()).toContain(secret)
  })

  it('is on no list of another, and does not exist under any address, whatever the method', async () => {
    const { paths } = (await (await fetch(`${server.address}/openapi.json`)).json()) as OpenApi
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        // Signing out would only end the stranger's own session; a stream never ends.
        .filter((method) => ['get', 'post', 'put', 'patch', 'delete'].includes(method) && !path.includes('/auth/'))
        .map((method) => ({ method: method.toUpperCase(), path })),
    )
    expect(routes.length).toBeGreaterThan(40)
    const found: string[] = []
    let addressed = 0
    for (const { method, path } of routes) {
      const own = path.replace(/\{[^}]+\}/g, (parameter, offset: number) => {
        const collection = path.slice(0, offset).split('/').filter(Boolean).at(-1) ?? ''
        return ids.get(collection) ?? ids.get('medications') ?? parameter
      })
      const isAddressed = own !== path
      if (!isAddressed && method !== 'GET') continue
      const response = await stranger.request(method, own, ['GET', 'DELETE'].includes(method) ? undefined : {})
      const text = await response.text()
      // An error may name what was asked for; the stranger knew that already.
      const leaked = leaks(text).filter((secret) => !own.includes(secret))
      if (leaked.length > 0) found.push(`${method} ${own} shows ${leaked}`)
      if (isAddressed) {
        addressed += 1
        if (response.ok) found.push(`${method} ${own} answered ${response.status}`)
        if (response.status === 403) found.push(`${method} ${own} admits that the row exists`)
      }
    }
    expect(found).toEqual([])
    expect(addressed).toBeGreaterThan(20)
  })

  it('comes back for no search of another', async () => {
    for (const word of ['Kurinjimalar', 'quarrelsome', 'penicillamine', 'HbA1c']) {
      const response = await stranger.request('GET', `/api/v1/search?q=${word}`)
      expect(leaks(await response.text()), word).toEqual([])
    }
  })

  it('is put before no model that answers another, in any language, by retrieval or by history', async () => {
    const questions: Record<(typeof LANGUAGE_FORMS)[number], string> = {
      en: 'Who is Kurinjimalar, and what is my blood pressure, allergy and diabetes?',
      hi: 'मेरा ब्लड प्रेशर, एलर्जी और शुगर कितना है?',
      ta: 'என் இரத்த அழுத்தம், ஒவ்வாமை, சர்க்கரை எவ்வளவு?',
      'hi-Latn': 'mera bp, allergy aur sugar kitna hai?',
      'ta-Latn': 'en bp, allergy, sugar evlo irukku?',
    }
    model.play([{ say: 'I cannot say.' }])
    for (const form of LANGUAGE_FORMS) await stranger.ask(questions[form])
    expect(model.requests.length).toBeGreaterThanOrEqual(LANGUAGE_FORMS.length)
    const read = JSON.stringify(model.requests).replaceAll(questions.en, '')
    expect(leaks(read)).toEqual([])
    // What is the stranger's own did reach the model, so the path was really taken.
    expect(read).toContain('121/79')
  })

  it('is not reached by any tool, even of a model that asks for it by its identifiers', async () => {
    const called = new Set<string>()
    model.play((request) => {
      const tool = request.tools.map(({ function: { name } }) => name).find((name) => !called.has(name))
      if (!tool || request.messages.at(-1)?.role === 'tool') return { say: 'Done.' }
      called.add(tool)
      const collection = [...ids.keys()].find((key) => tool.includes(key)) ?? 'medications'
      const properties = (request.tools.find(({ function: { name } }) => name === tool)?.function.parameters ?? {}) as {
        properties?: Record<string, unknown>
      }
      const named = Object.keys(properties.properties ?? {}).filter((name) => /(^|_)id$/.test(name))
      return { call: [{ name: tool, arguments: Object.fromEntries(named.map((name) => [name, ids.get(collection)])) }] }
    })
    for (let turn = 0; turn < 24; turn += 1) {
      await stranger.ask(['What medicines do I take?', 'What is my blood pressure?', 'Show my report.'][turn % 3])
    }
    expect(called.size).toBeGreaterThan(10)
    const answers = model.requests.flatMap(({ messages }) => messages.filter(({ role }) => role === 'tool'))
    expect(answers.length).toBeGreaterThan(10)
    const secrets = answers.flatMap(({ content }) =>
      SECRETS.filter((secret) => JSON.stringify(content).includes(secret)),
    )
    expect(secrets).toEqual([])
  })

  it('is not resumed, cancelled or continued by another', async () => {
    const response = ids.get('responses')
    expect((await stranger.request('GET', `/v1/responses/${response}`)).status).toBe(404)
    expect((await stranger.request('GET', `/v1/responses/${response}?stream=true&starting_after=0`)).status).toBe(404)
    expect((await stranger.request('POST', `/v1/responses/${response}/cancel`)).status).toBe(404)
    for (const more of [{ previous_response_id: response }, { conversation: ids.get('sessions') }]) {
      const answer = await stranger.request('POST', '/v1/responses', { model: 'swasthwrap', input: 'Go on.', ...more })
      // The standard's own servers answer 400 to a reference that leads nowhere.
      expect([400, 404]).toContain(answer.status)
      const invented = Object.fromEntries(Object.entries(more).map(([key, id]) => [key, `${id?.slice(0, -4)}0000`]))
      const nothing = await stranger.request('POST', '/v1/responses', {
        model: 'swasthwrap',
        input: 'Go on.',
        ...invented,
      })
      expect(answer.status).toBe(nothing.status)
      const { error } = (await answer.json()) as { error: { code: string } }
      expect(error.code).toBe(((await nothing.json()) as { error: { code: string } }).error.code)
    }
  })
})
