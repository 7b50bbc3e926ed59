import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { metricStatus, type ReadingContext } from '../../../src/clinical/vitals/index.ts'
import { recordReading, removeReadings } from '../../../src/domains/metrics/index.ts'
import { type Caller, defineOperation, type OperationScope } from '../../../src/operations/define-operation.ts'
import { addExampleRows } from '../support/example-rows.ts'
import { type Answer, type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

const now = new Date('2026-03-12T06:00:00Z')
let context: OperationsApp
let asha: Caller
beforeAll(async () => {
  context = await openOperationsApp({ now: () => now })
  asha = context.asha
})
afterAll(async () => context.close())
beforeEach(async () => {
  await context.testDatabase.query('delete from health_metrics')
  await context.testDatabase.query('delete from user_preferences')
})

async function post(body: object): Promise<Answer> {
  return context.call(asha, 'POST', '/metrics', { body })
}

async function add(metric_type: string, value: string, more: object = {}): Promise<Answer['body_']> {
  const answer = await post({ metric_type, value, ...more })
  expect(answer.statusCode, answer.payload).toBe(201)
  return answer.body_
}

async function read(query: string): Promise<Answer['body_']> {
  const answer = await context.call(asha, 'GET', `/metrics${query}`)
  expect(answer.statusCode, answer.payload).toBe(200)
  return answer.body_
}

describe('a blood pressure', () => {
  const status = (systolic: number, diastolic: number) =>
    metricStatus('blood_pressure', { systolic, diastolic }, 'mmHg')?.status
  const expected = { value: '128/82', systolic: 128, diastolic: 82, unit: 'mmHg', status: status(128, 82) }

  it.each([
    [{ value: '128/82' }],
    [{ value: '128 / 82' }],
    [{ value: '१२८/८२' }],
    [{ value: '௧௨௮/௮௨' }],
    [{ systolic: 128, diastolic: 82 }],
    [{ systolic: '१२८', diastolic: '८२' }],
    [{ value: '128/82', systolic: 128, diastolic: 82, unit: 'mm Hg' }],
  ])('is read from %j', async (body) => {
    const answer = await post({ metric_type: 'blood_pressure', ...body })
    expect(answer.body_).toMatchObject(expected)
    expect(answer.body_.measured_at).toBe(now.toISOString())
    // What adding answers is not read back from the database, and must be what is there.
    expect(await read(`/${answer.body_.id}`)).toEqual(answer.body_)
  })

  it.each([
    [{ value: '128' }, '/value', 'not_a_blood_pressure'],
    [{ value: '80/120' }, '/value', 'not_above_diastolic'],
    [{ value: '600/80' }, '/value', 'not_possible'],
    [{ value: '128/82', systolic: 130 }, '/value', 'contradicts'],
    [{ systolic: 128 }, '/diastolic', 'required'],
    [{ diastolic: 82 }, '/systolic', 'required'],
    [{}, '/value', 'required'],
    [{ value: '128/82', unit: 'kg' }, '/unit', 'not_a_choice'],
  ])('cannot be read from %j', async (body, pointer, code) => {
    const answer = await post({ metric_type: 'blood_pressure', ...body })
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors).toMatchObject([{ pointer, code }])
  })

  it('can be changed in either form', async () => {
    const { id } = await add('blood_pressure', '128/82')
    const patch = async (body: object) => (await context.call(asha, 'PATCH', `/metrics/${id}`, { body })).body_
    expect(await patch({ value: '118/76' })).toMatchObject({ systolic: 118, diastolic: 76 })
    expect(await patch({ systolic: 182 })).toMatchObject({ value: '182/76', status: status(182, 76) })
    expect(status(182, 76)).not.toBe(status(118, 76))
    expect(await patch({ notes: 'Resting' })).toMatchObject({ value: '182/76', notes: 'Resting' })
    expect((await patch({ systolic: null })).errors).toMatchObject([{ pointer: '/systolic', code: 'required' }])
  })
})

describe('a measurement', () => {
  it.each([
    [
      { metric_type: 'weight', value: 70.5 },
      { value: '70.5', unit: 'kg' },
    ],
    [
      { metric_type: 'weight', value: '150', unit: 'lb' },
      { value: '150', unit: 'lbs' },
    ],
    [
      { metric_type: 'temperature', value: '१०१.२', unit: '°F' },
      { value: '101.2', unit: 'fahrenheit' },
    ],
    [
      { metric_type: 'heart_rate', value: '072' },
      { value: '72', unit: 'bpm' },
    ],
  ])('%j is kept as %j', async (body, row) => {
    expect((await post(body)).body_).toMatchObject(row)
  })

  it.each([
    [{ metric_type: 'weight', value: '0' }, '/value', 'not_possible'],
    [{ metric_type: 'weight', value: '7000' }, '/value', 'not_possible'],
    [{ metric_type: 'weight', value: '70', unit: 'mmHg' }, '/unit', 'not_a_choice'],
    [{ metric_type: 'weight', value: '70/60' }, '/value', 'not_a_number'],
    [{ metric_type: 'weight', value: '70', systolic: 120 }, '/systolic', 'only_for_blood_pressure'],
    [{ metric_type: 'heart_rate' }, '/value', 'required'],
    [{ metric_type: 'heart_rate', value: '72', measured_at: '2026-03-12T09:00:00Z' }, '/measured_at', 'in_the_future'],
    [{ metric_type: 'heart_rate', value: '72', status: 'normal' }, '/status', 'unknown_field'],
  ])('%j is refused', async (body, pointer, code) => {
    const answer = await post(body)
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors).toMatchObject([{ pointer, code }])
  })

  it('without a unit is in the one that the person prefers', async () => {
    await context.testDatabase.query(
      "insert into user_preferences (user_id, weight_unit, temperature_unit) values ($1, 'lbs', 'fahrenheit')",
      [asha.userId],
    )
    expect(await add('weight', '150')).toMatchObject({ unit: 'lbs' })
    expect(await add('temperature', '99.1')).toMatchObject({ unit: 'fahrenheit' })
  })
})

describe('the status', () => {
  const statusOf = async (body: object) => (await post(body)).body_.status

  it('of a sugar goes by when it was measured, and by known diabetes', async () => {
    const sugar = (notes: string) => statusOf({ metric_type: 'blood_glucose', value: '130', notes })
    const limits = (context: ReadingContext) => metricStatus('blood_glucose', { value: 130 }, 'mg/dL', context)?.status
    expect(await sugar('खाली पेट')).toBe(limits({ meal: 'fasting' }))
    expect(await sugar('சாப்பிட்ட பிறகு')).toBe(limits({ meal: 'after_meal' }))
    expect(limits({ meal: 'fasting' })).not.toBe(limits({ meal: 'after_meal' }))
    await context.call(asha, 'POST', '/conditions', {
      body: { name: 'Sugar', icd_code: 'E11.9', diagnosed_date: '2021-01-01', status: 'managed', severity: 'mild' },
    })
    expect(await sugar('fasting')).toBe(limits({ meal: 'fasting', diabetes: true }))
    await context.testDatabase.query('delete from medical_conditions')
  })

  it('of a weight goes by the height', async () => {
    expect(await statusOf({ metric_type: 'weight', value: '95' })).toBeNull()
    await add('height', '160')
    const expected = metricStatus('weight', { value: 95 }, 'kg', { heightCm: 160 })?.status
    expect(await statusOf({ metric_type: 'weight', value: '95' })).toBe(expected)
    expect(expected).toBeDefined()
  })
})

describe('the status follows', () => {
  const statuses = async (type: string) =>
    (await read(`?metric_type=${type}&sort=-measured_at`)).data.map((row: { status: string | null }) => row.status)
  const patch = async (url: string, body: object) => {
    const answer = await context.call(asha, 'PATCH', url, { body })
    expect(answer.statusCode, answer.payload).toBe(200)
    return answer
  }
  const condition = { name: 'Type 2 diabetes', diagnosed_date: '2026-02-01', status: 'active', severity: 'mild' }

  it('a diabetes, from the day it was found to the day it is over', async () => {
    await add('hba1c', '6.8', { measured_at: '2026-03-01T06:00:00Z' })
    await add('hba1c', '6.8', { measured_at: '2026-01-01T06:00:00Z' })
    expect(await statuses('hba1c')).toEqual(['high', 'high'])
    const { id } = (await context.call(asha, 'POST', '/conditions', { body: condition })).body_
    expect(await statuses('hba1c')).toEqual(['stable', 'high'])
    const [row] = (await read('?metric_type=hba1c')).data
    expect(row.status_source).toMatch(/RSSDI/)
    await patch(`/conditions/${id}`, { name: 'Prediabetes' })
    expect(await statuses('hba1c')).toEqual(['high', 'high'])
    await patch(`/conditions/${id}`, { name: 'மதுமேகம்', icd_code: 'E11.9' })
    expect(await statuses('hba1c')).toEqual(['stable', 'high'])
    await context.call(asha, 'DELETE', `/conditions/${id}`)
    expect(await statuses('hba1c')).toEqual(['high', 'high'])
  })

  it('the date of birth', async () => {
    await add('blood_pressure', '132/78')
    expect(await statuses('blood_pressure')).toEqual(['elevated'])
    await patch('/me', { date_of_birth: '2011-01-01' })
    expect(await statuses('blood_pressure')).toEqual(['high'])
    await patch('/me', { date_of_birth: '2020-01-01' })
    expect(await statuses('blood_pressure')).toEqual([null])
    await patch('/me', { date_of_birth: null })
    expect(await statuses('blood_pressure')).toEqual(['elevated'])
  })

  it('the height, in the profile and measured', async () => {
    await add('weight', '62')
    await patch('/me/profile', { height: 160 })
    expect(await statuses('weight')).toEqual(['elevated'])
    const { id } = await add('height', '190')
    expect(await statuses('weight')).toEqual(['low'])
    await context.call(asha, 'DELETE', `/metrics/${id}`)
    expect(await statuses('weight')).toEqual(['elevated'])
    await patch('/me/profile', { height: null })
    expect(await statuses('weight')).toEqual([null])
  })

  it('costs the record of another person nothing', async () => {
    await context.call(context.bala, 'POST', '/metrics', { body: { metric_type: 'hba1c', value: '6.8' } })
    const { id } = (await context.call(asha, 'POST', '/conditions', { body: condition })).body_
    expect((await context.call(context.bala, 'GET', '/metrics')).body_.data).toMatchObject([{ status: 'high' }])
    await context.call(asha, 'DELETE', `/conditions/${id}`)
  })
})

describe('units', () => {
  beforeEach(async () => {
    await add('weight', '150', { unit: 'lbs', measured_at: '2026-03-10T06:00:00Z' })
    await add('temperature', '38.5', { unit: 'celsius', measured_at: '2026-03-11T06:00:00Z' })
  })

  it.each([
    [
      '',
      [
        ['38.5', 'celsius'],
        ['150', 'lbs'],
      ],
    ],
    [
      '&units=kg',
      [
        ['38.5', 'celsius'],
        ['68', 'kg'],
      ],
    ],
    [
      '&units=kg,%C2%B0F',
      [
        ['101.3', 'fahrenheit'],
        ['68', 'kg'],
      ],
    ],
    [
      '&units=preferred',
      [
        ['38.5', 'celsius'],
        ['68', 'kg'],
      ],
    ],
  ])('with %j', async (query, expected) => {
    const { data } = await read(`?sort=-measured_at${query}`)
    expect(data.map((row: { value: string; unit: string }) => [row.value, row.unit])).toEqual(expected)
  })

  it('that do not exist are refused', async () => {
    const answer = await context.call(asha, 'GET', '/metrics?units=stone')
    expect(answer.body_.errors).toMatchObject([{ pointer: '/units', code: 'not_a_choice' }])
  })
})

describe('the body mass index', () => {
  const indexes = async (): Promise<[string, string][]> =>
    (await read('?metric_type=bmi&sort=-measured_at')).data.map((row: { value: string; source: string }) => [
      row.value,
      row.source,
    ])

  it('comes with a weight where a height is known, follows it and goes with it', async () => {
    await add('weight', '70', { measured_at: '2026-03-01T06:00:00Z' })
    expect(await indexes()).toEqual([])
    await add('height', '170', { measured_at: '2026-03-02T06:00:00Z' })
    expect(await indexes()).toEqual([['24.2', 'derived']])
    const { id } = await add('weight', '154.3', { unit: 'lbs', measured_at: '2026-03-05T06:00:00Z' })
    expect(await indexes()).toEqual([
      ['24.2', 'derived'],
      ['24.2', 'derived'],
    ])
    await context.call(asha, 'PATCH', `/metrics/${id}`, { body: { value: '80', unit: 'kg' } })
    expect((await indexes())[0]).toEqual(['27.7', 'derived'])
    await context.call(asha, 'DELETE', `/metrics/${id}`)
    expect(await indexes()).toEqual([['24.2', 'derived']])
  })

  it('comes with every weight once a height is known, and follows the height', async () => {
    const days = ['2026-03-03', '2026-03-02', '2026-03-01']
    for (const day of days) await add('weight', '70', { measured_at: `${day}T06:00:00Z` })
    const { id } = await add('height', '170', { measured_at: '2026-03-10T06:00:00Z' })
    expect((await indexes()).map(([value]) => value)).toEqual(['24.2', '24.2', '24.2'])
    await context.call(asha, 'PATCH', `/metrics/${id}`, { body: { value: '165' } })
    expect((await indexes()).map(([value]) => value)).toEqual(['25.7', '25.7', '25.7'])
    await context.call(asha, 'DELETE', `/metrics/${id}`)
    expect(await indexes()).toEqual([])
  })

  it('comes and goes with what was read from a document', async () => {
    const { id: documentId = '' } = await addExampleRows(context, asha, '/documents/{id}')
    const within = (run: (scope: OperationScope) => Promise<unknown>) => {
      const input = z.strictObject({})
      const operation = defineOperation({
        name: 'test.within',
        summary: 'Test',
        effect: 'write',
        input,
        output: input,
        run: async (scope) => {
          await run(scope)
          return {}
        },
      })
      return context.executor.executeOperation(operation, asha, {})
    }
    const [height, weight] = [crypto.randomUUID(), crypto.randomUUID()]
    const common = { measuredAt: new Date('2026-03-01T06:00:00Z'), notes: null, source: 'document', documentId }
    await within((scope) =>
      recordReading(scope, { ...common, type: 'weight', value: 70, unit: 'kg', sourceId: weight }),
    )
    await within((scope) =>
      recordReading(scope, { ...common, type: 'height', value: 170, unit: 'cm', sourceId: height }),
    )
    expect(await indexes()).toEqual([['24.2', 'derived']])
    await within((scope) => removeReadings(scope, 'document', [height]))
    expect(await indexes()).toEqual([])
    await within((scope) =>
      recordReading(scope, { ...common, type: 'height', value: 160, unit: 'cm', sourceId: height }),
    )
    expect(await indexes()).toEqual([['27.3', 'derived']])
    await within((scope) => removeReadings(scope, 'document', [weight]))
    expect(await indexes()).toEqual([])
  })

  it('is computed and not written', async () => {
    await add('height', '170')
    await add('weight', '70')
    const [row] = (await read('?metric_type=bmi')).data
    const answer = await context.call(asha, 'PATCH', `/metrics/${row.id}`, { body: { value: '20' } })
    expect(answer.body_.errors).toMatchObject([{ code: 'computed' }])
  })

  it('takes the height of the profile where none was measured', async () => {
    await context.testDatabase.query(
      'insert into user_profiles (user_id, height) values ($1, 160) on conflict (user_id) do update set height = 160',
      [asha.userId],
    )
    await add('weight', '64')
    expect(await indexes()).toEqual([['25.0', 'derived']])
    await context.testDatabase.query('update user_profiles set height = null')
  })
})

describe('the newest of each kind', () => {
  it('is one row a kind', async () => {
    await add('heart_rate', '70', { measured_at: '2026-03-01T06:00:00Z' })
    await add('heart_rate', '80', { measured_at: '2026-03-03T06:00:00Z' })
    await add('heart_rate', '75', { measured_at: '2026-03-02T06:00:00Z' })
    await add('blood_pressure', '120/79', { measured_at: '2026-03-02T06:00:00Z' })
    const { data } = await read('/latest')
    expect(data.map((row: { value: string }) => row.value)).toEqual(['120/79', '80'])
    expect((await read('/latest?metric_type=heart_rate')).data).toHaveLength(1)
  })
})

describe('the summary', () => {
  it('counts by day in the time zone of the person', async () => {
    // 20:00 UTC is half past one of the next day in India.
    for (const [value, measured_at] of [
      ['70', '2026-03-01T06:00:00Z'],
      ['80', '2026-03-01T12:00:00Z'],
      ['90', '2026-03-01T20:00:00Z'],
    ] as const) {
      await add('heart_rate', value, { measured_at })
    }
    const { data, unit } = await read('/summary?metric_type=heart_rate')
    expect(unit).toBe('bpm')
    expect(data).toEqual([
      { start: '2026-03-01', count: 2, values: { minimum: 70, mean: 75, maximum: 80 }, diastolic: null },
      { start: '2026-03-02', count: 1, values: { minimum: 90, mean: 90, maximum: 90 }, diastolic: null },
    ])
    const month = await read('/summary?metric_type=heart_rate&bucket=month&from=2026-03-02')
    expect(month.data).toMatchObject([{ start: '2026-03-01', count: 1 }])
  })

  it('brings mixed units to one', async () => {
    await add('weight', '70', { unit: 'kg', measured_at: '2026-03-01T06:00:00Z' })
    await add('weight', '154.324', { unit: 'lbs', measured_at: '2026-03-01T07:00:00Z' })
    const { data, unit } = await read('/summary?metric_type=weight&bucket=week')
    expect(unit).toBe('kg')
    expect(data).toMatchObject([{ start: '2026-02-23', values: { minimum: 70, mean: 70, maximum: 70 } }])
    const pounds = await read('/summary?metric_type=weight&units=lbs')
    expect(pounds.data).toMatchObject([{ values: { mean: 154.32 } }])
  })

  it('has both values of blood pressures', async () => {
    await add('blood_pressure', '120/80', { measured_at: '2026-03-01T06:00:00Z' })
    await add('blood_pressure', '140/90', { measured_at: '2026-03-01T07:00:00Z' })
    expect((await read('/summary?metric_type=blood_pressure&bucket=year')).data).toEqual([
      {
        start: '2026-01-01',
        count: 2,
        values: { minimum: 120, mean: 130, maximum: 140 },
        diastolic: { minimum: 80, mean: 85, maximum: 90 },
      },
    ])
  })
})
