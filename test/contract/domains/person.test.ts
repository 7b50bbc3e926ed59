import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { type Answer, type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

let now = new Date('2026-03-12T06:00:00Z')
let context: OperationsApp
let asha: Caller
beforeAll(async () => {
  context = await openOperationsApp({ now: () => now })
  asha = context.asha
})
afterAll(async () => context.close())
beforeEach(() => {
  now = new Date('2026-03-12T06:00:00Z')
})

async function get(url: string): Promise<Answer> {
  const answer = await context.call(asha, 'GET', url)
  expect(answer.statusCode, answer.payload).toBe(200)
  return answer
}

async function patch(url: string, body: object, headers = {}): Promise<Answer> {
  return context.call(asha, 'PATCH', url, { body, headers })
}

describe('the account', () => {
  it('counts what the rows say', async () => {
    const { call, testDatabase } = context
    expect((await get('/me')).body_).toMatchObject({
      health_score: 0,
      streak: 0,
      upcoming_appointments: 0,
      medications_due: 0,
    })
    const medicine = {
      medication_name: 'A',
      dosage: '1',
      frequency: 'daily',
      prescribed_by: 'B',
      start_date: '2026-01-01',
    }
    const { id } = (await call(asha, 'POST', '/medications', { body: medicine })).body_
    for (const time_of_day of ['08:00', '20:00']) {
      await call(asha, 'POST', `/medications/${id}/schedules`, { body: { time_of_day } })
    }
    await call(asha, 'POST', `/medications/${id}/intake`, { body: { status: 'taken' } })
    await call(asha, 'POST', `/medications/${id}/intake`, {
      body: { status: 'missed', scheduled_time: '2026-03-11T02:30:00Z' },
    })
    await call(asha, 'POST', '/appointments', {
      body: {
        appointment_title: 'A',
        doctor_name: 'B',
        appointment_type: 'test',
        visit_type: 'phone',
        appointment_date: '2199-01-01',
        appointment_time: '10:00',
      },
    })
    await testDatabase.query('delete from user_activity')
    for (const day of ['2026-03-11', '2026-03-10', '2026-03-08']) {
      await testDatabase.query(
        "insert into user_activity (user_id, activity_type, created_at) values ($1, 'chat', $2::date + time '12:00')",
        [asha.userId, day],
      )
    }
    const figures = { health_score: 50, streak: 2, upcoming_appointments: 1, medications_due: 1 }
    expect((await get('/me')).body_).toMatchObject(figures)
    const [row] = await testDatabase.query(
      'select health_score, streak, upcoming_appointments, medications_due from users where id = $1',
      [asha.userId],
    )
    expect(row).toEqual(figures)
    now = new Date('2026-03-13T06:00:00Z')
    expect((await get('/me')).body_.streak).toBe(0)
  })

  it.each(['health_score', 'streak', 'upcoming_appointments', 'medications_due', 'email', 'avatar', 'password_hash'])(
    'does not let %s be written',
    async (name) => {
      const answer = await patch('/me', { [name]: 1 })
      expect(answer.body_.errors).toMatchObject([{ pointer: `/${name}`, code: 'unknown_field' }])
    },
  )

  it('is changed by who knows it, however its figures change by themselves', async () => {
    const { etag } = (await get('/me')).headers
    now = new Date('2026-03-14T06:00:00Z')
    await get('/me')
    const known = { 'if-match': String(etag) }
    expect((await patch('/me', { interests: ['योग'] }, known)).body_.interests).toEqual(['योग'])
    expect((await patch('/me', { interests: null }, known)).statusCode).toBe(412)
  })

  it('has one language, wherever it is chosen', async () => {
    await patch('/me', { language: 'ta' })
    expect((await get('/me/preferences')).body_.primary_language).toBe('ta')
    await patch('/me/preferences', { primary_language: 'hi' })
    expect((await get('/me')).body_.language).toBe('hi')
  })

  it.each([
    [{ date_of_birth: '2090-01-01' }, '/date_of_birth', 'in_the_future'],
    [{ phone: '12 34' }, '/phone', 'wrong_format'],
    [{ blood_group: 'Z' }, '/blood_group', 'not_a_choice'],
    [{ name: null }, '/name', 'required'],
  ])('refuses %j', async (body, pointer, code) => {
    expect((await patch('/me', body)).body_.errors).toMatchObject([{ pointer, code }])
  })
})

describe('settings', () => {
  it.each([
    ['/me/profile', { height: 158.5, occupation: 'Teacher' }],
    ['/me/preferences', { weight_unit: 'lbs', timezone: 'America/Argentina/Buenos_Aires' }],
    ['/me/privacy', { data_retention_period: '5_years', research_participation: true }],
  ])('%s are there from the start and can be changed', async (url, change) => {
    const before = (await get(url)).body_
    const after = await patch(url, change)
    expect(after.statusCode, after.payload).toBe(200)
    expect(after.body_).toMatchObject({ ...before, ...change, updated_at: expect.any(String) })
    expect((await get(url)).body_).toEqual(after.body_)
  })

  it.each(['Mars/Olympus', '+05:30', "'; drop table users; --", 'UTC+5', 'x'.repeat(65)])(
    'know no time zone %j',
    async (timezone) => {
      const answer = await patch('/me/preferences', { timezone })
      expect(answer.statusCode).toBe(422)
      expect(answer.body_.errors).toMatchObject([{ pointer: '/timezone' }])
    },
  )

  it('of notifications are one row a kind', async () => {
    const { data } = (await get('/me/notification-preferences')).body_
    expect(data).toHaveLength(5)
    const url = '/me/notification-preferences/medication'
    const half = await patch(url, { quiet_hours_enabled: true, quiet_start_time: '22:00' })
    expect(half.body_.errors).toMatchObject([{ pointer: '/quiet_end_time', code: 'required' }])
    const quiet = { quiet_hours_enabled: true, quiet_start_time: '२२:००', quiet_end_time: '06:30' }
    expect((await patch(url, quiet)).body_).toMatchObject({ ...quiet, quiet_start_time: '22:00' })
    expect((await patch('/me/notification-preferences/weather', quiet)).statusCode).toBe(422)
  })
})

describe('an emergency alert', () => {
  it('waits for every contact that takes alerts, the way it is best reached, and is resolved once', async () => {
    const { call } = context
    const contact = { contact_name: 'Ravi', relationship: 'Son', primary_phone: '+91 98400 12345', priority_order: 1 }
    await call(asha, 'POST', '/emergency/contacts', { body: contact })
    const mail = { ...contact, preferred_contact_method: 'email', priority_order: 2 }
    const withoutAddress = await call(asha, 'POST', '/emergency/contacts', { body: mail })
    expect(withoutAddress.body_.errors).toMatchObject([{ pointer: '/email', code: 'required' }])
    await call(asha, 'POST', '/emergency/contacts', { body: { ...mail, email: 'ravi@example.org' } })
    await call(asha, 'POST', '/emergency/contacts', { body: { ...contact, can_receive_alerts: false } })

    const alert = await call(asha, 'POST', '/emergency/alerts', {
      body: { alert_type: 'fall', vital_signs: { heart_rate: 104, blood_pressure: '150/95' } },
    })
    expect(alert.statusCode, alert.payload).toBe(201)
    const url = `/emergency/alerts/${alert.body_.id}`
    expect((await get(`${url}/deliveries`)).body_.data).toMatchObject([
      { delivery_method: 'call', phone_number: '+91 98400 12345', delivery_status: 'pending', delivery_attempts: 0 },
      { delivery_method: 'email', email_address: 'ravi@example.org', delivery_status: 'pending' },
    ])
    const resolved = await call(asha, 'POST', `${url}/resolve`, { body: { resolved_by: 'Asha' } })
    expect(resolved.body_).toMatchObject({ is_resolved: true, resolved_by: 'Asha', resolved_at: now.toISOString() })
    expect((await call(asha, 'POST', `${url}/resolve`)).body_.type).toBe('urn:swasthwrap:problem:alert-resolved')
  })

  it.each([
    [{ location_latitude: 13 }, '/location_longitude', 'required'],
    [{ vital_signs: { a: { b: 1 } } }, '/vital_signs/a', 'invalid'],
    [{ vital_signs: { 'a\u0000': 1 } }, '/vital_signs', 'control_character'],
    [{ vital_signs: [1] }, '/vital_signs', 'not_an_object'],
  ])('refuses %j', async (more, pointer, code) => {
    const answer = await context.call(asha, 'POST', '/emergency/alerts', { body: { alert_type: 'fall', ...more } })
    expect(answer.statusCode).toBe(422)
    expect(answer.body_.errors).toMatchObject([{ pointer, code }])
  })
})

describe('notifications', () => {
  it('are marked as read one by one or all at once, and not written', async () => {
    const { call, testDatabase } = context
    for (const title of ['One', 'Two', 'Three']) {
      await testDatabase.query(
        `insert into notifications (user_id, notification_type, title, message, delivery_method)
         values ($1, 'system', $2, 'Text', 'in-app')`,
        [asha.userId, title],
      )
    }
    const unread = async () => (await get('/notifications?is_read=false')).body_.data
    const [first] = await unread()
    expect((await call(asha, 'POST', `/notifications/${first.id}/read`)).body_.is_read).toBe(true)
    expect(await unread()).toHaveLength(2)
    expect((await call(context.bala, 'POST', '/notifications/read-all')).body_).toEqual({ marked: 0 })
    expect((await call(asha, 'POST', '/notifications/read-all')).body_).toEqual({ marked: 2 })
    expect((await call(asha, 'POST', '/notifications', { body: {} })).statusCode).toBe(405)
  })
})
