import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

let now = new Date('2026-03-12T06:00:00Z')
let context: OperationsApp
let asha: Caller
beforeAll(async () => {
  context = await openOperationsApp({ now: () => now })
  asha = context.asha
})
afterAll(async () => context.close())
beforeEach(async () => {
  now = new Date('2026-03-12T06:00:00Z')
  for (const table of ['medications', 'allergies', 'user_activity', 'user_preferences']) {
    await context.testDatabase.query(`delete from ${table}`)
  }
})

const metformin = {
  medication_name: 'Glycomet 500',
  generic_name: 'Metformin',
  dosage: '500 mg',
  frequency: 'Twice a day',
  prescribed_by: 'Dr. Iyer',
  start_date: '2026-01-01',
}

async function add(body: object = metformin): Promise<string> {
  const answer = await context.call(asha, 'POST', '/medications', { body })
  expect(answer.statusCode, answer.payload).toBe(201)
  return answer.body_.id
}

async function schedule(id: string, body: object): Promise<void> {
  const answer = await context.call(asha, 'POST', `/medications/${id}/schedules`, { body })
  expect(answer.statusCode, answer.payload).toBe(201)
}

async function livesIn(timezone: string): Promise<void> {
  await context.testDatabase.query('insert into user_preferences (user_id, timezone) values ($1, $2)', [
    asha.userId,
    timezone,
  ])
}

async function due(query = ''): Promise<{ at: string; local: string; overdue: boolean }[]> {
  const answer = await context.call(asha, 'GET', `/medications/due${query}`)
  expect(answer.statusCode, answer.payload).toBe(200)
  return answer.body_.data.map((dose: Record<string, never>) => ({
    at: dose['scheduled_time'],
    local: `${dose['local_date']} ${dose['local_time']}`,
    overdue: dose['overdue'],
  }))
}

describe('adding a medicine', () => {
  it('that ends before it starts is refused, also by a change of one of the two days', async () => {
    const answer = await context.call(asha, 'POST', '/medications', { body: { ...metformin, end_date: '2025-12-31' } })
    expect(answer.body_.errors).toMatchObject([{ pointer: '/end_date', code: 'ends_before_start' }])
    const id = await add({ ...metformin, end_date: '2026-02-01' })
    const change = await context.call(asha, 'PATCH', `/medications/${id}`, { body: { start_date: '2026-03-01' } })
    expect(change.body_.errors).toMatchObject([{ pointer: '/end_date', code: 'ends_before_start' }])
  })

  it.each([
    ['en', 'Penicillin', 'Augmentin 625', /allergic to Penicillin.*Augmentin 625.*penicillins.*Rash/s],
    ['hi', 'पेनिसिलिन', 'Mox 500', /पेनिसिलिन.*Mox 500/s],
    ['ta', 'பென்சிலின்', 'Mox 500', /பென்சிலின்.*Mox 500/s],
  ])(
    'that is kin to an allergy asks first and says why, in %s',
    async (language, substance, medication_name, words) => {
      const caller = { ...asha, language } as Caller
      await context.call(asha, 'POST', '/allergies', { body: { substance, reaction: 'Rash' } })
      const body = { ...metformin, medication_name, generic_name: null }
      const rehearsed = context.executor.executeOperation(
        (await import('../support/operations-app.ts')).operationNamed('medications.add'),
        caller,
        body,
      )
      await expect(rehearsed).rejects.toMatchObject({ definition: { type: 'medication-warning' } })
      await expect(rehearsed).rejects.toSatisfy((problem: { extensions: { reasons: string[] } }) =>
        words.test(problem.extensions.reasons.join(' ')),
      )
      const answer = await context.call(asha, 'POST', '/medications', { body })
      expect(answer.statusCode).toBe(409)
      expect(answer.body_.reasons).toHaveLength(1)
      expect((await context.call(asha, 'GET', '/medications')).body_.data).toEqual([])
      await add({ ...body, acknowledge_warnings: true })
    },
  )

  it('that is taken already asks first', async () => {
    await add()
    const answer = await context.call(asha, 'POST', '/medications', {
      body: { ...metformin, medication_name: 'metformin' },
    })
    expect(answer.statusCode).toBe(409)
    expect(answer.body_.reasons[0]).toContain('Glycomet 500 (500 mg)')
  })

  it('does not mind an allergy that is over, or a medicine that ended', async () => {
    await context.call(asha, 'POST', '/allergies', { body: { substance: 'Metformin', status: 'resolved' } })
    const id = await add()
    await context.call(asha, 'PATCH', `/medications/${id}`, { body: { status: 'discontinued' } })
    await add()
  })
})

describe('doses that are due', () => {
  it('are today’s by default, in the time zone of the person', async () => {
    const id = await add()
    await schedule(id, { time_of_day: '20:00' })
    await schedule(id, { time_of_day: '08:30' })
    expect(await due()).toEqual([
      { at: '2026-03-12T03:00:00.000Z', local: '2026-03-12 08:30', overdue: true },
      { at: '2026-03-12T14:30:00.000Z', local: '2026-03-12 20:00', overdue: false },
    ])
    await livesIn('America/Los_Angeles')
    now = new Date('2026-03-12T05:00:00Z')
    expect((await due()).map((dose) => dose.local)).toEqual(['2026-03-11 08:30', '2026-03-11 20:00'])
  })

  it.each([
    // The clock goes forward on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00.
    ['08:30', '2026-03-28', ['2026-03-28T07:30:00.000Z', '2026-03-29T06:30:00.000Z', '2026-03-30T06:30:00.000Z']],
    ['02:30', '2026-03-28', ['2026-03-28T01:30:00.000Z', '2026-03-29T01:30:00.000Z', '2026-03-30T00:30:00.000Z']],
    ['08:30', '2026-10-24', ['2026-10-24T06:30:00.000Z', '2026-10-25T07:30:00.000Z', '2026-10-26T07:30:00.000Z']],
    ['02:30', '2026-10-24', ['2026-10-24T00:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-26T01:30:00.000Z']],
  ])('at %s from %s are one a day when the clock changes', async (time_of_day, from, times) => {
    await livesIn('Europe/Berlin')
    await schedule(await add(), { time_of_day })
    const to = times.at(-1)?.slice(0, 10)
    expect((await due(`?from=${from}&to=${to}`)).map((dose) => dose.at)).toEqual(times)
  })

  it('keep to the days of the week, and to the days of the medicine', async () => {
    const id = await add({ ...metformin, start_date: '2026-03-10', end_date: '2026-03-13' })
    await schedule(id, { time_of_day: '08:00', days_of_week: [1, 3, 5] })
    expect((await due('?from=2026-03-01&to=2026-03-31')).map((dose) => dose.local)).toEqual([
      '2026-03-11 08:00',
      '2026-03-13 08:00',
    ])
  })

  it.each(['discontinued', 'completed'])('are none of a medicine that is %s', async (status) => {
    const id = await add()
    await schedule(id, { time_of_day: '08:00' })
    await context.call(asha, 'PATCH', `/medications/${id}`, { body: { status } })
    expect(await due()).toEqual([])
  })

  it('are none of a schedule that is switched off, and one where two meet', async () => {
    const id = await add()
    await schedule(id, { time_of_day: '08:00', is_active: false })
    await schedule(id, { time_of_day: '09:00' })
    await schedule(id, { time_of_day: '09:00' })
    expect((await due()).map((dose) => dose.local)).toEqual(['2026-03-12 09:00'])
  })

  it('of at most a month can be asked for', async () => {
    const answer = await context.call(asha, 'GET', '/medications/due?from=2026-01-01&to=2026-12-31')
    expect(answer.body_.errors).toMatchObject([{ pointer: '/to', code: 'too_many_days' }])
  })
})

describe('a dose', () => {
  it('is recorded once', async () => {
    const id = await add()
    await schedule(id, { time_of_day: '08:30' })
    const entry = { scheduled_time: '2026-03-12T08:30:00+05:30', status: 'taken' }
    const first = await context.call(asha, 'POST', `/medications/${id}/intake`, { body: entry })
    expect(first.body_).toMatchObject({
      scheduled_time: '2026-03-12T03:00:00.000Z',
      actual_time: '2026-03-12T06:00:00.000Z',
    })
    const again = await context.call(asha, 'POST', `/medications/${id}/intake`, { body: entry })
    expect(again.statusCode).toBe(409)
    expect(again.body_.type).toBe('urn:swasthwrap:problem:dose-already-recorded')
    expect(await due()).toEqual([])
    const activity = await context.testDatabase.query('select activity_type from user_activity')
    expect(activity).toEqual([{ activity_type: 'medication_taken' }])
  })

  it('that is not named is the nearest one without an entry', async () => {
    const id = await add()
    await schedule(id, { time_of_day: '08:30' })
    await schedule(id, { time_of_day: '13:00' })
    const record = async () => {
      const answer = await context.call(asha, 'POST', `/medications/${id}/intake`, { body: { status: 'taken' } })
      return answer.body_.scheduled_time
    }
    expect(await record()).toBe('2026-03-12T07:30:00.000Z')
    expect(await record()).toBe('2026-03-12T03:00:00.000Z')
  })

  it('that is not named is none of those that are hours ahead, whose reminder is still to come', async () => {
    const id = await add()
    await schedule(id, { time_of_day: '00:30' })
    await schedule(id, { time_of_day: '16:00' })
    const record = async () => {
      const answer = await context.call(asha, 'POST', `/medications/${id}/intake`, { body: { status: 'taken' } })
      return answer.body_.scheduled_time
    }
    expect(await record()).toBe('2026-03-11T19:00:00.000Z')
    expect(await record()).toBe('2026-03-12T06:00:00.000Z')
  })

  it('taken as needed stands for itself', async () => {
    const id = await add()
    const answer = await context.call(asha, 'POST', `/medications/${id}/intake`, { body: { status: 'taken' } })
    expect(answer.body_).toMatchObject({ scheduled_time: now.toISOString(), actual_time: now.toISOString() })
  })

  it('that was missed has no time of taking', async () => {
    const id = await add()
    const body = { scheduled_time: '2026-03-12T03:00:00Z', status: 'missed', actual_time: '2026-03-12T03:00:00Z' }
    const answer = await context.call(asha, 'POST', `/medications/${id}/intake`, { body })
    expect(answer.body_.errors).toMatchObject([{ pointer: '/actual_time', code: 'dose_not_taken' }])
  })

  it('of a medicine that is not there is not found', async () => {
    const answer = await context.call(asha, 'POST', '/medications/0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21/intake', {
      body: { status: 'taken' },
    })
    expect(answer.statusCode).toBe(404)
  })
})
