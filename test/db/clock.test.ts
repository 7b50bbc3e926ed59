import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHANNEL_LIMITS } from '../../src/domains/notifications/delivery-rules.ts'
import { deliver, deliverDue } from '../../src/domains/notifications/index.ts'
import { runClock } from '../../src/domains/reminders/index.ts'
import { CAUGHT_UP_MILLISECONDS } from '../../src/domains/reminders/reminder-kind.ts'
import { type DeliveryChannels, DeliveryFailed } from '../../src/platform/delivery/index.ts'
import { inProcessEventBus } from '../../src/platform/events/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'

interface Sent {
  readonly channel: 'push' | 'email' | 'sms'
  readonly text: string
  readonly at: string
}

let test: TestDatabase
let clock = new Date()
let sent: Sent[] = []
let failures: DeliveryFailed[] = []
const reported: unknown[] = []

/** Channels that keep what they are given. The protocols have tests of their own. */
const channels: DeliveryChannels = {
  push: {
    publicKey: '',
    isKnownService: () => true,
    send: async (_subscription, { payload }) => {
      keep('push', (payload as { title: string }).title)
      return 'sent'
    },
  },
  email: {
    sendEmail: async ({ values }) => keep('email', String(values['title'])),
    close: () => undefined,
  },
  telephone: {
    send: async ({ text }) => {
      keep('sms', text)
      return 'SM1'
    },
    statusOf: async () => 'delivered',
  },
}

function keep(channel: Sent['channel'], text: string): void {
  const failure = failures.shift()
  if (failure) throw failure
  sent.push({ channel, text, at: clock.toISOString() })
}

async function tick(at: string): Promise<void> {
  clock = new Date(at)
  const context = {
    database: test.database,
    channels,
    events: inProcessEventBus((error) => reported.push(error)),
    publicUrl: 'https://care.example',
    report: (error: unknown) => void reported.push(error),
  }
  await runClock(context, clock)
  await deliverDue(context, () => clock)
}

/** Somebody with a browser, a medicine and a dose at a time of day. */
async function patient(values: {
  zone?: string
  doseAt?: string
  quiet?: readonly [string, string]
  reminder?: readonly [string, 'push' | 'sms' | 'email']
  push?: boolean
  preferences?: Record<string, boolean>
}) {
  const { zone = 'Asia/Kolkata', quiet } = values
  const userId = await addUser(test.database, { email_verified: true, phone: '+919840012345' })
  await test.query(`insert into user_preferences (user_id, timezone) values ($1, $2)`, [userId, zone])
  const { push_enabled = true, sms_enabled = false, email_enabled = true } = values.preferences ?? {}
  await test.query(
    `insert into notification_preferences (user_id, notification_type, quiet_hours_enabled, quiet_start_time,
       quiet_end_time, push_enabled, sms_enabled, email_enabled)
     select $1, type, $2, $3, $4, $5, $6, $7 from unnest(array['medication', 'appointment', 'health', 'emergency']) type`,
    [userId, quiet !== undefined, quiet?.[0] ?? null, quiet?.[1] ?? null, push_enabled, sms_enabled, email_enabled],
  )
  if (values.push ?? true) {
    await test.query(`insert into push_subscriptions (user_id, endpoint, p256dh, auth) values ($1, $2, 'a', 'b')`, [
      userId,
      `https://push.example/${userId}`,
    ])
  }
  const [medicine] = await test.query<{ id: string }>(
    `insert into medications (user_id, medication_name, dosage, frequency, prescribed_by, start_date)
     values ($1, 'Glycomet', '500 mg', 'daily', 'Dr Rao', '2027-01-01') returning id`,
    [userId],
  )
  const medicationId = medicine?.id ?? ''
  if (values.doseAt) {
    await test.query(
      `insert into medication_schedules (user_id, medication_id, time_of_day, created_at)
       values ($1, $2, $3, '2026-12-01')`,
      [userId, medicationId, values.doseAt],
    )
  }
  if (values.reminder) {
    await test.query(
      `insert into medication_reminders (user_id, medication_id, reminder_time, reminder_type, created_at)
       values ($1, $2, $3, $4, '2026-12-01')`,
      [userId, medicationId, ...values.reminder],
    )
  }
  return { userId, medicationId }
}

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())
beforeEach(async () => {
  // Nobody of the last test is left, and the clock has not looked yet.
  await test.query('delete from users')
  await test.query('delete from clock_positions')
  sent = []
  failures = []
})

describe('a dose', () => {
  it('is announced once, at its time on the clock', async () => {
    await patient({ doseAt: '08:30' })
    for (const at of ['02:59:00', '02:59:30', '03:00:00', '03:00:20', '03:00:40', '03:02:00']) {
      await tick(`2027-03-10T${at}Z`)
    }
    expect(sent).toEqual([{ channel: 'push', text: 'Time for your medicine', at: '2027-03-10T03:00:00.000Z' }])
    await tick('2027-03-11T03:00:10Z')
    expect(sent).toHaveLength(2)
  })

  it.each([
    ['winter', '2027-03-27T07:00:00Z'],
    ['summer', '2027-03-28T06:00:00Z'],
    ['the last of summer', '2027-10-30T06:00:00Z'],
    ['winter again', '2027-10-31T07:00:00Z'],
  ])('stays at 08:00 in Berlin in %s', async (_season, at) => {
    await patient({ zone: 'Europe/Berlin', doseAt: '08:00' })
    await tick(new Date(Date.parse(at) - 20_000).toISOString())
    expect(sent).toEqual([])
    await tick(at)
    expect(sent).toHaveLength(1)
  })

  it('at a time that the clock skips comes right after the gap, and at one that comes twice it comes once', async () => {
    await patient({ zone: 'Europe/Berlin', doseAt: '02:30' })
    for (const minute of [20, 40, 59, 89, 90, 91]) {
      await tick(new Date(Date.UTC(2027, 2, 28, 0, minute)).toISOString())
    }
    expect(sent.map(({ at }) => at)).toEqual(['2027-03-28T01:30:00.000Z'])
    await test.query('delete from clock_positions')
    for (const minute of [20, 30, 31, 60, 90, 91]) {
      await tick(new Date(Date.UTC(2027, 9, 31, 0, minute)).toISOString())
    }
    expect(sent).toHaveLength(2)
  })

  it('that was taken already is not announced', async () => {
    const { userId, medicationId } = await patient({ doseAt: '08:30' })
    await tick('2027-03-10T02:50:00Z')
    await test.query(
      `insert into medication_intake (user_id, medication_id, scheduled_time, status) values ($1, $2, $3, 'taken')`,
      [userId, medicationId, '2027-03-10T03:00:00Z'],
    )
    await tick('2027-03-10T03:00:00Z')
    expect(sent).toEqual([])
  })

  it('in quiet hours is asked for at their end, unless it was taken by then', async () => {
    await patient({ doseAt: '06:00', quiet: ['22:00', '07:00'] })
    const other = await patient({ doseAt: '06:00', quiet: ['22:00', '07:00'] })
    await tick('2027-03-10T00:29:50Z')
    await tick('2027-03-10T00:30:00Z')
    await tick('2027-03-10T01:29:50Z')
    expect(sent).toEqual([])
    await test.query(
      `insert into medication_intake (user_id, medication_id, scheduled_time, status) values ($1, $2, $3, 'taken')`,
      [other.userId, other.medicationId, '2027-03-10T00:30:00Z'],
    )
    await tick('2027-03-10T01:30:00Z')
    expect(sent).toMatchObject([{ text: 'A dose was due at 06:00' }])
  })

  it.each([
    ['10 minutes', '03:10', 'Time for your medicine'],
    ['45 minutes', '03:45', 'A dose was due at 08:30'],
    ['3 hours', '06:00', undefined],
  ])('after %s without a server is told as what it is', async (_time, at, text) => {
    await patient({ doseAt: '08:30' })
    await tick('2027-03-10T02:00:00Z')
    await tick(`2027-03-10T${at}:00Z`)
    expect(sent[0]?.text).toBe(text)
  })

  it('is asked after once it is missed, of those who note their doses', async () => {
    await patient({ doseAt: '08:30' })
    const noting = await patient({ doseAt: '08:30' })
    await test.query(
      `insert into medication_intake (user_id, medication_id, scheduled_time, status)
       values ($1, $2, '2027-03-09T03:00:00Z', 'taken')`,
      [noting.userId, noting.medicationId],
    )
    await tick('2027-03-10T04:59:50Z')
    for (const at of ['05:01:00', '05:05:00', '05:05:20', '05:10:00']) await tick(`2027-03-10T${at}Z`)
    expect(sent).toMatchObject([{ text: 'Did you take Glycomet?', at: '2027-03-10T05:05:00.000Z' }])
  })
})

describe('a clock that jumps', () => {
  it('a day forth and is put right announces the doses of today, each once', async () => {
    await patient({ doseAt: '08:30' })
    await patient({ doseAt: '09:00' })
    await tick('2027-03-10T02:50:00Z')
    await tick('2027-03-11T02:50:00Z')
    await tick('2027-03-11T02:50:20Z')
    expect(sent).toEqual([])
    // Put right, after the first dose was due.
    for (const at of ['03:05:00', '03:05:20', '03:30:00', '03:30:20']) await tick(`2027-03-10T${at}Z`)
    expect(sent.map(({ text, at }) => [text, at])).toEqual([
      ['Time for your medicine', '2027-03-10T03:05:00.000Z'],
      ['Time for your medicine', '2027-03-10T03:30:00.000Z'],
    ])
    await tick('2027-03-11T03:00:00Z')
    await tick('2027-03-11T03:30:00Z')
    expect(sent).toHaveLength(4)
  })

  it('a day back and is put right announces nothing twice', async () => {
    await patient({ doseAt: '08:30' })
    await tick('2027-03-09T02:59:50Z')
    await tick('2027-03-09T03:00:00Z')
    await tick('2027-03-10T02:59:50Z')
    await tick('2027-03-10T03:00:00Z')
    expect(sent).toHaveLength(2)
    for (const at of ['09T03:00:10', '09T03:00:30', '10T03:00:50', '10T03:01:10']) await tick(`2027-03-${at}Z`)
    expect(sent).toHaveLength(2)
    await tick('2027-03-11T03:00:00Z')
    expect(sent).toHaveLength(3)
  })

  it('by less than the clocks of two processes differ waits for the time to come', async () => {
    await patient({ doseAt: '08:30' })
    await tick('2027-03-10T03:00:00Z')
    await tick('2027-03-10T02:59:10Z')
    await tick('2027-03-10T03:00:10Z')
    expect(sent).toHaveLength(1)
  })
})

describe('a reminder that was set', () => {
  it('comes by the channel that was chosen and speaks for the dose within the hour', async () => {
    await patient({ doseAt: '08:30', reminder: ['08:15', 'sms'] })
    await tick('2027-03-10T02:40:00Z')
    for (const at of ['02:45:00', '02:45:20', '03:00:00', '03:00:20']) await tick(`2027-03-10T${at}Z`)
    expect(sent).toMatchObject([{ channel: 'sms', at: '2027-03-10T02:45:00.000Z' }])
    expect(sent[0]?.text).toContain('Glycomet: 500 mg, at 08:30.')
  })

  it.each([
    [{ push: false }, 'email'],
    [{ preferences: { push_enabled: false } }, 'email'],
    [{}, 'push'],
  ] as const)('of %j goes where it reaches the person: %s', async (values, channel) => {
    await patient({ ...values, reminder: ['08:15', 'push'] })
    await tick('2027-03-10T02:44:00Z')
    await tick('2027-03-10T02:45:00Z')
    expect(sent.map((each) => each.channel)).toEqual([channel])
  })
})

describe('an appointment', () => {
  async function appointment(userId: string, minutes: number | undefined) {
    const [row] = await test.query<{ id: string }>(
      `insert into appointments (user_id, appointment_title, doctor_name, appointment_type, visit_type,
         appointment_date, appointment_time, created_at)
       values ($1, 'Review', 'Dr Rao', 'follow-up', 'in-person', '2027-03-10', '10:30', '2027-01-01') returning id`,
      [userId],
    )
    if (minutes !== undefined) {
      await test.query(
        `insert into appointment_reminders (user_id, appointment_id, reminder_type, reminder_time, created_at)
         values ($1, $2, 'push', $3, '2027-01-01')`,
        [userId, row?.id, minutes],
      )
    }
    return row?.id
  }

  it('is announced before it, and the reminder says that it was sent', async () => {
    const { userId } = await patient({})
    await appointment(userId, 60)
    await tick('2027-03-10T03:59:50Z')
    await tick('2027-03-10T04:00:00Z')
    await tick('2027-03-10T04:00:20Z')
    expect(sent).toMatchObject([{ text: 'Appointment: Review', at: '2027-03-10T04:00:00.000Z' }])
    expect(await test.query('select sent, sent_at from appointment_reminders')).toEqual([
      { sent: true, sent_at: new Date('2027-03-10T04:00:00Z') },
    ])
  })

  it('without a reminder of its own is announced a day before', async () => {
    const { userId } = await patient({})
    await appointment(userId, undefined)
    await tick('2027-03-09T04:59:50Z')
    await tick('2027-03-09T05:00:00Z')
    expect(sent).toHaveLength(1)
  })

  it('is announced late rather than never, and never after it began', async () => {
    const { userId } = await patient({})
    await appointment(userId, 1440)
    await tick('2027-03-08T00:00:00Z')
    await tick('2027-03-10T04:30:00Z')
    expect(sent).toHaveLength(1)
    const second = await patient({})
    await test.query('delete from clock_positions')
    await appointment(second.userId, 60)
    await tick('2027-03-10T03:00:00Z')
    await tick('2027-03-10T05:00:00Z')
    expect(sent).toHaveLength(1)
  })
})

describe('what comes once a day', () => {
  it('tells of refills once a month and of goals on two days', async () => {
    const { userId, medicationId } = await patient({})
    await test.query('update medications set refills_remaining = 1 where id = $1', [medicationId])
    await test.query(
      `insert into health_goals (user_id, goal_title, target_value, unit, deadline, created_at)
       values ($1, 'Walk', '8000', 'steps', '2027-03-13', '2027-01-01')`,
      [userId],
    )
    for (let day = 9; day < 14; day += 1) {
      for (const hour of [3, 3.5, 4.5]) await tick(new Date(Date.UTC(2027, 2, day) + hour * 3_600_000).toISOString())
    }
    expect(sent.map(({ text, at }) => [text, at])).toEqual([
      ['Glycomet is running out', '2027-03-09T04:30:00.000Z'],
      ['Your goal: Walk', '2027-03-10T03:30:00.000Z'],
      ['Your goal: Walk', '2027-03-13T03:30:00.000Z'],
    ])
  })
})

/** What is due once, of every kind of reminder. */
const DUE_ONCE: Readonly<
  Record<keyof typeof CAUGHT_UP_MILLISECONDS, readonly [occasion: string, due: string, make: () => Promise<unknown>]>
> = {
  doses: ['dose', '2027-03-10T03:00:00Z', () => patient({ doseAt: '08:30' })],
  'medication-reminders': ['reminder', '2027-03-10T02:45:00Z', () => patient({ reminder: ['08:15', 'push'] })],
  'missed-doses': [
    'missed',
    '2027-03-10T05:00:00Z',
    async () => {
      const { userId, medicationId } = await patient({ doseAt: '08:30' })
      await test.query(
        `insert into medication_intake (user_id, medication_id, scheduled_time, status)
         values ($1, $2, '2027-03-09T03:00:00Z', 'taken')`,
        [userId, medicationId],
      )
    },
  ],
  appointments: [
    'appointment',
    '2027-03-10T04:00:00Z',
    async () => {
      const { userId } = await patient({})
      await test.query(
        `with visit as (
           insert into appointments (user_id, appointment_title, doctor_name, appointment_type, visit_type,
             appointment_date, appointment_time, created_at)
           values ($1, 'Review', 'Dr Rao', 'follow-up', 'in-person', '2027-04-09', '09:30', '2027-01-01') returning id
         )
         insert into appointment_reminders (user_id, appointment_id, reminder_type, reminder_time, created_at)
         select $1, id, 'push', 30 * 1440, '2027-01-01' from visit`,
        [userId],
      )
    },
  ],
  refills: [
    'refill',
    '2027-03-10T04:30:00Z',
    async () => {
      const { medicationId } = await patient({})
      // It ends so soon that nothing is said on the days after.
      const values = `refills_remaining = 0, start_date = '2027-03-10', end_date = '2027-03-18'`
      await test.query(`update medications set ${values} where id = $1`, [medicationId])
    },
  ],
  goals: [
    'goal',
    '2027-03-10T03:30:00Z',
    async () => {
      const { userId } = await patient({})
      await test.query(
        `insert into health_goals (user_id, goal_title, target_value, unit, deadline, created_at)
         values ($1, 'Walk', '8000', 'steps', '2027-03-10', '2027-03-01')`,
        [userId],
      )
    },
  ],
}

describe('what came due while nothing ran', () => {
  const kinds = Object.keys(CAUGHT_UP_MILLISECONDS) as (keyof typeof CAUGHT_UP_MILLISECONDS)[]
  it.each(kinds)('of %s is caught up as long as its rule says, once, and let go after that', async (kind) => {
    const [occasion, due, make] = DUE_ONCE[kind]
    await make()
    const at = (milliseconds: number) => new Date(Date.parse(due) + milliseconds)
    const madeAfter = async (milliseconds: number) => {
      await test.query('delete from clock_positions')
      await test.query('insert into clock_positions (kind, checked_until) values ($1, $2)', [kind, at(-60_000)])
      for (const later of [0, 900_000]) await runClock({ database: test.database, channels }, at(milliseconds + later))
      const rows = await test.query('select id from notifications where deduplication_key like $1', [`${occasion}/%`])
      return rows.length
    }
    const longest = CAUGHT_UP_MILLISECONDS[kind]
    expect([await madeAfter(longest + 60_000), await madeAfter(longest - 60_000)]).toEqual([0, 1])
  })
})

describe('a channel that fails', () => {
  const soon = new DeliveryFailed('HTTP 503', { permanent: false })
  const never = new DeliveryFailed('HTTP 413', { permanent: true })

  it('is tried again, later each time', async () => {
    await patient({ doseAt: '08:30' })
    failures = [soon, soon]
    await tick('2027-03-10T02:59:50Z')
    await tick('2027-03-10T03:00:00Z')
    await tick('2027-03-10T03:00:20Z')
    await tick('2027-03-10T03:00:40Z')
    expect(sent).toEqual([])
    await tick('2027-03-10T03:05:00Z')
    expect(sent).toMatchObject([{ channel: 'push' }])
    expect(await test.query(`select attempts, status from notification_deliveries where channel = 'push'`)).toEqual([
      { attempts: 3, status: 'sent' },
    ])
  })

  it('is given up, and e-mail takes over', async () => {
    await patient({ doseAt: '08:30' })
    failures = [never]
    await tick('2027-03-10T02:59:50Z')
    await tick('2027-03-10T03:00:00Z')
    await tick('2027-03-10T03:00:20Z')
    expect(sent).toMatchObject([{ channel: 'email' }])
    expect(await test.query(`select error from notification_deliveries where status = 'failed'`)).toEqual([
      { error: 'HTTP 413' },
    ])
  })

  it.each([
    ['push', 'push'],
    ['email', 'email'],
    // Nobody can tell a second SMS from the first: the other way is taken.
    ['sms', 'email'],
  ] as const)('%s whose process died while it sent goes on by %s, once', async (asked, expected) => {
    await patient({ reminder: ['08:15', asked] })
    await tick('2027-03-10T02:44:50Z')
    await runClock({ database: test.database, channels }, new Date('2027-03-10T02:45:00Z'))
    // Taken by a process that was not heard of again.
    await test.query(
      `update notification_deliveries set status = 'sending', attempts = 1, due_at = '2027-03-10T02:46:00Z' where channel = $1`,
      [asked],
    )
    await tick('2027-03-10T02:45:20Z')
    expect(sent).toEqual([])
    for (const at of ['02:46:00', '02:46:20', '02:48:00']) await tick(`2027-03-10T${at}Z`)
    expect(sent).toMatchObject([{ channel: expected }])
  })

  it('for too long lets a reminder go that is too late', async () => {
    await patient({ doseAt: '08:30' })
    failures = Array.from({ length: 20 }, () => soon)
    await tick('2027-03-10T02:59:50Z')
    for (const minute of [0, 1, 4, 20, 55, 65, 120]) {
      await tick(new Date(Date.UTC(2027, 2, 10, 3, minute)).toISOString())
    }
    expect(sent).toEqual([])
    expect(await test.query(`select id from notification_deliveries where status in ('waiting', 'sending')`)).toEqual(
      [],
    )
  })
})

describe('what a person has said of a kind of notification', () => {
  const at = '2027-03-10T18:00:00Z'
  const inTheMorning = '2027-03-11T01:30:00.000Z'
  async function tell(userId: string, type: 'medication' | 'health' | 'emergency', title: string): Promise<void> {
    const notification = { userId, type, title, message: 'One', priority: 'high' } as const
    await test.database.asSystem((transaction) => deliver(transaction, channels, new Date(at), [notification]))
  }

  it('holds for that kind alone, and an emergency waits for no morning', async () => {
    const { userId } = await patient({ quiet: ['22:00', '07:00'] })
    const change = (type: string, columns: string) =>
      test.query(`update notification_preferences set ${columns} where user_id = $1 and notification_type = $2`, [
        userId,
        type,
      ])
    await change('health', 'quiet_hours_enabled = false, push_enabled = false, in_app_enabled = false')
    for (const type of ['medication', 'health', 'emergency'] as const) await tell(userId, type, type)
    await tick(at)
    expect(sent.map(({ channel, text }) => [channel, text]).toSorted()).toEqual([
      ['email', 'health'],
      ['push', 'emergency'],
    ])
    const inApp = `select n.title from notification_deliveries d join notifications n on n.id = d.notification_id
      where d.channel = 'in-app' order by n.title`
    expect(await test.query(inApp)).toEqual([{ title: 'emergency' }, { title: 'medication' }])
    await tick(inTheMorning)
    expect(sent.at(-1)).toEqual({ channel: 'push', text: 'medication', at: inTheMorning })
  })

  it('is held back where a channel has its fill, except for an emergency', async () => {
    const { userId } = await patient({})
    const other = await patient({})
    // As many as leave in a minute, to somebody else.
    await test.query(
      `with told as (
         insert into notifications (id, user_id, notification_type, title, message, delivery_method)
         select gen_random_uuid(), $1, 'health', 'a', 'b', 'push' from generate_series(1, $2::integer) returning id
       )
       insert into notification_deliveries (user_id, notification_id, channel, status, attempts, due_at, sent_at)
       select $1, id, 'push', 'sent', 1, $3, $3 from told`,
      [other.userId, CHANNEL_LIMITS.push.allPerMinute, at],
    )
    for (const type of ['health', 'emergency'] as const) await tell(userId, type, type)
    await tick(at)
    expect(sent.map(({ text }) => text)).toEqual(['emergency'])
    await tick('2027-03-10T18:06:00Z')
    expect(sent.map(({ text }) => text)).toEqual(['emergency', 'health'])
  })
})

it('holds back what is over the limit of a person', async () => {
  const { userId, medicationId } = await patient({ preferences: { sms_enabled: true, push_enabled: false } })
  for (let dose = 0; dose < 15; dose += 1) {
    await test.query(
      `insert into medication_schedules (user_id, medication_id, time_of_day, created_at)
       values ($1, $2, '08:30'::time + $3 * interval '1 second', '2026-12-01')`,
      [userId, medicationId, dose],
    )
  }
  await tick('2027-03-10T02:59:50Z')
  await tick('2027-03-10T03:01:00Z')
  expect(sent).toHaveLength(12)
  await tick('2027-03-10T03:30:00Z')
  expect(sent).toHaveLength(12)
  // The rest is too late to be a reminder by then.
  await tick('2027-03-10T04:02:00Z')
  expect(sent).toHaveLength(12)
})

it('reported nothing', () => {
  expect(reported).toEqual([])
})
