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
        sample('5', '72', { metric_type: 'shoe_size' }),
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

  it('of a kind that the person does not want is refused by itself', async () => {
    await context.call(asha, 'PATCH', `/connected-services/${service}`, { body: { data_types_synced: ['heart_rate'] } })
    const answer = await bring([sample('1', '72'), sample('2', '64', { metric_type: 'weight', unit: 'kg' })])
    expect(answer.body_).toMatchObject({
      imported: 1,
      refused: [{ index: 1, errors: [{ pointer: '/metric_type', code: 'kind_not_chosen' }] }],
    })
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

describe('samples as phones write them', () => {
  const at = '2026-03-11T06:00:00Z'
  it.each([
    ['HKQuantityTypeIdentifierHeartRate', '72', 'count/min', { metric_type: 'heart_rate', value: '72', unit: 'bpm' }],
    ['HKQuantityTypeIdentifierOxygenSaturation', '0.97', '%', { metric_type: 'oxygen_saturation', value: '97' }],
    ['HKQuantityTypeIdentifierBodyMass', '154.3', 'lb', { metric_type: 'weight', value: '154.3', unit: 'lbs' }],
    ['HKQuantityTypeIdentifierBodyTemperature', '98.6', 'degF', { value: '98.6', unit: 'fahrenheit' }],
    [
      'HKQuantityTypeIdentifierBloodGlucose',
      '5.4',
      'mmol<180.1558800000541>/L',
      { metric_type: 'blood_glucose', value: '5.4', unit: 'mmol/L' },
    ],
    ['HKCorrelationTypeIdentifierBloodPressure', '128/82', 'mmHg', { systolic: 128, diastolic: 82 }],
    ['WeightRecord', '70250', 'g', { metric_type: 'weight', value: '70.25', unit: 'kg' }],
    ['HeightRecord', '1.68', 'm', { metric_type: 'height', value: '1.68', unit: 'm' }],
    ['RestingHeartRateRecord', '58', 'bpm', { metric_type: 'heart_rate', value: '58', notes: 'At rest' }],
  ])('%s %s %s', async (metric_type, value, unit, expected) => {
    const answer = await bring([{ source_id: 'a', metric_type, value, unit, measured_at: at }])
    expect(answer.body_).toMatchObject({ imported: 1, refused: [] })
    expect((await metrics()).filter((row: { metric_type: string }) => row.metric_type !== 'bmi')).toMatchObject([
      { source: 'samsung_health', ...expected },
    ])
  })

  it.each([
    ['a device whose battery was empty', { measured_at: '1970-01-01T00:04:00Z' }, '/measured_at', 'clock_not_set'],
    ['a device at its zero', { measured_at: '2000-01-01T00:00:00Z' }, '/measured_at', 'clock_not_set'],
    ['before birth', { measured_at: '1991-05-01T00:00:00Z' }, '/measured_at', 'before_birth'],
    ['tomorrow', { measured_at: '2026-03-13T09:00:00Z' }, '/measured_at', 'in_the_future'],
    [
      'an end before the start',
      { metric_type: 'steps', ended_at: '2026-03-11T05:00:00Z' },
      '/ended_at',
      'before_start',
    ],
    [
      'a million steps',
      { metric_type: 'steps', value: '999999', ended_at: '2026-03-11T07:00:00Z' },
      '/value',
      'not_possible',
    ],
    ['sleep without an end', { metric_type: 'sleep', value: null }, '/ended_at', 'required'],
    ['no breath', { metric_type: 'RespiratoryRateRecord', value: '0' }, '/value', 'not_possible'],
  ])('of %s are refused by themselves', async (_, wrong, pointer, code) => {
    await context.testDatabase.query("update users set date_of_birth = '1992-01-01' where id = $1", [asha.userId])
    const answer = await bring([sample('good', '71'), { ...sample('wrong', '72'), ...wrong }])
    expect(answer.body_).toMatchObject({
      imported: 1,
      refused: [{ index: 1, source_id: 'wrong', errors: [{ pointer, code }] }],
    })
    await context.testDatabase.query('update users set date_of_birth = null where id = $1', [asha.userId])
  })

  it('from a phone whose clock is wrong are refused whole, with what to do', async () => {
    const send = (sent_at: string) =>
      context.call(asha, 'POST', `/connected-services/${service}/import`, {
        body: { sent_at, samples: [sample('1', '72')] },
        headers: { 'accept-language': 'ta' },
      })
    const wrong = await send('2025-03-12T06:00:00Z')
    expect(wrong.body_.errors).toMatchObject([{ pointer: '/sent_at', code: 'clock_wrong' }])
    expect(wrong.body_.errors[0].detail).toContain('கடிகாரம்')
    expect((await send('2026-03-12T05:58:00Z')).body_).toMatchObject({ imported: 1 })
  })

  it('become days, in which two devices count once', async () => {
    await context.testDatabase.query('delete from activity_samples')
    const count = (source_id: string, device_used: string, from: string, to: string, value: string) => ({
      source_id,
      metric_type: 'steps',
      value,
      measured_at: `2026-03-10T${from}:00+05:30`,
      ended_at: `2026-03-10T${to}:00+05:30`,
      device_used,
    })
    const batch = [
      // Both on the walk at 8; only the watch at home at 9; only the phone at 10, the watch charging.
      count('p8', 'Phone', '08:00', '08:30', '2000'),
      count('w8', 'Watch', '08:00', '08:20', '1500'),
      count('w8b', 'Watch', '08:20', '08:40', '700'),
      count('w9', 'Watch', '09:00', '09:30', '300'),
      count('p10', 'Phone', '10:00', '10:20', '900'),
      {
        source_id: 's1',
        metric_type: 'sleep',
        measured_at: '2026-03-09T23:00:00+05:30',
        ended_at: '2026-03-10T03:00:00+05:30',
      },
      {
        source_id: 's2',
        metric_type: 'SleepSessionRecord',
        measured_at: '2026-03-10T02:00:00+05:30',
        ended_at: '2026-03-10T06:30:00+05:30',
        device_used: 'Watch',
      },
      { source_id: 'r', metric_type: 'respiratory_rate', value: 14, measured_at: '2026-03-10T03:00:00+05:30' },
    ]
    expect((await bring(batch)).body_).toEqual({ imported: 8, duplicates: 0, refused: [] })
    expect((await bring(batch)).body_).toEqual({ imported: 0, duplicates: 8, refused: [] })
    const days = await context.call(asha, 'GET', '/day-summaries?from=2026-03-01&to=2026-03-31')
    expect(days.body_).toEqual({
      data: [{ date: '2026-03-10', steps: 2200 + 300 + 900, sleep_minutes: 450, respiratory_rate: 14 }],
    })
    expect(
      (await context.call(context.bala, 'GET', '/day-summaries?from=2026-03-01&to=2026-03-31')).body_.data,
    ).toEqual([])
    expect((await context.call(asha, 'GET', '/day-summaries?from=2025-03-01&to=2026-03-31')).statusCode).toBe(422)
  })
})
