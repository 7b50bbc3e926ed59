import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ForeignKeyViolation } from '../../src/platform/database/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { insertSampleRows, OWNED_TABLES, type SampleRow, sampleRows } from './sample-rows.ts'

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})

afterAll(async () => {
  await test?.close()
})

/** The name of the constraint that refuses the row, or `kept`. */
async function insert(userId: string, table: string, row: SampleRow): Promise<unknown> {
  return test.database
    .asUser(userId, (transaction) => transaction.rows(transaction.sql(table).insert({ user_id: userId, ...row })))
    .then(
      () => 'kept',
      (error: { constraint?: string }) => error.constraint ?? error,
    )
}

describe('a measurement', () => {
  const cases: [string, SampleRow, string][] = [
    ['a weight', { metric_type: 'weight', value: '61.5' }, 'kept'],
    ['nothing', { metric_type: 'weight', value: '0' }, 'kept'],
    ['a negative number', { metric_type: 'weight', value: '-1' }, 'chk_positive_values'],
    ['a negative fraction', { metric_type: 'weight', value: '-0.5' }, 'chk_positive_values'],
    ['a blood pressure', { metric_type: 'blood_pressure', value: '120/80', systolic: 120, diastolic: 80 }, 'kept'],
    [
      'a blood pressure without its parts',
      { metric_type: 'blood_pressure', value: '120/80' },
      'chk_blood_pressure_set',
    ],
    ['one half of it', { metric_type: 'blood_pressure', value: '120/80', systolic: 120 }, 'chk_blood_pressure_set'],
    [
      'parts of it on a weight',
      { metric_type: 'weight', value: '61', systolic: 120, diastolic: 80 },
      'chk_blood_pressure_set',
    ],
    ['one part on a weight', { metric_type: 'weight', value: '61', diastolic: 80 }, 'chk_blood_pressure_set'],
    [
      'a blood pressure upside down',
      { metric_type: 'blood_pressure', value: '80/120', systolic: 80, diastolic: 120 },
      'chk_blood_pressure_order',
    ],
    [
      'one with equal parts',
      { metric_type: 'blood_pressure', value: '90/90', systolic: 90, diastolic: 90 },
      'chk_blood_pressure_order',
    ],
    [
      'one of nothing',
      { metric_type: 'blood_pressure', value: '120/0', systolic: 120, diastolic: 0 },
      'chk_blood_pressure_positive',
    ],
    ['an unknown kind', { metric_type: 'mood', value: '3' }, 'health_metrics_metric_type_check'],
  ]

  it.each(cases)('of %s', async (_name, row, expected) => {
    const userId = await addUser(test.database)
    expect(await insert(userId, 'health_metrics', { unit: 'x', measured_at: '2026-01-01T00:00:00Z', ...row })).toBe(
      expected,
    )
  })

  it.each([
    ['61.5', 61.5],
    ['5', 5],
    ['trace', null],
  ])('of %s sorts as %s', async (value, expected) => {
    const userId = await addUser(test.database)
    await insert(userId, 'health_metrics', {
      metric_type: 'weight',
      value,
      unit: 'kg',
      measured_at: '2026-01-01T00:00:00Z',
    })
    const row = await test.database.asUser(userId, (transaction) =>
      transaction.row(transaction.sql('health_metrics').select('value_number')),
    )
    expect(row).toEqual({ value_number: expected })
  })

  it('that another program sends twice is kept once', async () => {
    const userId = await addUser(test.database)
    const sample = { metric_type: 'weight', value: '61', unit: 'kg', measured_at: '2026-01-01T00:00:00Z' }
    const sent = { ...sample, source: 'health_connect', source_id: 'a' }
    expect([
      await insert(userId, 'health_metrics', sent),
      await insert(userId, 'health_metrics', sent),
      await insert(userId, 'health_metrics', sample),
      await insert(userId, 'health_metrics', sample),
    ]).toEqual(['kept', 'health_metrics_source_key', 'kept', 'kept'])
  })
})

describe('an account', () => {
  it.each([
    ['email', 'nobody', 'chk_email_format'],
    ['email', 'no body@example.org', 'chk_email_format'],
    ['phone', '12', 'chk_phone_format'],
    ['phone', '+91 98765 43210', 'chk_phone_format'],
    ['phone', '+919876543210', undefined],
    ['gender', 'x', 'users_gender_check'],
    ['language', 'fr', 'users_language_check'],
  ])('with %s %s', async (column, value, expected) => {
    const outcome = await addUser(test.database, { [column]: value }).then(
      () => undefined,
      (error: { constraint?: string }) => error.constraint,
    )
    expect(outcome).toBe(expected)
  })
})

describe('an appointment', () => {
  /** Days from today, in the zone where today begins first, in which the same days may count differently. */
  function day(offset: number): string {
    return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  }

  function appointment(date: string, more: SampleRow = {}): SampleRow {
    return {
      id: uuidv7(),
      appointment_title: 'Check-up',
      doctor_name: 'Dr Rao',
      appointment_type: 'consultation',
      visit_type: 'phone',
      appointment_date: date,
      appointment_time: '10:00',
      ...more,
    }
  }

  it.each([
    [2, 'kept'],
    [-2, 'chk_future_appointments'],
  ])('%s days from now', async (offset, expected) => {
    const userId = await addUser(test.database)
    expect(await insert(userId, 'appointments', appointment(day(offset)))).toBe(expected)
  })

  it("counts from the user's own today", async () => {
    // These two zones are 25 hours apart, so their days differ at every moment.
    const [east, west] = ['Pacific/Kiritimati', 'Pacific/Niue'].map((timeZone) =>
      new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date()),
    )
    const inTheEast = await addUser(test.database)
    const inTheWest = await addUser(test.database)
    await insert(inTheEast, 'user_preferences', { timezone: 'Pacific/Kiritimati' })
    await insert(inTheWest, 'user_preferences', { timezone: 'Pacific/Niue' })
    expect([
      await insert(inTheEast, 'appointments', appointment(east!)),
      await insert(inTheEast, 'appointments', appointment(west!)),
      await insert(inTheWest, 'appointments', appointment(west!)),
    ]).toEqual(['kept', 'chk_future_appointments', 'kept'])
  })

  it('of the past comes back with a restored record', async () => {
    const userId = await addUser(test.database)
    await test.database.asUser(userId, async (transaction) => {
      await transaction.rows(transaction.sql.raw("select set_config('app.restoring', 'on', true)"))
      await transaction.rows(
        transaction.sql('appointments').insert({ user_id: userId, ...appointment(day(-30), { status: 'completed' }) }),
      )
    })
    expect(await insert(userId, 'appointments', appointment(day(-30)))).toBe('chk_future_appointments')
  })

  it.each([
    ['can be completed', { status: 'completed' }, undefined],
    ['can be cancelled, and its date put right', { status: 'cancelled', appointment_date: '2020-01-01' }, undefined],
    ['can get a note', { notes: 'bring the reports' }, undefined],
    ['can keep its date', { appointment_date: day(-30), notes: 'same day' }, undefined],
    ['cannot move within the past', { appointment_date: day(-20) }, 'chk_future_appointments'],
    ['can move to the future', { appointment_date: day(3) }, undefined],
  ])('of last month %s', async (_name, change, expected) => {
    const userId = await addUser(test.database)
    const row = appointment(day(-30))
    const outcome = await test.database
      .asUser(userId, async (transaction) => {
        await transaction.rows(transaction.sql.raw("select set_config('app.restoring', 'on', true)"))
        await transaction.rows(transaction.sql('appointments').insert({ user_id: userId, ...row }))
        await transaction.rows(transaction.sql.raw("select set_config('app.restoring', '', true)"))
        await transaction.rows(
          transaction
            .sql('appointments')
            .where({ id: String(row['id']) })
            .update(change),
        )
      })
      .catch((error: { constraint?: string }) => error.constraint)
    expect(outcome).toBe(expected)
  })

  it('keeps latitude and longitude in this order', async () => {
    const userId = await addUser(test.database)
    await insert(userId, 'appointments', appointment(day(2), { location_coordinates: '(13.08,80.27)' }))
    const row = await test.database.asUser(userId, (transaction) =>
      transaction.row(transaction.sql('appointments').select('location_coordinates')),
    )
    expect(row).toEqual({ location_coordinates: { x: 13.08, y: 80.27 } })
  })
})

describe('updated_at', () => {
  it('moves with every change', async () => {
    const userId = await addUser(test.database)
    const id = uuidv7()
    await insert(userId, 'allergies', { id, substance: 'Latex', updated_at: '2020-01-01T00:00:00Z' })
    const row = await test.database.asUser(userId, (transaction) =>
      transaction.row<{ updated_at: Date }>(
        transaction.sql('allergies').where({ id }).update({ reaction: 'rash' }).returning('updated_at'),
      ),
    )
    expect(Math.abs(Date.now() - (row?.updated_at.getTime() ?? 0))).toBeLessThan(60_000)
  })
})

describe('deleting', () => {
  async function personWithRecord() {
    const userId = await addUser(test.database)
    const rows = sampleRows(userId)
    await insertSampleRows(test.database, rows)
    return { userId, rows }
  }

  it('a person takes everything along and leaves the audit log, under one pseudonym', async () => {
    const { userId } = await personWithRecord()
    const second = { action: 'allergies.list', resource_type: 'allergies', success: true }
    expect(await insert(userId, 'audit_logs', second)).toBe('kept')
    await test.database.asSystem((transaction) =>
      transaction.affected(transaction.sql('users').where({ id: userId }).delete()),
    )
    const left = await test.database.asSystem(async (transaction) => {
      const counts: [string, number][] = []
      for (const table of OWNED_TABLES) {
        const rows = await transaction.rows(transaction.sql(table).where({ user_id: userId }))
        if (rows.length > 0) counts.push([table, rows.length])
      }
      return counts
    })
    const audit = await test.database.asSystem((transaction) =>
      transaction.rows<{ user_id: string | null; user_pseudonym: string }>(
        transaction.sql('audit_logs').whereNull('user_id').select('user_id', 'user_pseudonym'),
      ),
    )
    expect(left).toEqual([])
    expect(audit).toHaveLength(2)
    expect(new Set(audit.map((row) => row.user_pseudonym)).size).toBe(1)
    expect(audit[0]?.user_pseudonym).toMatch(/^[0-9a-f-]{36}$/)
    expect(audit[0]?.user_pseudonym).not.toBe(userId)
  })

  async function remove(userId: string, table: string, id: unknown): Promise<unknown> {
    return test.database
      .asUser(userId, (transaction) =>
        transaction.affected(
          transaction
            .sql(table)
            .where({ id: String(id) })
            .delete(),
        ),
      )
      .catch((error: unknown) => error)
  }

  it.each([
    ['medical_conditions', 'condition_medications'],
    ['emergency_alerts', 'alert_deliveries'],
  ])('%s waits for its %s', async (table, children) => {
    const { userId, rows } = await personWithRecord()
    const id = rows.get(table)?.['id']
    expect(await remove(userId, table, id)).toBeInstanceOf(ForeignKeyViolation)
    await test.database.asUser(userId, (transaction) => transaction.affected(transaction.sql(children).delete()))
    expect(await remove(userId, table, id)).toBe(1)
  })

  it('a contact leaves the deliveries that were made to them', async () => {
    const { userId, rows } = await personWithRecord()
    expect(await remove(userId, 'emergency_contacts', rows.get('emergency_contacts')?.['id'])).toBe(1)
    const deliveries = await test.database.asUser(userId, (transaction) =>
      transaction.rows(transaction.sql('alert_deliveries').select('user_id', 'contact_id')),
    )
    expect(deliveries).toEqual([{ user_id: userId, contact_id: null }])
  })

  it.each([
    ['medications', ['medication_schedules', 'medication_intake', 'medication_reminders', 'medication_adherence']],
    ['medical_documents', ['document_tags', 'document_shares', 'document_pages', 'document_results']],
    ['chat_sessions', ['chat_messages', 'ai_responses', 'response_runs', 'response_events', 'pending_actions']],
  ])('%s takes along %j', async (table, children) => {
    const { userId, rows } = await personWithRecord()
    expect(await remove(userId, table, rows.get(table)?.['id'])).toBe(1)
    const left = await test.database.asUser(userId, async (transaction) => {
      const found: unknown[] = []
      for (const child of children) found.push(...(await transaction.rows(transaction.sql(child))))
      return found
    })
    expect(left).toEqual([])
  })
})

describe('search', () => {
  it.each([
    ['en', 'Your sugars were rising', 'sugar', true],
    ['en', 'Your sugars were rising', 'pressure', false],
    ['hi', 'मरीज़ को दवाइयाँ दी गईं', 'दवाइयाँ', true],
    ['hi', 'रक्तचाप बढ़ा हुआ है', 'रक्तचाप', true],
    ['ta', 'இரத்த அழுத்தம் அதிகமாக உள்ளது', 'அழுத்தம்', true],
    ['ta', 'மருந்துகள் கொடுக்கப்பட்டன', 'மருந்து', true],
  ])('in %s finds in "%s" the word "%s": %s', async (language, content, word, expected) => {
    const userId = await addUser(test.database)
    await insert(userId, 'search_index', {
      content_type: 'health_note',
      content_id: uuidv7(),
      searchable_content: content,
      language,
    })
    const configuration = { en: 'english', hi: 'hindi', ta: 'tamil' }[language] ?? ''
    const rows = await test.database.asUser(userId, (transaction) =>
      transaction.rows(
        transaction
          .sql('search_index')
          .whereRaw('search_vector @@ plainto_tsquery(?::regconfig, ?)', [configuration, word]),
      ),
    )
    expect(rows.length === 1).toBe(expected)
  })
})

describe('vectors', () => {
  it('of any dimension are kept and found by nearness, of one model at a time', async () => {
    const userId = await addUser(test.database)
    const chunks = [
      ['near', '[1,0,0]', 'three'],
      ['far', '[0,1,0]', 'three'],
      ['other', '[1,0]', 'two'],
    ] as const
    await test.database.asUser(userId, async (transaction) => {
      for (const [text, embedding, model] of chunks) {
        const row = { user_id: userId, source_table: 'allergies', source_id: uuidv7(), language: 'en', text }
        await transaction.rows(transaction.sql('record_chunks').insert({ ...row, embedding, embedding_model: model }))
      }
    })
    const found = await test.database.asUser(userId, (transaction) =>
      transaction.rows<{ text: string }>(
        transaction
          .sql('record_chunks')
          .select('text')
          .where({ embedding_model: 'three' })
          .orderByRaw('embedding <=> ?::halfvec', ['[0.9,0.1,0]']),
      ),
    )
    expect(found.map((row) => row.text)).toEqual(['near', 'far'])
  })

  it('name the model that made them', async () => {
    const userId = await addUser(test.database)
    const row = { source_table: 'allergies', source_id: uuidv7(), language: 'en', text: 'a', embedding: '[1,0]' }
    expect(await insert(userId, 'record_chunks', row)).toBe('record_chunks_embedding_check')
  })
})
