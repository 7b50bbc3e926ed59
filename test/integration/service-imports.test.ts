import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { type ScriptedHealthService, startHealthService } from '../support/scripted-health-service.ts'
import { startTestServer } from '../support/test-server.ts'
import { appleBloodPressure, appleXml, encrypted, samsungRow, samsungTable, zipOf } from '../support/vendor-archives.ts'
import { waitFor } from '../support/wait-for.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let asha: ApiClient
let health: ScriptedHealthService

beforeAll(async () => {
  health = await startHealthService()
  server = await startTestServer({ ...health.environment, PUBLIC_URL: 'https://swasthwrap.example' })
  asha = await registerClient(server.address)
})
afterAll(async () => {
  await server.close()
  await health.close()
})
beforeEach(() => {
  health.script = () => undefined
  health.data.clear()
  health.revoked.length = 0
})

interface ImportAnswer {
  readonly id: string
  readonly service_id: string
  readonly status: string
  readonly imported: number
  readonly duplicates: number
  readonly refused: number
  readonly bytes_done: number
  readonly bytes_total: number
  readonly problems: readonly { file: string; line: number; code: string; detail: string }[]
  readonly problem: { type: string; title: string } | null
}

const connect = async (client: ApiClient, service_name: string): Promise<string> =>
  (await client.json<{ id: string }>('POST', '/api/v1/connected-services', { service_name })).id

async function send(client: ApiClient, service: string, zip: Buffer, language = 'en'): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(zip)]), 'My export.zip')
  return fetch(`${server.address}/api/v1/connected-services/${service}/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.accessToken}`, 'accept-language': language },
    body: form,
  })
}

/** Sends an archive and waits for what becomes of it. */
async function bring(client: ApiClient, service: string, zip: Buffer, language = 'en'): Promise<ImportAnswer> {
  const response = await send(client, service, zip, language)
  expect(response.status, await response.clone().text()).toBe(202)
  const address = response.headers.get('location') ?? ''
  return waitFor('the import to end', async () => {
    const answer = await client.request('GET', address, undefined, { 'accept-language': language })
    const row = (await answer.json()) as ImportAnswer
    return ['completed', 'failed', 'cancelled'].includes(row.status) && row
  })
}

const rowsOf = async (client: ApiClient): Promise<unknown[]> => {
  const { data } = await client.json<{ data: object[] }>('GET', '/api/v1/metrics?limit=100&sort=-measured_at')
  const days = await client.json<{ data: object[] }>('GET', '/api/v1/day-summaries?from=2024-01-01&to=2024-12-31')
  return [data, days.data]
}

const at = '2024-03-12 08:15:00 +0530'
const appleLines = [
  ...appleXml([
    { type: 'HKQuantityTypeIdentifierHeight', value: '5.25', unit: 'ft', start: '2024-01-01 08:00:00 +0530' },
    { type: 'HKQuantityTypeIdentifierHeartRate', value: '71', unit: 'count/min', start: at },
    { type: 'HKQuantityTypeIdentifierHeartRate', value: '0', unit: 'count/min', start: at },
    { type: 'HKQuantityTypeIdentifierHeartRate', value: '80', unit: 'furlong', start: at },
    { type: 'HKQuantityTypeIdentifierBodyMass', value: '64', unit: 'kg', start: at },
    {
      type: 'HKQuantityTypeIdentifierBodyTemperature',
      value: '98.6',
      unit: 'degF',
      start: '2030-03-12 08:15:00 +0530',
    },
    {
      type: 'HKQuantityTypeIdentifierStepCount',
      value: '742',
      start: at,
      end: '2024-03-12 08:25:00 +0530',
      unit: 'count',
    },
    appleBloodPressure(128, 82, at),
  ]),
]
  .join('')
  .split('\n')
const apple = () => zipOf({ 'apple_health_export/export.xml': appleLines.join('\n') })
/** The line of the export, from 1, that holds a text. */
const lineOf = (text: string): number => appleLines.findIndex((line) => line.includes(text)) + 1

describe('an archive', () => {
  it('of Apple Health comes in once, with what is wrong named by its line, and told on open sockets', async () => {
    const service = await connect(asha, 'apple_health')
    const told: Record<string, unknown>[] = []
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/v1/responses`, {
      headers: { authorization: `Bearer ${asha.accessToken}` },
    })
    socket.on('message', (data) => told.push(JSON.parse(String(data)) as Record<string, unknown>))
    await new Promise((resolve) => socket.once('open', resolve))
    const first = await bring(asha, service, await apple(), 'hi')
    expect(first).toMatchObject({ status: 'completed', imported: 5, duplicates: 0, refused: 3, problem: null })
    expect(first.bytes_done).toBe(first.bytes_total)
    const file = 'apple_health_export/export.xml'
    expect(first.problems).toEqual([
      { file, line: lineOf('value="0"'), code: 'not_possible', detail: expect.stringContaining('इंसान') as string },
      { file, line: lineOf('furlong'), code: 'unknown_unit', detail: expect.stringContaining('इकाई') as string },
      { file, line: lineOf('2030-03-12'), code: 'in_the_future', detail: expect.any(String) as string },
    ])
    await waitFor('the end to be told', () =>
      told.some(({ event, status }) => event === 'import.progress' && status === 'completed'),
    )
    expect(told.find(({ event }) => event === 'import.progress')).toMatchObject({
      import_id: first.id,
      service_id: service,
    })
    socket.terminate()

    const rows = await rowsOf(asha)
    expect(rows[0]).toContainEqual(expect.objectContaining({ metric_type: 'bmi', value: '25.0', source: 'derived' }))
    expect(rows[0]).toContainEqual(
      expect.objectContaining({ metric_type: 'blood_pressure', value: '128/82', device_used: 'Omron connect' }),
    )
    expect(rows[1]).toEqual([{ date: '2024-03-12', steps: 742, sleep_minutes: null, respiratory_rate: null }])
    await waitFor('trends', async () => {
      const { data } = await asha.json<{ data: { metric_type: string }[] }>('GET', '/api/v1/trends?metric_type=weight')
      return data.length === 4
    })

    expect(await bring(asha, service, await apple())).toMatchObject({
      status: 'completed',
      imported: 0,
      duplicates: 5,
      refused: 3,
    })
    expect(await rowsOf(asha)).toEqual(rows)
    const list = await asha.json<{ data: ImportAnswer[] }>('GET', `/api/v1/connected-services/${service}/imports`)
    expect(list.data.map(({ imported }) => imported)).toEqual([0, 5])
  })

  it.each<[string, () => Promise<Buffer>, number]>([
    [
      'samsung_health',
      () =>
        zipOf({
          'samsunghealth_a/com.samsung.shealth.tracker.heart_rate.20240312093000.csv': samsungTable(
            'com.samsung.shealth.tracker.heart_rate',
            [
              samsungRow(
                'com.samsung.health.heart_rate.',
                '2024-03-11 12:46:04.258',
                { heart_rate: '72.0' },
                { id: 'b0c8e0d0-1111-4222-8333-444455556666' },
              ),
              samsungRow(
                'com.samsung.health.heart_rate.',
                '2024-03-11 12:56:04.258',
                { heart_rate: '74.0' },
                { id: 'b0c8e0d0-1111-4222-8333-444455556667' },
              ),
            ],
          ),
          'samsunghealth_a/com.samsung.shealth.sleep.20240312093000.csv': samsungTable('com.samsung.shealth.sleep', [
            samsungRow(
              'com.samsung.health.sleep.',
              '2024-03-10 17:00:00.000',
              {},
              { end: '2024-03-11 00:30:00.000', id: 'b0c8e0d0-1111-4222-8333-444455556668' },
            ),
          ]),
        }),
      3,
    ],
    [
      'fitbit',
      () =>
        zipOf({
          'Takeout/Fitbit/Global Export Data/heart_rate-2024-01-01.json': JSON.stringify([
            { dateTime: '01/01/24 05:00:03', value: { bpm: 67, confidence: 2 } },
          ]),
          'Takeout/Fitbit/Global Export Data/weight-2024-01-01.json': JSON.stringify([
            { logId: 1704093131000, weight: 141.5, bmi: 24.1, date: '01/01/24', time: '07:12:11', source: 'Aria' },
          ]),
          'Takeout/Fitbit/Global Export Data/steps-2024-01-01.json': JSON.stringify([
            { dateTime: '01/01/24 05:01:00', value: '42' },
          ]),
        }),
      3,
    ],
    [
      'google_fit',
      () =>
        zipOf({
          'Takeout/Fit/All Data/raw_com.google.weight_com.google.android.apps.fitness_user_input.json': JSON.stringify({
            'Data Source': 'x',
            'Data Points': [
              {
                fitValue: [{ value: { fpVal: 64.25 } }],
                startTimeNanos: '1704085203000000000',
                endTimeNanos: '1704085203000000000',
              },
            ],
          }),
        }),
      1,
    ],
  ])('of %s comes in once', async (name, make, imported) => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, name)
    expect(await bring(bala, service, await make())).toMatchObject({
      status: 'completed',
      imported,
      duplicates: 0,
      refused: 0,
      problems: [],
    })
    const rows = await rowsOf(bala)
    expect(await bring(bala, service, await make())).toMatchObject({
      status: 'completed',
      imported: 0,
      duplicates: imported,
    })
    expect(await rowsOf(bala)).toEqual(rows)
  })

  it('that cannot be read says why, keeps what could be read, and does no harm', async () => {
    const bala = await registerClient(server.address, { language: 'ta' })
    const service = await connect(bala, 'apple_health')
    const cases: [Buffer, string][] = [
      [encrypted(await apple()), 'archive-encrypted'],
      [(await apple()).subarray(0, -40), 'archive-damaged'],
    ]
    for (const [zip, type] of cases) {
      const ended = await bring(bala, service, zip, 'ta')
      expect(ended).toMatchObject({ status: 'failed', problem: { type } })
      expect(ended.problem?.title).toMatch(/\p{Script=Tamil}/u)
    }
    const brokenOff = [
      ...appleXml([{ type: 'HKQuantityTypeIdentifierHeartRate', value: '71', unit: 'count/min', start: at }]),
    ]
    const file = 'apple_health_export/export.xml'
    const ended = await bring(bala, service, await zipOf({ [file]: brokenOff.slice(0, -1).join('') }))
    expect(ended).toMatchObject({
      status: 'failed',
      imported: 1,
      problem: { type: 'archive-damaged' },
      problems: [{ file, code: 'damaged_file' }],
    })
  })

  it('is refused to strangers, for services that are paused, and beside another one', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'fitbit')
    const zip = await apple()
    expect((await send(asha, service, zip)).status).toBe(404)
    expect((await send(bala, 'no-id', zip)).status).toBe(404)
    const empty = await fetch(`${server.address}/api/v1/connected-services/${service}/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bala.accessToken}`, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(empty.status).toBe(415)
    await bala.json('PATCH', `/api/v1/connected-services/${service}`, { is_connected: false })
    const paused = await send(bala, service, zip)
    expect([paused.status, ((await paused.json()) as { type: string }).type]).toEqual([
      409,
      'urn:swasthwrap:problem:service-disconnected',
    ])
  })

  it('can be ended; what came in stays, and the next one may begin', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'apple_health')
    const long = await zipOf({
      'apple_health_export/export.xml': () =>
        appleXml(
          (function* () {
            for (let index = 0; index < 10_000; index++) {
              const start = `2024-0${1 + (index % 9)}-${String(1 + (index % 28)).padStart(2, '0')} 08:${String(index % 60).padStart(2, '0')}:${String((index >> 6) % 60).padStart(2, '0')} +0530`
              yield {
                type: 'HKQuantityTypeIdentifierHeartRate',
                value: String(60 + (index % 40)),
                unit: 'count/min',
                start,
              }
            }
          })(),
        ),
    })
    const response = await send(bala, service, long)
    const { id } = (await response.json()) as ImportAnswer
    const address = `/api/v1/connected-services/${service}/imports/${id}`
    await waitFor('the first batch', async () => (await bala.json<ImportAnswer>('GET', address)).imported > 0)
    expect((await send(bala, service, await apple())).status).toBe(409)
    expect(await bala.json('POST', `${address}/cancel`)).toMatchObject({ status: 'cancelled' })
    expect((await bala.request('POST', `${address}/cancel`)).status).toBe(409)
    expect((await asha.request('POST', `${address}/cancel`)).status).toBe(404)
    await waitFor('the next one', async () => (await send(bala, service, await apple())).status === 202)
    const ended = await bala.json<ImportAnswer>('GET', address)
    expect(ended.imported).toBeGreaterThan(0)
    expect(ended.imported).toBeLessThan(10_000)
  })
})

describe('a service that people sign in at', () => {
  const ended = (client: ApiClient, { service_id, id }: ImportAnswer): Promise<ImportAnswer> =>
    waitFor('the sync to end', async () => {
      const row = await client.json<ImportAnswer>('GET', `/api/v1/connected-services/${service_id}/imports/${id}`)
      return ['completed', 'failed'].includes(row.status) && row
    })
  const begin = async (client: ApiClient, service: string): Promise<URL> => {
    const { authorization_url } = await client.json<{ authorization_url: string }>(
      'POST',
      `/api/v1/connected-services/${service}/authorize`,
    )
    return health.allow(authorization_url)
  }
  const comeBack = (client: ApiClient, back: URL): Promise<Response> =>
    client.request('POST', '/api/v1/connected-services/authorizations', Object.fromEntries(back.searchParams))
  const signIn = async (client: ApiClient, service: string): Promise<ImportAnswer> => {
    const response = await comeBack(client, await begin(client, service))
    expect(response.status, await response.clone().text()).toBe(202)
    return ended(client, (await response.json()) as ImportAnswer)
  }
  const sync = async (client: ApiClient, service: string): Promise<ImportAnswer> => {
    const answer = await waitFor('the one before', async () => {
      const response = await client.request('POST', `/api/v1/connected-services/${service}/sync`)
      return response.status !== 409 && response
    })
    return ended(client, (await answer.json()) as ImportAnswer)
  }
  const serviceOf = (client: ApiClient, id: string) =>
    client.json<Record<string, unknown>>('GET', `/api/v1/connected-services/${id}`)
  const heartRate = (id: number, at: Date) => ({
    name: `users/1/dataTypes/heart-rate/dataPoints/${id}`,
    dataSource: { device: { displayName: 'Charge 6' } },
    heartRate: { sampleTime: { physicalTime: at.toISOString() }, beatsPerMinute: String(70 + id) },
  })
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000)

  it('is told beforehand, and sends people back to the page', async () => {
    const { data } = await asha.json<{ data: object[] }>('GET', '/api/v1/connected-services/kinds')
    expect(data).toContainEqual({ service_name: 'garmin', archive: false, sign_in: true })
    expect(data).toContainEqual({ service_name: 'apple_health', archive: true, sign_in: false })
    const apple = (await asha.json<{ data: { id: string }[] }>('GET', '/api/v1/connected-services')).data[0]?.id ?? ''
    const answer = await asha.request('POST', `/api/v1/connected-services/${apple}/authorize`)
    expect(((await answer.json()) as { type: string }).type).toBe('urn:swasthwrap:problem:service-not-configured')
  })

  it('is synced once signed in, again with the newest, renews its access, and gives it back', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'fitbit')
    expect((await bala.request('POST', `/api/v1/connected-services/${service}/sync`)).status).toBe(409)
    health.data.set(
      'heart-rate',
      [1, 2, 3].map((id) => heartRate(id, hoursAgo(id + 1))),
    )
    expect(await signIn(bala, service)).toMatchObject({ status: 'completed', imported: 3 })
    expect(await serviceOf(bala, service)).toMatchObject({ signed_in: true, access_problem: null })

    health.endAccess()
    health.data.set(
      'heart-rate',
      [0, 1, 2, 3].map((id) => heartRate(id, hoursAgo(id + 1))),
    )
    expect(await sync(bala, service)).toMatchObject({ status: 'completed', imported: 1, duplicates: 3 })
    expect(health.asked.at(-1)).toContain('filter=')

    await bala.json('PATCH', `/api/v1/connected-services/${service}`, { is_connected: false })
    await waitFor('the access to be given back', () => health.revoked.length === 1)
    expect(health.revoked[0]).toMatch(/^refresh-/)
    expect(await serviceOf(bala, service)).toMatchObject({ signed_in: false })
    const metrics = await bala.json<{ data: object[] }>('GET', '/api/v1/metrics')
    expect(metrics.data).toHaveLength(4)
    expect(metrics.data[0]).toMatchObject({ source: 'fitbit', device_used: 'Charge 6' })
  })

  it('of Garmin is synced, and gives its access back when it is deleted', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'garmin')
    health.data.set('bodyComps', [
      { summaryId: 'x1', measurementTimeInSeconds: Math.floor(hoursAgo(2).getTime() / 1000), weightInGrams: 64250 },
    ])
    expect(await signIn(bala, service)).toMatchObject({ status: 'completed', imported: 1, refused: 0 })
    expect((await bala.request('DELETE', `/api/v1/connected-services/${service}`)).status).toBe(204)
    await waitFor('the access to be given back', () => health.revoked.some((token) => token.startsWith('access-')))
  })

  it('gets its access back too when the whole account is erased', async () => {
    const password = 'mango leaves in the rain'
    const bala = await registerClient(server.address, { password })
    await signIn(bala, await connect(bala, 'google_fit'))
    expect((await bala.request('DELETE', '/api/v1/me', { password })).status).toBe(202)
    await waitFor('the access to be given back', () => health.revoked.some((token) => token.startsWith('refresh-')))
  })

  it('that has taken the access back says so, and is signed in at again', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'google_fit')
    await signIn(bala, service)
    health.takeBack()
    expect(await sync(bala, service)).toMatchObject({ status: 'failed', problem: { type: 'service-access-revoked' } })
    expect(await serviceOf(bala, service)).toMatchObject({ signed_in: false, access_problem: 'service-access-revoked' })
    expect(await signIn(bala, service)).toMatchObject({ status: 'completed' })
    expect(await serviceOf(bala, service)).toMatchObject({ signed_in: true, access_problem: null })
  })

  it('that lies is found out, keeps what came before, and brings nothing twice', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'google_fit')
    health.data.set(
      'heart-rate',
      [1, 2, 3].map((id) => heartRate(id, hoursAgo(id + 1))),
    )
    health.script = (path) => (path.includes('/weight/') ? { status: 200, body: 'no JSON' } : undefined)
    expect(await signIn(bala, service)).toMatchObject({
      status: 'failed',
      imported: 3,
      problem: { type: 'service-answer-wrong' },
    })
    let failures = 0
    health.script = (path) => (path.includes('/heart-rate/') && failures++ < 1 ? { status: 500, body: '' } : undefined)
    expect(await sync(bala, service)).toMatchObject({ status: 'completed', imported: 0, duplicates: 3 })
    expect(failures).toBeGreaterThan(1)
    health.script = (path) => (path.includes('/sleep/') ? { status: 403, body: {} } : undefined)
    expect(await sync(bala, service)).toMatchObject({ status: 'completed' })
    // The token is for something else than was asked for.
    health.script = (path) => (path.startsWith('/v4/') ? { status: 403, body: {} } : undefined)
    expect(await sync(bala, service)).toMatchObject({ status: 'failed', problem: { type: 'authorization-denied' } })
  })

  it('takes a sign-in back once, from whom it was begun by, and only if it was allowed', async () => {
    const bala = await registerClient(server.address)
    const service = await connect(bala, 'fitbit')
    const typeOf = async (response: Response) => ((await response.json()) as { type: string }).type
    const invalid = 'urn:swasthwrap:problem:authorization-invalid'
    const back = await begin(bala, service)
    const state = back.searchParams.get('state') ?? ''
    // Somebody else was sent the address.
    expect(await typeOf(await comeBack(asha, back))).toBe(invalid)
    expect(await typeOf(await comeBack(bala, new URL('https://x.example/?state=wrong&code=a')))).toBe(invalid)
    const denied = new URL(`https://x.example/?state=${state}&error=access_denied`)
    expect(await typeOf(await comeBack(bala, denied))).toBe('urn:swasthwrap:problem:authorization-denied')
    // A code that another server gave.
    const other = new URL(`${back.href}&iss=${encodeURIComponent('https://evil.example')}`)
    expect(await typeOf(await comeBack(bala, other))).toBe(invalid)
    back.searchParams.set('iss', health.baseUrl)
    const response = await comeBack(bala, back)
    expect(response.status).toBe(202)
    expect(await ended(bala, (await response.json()) as ImportAnswer)).toMatchObject({ status: 'completed' })
    expect(await typeOf(await comeBack(bala, back))).toBe(invalid)
    // A code that the service does not know.
    const again = await begin(bala, service)
    again.searchParams.set('code', 'made up')
    const refused = await waitFor('the one before', async () => {
      const answer = await comeBack(bala, again)
      return answer.status === 202 && answer
    })
    expect(await ended(bala, (await refused.json()) as ImportAnswer)).toMatchObject({
      status: 'failed',
      problem: { type: 'authorization-invalid' },
    })
  })
})
