import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { type Answer, type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

let context: OperationsApp
let asha: Caller
beforeAll(async () => {
  context = await openOperationsApp()
  asha = context.asha
})
afterAll(async () => context.close())
beforeEach(async () => {
  for (const table of ['health_goals', 'appointments', 'user_activity']) {
    await context.testDatabase.query(`delete from ${table}`)
  }
})

async function added(url: string, body: object): Promise<Answer['body_']> {
  const answer = await context.call(asha, 'POST', url, { body })
  expect(answer.statusCode, answer.payload).toBe(201)
  return answer.body_
}

async function goalAfter(goal: object, steps: readonly string[]): Promise<Answer['body_']> {
  const { id } = await added('/goals', goal)
  for (const [index, progress_value] of steps.entries()) {
    await added(`/goals/${id}/progress`, { progress_value, progress_date: `2026-03-0${index + 1}` })
  }
  return (await context.call(asha, 'GET', `/goals/${id}`)).body_
}

const walk = { goal_title: 'Walk', target_value: '10000', unit: 'steps', category: 'fitness' }
const weigh = { goal_title: 'Weigh 65 kg', target_value: '65', unit: 'kg', category: 'weight' }

describe('a goal', () => {
  it.each([
    ['counts up from nothing', walk, ['2500'], { current_value: '2500', progress_percentage: 25, status: 'active' }],
    ['counts up from where it set out', { ...walk, current_value: '4000' }, ['7000'], { progress_percentage: 50 }],
    ['comes down from its first weight', weigh, ['80', '77', '74'], { progress_percentage: 40, start_value: '80' }],
    ['comes down from where it set out', { ...weigh, current_value: '85' }, ['75'], { progress_percentage: 50 }],
    ['is not below nothing', { ...weigh, current_value: '80' }, ['82'], { progress_percentage: 0 }],
    ['is completed by reaching its target', walk, ['9000', '10400'], { progress_percentage: 100, status: 'completed' }],
    ['follows the newest step', walk, ['2500', '5000'], { current_value: '5000', progress_percentage: 50 }],
    ['reads Indian digits', { ...walk, target_value: '१००००' }, ['२५००'], { progress_percentage: 25 }],
  ])('%s', async (_what, goal, steps, expected) => {
    expect(await goalAfter(goal, steps)).toMatchObject(expected)
  })

  it('that is completed takes no more steps, until it is opened again', async () => {
    const { id } = await goalAfter(walk, ['10000'])
    const step = { progress_value: '11000' }
    const refused = await context.call(asha, 'POST', `/goals/${id}/progress`, { body: step })
    expect(refused.body_.type).toBe('urn:swasthwrap:problem:goal-closed')
    await context.call(asha, 'PATCH', `/goals/${id}`, { body: { status: 'active', target_value: '12000' } })
    await added(`/goals/${id}/progress`, step)
    expect((await context.call(asha, 'GET', `/goals/${id}`)).body_).toMatchObject({ progress_percentage: 91.67 })
  })

  it('goes back when a step is corrected or deleted', async () => {
    const { id } = await goalAfter(walk, ['2500', '5000'])
    const [newest] = (await context.call(asha, 'GET', `/goals/${id}/progress`)).body_.data
    await context.call(asha, 'PATCH', `/goals/${id}/progress/${newest.id}`, { body: { progress_value: '4000' } })
    const now = async () => (await context.call(asha, 'GET', `/goals/${id}`)).body_
    expect(await now()).toMatchObject({ current_value: '4000', progress_percentage: 40 })
    await context.call(asha, 'DELETE', `/goals/${id}/progress/${newest.id}`)
    expect(await now()).toMatchObject({ current_value: '2500', progress_percentage: 25 })
  })

  it('dates a step today in the time zone of the person', async () => {
    const { id } = await added('/goals', walk)
    const step = await added(`/goals/${id}/progress`, { progress_value: '10' })
    const [row] = await context.testDatabase.query<{ today: string }>(
      `select (now() at time zone 'Asia/Kolkata')::date::text as today`,
    )
    expect(step.progress_date).toBe(row?.today)
    const activity = await context.testDatabase.query('select activity_type from user_activity')
    expect(activity).toEqual([{ activity_type: 'goal_updated' }])
  })
})

const visit = {
  appointment_title: 'Diabetes review',
  doctor_name: 'Dr. Iyer',
  appointment_type: 'consultation',
  visit_type: 'in-person',
  appointment_date: '2199-05-04',
  appointment_time: '10:00',
}

describe('an appointment', () => {
  it('keeps its place as latitude and longitude', async () => {
    const place = { latitude: 13.0067, longitude: 80.2574 }
    const { id } = await added('/appointments', { ...visit, location_coordinates: place })
    expect((await context.call(asha, 'GET', `/appointments/${id}`)).body_.location_coordinates).toEqual(place)
    const [row] = await context.testDatabase.query('select location_coordinates[0] as first from appointments')
    expect(row).toEqual({ first: 13.0067 })
    const bad = { ...visit, location_coordinates: { latitude: 91, longitude: 0, height: 3 } }
    const { errors } = (await context.call(asha, 'POST', '/appointments', { body: bad })).body_
    expect(errors).toMatchObject([
      { pointer: '/location_coordinates/latitude', code: 'too_large' },
      { pointer: '/location_coordinates/height', code: 'unknown_field' },
    ])
  })

  it.each([
    ['10:15', 30, 1],
    ['09:31', 30, 1],
    ['09:30', 30, 0],
    ['10:30', 30, 0],
    ['09:00', 180, 1],
  ])('at %s for %i minutes beside one at 10:00 warns %i times', async (appointment_time, duration_minutes, count) => {
    await added('/appointments', { ...visit, appointment_title: 'Eye test' })
    const second = await added('/appointments', { ...visit, appointment_time, duration_minutes })
    expect(second.warnings).toEqual(Array(count).fill('You have another appointment then: Eye test at 10:00.'))
  })

  it('over midnight warns too, and one that is called off does not', async () => {
    const late = await added('/appointments', { ...visit, appointment_time: '23:45', duration_minutes: 60 })
    const early = { ...visit, appointment_date: '2199-05-05', appointment_time: '00:15' }
    expect((await added('/appointments', early)).warnings).toHaveLength(1)
    await context.call(asha, 'PATCH', `/appointments/${late.id}`, { body: { status: 'cancelled' } })
    expect(
      (await added('/appointments', { ...early, appointment_time: '00:00', duration_minutes: 15 })).warnings,
    ).toEqual([])
  })

  it('cannot be made for a day that is over, but completed after it', async () => {
    const past = await context.call(asha, 'POST', '/appointments', {
      body: { ...visit, appointment_date: '2020-01-01' },
    })
    expect(past.statusCode).toBe(422)
    expect(past.body_.errors).toMatchObject([{ pointer: '/appointment_date', code: 'in_the_past' }])
    const { id } = await added('/appointments', visit)
    const moved = await context.call(asha, 'PATCH', `/appointments/${id}`, { body: { appointment_date: '2020-01-01' } })
    expect(moved.body_.errors).toMatchObject([{ pointer: '/appointment_date', code: 'in_the_past' }])
    await context.testDatabase.query("update appointments set status = 'completed', appointment_date = '2020-01-01'")
    const note = await context.call(asha, 'PATCH', `/appointments/${id}`, { body: { notes: 'All well' } })
    expect(note.statusCode, note.payload).toBe(200)
  })

  it('that is moved is announced again', async () => {
    const { id } = await added('/appointments', visit)
    await added(`/appointments/${id}/reminders`, { reminder_type: 'push', reminder_time: 60 })
    const reminders = async () => (await context.call(asha, 'GET', `/appointments/${id}/reminders`)).body_.data
    await context.testDatabase.query("update appointment_reminders set sent = true, sent_at = '2199-05-04T03:30:00Z'")
    await context.call(asha, 'PATCH', `/appointments/${id}`, { body: { notes: 'Bring the reports' } })
    expect(await reminders()).toMatchObject([{ sent: true }])
    await context.call(asha, 'PATCH', `/appointments/${id}`, { body: { appointment_time: '11:00' } })
    expect(await reminders()).toMatchObject([{ sent: false, sent_at: null }])
  })
})
