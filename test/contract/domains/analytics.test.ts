import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  analyseRecordJob,
  createAnalysisQueue,
  MISSED_DOSES_EVERY_MILLISECONDS,
  missedDosesJob,
} from '../../../src/domains/analytics/index.ts'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { type Answer, type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

let context: OperationsApp
let asha: Caller
const told: string[] = []
beforeAll(async () => {
  context = await openOperationsApp({ changeListeners: [createAnalysisQueue((userId) => void told.push(userId))] })
  asha = context.asha
})
afterAll(async () => context.close())
beforeEach(async () => {
  told.length = 0
  for (const table of ['health_metrics', 'medications', 'medical_conditions', 'health_trends', 'waiting_analyses']) {
    await context.testDatabase.query(`delete from ${table}`)
  }
  await context.testDatabase.query("update user_preferences set timezone = 'Asia/Kolkata'")
})

async function send(method: 'POST' | 'PATCH' | 'DELETE', url: string, body?: object): Promise<Answer['body_']> {
  const answer = await context.call(asha, method, url, body === undefined ? {} : { body })
  expect(answer.statusCode, answer.payload).toBeLessThan(300)
  return answer.body_
}

async function compute(): Promise<void> {
  const attempt = { number: 1, last: false, signal: new AbortController().signal, standAside: () => undefined }
  await analyseRecordJob.run(context.testDatabase, { user_id: asha.userId }, attempt)
}

async function list(path: string): Promise<Answer['body_'][]> {
  const answer = await context.call(asha, 'GET', path)
  expect(answer.statusCode, answer.payload).toBe(200)
  return answer.body_.data
}

const add = (metric_type: string, value: string, measured_at: string, more: object = {}) =>
  send('POST', '/metrics', { metric_type, value, measured_at, ...more })

describe('trends', () => {
  it('are computed for the four periods that hold a reading', async () => {
    await add('weight', '80', '2026-03-10T06:00:00Z')
    await add('weight', '180', '2026-03-11T06:00:00Z', { unit: 'lbs' })
    await compute()
    const expected = { unit: 'kg', average_value: 80.82, min_value: 80, max_value: 81.65, data_points: 2 }
    const trends = await list('/trends?metric_type=weight')
    expect(trends.map((each) => [each.trend_period, each.period_start, each.period_end]).sort()).toEqual([
      ['monthly', '2026-03-01', '2026-03-31'],
      ['quarterly', '2026-01-01', '2026-03-31'],
      ['weekly', '2026-03-09', '2026-03-15'],
      ['yearly', '2026-01-01', '2026-12-31'],
    ])
    for (const trend of trends) expect(trend).toMatchObject({ ...expected, trend_direction: null })
  })

  it('are held against the healthy range of the person', async () => {
    await send('POST', '/conditions', {
      name: 'Type 2 diabetes',
      diagnosed_date: '2020-01-01',
      status: 'managed',
      severity: 'moderate',
    })
    for (const [month, value] of [9.1, 8.4, 7.9, 7.4].entries()) {
      await add('hba1c', String(value), `2025-0${month * 2 + 1}-10T06:00:00Z`)
    }
    await compute()
    const [year] = await list('/trends?metric_type=hba1c&trend_period=yearly')
    expect(year).toMatchObject({ trend_direction: 'improving', data_points: 4, max_value: 9.1 })
    expect(year.weekly_change).toBeLessThan(0)
    expect(year.confidence_score).toBeGreaterThan(0.4)
    expect(await list('/trends?trend_direction=improving&from=2025-01-01&to=2025-01-01&trend_period=yearly')).toEqual([
      year,
    ])
    expect(await list('/trends?from=2026-01-01')).toEqual([])
  })

  it('come in the units that are asked for', async () => {
    for (const [day, value] of [38, 38.5, 39, 39.5].entries()) {
      await add('temperature', String(value), `2026-03-1${day}T06:00:00Z`, { unit: 'celsius' })
    }
    await compute()
    const [celsius] = await list('/trends?metric_type=temperature&trend_period=yearly')
    const [fahrenheit] = await list('/trends?metric_type=temperature&trend_period=yearly&units=fahrenheit,lbs')
    expect(celsius).toMatchObject({ unit: 'celsius', min_value: 38, average_value: 38.75, weekly_change: 3.5 })
    expect(fahrenheit).toMatchObject({
      ...celsius,
      ...{ unit: 'fahrenheit', min_value: 100.4, average_value: 101.75, max_value: 103.1, weekly_change: 6.3 },
    })
    const wrong = await context.call(asha, 'GET', '/trends?units=stone')
    expect(wrong.body_.errors).toMatchObject([{ pointer: '/units', code: 'not_a_choice' }])
  })

  it('of readings in two units are one series', async () => {
    for (const [week, [value, unit]] of (
      [
        ['180', 'mg/dL'],
        ['9.5', 'mmol/L'],
        ['9.2', 'mmol/L'],
        ['8.9', 'mmol/L'],
        ['153.15', 'mg/dL'],
      ] as const
    ).entries()) {
      await add('blood_glucose', value, new Date(Date.UTC(2026, 2, 2 + week * 7, 6)).toISOString(), { unit })
    }
    await compute()
    const [month] = await list('/trends?metric_type=blood_glucose&trend_period=monthly')
    // As it was worked out for `src/clinical/trends/trends.test.ts`.
    expect(month).toMatchObject({ unit: 'mg/dL', data_points: 5, probability: 0.02749 })
    expect(month.weekly_change).toBeCloseTo(-6.4258, 1)
  })

  it('turn when a condition moves the range', async () => {
    for (const [month, value] of [5.2, 5.5, 5.9, 6.3].entries()) {
      await add('hba1c', String(value), `2025-0${month * 2 + 1}-10T06:00:00Z`)
    }
    await compute()
    const direction = async () =>
      (await list('/trends?metric_type=hba1c&trend_period=yearly')).map((each) => each.trend_direction)
    expect(await direction()).toEqual(['declining'])
    const diabetes = { name: 'Type 2 diabetes', diagnosed_date: '2020-01-01', status: 'managed', severity: 'mild' }
    await send('POST', '/conditions', diabetes)
    await compute()
    expect(await direction()).toEqual(['stable'])
  })

  it('judge both numbers of a blood pressure', async () => {
    for (const [at, value] of ['118/80', '119/85', '118/90', '119/96'].entries()) {
      await add('blood_pressure', value, `2026-03-1${at}T06:00:00Z`)
    }
    await compute()
    const [week] = await list('/trends?metric_type=blood_pressure&trend_period=monthly')
    expect(week).toMatchObject({ trend_direction: 'declining', average_value: 118.5 })
  })

  it('of other periods stay as they are', async () => {
    await add('heart_rate', '70', '2025-11-10T06:00:00Z')
    await add('heart_rate', '72', '2026-03-10T06:00:00Z')
    await compute()
    const before = await list('/trends')
    await add('heart_rate', '74', '2026-03-24T06:00:00Z')
    await compute()
    const after = await list('/trends')
    const same = (row: { id: string }) => after.some((each) => JSON.stringify(each) === JSON.stringify(row))
    const untouched = before.filter(same).map((each) => `${each.trend_period} ${each.period_start}`)
    expect(untouched.sort()).toEqual([
      'monthly 2025-11-01',
      'quarterly 2025-10-01',
      'weekly 2025-11-10',
      'weekly 2026-03-09',
      'yearly 2025-01-01',
    ])
    // Its own week, month, quarter and year are written, and no other row.
    expect(after.length - untouched.length).toBe(4)
  })

  it('follow a reading that is moved, corrected and deleted', async () => {
    const { id } = await add('heart_rate', '70', '2026-03-10T06:00:00Z')
    await compute()
    await send('PATCH', `/metrics/${id}`, { value: '90', measured_at: '2026-01-10T06:00:00Z' })
    await compute()
    expect((await list('/trends?trend_period=monthly')).map((each) => [each.period_start, each.average_value])).toEqual(
      [['2026-01-01', 90]],
    )
    await send('DELETE', `/metrics/${id}`)
    await compute()
    expect(await list('/trends')).toEqual([])
  })

  it("go by the person's days, also after a move", async () => {
    await add('heart_rate', '70', '2026-02-28T20:00:00Z')
    await compute()
    expect((await list('/trends?trend_period=monthly')).map((each) => each.period_start)).toEqual(['2026-03-01'])
    await send('PATCH', '/me/preferences', { timezone: 'Europe/Berlin' })
    await compute()
    expect((await list('/trends?trend_period=monthly')).map((each) => each.period_start)).toEqual(['2026-02-01'])
  })

  it('cost a write no round trip, wake the job once, and are found by the sweep where that was lost', async () => {
    const { database } = context.testDatabase
    await send('POST', '/metrics', { metric_type: 'height', value: '165', unit: 'cm' })
    told.length = 0
    const before = database.roundTrips()
    await add('weight', '80', '2026-03-10T06:00:00Z', { unit: 'kg' })
    expect(database.roundTrips() - before).toBeLessThanOrEqual(4)
    expect(told).toEqual([asha.userId])
    const found = await analyseRecordJob.sweep?.(context.testDatabase)
    expect(found?.map(({ payload }) => payload.user_id)).toEqual([asha.userId])
    await compute()
    expect(await analyseRecordJob.sweep?.(context.testDatabase)).toEqual([])
    expect((await list('/trends?metric_type=bmi')).length).toBe(4)
  })

  it("are nobody else's", async () => {
    await add('heart_rate', '70', '2026-03-10T06:00:00Z')
    await compute()
    expect((await context.call(context.bala, 'GET', '/trends')).body_.data).toEqual([])
  })
})

describe('adherence', () => {
  const medicine = {
    medication_name: 'Glycomet',
    dosage: '500 mg',
    frequency: 'daily',
    prescribed_by: 'Dr. Rao',
    start_date: '2026-01-01',
  }
  const take = (id: string, date: string, status = 'taken') =>
    send('POST', `/medications/${id}/intake`, { scheduled_time: `${date}T02:30:00Z`, status })

  async function withSchedule(): Promise<string> {
    const { id } = await send('POST', '/medications', medicine)
    await send('POST', `/medications/${id}/schedules`, { time_of_day: '08:00' })
    return id
  }

  it('counts the doses that schedules ask for from the first entry on, and streaks of days', async () => {
    const id = await withSchedule()
    for (const date of ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-07']) await take(id, date)
    await take(id, '2026-03-06', 'skipped')
    await compute()
    const [week] = await list(`/adherence?medication_id=${id}&period=weekly&from=2026-03-01&to=2026-03-07`)
    // Monday lies before the first entry, Sunday has none.
    expect(week).toMatchObject({
      period_start: '2026-03-02',
      period_end: '2026-03-08',
      total_scheduled: 6,
      total_taken: 4,
      total_missed: 2,
      adherence_percentage: 66.67,
      longest_streak: 3,
      current_streak: 0,
    })
    const [month] = await list(`/adherence?medication_id=${id}&period=monthly&from=2026-03-01&to=2026-03-31`)
    expect(month).toMatchObject({ period_end: '2026-03-31', total_scheduled: 29, total_taken: 4, longest_streak: 3 })
  })

  it('follows an entry that is corrected or deleted', async () => {
    const { id } = await send('POST', '/medications', medicine)
    const entry = await take(id, '2026-03-03', 'missed')
    const percentages = async () => {
      await compute()
      return (await list('/adherence?period=weekly')).map((each) => each.adherence_percentage)
    }
    expect(await percentages()).toEqual([0])
    await send('PATCH', `/medications/${id}/intake/${entry.id}`, { status: 'taken' })
    expect(await percentages()).toEqual([100])
    await send('DELETE', `/medications/${id}/intake/${entry.id}`)
    expect(await percentages()).toEqual([])
  })

  it('sees doses that nobody spoke of', async () => {
    const id = await withSchedule()
    await compute()
    expect(MISSED_DOSES_EVERY_MILLISECONDS).toBeGreaterThan(0)
    await context.testDatabase.query("update medication_schedules set created_at = now() - interval '20 days'")
    const attempt = { number: 1, last: false, signal: new AbortController().signal, standAside: () => undefined }
    await missedDosesJob.run(context.testDatabase, {}, attempt)
    await compute()
    const weeks = await list(`/adherence?medication_id=${id}&period=weekly&sort=period_start`)
    expect(weeks[0]).toMatchObject({ total_scheduled: 7, total_taken: 0, total_missed: 7, adherence_percentage: 0 })
  })
})

describe('the health score', () => {
  it('shows its parts and how they make it', async () => {
    const { query } = context.testDatabase
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()
    const { id } = await send('POST', '/medications', { ...medicine(), medication_name: 'Ecosprin' })
    for (const [day, status] of ['taken', 'delayed', 'taken', 'missed'].entries()) {
      await send('POST', `/medications/${id}/intake`, { scheduled_time: daysAgo(day + 1), status })
    }
    // Of each kind the newest counts, and none that is older than 90 days.
    await query(
      `insert into health_metrics (user_id, metric_type, value, unit, status, measured_at) values
         ($1, 'heart_rate', '72', 'bpm', 'normal', $2), ($1, 'heart_rate', '140', 'bpm', 'high', $3),
         ($1, 'temperature', '37.6', 'celsius', 'elevated', $2), ($1, 'weight', '40', 'kg', 'low', $4)`,
      [asha.userId, daysAgo(1), daysAgo(2), daysAgo(91)],
    )
    await query(
      `insert into health_goals (user_id, goal_title, target_value, unit, deadline, progress_percentage)
       values ($1, 'Walk', '8000', 'steps', '2199-06-01', 40)`,
      [asha.userId],
    )
    const score = (await context.call(asha, 'GET', '/health-score')).body_
    expect(score.parts).toEqual([
      { part: 'medication', value: 75, weight: 50, data_points: 4 },
      { part: 'measurements', value: 75, weight: 30, data_points: 2 },
      { part: 'goals', value: 40, weight: 20, data_points: 1 },
    ])
    // 75 × 0.5 + 75 × 0.3 + 40 × 0.2
    expect(score.score).toBe(68)
    for (const { part } of score.parts) expect(score.formula).toContain(part)
    await query('delete from health_goals')
    // (75 × 50 + 75 × 30) / 80
    const without = (await context.call(asha, 'GET', '/health-score')).body_
    expect(without).toMatchObject({
      score: 75,
      parts: [{ weight: 62.5 }, { weight: 37.5 }, { value: null, weight: 0 }],
    })
  })
})

describe('activity', () => {
  it('lists what the person did, by ids', async () => {
    const { id } = await send('POST', '/medications', { ...medicine(), medication_name: 'Ecosprin' })
    const { id: intake_id } = await send('POST', `/medications/${id}/intake`, {
      scheduled_time: '2026-03-03T02:30:00Z',
      status: 'taken',
    })
    const [newest] = await list('/activity?activity_type=medication_taken')
    expect(newest).toMatchObject({ activity_type: 'medication_taken', metadata: { intake_id } })
    expect(JSON.stringify(newest)).not.toContain('Ecosprin')
  })
})

function medicine() {
  return { dosage: '75 mg', frequency: 'daily', prescribed_by: 'Dr. Rao', start_date: '2026-01-01' }
}
