import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { type Answer, type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

const now = new Date('2026-03-12T06:00:00Z')
let context: OperationsApp
let asha: Caller
let service: string
beforeAll(async () => {
  context = await openOperationsApp({ now: () => now })
  asha = context.asha
})
afterAll(async () => context.close())
beforeEach(async () => {
  for (const table of ['health_metrics', 'connected_services']) {
    await context.testDatabase.query(`delete from ${table}`)
  }
  service = (await context.call(asha, 'POST', '/connected-services', { body: { service_name: 'samsung_health' } }))
    .body_.id
})

const bring = (samples: readonly unknown[], language?: string): Promise<Answer> =>
  context.call(asha, 'POST', `/connected-services/${service}/import`, {
    body: { samples },
    ...(language !== undefined && { headers: { 'accept-language': language } }),
  })
const metrics = async () => (await context.call(asha, 'GET', '/metrics?limit=100')).body_.data

const sample = (source_id: string, value: string, more: object = {}) => ({
  source_id,
  metric_type: 'heart_rate',
  value,
  unit: 'bpm',
  measured_at: '2026-03-11T06:00:00Z',
  ...more,
})

describe('a connected service', () => {
  it('is connected once, and shows no token', async () => {
    await context.testDatabase.query("update connected_services set access_token = 'secret', refresh_token = 'secret'")
    const again = await context.call(asha, 'POST', '/connected-services', { body: { service_name: 'samsung_health' } })
    expect(again.statusCode).toBe(409)
    const read = await context.call(asha, 'GET', `/connected-services/${service}`)
    expect(read.body_).toMatchObject({ service_name: 'samsung_health', is_connected: true, sync_frequency: 'daily' })
    expect(read.payload).not.toContain('secret')
    const write = await context.call(asha, 'PATCH', `/connected-services/${service}`, { body: { access_token: 'x' } })
    expect(write.body_.errors).toMatchObject([{ pointer: '/access_token', code: 'unknown_field' }])
  })
})

describe('a batch of samples', () => {
  it('becomes measurements with their status, and comes in once', async () => {
    const batch = [
      sample('hr-1', '72'),
      sample('bp-1', '150/95', { metric_type: 'blood_pressure', unit: 'mmHg' }),
      sample('w-1', '१५०', { metric_type: 'weight', unit: 'lb', device_used: 'Scale' }),
    ]
    const first = await bring(batch)
    expect(first.statusCode, first.payload).toBe(200)
    expect(first.body_).toEqual({ imported: 3, duplicates: 0, refused: [] })
    const rows = await metrics()
    expect(rows).toContainEqual(
      expect.objectContaining({
        metric_type: 'blood_pressure',
        systolic: 150,
        diastolic: 95,
        status: 'high',
        source: 'samsung_health',
      }),
    )
    expect(rows).toContainEqual(
      expect.objectContaining({ metric_type: 'weight', value: '150', unit: 'lbs', device_used: 'Scale' }),
    )
    expect((await bring(batch)).body_).toEqual({ imported: 0, duplicates: 3, refused: [] })
    expect(await metrics()).toEqual(rows)
    const read = await context.call(asha, 'GET', `/connected-services/${service}`)
    expect(read.body_.last_sync_at).toBe(now.toISOString())
  })

  it('keeps what is right and reports what is wrong by its place', async () => {
    const answer = await bring(
      [
        sample('1', '72'),
        sample('2', '9000'),
        sample('3', '72', { measured_at: '2027-01-01T00:00:00Z' }),
        sample('4', '72', { unit: 'kg' }),
        sample('5', '72', { metric_type: 'steps' }),
        { source_id: '6' },
        sample('7', '72', { extra: 1 }),
        sample('8', 'NaN'),
        { ...sample('9', '75'), measured_at: '2026-03-11T07:00:00+05:30' },
      ],
      'hi',
    )
    expect(answer.statusCode, answer.payload).toBe(200)
    expect(answer.body_).toMatchObject({ imported: 2, duplicates: 0 })
    type Refused = { index: number; source_id: string; errors: { pointer: string; code: string; detail: string }[] }
    const refused = answer.body_.refused as Refused[]
    expect(refused.map(({ index, errors }) => [index, errors[0]?.pointer, errors[0]?.code])).toEqual([
      [1, '/value', 'not_possible'],
      [2, '/measured_at', 'in_the_future'],
      [3, '/unit', 'not_a_choice'],
      [4, '/metric_type', 'not_a_choice'],
      [5, '/metric_type', 'required'],
      [6, '/extra', 'unknown_field'],
      [7, '/value', 'not_a_reading'],
    ])
    expect(refused.every(({ errors }) => errors.every(({ detail }) => detail.length > 5))).toBe(true)
    expect(await metrics()).toHaveLength(2)
  })

  it('brings nothing twice: within a batch, and from two sources', async () => {
    await context.call(asha, 'POST', '/metrics', {
      body: { metric_type: 'heart_rate', value: '72', unit: 'bpm', measured_at: '2026-03-11T06:00:00Z' },
    })
    const answer = await bring([
      sample('a', '72'),
      sample('b', '80'),
      sample('b', '81', { measured_at: '2026-03-11T08:00:00Z' }),
      sample('c', '80'),
    ])
    expect(answer.body_).toMatchObject({ imported: 1, duplicates: 3 })
    expect((await metrics()).map((row: { value: string }) => row.value).sort()).toEqual(['72', '80'])
  })

  it('gives a weight its body mass index', async () => {
    await context.call(asha, 'POST', '/metrics', { body: { metric_type: 'height', value: '160', unit: 'cm' } })
    await bring([sample('w', '64', { metric_type: 'weight', unit: 'kg' })])
    expect(await metrics()).toContainEqual(expect.objectContaining({ metric_type: 'bmi', value: '25.0' }))
  })

  it('of a service that is paused, of a stranger, or without end is refused', async () => {
    const foreign = await context.call(context.bala, 'POST', `/connected-services/${service}/import`, {
      body: { samples: [sample('1', '72')] },
    })
    expect(foreign.statusCode).toBe(404)
    expect((await bring(Array(1001).fill(sample('1', '72')))).statusCode).toBe(422)
    await context.call(asha, 'PATCH', `/connected-services/${service}`, { body: { is_connected: false } })
    const paused = await bring([sample('1', '72')])
    expect(paused.body_.type).toBe('urn:swasthwrap:problem:service-disconnected')
    expect(await metrics()).toEqual([])
  })

  it('of a thousand comes in at once', async () => {
    const batch = Array.from({ length: 1000 }, (_, index) =>
      sample(`s-${index}`, String(60 + (index % 40)), {
        measured_at: new Date(now.getTime() - index * 600_000).toISOString(),
      }),
    )
    const before = performance.now()
    expect((await bring(batch)).body_).toMatchObject({ imported: 1000, refused: [] })
    expect(performance.now() - before).toBeLessThan(10_000)
    expect((await bring(batch)).body_).toMatchObject({ imported: 0, duplicates: 1000 })
  })
})
