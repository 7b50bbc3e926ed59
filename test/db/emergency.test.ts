import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { advanceAlert } from '../../src/domains/emergency/advance-alert.ts'
import { catalogue } from '../../src/domains/index.ts'
import type { OperationServices } from '../../src/operations/define-operation.ts'
import { createOperationExecutor } from '../../src/operations/execute-operation.ts'
import { type DeliveryChannels, DeliveryFailed, type TelephoneStatus } from '../../src/platform/delivery/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'

const BEGAN = Date.parse('2027-03-10T03:00:00Z')

let test: TestDatabase
let clock = new Date(BEGAN)
let userId = ''
/** `12 call Ravi's number`: seconds since the alert, the way, to whom. */
let sent: string[] = []
let texts: string[] = []
let statuses: Partial<Record<'sms' | 'call', TelephoneStatus>> = {}
let failures: DeliveryFailed[] = []
const reported: unknown[] = []

function keep(way: string, to: string, text: string): void {
  const failure = failures.shift()
  if (failure) throw failure
  sent.push(`${(clock.getTime() - BEGAN) / 1_000} ${way} ${to}`)
  texts.push(text)
}

const channels: DeliveryChannels = {
  telephone: {
    send: async ({ method, to, text }) => {
      keep(method, to, text)
      return 'reference'
    },
    statusOf: async (method) => statuses[method] ?? 'under_way',
  },
  email: {
    sendEmail: async ({ to, template, values }) => keep(template, to, `${values['message']} ${values.url ?? ''}`),
    close: () => undefined,
  },
}

async function call(name: string, input: object): Promise<{ readonly id: string }> {
  const operation = catalogue.find((each) => each.name === name)
  if (!operation) throw new Error(`There is no operation ${name}`)
  const executor = createOperationExecutor({
    database: test.database,
    services: {
      emergency: { escalationMilliseconds: 60_000, wake: async () => undefined },
    } as unknown as OperationServices,
    now: () => clock,
  })
  const caller = {
    userId,
    surface: 'rest',
    scopes: new Set(['read', 'write'] as const),
    language: 'en',
    requestId: 'test',
  } as const
  return (await executor.executeOperation(operation, caller, input)).output as { id: string }
}

/** Takes every step that becomes due within so many seconds, each at its time. */
async function pass(alertId: string, seconds: number): Promise<void> {
  const end = clock.getTime() + seconds * 1_000
  const context = {
    database: test.database,
    channels,
    now: () => clock,
    report: (error: unknown) => reported.push(error),
  }
  for (;;) {
    const next = await advanceAlert(context, userId, alertId)
    if (!next || next.getTime() > end) break
    clock = new Date(Math.max(next.getTime(), clock.getTime()))
  }
  clock = new Date(end)
}

async function statesOf(alertId: string): Promise<string[]> {
  const rows = await test.query<{ state: string }>(
    `select purpose || ' ' || delivery_method || ' ' || delivery_status as state from alert_deliveries
     where alert_id = $1 order by id`,
    [alertId],
  )
  return rows.map(({ state }) => state)
}

async function told(): Promise<string[]> {
  const rows = await test.query<{ title: string }>('select title from notifications where user_id = $1', [userId])
  return rows.map(({ title }) => title)
}

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  clock = new Date(BEGAN)
  sent = []
  texts = []
  statuses = {}
  failures = []
  userId = await addUser(test.database, { name: 'Asha', phone: '+919840011111' })
  await test.query('insert into user_preferences (user_id) values ($1)', [userId])
  await test.query('insert into privacy_settings (user_id) values ($1)', [userId])
  const contact = { relationship: 'Family' }
  await call('emergency.contacts.add', {
    ...contact,
    contact_name: 'Ravi',
    primary_phone: '111111',
    preferred_contact_method: 'phone',
    priority_order: 1,
  })
  await call('emergency.contacts.add', {
    ...contact,
    contact_name: 'Meena',
    primary_phone: '222222',
    preferred_contact_method: 'sms',
    priority_order: 2,
  })
  await call('emergency.contacts.add', {
    ...contact,
    contact_name: 'Kumar',
    primary_phone: '333333',
    email: 'kumar@example.org',
    preferred_contact_method: 'email',
    priority_order: 3,
  })
})

async function alert(more: object = {}): Promise<{ readonly id: string }> {
  const added = await call('emergency.alerts.add', { alert_type: 'fall', ...more })
  // The database has a clock of its own.
  await test.query('update emergency_alerts set created_at = $2 where id = $1', [added.id, clock])
  return added
}

describe('an alert', () => {
  it('goes to the first contact alone where that one answers', async () => {
    statuses = { call: 'delivered' }
    const { id } = await alert()
    await pass(id, 300)
    expect(sent).toEqual(['0 call 111111'])
    expect(await statesOf(id)).toEqual(['alert call delivered'])
    expect(await told()).toEqual(['Your contact was reached'])
  })

  it('goes on to the next after a minute without an answer', async () => {
    const { id } = await alert()
    await pass(id, 300)
    expect(sent).toEqual(['0 call 111111', '60 sms 222222', '120 emergency-alert kumar@example.org'])
    expect(await statesOf(id)).toEqual(['alert call sent', 'alert sms sent', 'alert email delivered'])
  })

  it('tries another way, and the next contact at once, when a call is not answered', async () => {
    statuses = { call: 'failed', sms: 'delivered' }
    const { id } = await alert()
    await pass(id, 300)
    expect(sent.slice(0, 3)).toEqual(['0 call 111111', '5 sms 222222', '5 sms 111111'])
    expect(await told()).toEqual(['Your contact was reached'])
  })

  it('keeps trying while a channel is down', async () => {
    failures = Array.from({ length: 4 }, () => new DeliveryFailed('HTTP 503', { permanent: false }))
    statuses = { call: 'delivered' }
    const { id } = await alert()
    await pass(id, 600)
    expect(sent.length).toBeGreaterThan(0)
    expect(sent[0]).toMatch(/^\d+ call 111111$/)
  })

  it('is taken up where a dead process had begun it', async () => {
    const { id } = await alert()
    // Claimed and never heard of again.
    await test.query(
      `update alert_deliveries set delivery_attempts = 1, claimed_until = $2 where alert_id = $1 and due_at <= $3`,
      [id, new Date(BEGAN + 20_000), clock],
    )
    await pass(id, 40)
    expect(sent).toEqual(['20 call 111111'])
  })

  it('says so when nobody can be reached', async () => {
    statuses = { call: 'failed', sms: 'failed' }
    failures = Array.from({ length: 20 }, () => new DeliveryFailed('HTTP 400 (21211)', { permanent: true }))
    const { id } = await alert()
    await pass(id, 600)
    expect(await told()).toEqual(['None of your contacts was reached'])
    expect((await statesOf(id)).every((state) => state.endsWith('failed'))).toBe(true)
  })

  it('without contacts says so at once', async () => {
    await test.query('delete from emergency_contacts where user_id = $1', [userId])
    const { id } = await alert()
    await pass(id, 1)
    expect(await told()).toEqual(['None of your contacts was reached'])
  })
})

describe('what contacts are told', () => {
  const whole = {
    alert_message: 'In the bathroom',
    location_latitude: 13.0067,
    location_longitude: 80.2574,
    location_address: '12 Gandhi Nagar',
    vital_signs: { heart_rate: 104 },
  }

  it('leaves out place and vital signs unless the settings share them', async () => {
    const { id } = await alert(whole)
    await pass(id, 130)
    expect(texts.join()).toContain('Asha has fallen (at 08:30). Message: In the bathroom')
    expect(texts.join()).not.toMatch(/Gandhi|13\.0067|104/)
  })

  it('holds them where they are shared', async () => {
    await test.query(
      'update privacy_settings set location_tracking_enabled = true, biometric_data_sharing = true where user_id = $1',
      [userId],
    )
    const { id } = await alert(whole)
    await pass(id, 130)
    const [spoken = '', , mail = ''] = texts
    expect(spoken).toContain('Place: 12 Gandhi Nagar. Vital signs: pulse 104.')
    expect(spoken).not.toContain('http')
    expect(mail).toContain('https://www.google.com/maps/search/?api=1&query=13.0067,80.2574')
  })

  it('takes the newest measurements where the alert brings none', async () => {
    await test.query('update privacy_settings set biometric_data_sharing = true where user_id = $1', [userId])
    await test.query(
      `insert into health_metrics (user_id, metric_type, value, unit, measured_at)
       values ($1, 'oxygen_saturation', '91', '%', '2027-03-10T02:00:00Z'), ($1, 'heart_rate', '70', 'bpm', '2027-03-01T02:00:00Z')`,
      [userId],
    )
    const { id } = await alert()
    await pass(id, 1)
    expect(texts[0]).toContain('Vital signs: oxygen 91 %.')
  })

  it.each([
    ['hi', 'आपात स्थिति: Asha गिर गए हैं (08:30 बजे)।'],
    ['ta', 'அவசரம்: Asha கீழே விழுந்துவிட்டார் (08:30 மணிக்கு).'],
  ])('is said in %s', async (language, text) => {
    await test.query('update users set language = $2 where id = $1', [userId, language])
    const { id } = await alert()
    await pass(id, 1)
    expect(texts[0]).toContain(text)
  })
})

describe('the end of an alert', () => {
  it.each([
    [false, 'resolved', 'emergency-resolved', 'Asha is safe'],
    [true, 'false_alarm', 'emergency-false-alarm', 'It was a false alarm'],
  ])('with false alarm %s is told to all who were alerted', async (false_alarm, purpose, template, text) => {
    const { id } = await alert()
    await pass(id, 130)
    sent = []
    texts = []
    await call('emergency.alerts.resolve', { id, false_alarm })
    await pass(id, 60)
    expect(sent).toEqual(['130 call 111111', '130 sms 222222', `130 ${template} kumar@example.org`])
    expect(texts.every((each) => each.includes(text))).toBe(true)
    expect((await statesOf(id)).filter((state) => state.startsWith(purpose))).toHaveLength(3)
  })

  it('comes to those only who were alerted, and stops the rest', async () => {
    const { id } = await alert()
    await pass(id, 30)
    await call('emergency.alerts.resolve', { id })
    await pass(id, 600)
    expect(sent).toEqual(['0 call 111111', '30 call 111111'])
  })
})

it('reported nothing', () => {
  expect(reported).toEqual([])
})
