import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { DeliveryContext } from '../../src/domains/notifications/index.ts'
import { clockJob } from '../../src/domains/reminders/index.ts'
import type { DeliveryChannels } from '../../src/platform/delivery/index.ts'
import { defineJob } from '../../src/platform/jobs/index.ts'
import { openTestRuntime, type TestRuntime } from '../support/database.ts'

/**
 * A year of reminders on a clock that the test moves, with the real database and the real queue. `SIMULATED_USERS` and
 * `SIMULATED_DAYS=every` make it larger; by default doses are on Sundays, when clocks change, and it takes seconds.
 */
const USERS = Number(process.env['SIMULATED_USERS'] ?? 20)
const EVERY_DAY = process.env['SIMULATED_DAYS'] === 'every'
const YEAR = 2027
const ZONES = ['Asia/Kolkata', 'Europe/Berlin'] as const
const QUIET = { start: '22:00', end: '07:00' } as const
/** 02:30 is a time that Berlin's clocks skip once and show twice. */
const DOSES_AT = ['02:30', '08:00'] as const
const APPOINTMENT_AT = '17:00'
const REMINDED_MINUTES_BEFORE = 60

interface Person {
  readonly id: string
  readonly zone: (typeof ZONES)[number]
  readonly quiet: boolean
  readonly medicationId: string
}

interface Sent {
  readonly notificationId: string
  readonly at: number
}

let runtime: TestRuntime
let clock = new Date(Date.UTC(YEAR - 1, 11, 31, 12))
const people: Person[] = []
const sent: Sent[] = []

const channels: DeliveryChannels = {
  push: {
    publicKey: '',
    isKnownService: () => true,
    send: async (_subscription, { id }) => {
      sent.push({ notificationId: id, at: clock.getTime() })
      return 'sent'
    },
  },
}

/** The handler of the product, on its own lane of the queue; `done` tells the test that a step is over. */
const waiting = new Map<number, () => void>()
const stepJob = defineJob({
  name: clockJob.name,
  lane: 'delivery',
  attempts: 1,
  payload: clockJob.payload.extend({ step: z.number() }),
  run: async (context: DeliveryContext, { step, ...payload }, attempt) => {
    await clockJob.run(context, payload, attempt)
    waiting.get(step)?.()
  },
})

beforeAll(async () => {
  runtime = await openTestRuntime()
  await addPeople()
  const context: DeliveryContext = {
    database: runtime.database,
    events: runtime.events,
    channels,
    publicUrl: 'https://care.example',
    now: () => clock,
    report: (error) => void runtime.reported.push(error),
  }
  // Two workers on one queue, as two processes would have it.
  await runtime.jobs.startWorkers([stepJob], context, { concurrency: { delivery: 2 } })
}, 300_000)

afterAll(() => runtime.close())

/** Steps of the same moment run at the same time and must not do the same work. */
async function stepAt(moment: number, step: number): Promise<void> {
  clock = new Date(moment)
  const twice = step % 10 === 0 ? [step, step + 0.5] : [step]
  await Promise.all(
    twice.map(async (number) => {
      const done = Promise.withResolvers<void>()
      waiting.set(number, done.resolve)
      await runtime.jobs.enqueue(stepJob, { step: number }, { jobId: `step-${number}` })
      await done.promise
      waiting.delete(number)
    }),
  )
}

async function addPeople(): Promise<void> {
  const rows = await runtime.database.asSystem((transaction) =>
    transaction.rows<{ user_id: string; medication_id: string; number: number }>(
      transaction.sql.raw(
        `with people as (
           insert into users (id, name, email, password_hash)
           select gen_random_uuid(), 'Person ' || number, 'person' || number || '@example.org', 'none'
           from generate_series(0, ? - 1) as number
           returning id, substring(name from 8)::integer as number
         ),
         preferences as (
           insert into user_preferences (user_id, timezone)
           select id, case when number % 2 = 0 then 'Asia/Kolkata' else 'Europe/Berlin' end from people
         ),
         quiet as (
           insert into notification_preferences (user_id, notification_type, quiet_hours_enabled, quiet_start_time, quiet_end_time)
           select id, type, number % 4 < 2, '${QUIET.start}', '${QUIET.end}'
           from people, unnest(array['medication', 'appointment']) as type
         ),
         browsers as (
           insert into push_subscriptions (user_id, endpoint, p256dh, auth)
           select id, 'https://push.example/' || number, 'a', 'b' from people
         ),
         medicines as (
           insert into medications (user_id, medication_name, dosage, frequency, prescribed_by, start_date, refills_remaining)
           select id, 'Glycomet', '500 mg', 'daily', 'Dr Rao', '${YEAR}-01-01', 0 from people
           returning user_id, id
         ),
         schedules as (
           insert into medication_schedules (user_id, medication_id, time_of_day, days_of_week, created_at)
           select m.user_id, m.id, time::time, ?::jsonb, '${YEAR - 1}-12-01'
           from medicines m, unnest(array['${DOSES_AT.join("','")}']) as time
         ),
         visits as (
           insert into appointments (user_id, appointment_title, doctor_name, appointment_type, visit_type,
             appointment_date, appointment_time, created_at)
           select p.id, 'Review', 'Dr Rao', 'follow-up', 'in-person', day::date, '${APPOINTMENT_AT}', '${YEAR - 1}-12-01'
           from people p, generate_series('${YEAR}-01-10'::date, '${YEAR}-12-10'::date, interval '1 month') as day
           returning user_id, id
         ),
         reminders as (
           insert into appointment_reminders (user_id, appointment_id, reminder_type, reminder_time, created_at)
           select user_id, id, 'push', ${REMINDED_MINUTES_BEFORE}, '${YEAR - 1}-12-01' from visits
         )
         select m.user_id, m.id as medication_id, p.number from medicines m join people p on p.id = m.user_id`,
        [USERS, EVERY_DAY ? null : '[0]'],
      ),
    ),
  )
  for (const { user_id, medication_id, number } of rows) {
    people.push({
      id: user_id,
      medicationId: medication_id,
      zone: number % 2 === 0 ? 'Asia/Kolkata' : 'Europe/Berlin',
      quiet: number % 4 < 2,
    })
  }
}

const formats = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
)

/** `2027-03-28 08:00` on the clock of a zone, by the time-zone data of JavaScript and not of the database. */
function localText(moment: number, zone: Person['zone']): string {
  return formats.get(zone)?.format(moment) ?? ''
}

/** The moment at which a clock shows a time; the later one of two, and after a gap the time that the old clock would show. */
function momentOf(day: string, time: string, zone: Person['zone']): number {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const offsets = zone === 'Asia/Kolkata' ? [5.5] : [1, 2]
  const shown = offsets
    .map((hours) => asUtc - hours * 3_600_000)
    .filter((moment) => localText(moment, zone) === `${day} ${time}`)
  return Math.max(...(shown.length > 0 ? shown : [asUtc - 3_600_000]))
}

function daysOfYear(): string[] {
  const days: string[] = []
  for (let day = Date.UTC(YEAR, 0, 1); day < Date.UTC(YEAR + 1, 0, 1); day += 86_400_000) {
    days.push(new Date(day).toISOString().slice(0, 10))
  }
  return days
}

const DOSE_DAYS = daysOfYear().filter((day) => EVERY_DAY || new Date(day).getUTCDay() === 0)

/** When the dose of a person leaves: at its time, or at the end of the quiet hours. */
function leavesAt(person: Person, day: string, time: string): number {
  return momentOf(day, person.quiet && time < QUIET.end ? QUIET.end : time, person.zone)
}

const visitDays = daysOfYear().filter((day) => day.endsWith('-10'))

function visitReminder(day: string, zone: Person['zone']): number {
  return momentOf(day, APPOINTMENT_AT, zone) - REMINDED_MINUTES_BEFORE * 60_000
}

describe(`a year of ${USERS} people`, () => {
  const began = Date.now()
  let steps = 0

  it('passes', async () => {
    const moments = new Set<number>()
    for (const zone of ZONES) {
      for (const day of DOSE_DAYS) {
        for (const time of [...DOSES_AT, QUIET.end]) moments.add(momentOf(day, time, zone))
      }
      for (const day of visitDays) moments.add(visitReminder(day, zone))
    }
    for (const moment of [...moments].sort((left, right) => left - right)) {
      steps += 1
      await stepAt(moment, steps)
    }
    expect(steps).toBeGreaterThan(300)
  }, 7_200_000)

  it('gave every reminder once, at its time, none in quiet hours', async () => {
    const keys = new Map(
      (
        await runtime.database.asSystem((transaction) =>
          transaction.rows<{ id: string; key: string; user_id: string }>(
            transaction.sql('notifications').select('id', 'user_id', { key: 'deduplication_key' }),
          ),
        )
      ).map((row) => [row.id, row]),
    )
    const byId = new Map(people.map((person) => [person.id, person]))
    const arrived = new Map<string, number>()
    const problems: string[] = []
    for (const { notificationId, at } of sent) {
      const row = keys.get(notificationId)
      const person = byId.get(row?.user_id ?? '')
      if (!row || !person) {
        problems.push(`Nobody knows ${notificationId}`)
        continue
      }
      if (arrived.has(row.key)) problems.push(`${row.key} came twice`)
      arrived.set(row.key, at)
      const time = localText(at, person.zone).slice(11)
      if (person.quiet && (time >= QUIET.start || time < QUIET.end)) problems.push(`${row.key} came at ${time}`)
    }
    let expected = 0
    for (const person of people) {
      for (const day of DOSE_DAYS) {
        for (const time of DOSES_AT) {
          expected += 1
          const due = new Date(momentOf(day, time, person.zone)).toISOString()
          const at = arrived.get(`dose/${person.medicationId}/${due}`)
          if (at === undefined) problems.push(`The dose of ${day} ${time} in ${person.zone} was lost`)
          else if (at !== leavesAt(person, day, time))
            problems.push(`The dose of ${day} ${time} came at ${new Date(at)}`)
        }
      }
    }
    const of = (kind: string) => [...arrived.keys()].filter((key) => key.startsWith(`${kind}/`)).length
    expect(problems.slice(0, 10)).toEqual([])
    expect(of('dose')).toBe(expected)
    expect(of('appointment')).toBe(people.length * 12)
    expect(of('refill')).toBe(people.length * 12)
    expect(runtime.reported).toEqual([])
    if (USERS > 20) {
      process.stdout.write(
        `${sent.length} reminders in ${steps} steps, ${Math.round((Date.now() - began) / 1_000)} s\n`,
      )
    }
  })
})
