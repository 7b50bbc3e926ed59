import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emergencyAnswer, triage } from '../../../src/assistant/triage/index.ts'
import { triageOfRecord } from '../../../src/assistant/turn/triage-of-record.ts'
import type { Caller } from '../../../src/operations/define-operation.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../../support/database.ts'

let db: TestDatabase
let caller: Caller

beforeAll(async () => {
  db = await openTestDatabase()
})
afterAll(() => db.close())
beforeEach(async () => {
  caller = await newCaller()
})

async function newCaller(): Promise<Caller> {
  const userId = await addUser(db.database)
  return { userId, surface: 'assistant', scopes: new Set(), language: 'en', requestId: 'test' }
}

const assess = (text = 'Hello', documentIds: string[] = []) =>
  triageOfRecord({ database: db.database, answerEmergency: emergencyAnswer })({ caller, text, form: 'en', documentIds })

async function measure(type: string, value: string, unit: string, ago = '10 minutes', owner = caller): Promise<void> {
  const [systolic, diastolic] = type === 'blood_pressure' ? value.split('/').map(Number) : [null, null]
  await db.query(
    `insert into health_metrics (user_id, metric_type, value, unit, systolic, diastolic, measured_at)
     values ($1, $2, $3, $4, $5, $6, now() - $7::interval)`,
    [owner.userId, type, value, unit, systolic, diastolic, ago],
  )
}

async function addReport(result: object): Promise<string> {
  const row = { position: 1, test: 'Glucose', value: '0', page: 1, needs_review: false, ...result }
  const [document] = await db.query<{ id: string }>(
    `insert into medical_documents
       (user_id, document_name, original_filename, file_path, file_size, file_type, mime_type, category)
     values ($1, 'Report', 'r.pdf', 'p', 1, 'pdf', 'application/pdf', 'laboratory') returning id`,
    [caller.userId],
  )
  const names = Object.keys(row)
  const values = names.map((_, index) => `$${index + 3}`).join(', ')
  await db.query(
    `insert into document_results (user_id, document_id, ${names.join(', ')}) values ($1, $2, ${values})`,
    [caller.userId, document?.id, ...Object.values(row)],
  )
  return document?.id ?? ''
}

describe('what was measured lately counts by itself', () => {
  it.each([
    ['blood_glucose', '40', 'mg/dL', 'emergency'],
    ['oxygen_saturation', '85', '%', 'emergency'],
    ['blood_glucose', '110', 'mg/dL', 'self_care'],
    ['blood_pressure', '118/76', 'mmHg', 'self_care'],
  ])('%s %s %s: %s', async (type, value, unit, level) => {
    await measure(type, value, unit)
    expect(await assess()).toMatchObject({ level })
  })

  it('but not what was measured yesterday, nor where a newer one is well', async () => {
    await measure('blood_glucose', '40', 'mg/dL', '26 hours')
    expect((await assess()).level).toBe('self_care')
    await measure('blood_glucose', '45', 'mg/dL', '2 hours')
    await measure('blood_glucose', '120', 'mg/dL', '5 minutes')
    expect((await assess()).level).toBe('self_care')
  })

  it('but not what was measured of another person', async () => {
    await measure('blood_glucose', '40', 'mg/dL', '5 minutes', await newCaller())
    expect((await assess()).level).toBe('self_care')
  })

  it('and is said once: the next message is about what it says', async () => {
    await measure('blood_glucose', '40', 'mg/dL')
    expect((await assess()).level).toBe('emergency')
    await db.query(
      `with session as (insert into chat_sessions (user_id, language) values ($1, 'en') returning id),
         message as (
           insert into chat_messages (user_id, session_id, message_type, content, language)
           select $1, id, 'ai', 'x', 'en' from session returning id
         )
       insert into ai_responses (user_id, message_id, triage) select $1, id, '{"level": "emergency"}' from message`,
      [caller.userId],
    )
    expect((await assess('Thank you')).level).toBe('self_care')
    expect((await assess('I have crushing chest pain and sweat')).level).toBe('emergency')
  })
})

describe('values of the reports that came with the message', () => {
  it.each([
    ['a sugar of 40', { code: '2345-7', value: '40', value_number: 40, unit: 'mg/dL' }, 'emergency'],
    [
      'a sugar that somebody should look at first',
      { code: '2345-7', value: '40', value_number: 40, unit: 'mg/dL', needs_review: true },
      'self_care',
    ],
    ['a critical result', { test: 'Potassium', value: '7.1', flag: 'critical_high' }, 'urgent'],
    ['a high result', { test: 'LDL', value: '170', flag: 'high' }, 'self_care'],
  ])('%s', async (_, result, level) => {
    const id = await addReport(result)
    expect((await assess('Please explain', [id])).level).toBe(level)
    expect((await assess('Please explain')).level).toBe('self_care')
  })
})

it('the person counts: a pregnancy in the record moves the limits', async () => {
  await measure('blood_pressure', '165/112', 'mmHg')
  const before = await assess()
  await db.query(
    `insert into medical_conditions (user_id, name, diagnosed_date, status, severity)
     values ($1, 'Pregnancy, 30 weeks', '2026-01-01', 'active', 'mild')`,
    [caller.userId],
  )
  const after = await assess()
  expect([before.level, after.level]).toEqual(['urgent', 'emergency'])
})

it('an emergency names the person’s own contacts, in their order', async () => {
  await db.query(
    `insert into emergency_contacts (user_id, contact_name, relationship, primary_phone, priority_order, is_active)
     values ($1, 'Bala', 'brother', '+919800000002', 2, true), ($1, 'Meena', 'mother', '+919800000001', 1, true),
            ($1, 'Nobody', 'friend', '+919800000003', 3, false)`,
    [caller.userId],
  )
  const { emergency } = await assess('I have crushing chest pain and sweat')
  expect(emergency?.text).toMatch(/112[\s\S]*Meena[\s\S]*Bala/)
  expect(emergency?.text).not.toContain('Nobody')
  expect(emergency?.calls.map((call) => call.number)).toContain('+919800000001')
})

it('never makes less of the words alone', async () => {
  for (const text of [
    'I have crushing chest pain and sweat',
    'I want to end my life',
    'I have a cough since two days',
  ]) {
    expect((await assess(text)).level).toBe(triage({ text, form: 'en' }).level)
  }
})
