import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AccessDenied, ForeignKeyViolation } from '../../src/platform/database/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { insertSampleRows, OWNED_TABLES, type SampleRow, sampleRows } from './sample-rows.ts'

/** Tables that only the system may touch. */
const SYSTEM_TABLES = [
  'access_left_behind',
  'clock_positions',
  'password_resets',
  'signing_keys',
  'installation_secrets',
  'audit_chain',
  'audit_seals',
  'sign_in_challenges',
  'rate_limit_counts',
  'repeated_answers',
  'erasures',
]

/** What even the owner may not do. */
const FORBIDDEN_TO_OWNERS: Readonly<Record<string, readonly string[]>> = {
  audit_logs: ['update', 'delete'],
  response_events: ['update', 'delete'],
  user_keys: ['update', 'delete'],
  user_data_keys: ['update', 'delete'],
  email_verifications: ['update', 'delete'],
  totp_credentials: ['update', 'delete'],
  recovery_codes: ['update', 'delete'],
  passkeys: ['update', 'delete'],
  consents: ['delete'],
}

let test: TestDatabase
let asha: string
let ravi: string
let ashasRows: ReadonlyMap<string, SampleRow>
let ravisRows: ReadonlyMap<string, SampleRow>

beforeAll(async () => {
  test = await openTestDatabase()
  asha = await addUser(test.database)
  ravi = await addUser(test.database)
  ashasRows = sampleRows(asha)
  ravisRows = sampleRows(ravi)
  await insertSampleRows(test.database, ashasRows)
  await insertSampleRows(test.database, ravisRows)
})

afterAll(async () => {
  await test?.close()
})

/** How many rows of Asha's the statement touches when Ravi runs it, or the error that it meets. */
async function asRavi(
  table: string,
  statement: 'select' | 'update' | 'delete',
  ownerColumn = 'user_id',
): Promise<unknown> {
  const work = test.database.asUser(ravi, async (transaction) => {
    const rows = transaction.sql(table).where({ [ownerColumn]: asha })
    if (statement === 'select') return (await transaction.rows(rows.select())).length
    return transaction.affected(statement === 'delete' ? rows.delete() : rows.update({ [ownerColumn]: ravi }))
  })
  return work.catch((error: unknown) => error)
}

// A new table gets its least row in sample-rows.ts, and with that all tests here.
it('is tried on every table that there is', async () => {
  const rows = await test.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'schema_migrations%'",
  )
  const known = [...OWNED_TABLES, ...SYSTEM_TABLES, 'library_passages', 'users']
  expect(rows.map((row) => row.name).sort()).toEqual(known.toSorted())
})

describe.each(OWNED_TABLES)('%s', (table) => {
  it("shows nobody another's rows", async () => {
    expect(await asRavi(table, 'select')).toBe(0)
  })

  it('shows everybody their own', async () => {
    const rows = await test.database.asUser(ravi, (transaction) => transaction.rows<SampleRow>(transaction.sql(table)))
    expect(rows.map((row) => row['user_id'])).toEqual([ravi])
  })

  it.each(['update', 'delete'] as const)("lets nobody %s another's rows", async (statement) => {
    const outcome = await asRavi(table, statement)
    if (FORBIDDEN_TO_OWNERS[table]?.includes(statement)) expect(outcome).toBeInstanceOf(AccessDenied)
    else expect(outcome).toBe(0)
  })

  it("lets nobody add rows in another's name", async () => {
    const row = { ...ashasRows.get(table), ...(ashasRows.get(table)?.['id'] ? { id: uuidv7() } : {}) }
    const work = test.database.asUser(ravi, (transaction) => transaction.rows(transaction.sql(table).insert(row)))
    await expect(work).rejects.toThrow(AccessDenied)
  })

  it('lets nobody give a row away', async () => {
    const work = test.database.asUser(ravi, (transaction) =>
      transaction.affected(transaction.sql(table).where({ user_id: ravi }).update({ user_id: asha })),
    )
    await expect(work).rejects.toThrow(AccessDenied)
  })
})

describe('a child', () => {
  const children = Object.entries({
    condition_medications: 'condition_id',
    goal_progress: 'goal_id',
    document_tags: 'document_id',
    document_shares: 'document_id',
    document_pages: 'document_id',
    document_results: 'document_id',
    chat_messages: 'session_id',
    chat_session_tags: 'session_id',
    chat_attachments: 'message_id',
    ai_responses: 'message_id',
    response_runs: 'session_id',
    response_events: 'run_id',
    pending_actions: 'session_id',
    medication_schedules: 'medication_id',
    medication_intake: 'medication_id',
    medication_reminders: 'medication_id',
    medication_adherence: 'medication_id',
    appointment_reminders: 'appointment_id',
    alert_deliveries: 'alert_id',
  })

  it.each(children)("of %s cannot hang on another's %s", async (table, column) => {
    const { id: _id, ...own } = ravisRows.get(table) ?? {}
    const row = { ...own, [column]: ashasRows.get(table)?.[column] ?? '', ...unlikeTheFirst(table) }
    const work = test.database.asUser(ravi, (transaction) => transaction.rows(transaction.sql(table).insert(row)))
    await expect(work).rejects.toThrow(ForeignKeyViolation)
  })
})

/** Keeps the attempt clear of unique constraints, so that it is the reference that refuses it. */
function unlikeTheFirst(table: string): SampleRow {
  const values: Readonly<Record<string, SampleRow>> = {
    document_tags: { tag_name: 'other' },
    document_shares: { token_digest: uuidv7() },
    document_pages: { page_number: 2 },
    document_results: { position: 1 },
    chat_session_tags: { tag_name: 'other' },
    response_events: { sequence_number: 1 },
    medication_intake: { scheduled_time: '2098-01-01T00:00:00Z' },
    medication_adherence: { period_start: '2098-01-01' },
  }
  return values[table] ?? {}
}

describe('users', () => {
  it('see themselves alone', async () => {
    const rows = await test.database.asUser(ravi, (transaction) =>
      transaction.rows<{ id: string }>(transaction.sql('users')),
    )
    expect(rows.map((row) => row.id)).toEqual([ravi])
  })

  it('cannot change one another', async () => {
    expect(await asRavi('users', 'update', 'id')).toBe(0)
  })

  it.each([
    ['deleted', 'delete from users where id = current_tenant()'],
    ['added', "insert into users (name, email, password_hash) values ('a', 'a@example.org', 'b')"],
  ])('are not %s by themselves, but by the system', async (_name, sql) => {
    const work = test.database.asUser(ravi, (transaction) => transaction.rows(transaction.sql.raw(sql)))
    await expect(work).rejects.toThrow(AccessDenied)
  })
})

describe.each(SYSTEM_TABLES)('%s', (table) => {
  it('is for the system alone', async () => {
    const work = test.database.asUser(ravi, (transaction) => transaction.rows(transaction.sql(table)))
    await expect(work).rejects.toThrow(AccessDenied)
    const rows = await test.database.asSystem((transaction) => transaction.rows(transaction.sql(table)))
    expect(rows).toEqual([])
  })
})

describe('library_passages', () => {
  it('are for everybody to read and for the system alone to write', async () => {
    const asked = await test.database.asUser(ravi, (transaction) =>
      transaction.rows(transaction.sql('library_passages').select('id')),
    )
    expect(asked).toEqual([])
    const written = test.database.asUser(ravi, (transaction) =>
      transaction.affected(transaction.sql('library_passages').delete()),
    )
    await expect(written).rejects.toThrow(AccessDenied)
  })
})

describe('a transaction without a tenant', () => {
  it('sees nothing', async () => {
    const rows = await test.database.asSystem(async (transaction) => {
      await transaction.rows(transaction.sql.raw("select set_config('role', 'swasthwrap_user', true)"))
      return transaction.rows(transaction.sql('allergies'))
    })
    expect(rows).toEqual([])
  })
})
