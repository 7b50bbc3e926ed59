import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConnection } from '../../src/platform/database/index.ts'
import { textOf, type WireEvent } from '../integration/gateway/socket-client.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { type ScriptedModelServer, startScriptedModelServer } from '../support/scripted-model-server.ts'
import { createServerDatabase } from '../support/server-database.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { waitFor } from '../support/wait-for.ts'
import { type CutProxy, startCutProxy } from './support/cut-proxy.ts'
import { readEvents } from './support/event-reader.ts'

const databaseUrl = process.env['TEST_DATABASE_URL'] ?? ''
const redisUrl = process.env['TEST_REDIS_URL'] ?? ''
const missing = databaseUrl && redisUrl ? undefined : 'TEST_DATABASE_URL and TEST_REDIS_URL (npm run test:server)'

const ANSWER =
  'Rest well and drink enough water. Eat light food, and sleep early. Walk a little in the evening if you feel up to it. ' +
  'Tell your doctor if it does not get better, or if something new comes up that worries you.'
/** Nobody waits for longer, whatever is away. */
const LONGEST_WAIT_MILLISECONDS = 6_000

describe.skipIf(missing)(missing ? `missing: ${missing}` : 'PostgreSQL and Redis that go away', () => {
  let report: Uint8Array<ArrayBuffer>
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let model: ScriptedModelServer
  let database: Awaited<ReturnType<typeof createServerDatabase>>
  let postgres: CutProxy
  let redis: CutProxy
  let server: ServerProcess
  let meena: ApiClient
  let written = 0

  beforeAll(async () => {
    report = new Uint8Array(await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))))
    folder = await temporaryFolder()
    model = await startScriptedModelServer([{ say: ANSWER, every: 20 }])
    database = await createServerDatabase(databaseUrl)
    postgres = await startCutProxy(Number(new URL(databaseUrl).port))
    redis = await startCutProxy(Number(new URL(redisUrl).port))
    server = await startServerProcess(folder.path, {
      DATABASE_URL: through(postgres, database.connectionString),
      REDIS_URL: through(redis, redisUrl),
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      RATE_LIMIT_PER_MINUTE: '100000',
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'none',
      CHAT_MODEL: 'scripted',
    })
    meena = await registerClient(server.address)
  })
  afterAll(async () => {
    await server?.stop()
    await Promise.all([postgres?.close(), redis?.close(), model?.close()])
    await database?.remove()
    await folder?.remove()
  })

  /** Notes a pulse, and counts it where that was acknowledged. */
  async function addPulse(): Promise<number> {
    const reading = { metric_type: 'heart_rate', value: 60 + (written % 40), unit: '/min' }
    const { status } = await meena.request('POST', '/api/v1/metrics', reading)
    if (status === 201) written += 1
    return status
  }

  async function expectNothingLost(): Promise<void> {
    const { data } = await meena.json<{ data: { count: number }[] }>(
      'GET',
      '/api/v1/metrics/summary?metric_type=heart_rate&bucket=year',
    )
    expect(data.reduce((sum, { count }) => sum + count, 0)).toBe(written)
  }

  const upload = () => meena.upload({ name: 'report.pdf', bytes: report })
  const isReady = async () => (await fetch(`${server.address}/readyz`)).ok
  const ready = () => waitFor('the server to be ready again', isReady)

  /** Everything that needs the database is refused in words, at once. */
  async function expectRefusals(): Promise<void> {
    const form = new FormData()
    form.append('file', new Blob([report]), 'report.pdf')
    const json = { 'content-type': 'application/json' }
    const authorization = `Bearer ${meena.accessToken}`
    const requests: readonly (readonly [path: string, init: RequestInit])[] = [
      ['/api/v1/metrics', { headers: { authorization, 'accept-language': 'hi' } }],
      ['/api/v1/documents', { headers: { authorization } }],
      ['/api/v1/documents', { method: 'POST', headers: { authorization }, body: form }],
      ['/api/v1/auth/sessions', { headers: { authorization } }],
      [
        '/api/v1/auth/login',
        { method: 'POST', headers: json, body: JSON.stringify({ email: 'a@example.org', password: 'a pass phrase' }) },
      ],
      ['/v1/responses', { method: 'POST', headers: { ...json, authorization }, body: '{"input":"How is my sugar?"}' }],
    ]
    const answers = await Promise.all(
      requests.map(async ([path, init]) => {
        const began = performance.now()
        const response = await fetch(`${server.address}${path}`, init)
        const body = await response.text()
        return { path, status: response.status, body, inTime: performance.now() - began < LONGEST_WAIT_MILLISECONDS }
      }),
    )
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 503, body: expect.stringMatching(/service.unavailable/), inTime: true })
      expect(answer.body).not.toMatch(/ at |node:|ECONN|postgres/i)
    }
    expect(await isReady()).toBe(false)
  }

  it('the database: refused in words, nothing acknowledged is lost, and an answer goes on', async () => {
    await addPulse()
    const heard: WireEvent[] = []
    const asked = await meena.request('POST', '/v1/responses', { input: 'I feel a bit tired', stream: true })
    let outage: Promise<void> | undefined
    for await (const event of readEvents(asked)) {
      heard.push(event)
      if (event.type === 'response.output_text.delta') {
        outage ??= (async () => {
          await postgres.cut()
          await expectRefusals()
          expect(await addPulse()).toBe(503)
          await postgres.restore()
          await ready()
        })()
      }
    }
    expect(outage).toBeDefined()
    await outage
    expect(heard.map((event) => event.sequence_number)).toEqual(heard.map((_, index) => index))
    expect(heard.at(-1)).toMatchObject({ type: 'response.completed' })
    expect(textOf(heard)).toContain('something new comes up that worries you')
    expect(await addPulse()).toBe(201)
    await expectNothingLost()
  })

  it('connections that an administrator ends: a few are refused, the next are answered', async () => {
    const administrator = createConnection(database.connectionString)
    await administrator.connect()
    const statuses: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const writing = Array.from({ length: 8 }, addPulse)
      await administrator.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'swasthwrap' and datname = current_database()",
      )
      statuses.push(...(await Promise.all(writing)))
    }
    await administrator.end()
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([])
    await ready()
    expect(await addPulse()).toBe(201)
    // An answer that was lost on its way belongs to a write that may have been kept.
    const { data } = await meena.json<{ data: { count: number }[] }>(
      'GET',
      '/api/v1/metrics/summary?metric_type=heart_rate&bucket=year',
    )
    const kept = data.reduce((sum, { count }) => sum + count, 0)
    expect(kept).toBeGreaterThanOrEqual(written)
    written = kept
  })

  it('Redis: the record and the assistant go on, and what was uploaded meanwhile is read', async () => {
    await redis.cut()
    expect(await isReady()).toBe(false)
    expect(await addPulse()).toBe(201)
    const document = await upload()
    expect((await meena.ask('I feel a bit tired')).text).toContain('Rest well')
    await redis.restore()
    await ready()
    expect((await meena.waitForReading(document, 15_000)).status).toBe('reviewed')
    await expectNothingLost()
  })

  it('both, while there is work in the queue: it is done afterwards', async () => {
    const documents = await Promise.all([upload(), upload()])
    await Promise.all([postgres.cut(), redis.cut()])
    await expectRefusals()
    await Promise.all([postgres.restore(), redis.restore()])
    await ready()
    for (const document of documents) expect((await meena.waitForReading(document, 30_000)).status).toBe('reviewed')
    await expectNothingLost()
  }, 60_000)
})

function through({ port }: CutProxy, address: string): string {
  const url = new URL(address)
  url.port = String(port)
  return url.href
}
