import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogue } from '../../src/domains/index.ts'
import { createDeliveryService, deliverDue } from '../../src/domains/notifications/index.ts'
import { runClock } from '../../src/domains/reminders/index.ts'
import type { Caller, OperationServices } from '../../src/operations/define-operation.ts'
import { createOperationExecutor } from '../../src/operations/execute-operation.ts'
import { type DeliveryChannels, openDeliveryChannels } from '../../src/platform/delivery/index.ts'
import { inProcessEventBus } from '../../src/platform/events/index.ts'
import type { JobBackend } from '../../src/platform/jobs/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type ScriptedPushService, startPushService } from '../support/scripted-push-service.ts'
import { type ScriptedTwilio, startTwilio } from '../support/scripted-twilio.ts'
import { startMailServer, type TestMailServer } from '../support/smtp-server.ts'

const LANGUAGES = ['en', 'hi', 'ta'] as const
/** Half past eight in the morning in Kolkata. */
const DUE = '2027-03-10T03:00:00Z'

let test: TestDatabase
let mail: TestMailServer
let push: ScriptedPushService
let twilio: ScriptedTwilio
let channels: DeliveryChannels
let now = new Date(DUE)
const told: { userId: string; type: string }[] = []
const people = new Map<string, { userId: string; medicationId: string; subscription: string }>()

const events = inProcessEventBus((error) => {
  throw error
})

/** A backend that nobody works for: what is due is sent by hand here. */
const noJobs = { enqueue: async () => undefined } as unknown as JobBackend

function callerOf(userId: string): Caller {
  return { userId, surface: 'rest', scopes: new Set(['read', 'write'] as const), language: 'en', requestId: 'test' }
}

async function call(userId: string, name: string, input: object): Promise<Record<string, unknown>> {
  const operation = catalogue.find((each) => each.name === name)
  if (!operation) throw new Error(`There is no operation ${name}`)
  const executor = createOperationExecutor({
    database: test.database,
    services: { delivery: createDeliveryService(test.database, noJobs, channels) } as unknown as OperationServices,
    now: () => now,
  })
  return (await executor.executeOperation(operation, callerOf(userId), input)).output as Record<string, unknown>
}

async function tick(at: string): Promise<void> {
  now = new Date(at)
  await runClock({ database: test.database, channels }, now)
  const context = { database: test.database, channels, events, publicUrl: 'https://care.example', report: fail }
  await deliverDue(context, () => now)
}

function fail(error: unknown): never {
  throw error
}

async function notificationOf(userId: string, occasion: string): Promise<string> {
  const [row] = await test.query<{ id: string }>(
    'select id from notifications where user_id = $1 and deduplication_key like $2 order by created_at desc limit 1',
    [userId, `${occasion}/%`],
  )
  return row?.id ?? ''
}

beforeAll(async () => {
  ;[test, mail, push, twilio] = await Promise.all([
    openTestDatabase(),
    startMailServer(),
    startPushService(),
    startTwilio(),
  ])
  const { TWILIO_ACCOUNT_SID = '', TWILIO_AUTH_TOKEN = '', TWILIO_FROM = '' } = twilio.environment
  const keys = await import('web-push').then(({ default: webPush }) => webPush.generateVAPIDKeys())
  channels = await openDeliveryChannels(
    {
      email: { url: mail.url, from: 'Swasthwrap <care@example.org>' },
      telephone: {
        accountSid: TWILIO_ACCOUNT_SID,
        authToken: TWILIO_AUTH_TOKEN,
        from: TWILIO_FROM,
        baseUrl: twilio.baseUrl,
      },
      push: { keys, subject: 'mailto:care@example.org', moreServices: [push.origin] },
    },
    undefined,
  )
  for (const language of LANGUAGES) {
    const userId = await addUser(test.database, {
      language,
      email: `${language}@example.org`,
      email_verified: true,
      phone: '+919840012345',
    })
    events.subscribe(userId, ({ type }) => told.push({ userId, type }))
    await test.query('insert into user_preferences (user_id) values ($1)', [userId])
    const browser = push.subscribe()
    await call(userId, 'notifications.push-subscriptions.add', browser)
    const [medicine] = await test.query<{ id: string }>(
      `insert into medications (user_id, medication_name, dosage, frequency, prescribed_by, start_date)
       values ($1, 'Glycomet', '500 mg', 'daily', 'Dr Rao', '2027-01-01') returning id`,
      [userId],
    )
    const medicationId = medicine?.id ?? ''
    await test.query(
      `insert into medication_schedules (user_id, medication_id, time_of_day) values ($1, $2, '08:30')`,
      [userId, medicationId],
    )
    await test.query(
      `insert into medication_reminders (user_id, medication_id, reminder_time, reminder_type)
       values ($1, $2, '20:30', 'sms')`,
      [userId, medicationId],
    )
    const [appointment] = await test.query<{ id: string }>(
      `insert into appointments (user_id, appointment_title, doctor_name, appointment_type, visit_type,
         appointment_date, appointment_time) values ($1, 'HbA1c', 'Dr Rao', 'follow-up', 'in-person', '2027-03-10', '10:30')
       returning id`,
      [userId],
    )
    await test.query(
      `insert into appointment_reminders (user_id, appointment_id, reminder_type, reminder_time) values ($1, $2, 'email', 60)`,
      [userId, appointment?.id],
    )
    people.set(language, { userId, medicationId, subscription: new URL(browser.endpoint).pathname })
  }
  await tick('2027-03-10T02:59:50Z')
  await tick(DUE)
  await tick('2027-03-10T04:00:00Z')
})

afterAll(async () => {
  channels.email?.close()
  await Promise.all([mail.close(), push.close(), twilio.close(), test.close()])
})

function personOf(language: string) {
  const person = people.get(language)
  if (!person) throw new Error(`Nobody reads ${language}`)
  return person
}

describe('real messages arrive', () => {
  it.each([
    ['en', 'Time for your medicine', 'Glycomet: 500 mg, at 08:30.', 'Taken'],
    ['hi', 'दवा लेने का समय हो गया', 'Glycomet: 500 mg, 08:30 बजे।', 'ले ली'],
    ['ta', 'மருந்து எடுக்கும் நேரம்', 'Glycomet: 500 mg, 08:30 மணிக்கு.', 'எடுத்துவிட்டேன்'],
  ])('by push, encrypted for one browser, in %s', (language, title, body, taken) => {
    const { subscription } = personOf(language)
    const [message, ...more] = push.received.filter((each) => each.subscription === subscription)
    expect(more).toEqual([])
    expect(message?.payload).toMatchObject({ title, body, lang: language, type: 'medication' })
    expect(message?.payload['actions']).toMatchObject([{ action: 'taken', title: taken }, {}, {}])
  })

  it.each([
    ['en', 'Appointment: HbA1c', 'Dr Rao, on 10/03/2027 at 10:30.'],
    ['hi', 'डॉक्टर से मिलना है: HbA1c', 'Dr Rao, 10/03/2027 को 10:30 बजे।'],
    ['ta', 'மருத்துவரைப் பார்க்க வேண்டும்: HbA1c', 'Dr Rao, 10/03/2027 அன்று 10:30 மணிக்கு.'],
  ])('by e-mail in %s', async (language, subject, text) => {
    await mail.received(3)
    const found = mail.mails.filter((each) => [each.to].flat()[0]?.text === `${language}@example.org`)
    expect(found).toHaveLength(1)
    expect(found[0]?.subject).toBe(subject)
    expect(found[0]?.text).toContain(text)
    expect(found[0]?.html).toContain('https://care.example/#/appointments/')
  })

  it('on the open sockets', () => {
    const { userId } = personOf('en')
    expect(told.filter((each) => each.userId === userId)).toEqual([
      { userId, type: 'notification.created' },
      { userId, type: 'notification.created' },
    ])
  })
})

describe('a tap on a reminder', () => {
  it('records the dose that it spoke of, once', async () => {
    const { userId, medicationId } = personOf('en')
    const id = await notificationOf(userId, 'dose')
    expect(await call(userId, 'notifications.act', { id, action: 'taken' })).toMatchObject({ action: 'taken' })
    expect(
      await test.query('select status, scheduled_time from medication_intake where medication_id = $1', [medicationId]),
    ).toEqual([{ status: 'taken', scheduled_time: new Date(DUE) }])
    const again = call(userId, 'notifications.act', { id, action: 'skipped' })
    await expect(again).rejects.toMatchObject({ definition: { type: 'dose-already-recorded' } })
  })

  it('has it come again later', async () => {
    const { userId, subscription } = personOf('hi')
    const id = await notificationOf(userId, 'dose')
    const before = push.received.length
    expect(await call(userId, 'notifications.act', { id, action: 'later' })).toMatchObject({
      again_at: '2027-03-10T04:15:00.000Z',
    })
    await tick('2027-03-10T04:14:00Z')
    expect(push.received).toHaveLength(before)
    await tick('2027-03-10T04:15:00Z')
    expect(push.received.slice(before)).toMatchObject([{ subscription }])
  })

  it('is not for those of other people, and not where there is no dose', async () => {
    const [english, tamil] = [personOf('en').userId, personOf('ta').userId]
    const dose = await notificationOf(tamil, 'dose')
    const stranger = call(english, 'notifications.act', { id: dose, action: 'taken' })
    await expect(stranger).rejects.toMatchObject({ definition: { type: 'not-found' } })
    const appointment = await notificationOf(tamil, 'appointment')
    const pointless = call(tamil, 'notifications.act', { id: appointment, action: 'taken' })
    await expect(pointless).rejects.toMatchObject({ definition: { type: 'nothing-to-do' } })
  })
})

describe('"took it"', () => {
  it('means the dose that is due now', async () => {
    const { userId } = personOf('ta')
    const answer = await call(userId, 'medications.answer-due', { status: 'skipped' })
    expect(answer['data']).toMatchObject([{ status: 'skipped', scheduled_time: '2027-03-10T03:00:00.000Z' }])
    const nothing = call(userId, 'medications.answer-due', { status: 'taken' })
    await expect(nothing).rejects.toMatchObject({ definition: { type: 'no-dose-due' } })
  })
})

it.each([
  ['en', 'Time for your medicine\nGlycomet: 500 mg, at 20:30.'],
  ['hi', 'दवा लेने का समय हो गया\nGlycomet: 500 mg, 20:30 बजे।'],
  ['ta', 'மருந்து எடுக்கும் நேரம்\nGlycomet: 500 mg, 20:30 மணிக்கு.'],
])('an SMS that was asked for arrives in %s', async (_language, text) => {
  await tick('2027-03-10T14:59:50Z')
  await tick('2027-03-10T15:00:00Z')
  expect(twilio.requests.map(({ body }) => body)).toContain(text)
})

it('a browser belongs to whoever subscribed it last', async () => {
  const browser = push.subscribe()
  const [english, hindi] = [personOf('en').userId, personOf('hi').userId]
  await call(english, 'notifications.push-subscriptions.add', browser)
  await call(hindi, 'notifications.push-subscriptions.add', browser)
  await call(hindi, 'notifications.push-subscriptions.add', browser)
  expect(await test.query('select user_id from push_subscriptions where endpoint = $1', [browser.endpoint])).toEqual([
    { user_id: hindi },
  ])
  const inside = call(hindi, 'notifications.push-subscriptions.add', {
    ...browser,
    endpoint: 'http://169.254.169.254/latest',
  })
  await expect(inside).rejects.toMatchObject({ errors: [{ pointer: '/endpoint', code: 'not_a_push_service' }] })
})
