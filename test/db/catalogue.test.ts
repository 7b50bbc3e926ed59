import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { enumerations, migrate, UnprotectedTable } from '../../src/platform/database/index.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { type ColumnFact, readSpecification } from './specification.ts'

const specification = readSpecification()

/** What the specification names, and where. Columns as the index definition prints them. */
const INDEXES = [
  ['idx_users_email', 'users', 'email'],
  ['idx_users_phone', 'users', 'phone'],
  ['idx_health_metrics_user_type', 'health_metrics', 'user_id, metric_type'],
  ['idx_health_metrics_date', 'health_metrics', 'measured_at'],
  ['idx_chat_messages_session', 'chat_messages', 'session_id'],
  ['idx_chat_sessions_user', 'chat_sessions', 'user_id'],
  ['idx_medications_user_status', 'medications', 'user_id, status'],
  ['idx_medication_intake_date', 'medication_intake', 'scheduled_time'],
  ['idx_notifications_user_read', 'notifications', 'user_id, is_read'],
  ['idx_notifications_created', 'notifications', 'created_at'],
  ['idx_search_content', 'search_index', 'search_vector'],
  ['idx_audit_logs_user_action', 'audit_logs', 'user_id, action'],
  ['idx_user_sessions_token', 'user_sessions', 'session_token'],
] as const

const CHECKS = [
  ['users', 'chk_email_format'],
  ['users', 'chk_phone_format'],
  ['health_metrics', 'chk_positive_values'],
  ['health_metrics', 'chk_blood_pressure_set'],
  ['health_metrics', 'chk_blood_pressure_positive'],
  ['health_metrics', 'chk_blood_pressure_order'],
  ['medication_adherence', 'chk_adherence_percentage'],
] as const

/** What happens to a row when what it refers to goes; everything else goes with it. */
const DELETE_RULES: Readonly<Record<string, string>> = {
  'audit_logs.user_id': 'set null',
  'condition_medications.condition_id': 'no action',
  'alert_deliveries.alert_id': 'no action',
  'alert_deliveries.contact_id': 'set null',
}

let test: TestDatabase

beforeAll(async () => {
  test = await openTestDatabase()
})

afterAll(async () => {
  await test?.close()
})

describe('the specification', () => {
  it('has 36 tables, read whole', () => {
    expect(specification).toHaveLength(36)
    expect(specification.flatMap((table) => table.columns)).toHaveLength(409)
  })

  it.each(specification)('finds $name in the database, column by column', async ({ name, columns }) => {
    const live = await liveColumns(name)
    const named = columns.map((column) => live.find((each) => each.name === column.name))
    expect(named).toEqual(columns)
  })

  it.each(specification)('finds the delete rules of $name', async ({ name, columns }) => {
    const expected = columns
      .filter((column) => column.references)
      .map((column) => [column.name, DELETE_RULES[`${name}.${column.name}`] ?? 'cascade'])
    const rows = await test.query<{ column: string; rule: string }>(
      `select (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[cardinality(conkey)]) as column,
         case confdeltype when 'c' then 'cascade' when 'n' then 'set null' when 'a' then 'no action' else confdeltype::text end as rule
       from pg_constraint where contype = 'f' and conrelid = $1::regclass`,
      [name],
    )
    const live = new Map(rows.map((row) => [row.column, row.rule]))
    expect(expected.map(([column]) => [column, live.get(column ?? '')])).toEqual(expected)
  })

  it.each(INDEXES)('finds the index %s', async (name, table, columns) => {
    const [index] = await test.query<{ indexdef: string }>(
      'select indexdef from pg_indexes where indexname = $1 and tablename = $2',
      [name, table],
    )
    expect(index?.indexdef).toMatch(new RegExp(`USING (btree|gin) \\(${columns}\\)$`))
  })

  it('searches text by a GIN index', async () => {
    const [index] = await test.query<{ indexdef: string }>(
      "select indexdef from pg_indexes where indexname = 'idx_search_content'",
    )
    expect(index?.indexdef).toContain('USING gin')
  })

  it.each(CHECKS)('finds the check %s.%s', async (table, name) => {
    const rows = await test.query(
      "select from pg_constraint where conrelid = $1::regclass and conname = $2 and contype = 'c'",
      [table, name],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('every table', () => {
  it('that is owned names its owner, always', async () => {
    const rows = await test.query<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname not like 'schema_migrations%'
         and not exists (select from pg_attribute where attrelid = c.oid and attname = 'user_id' and attnotnull)
       order by 1`,
    )
    expect(rows.map((row) => row.name)).toEqual([
      'access_left_behind',
      'audit_chain',
      'audit_logs',
      'audit_seals',
      'clock_positions',
      'erasures',
      'installation_secrets',
      'library_passages',
      'password_resets',
      'rate_limit_counts',
      'repeated_answers',
      'sign_in_challenges',
      'signing_keys',
      'users',
    ])
  })

  it('with updated_at has the trigger that keeps it', async () => {
    const rows = await test.query<{ name: string }>(
      `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where a.attname = 'updated_at' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and not exists (select from pg_trigger where tgrelid = a.attrelid and tgname = 'set_updated_at')`,
    )
    expect(rows).toEqual([])
  })

  it('allows exactly the values that enumerations.ts lists', async () => {
    const rows = await test.query<{ table: string; column: string; definition: string }>(
      `select c.conrelid::regclass::text as table, a.attname as column, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       where c.contype = 'c' and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%' and cardinality(c.conkey) = 1`,
    )
    const live: Record<string, Record<string, string[]>> = {}
    for (const { table, column, definition } of rows) {
      live[table] = { ...live[table], [column]: literalsOf(definition) }
    }
    expect(live).toEqual(enumerations)
  })

  it('has an index that begins with each of its references', async () => {
    const rows = await test.query<{ reference: string }>(
      `select conname as reference from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i
         where i.indrelid = c.conrelid and i.indkey[0] in (c.conkey[1], c.conkey[cardinality(c.conkey)])
       )`,
    )
    expect(rows).toEqual([])
  })
})

describe('the start', () => {
  it('migrates once, however often and however many processes start', async () => {
    await migrate(test.connectionString)
    // An embedded database belongs to one process, which its folder's lock sees to.
    if (test.profile === 'server') await Promise.all([1, 2, 3].map(() => migrate(test.connectionString)))
    const rows = await test.query<{ name: string }>('select name from schema_migrations order by id')
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length)
  })

  it.each([
    ['without row-level security', ''],
    ['that its owner could read past', 'alter table forgotten enable row level security'],
    [
      'with nothing for people to keep to',
      `alter table forgotten enable row level security, force row level security;
       create policy forgotten_system on forgotten to swasthwrap_system using (true)`,
    ],
    [
      'whose policy lets everybody in',
      `alter table forgotten enable row level security, force row level security;
       create policy forgotten_tenant on forgotten to swasthwrap_user using (true)`,
    ],
  ])('refuses a table %s', async (_name, sql) => {
    await test.query('create table forgotten (user_id uuid not null)')
    await test.query(sql || 'select 1')
    const outcome = migrate(test.connectionString)
    await expect(outcome).rejects.toThrow(UnprotectedTable)
    await expect(outcome).rejects.toThrow('forgotten')
    await test.query('drop table forgotten')
  })
})

/** Columns of a table as the catalogue has them, in the shape of the specification's facts. */
async function liveColumns(table: string): Promise<ColumnFact[]> {
  const rows = await test.query<{ name: string; type: string; nullable: boolean; default: string | null }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
       pg_get_expr(d.adbin, d.adrelid) as default
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  )
  const checks = await test.query<{ column: string; definition: string }>(
    `select a.attname as column, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.conrelid = $1::regclass and c.conname = $2 || '_' || a.attname || '_check'
       and pg_get_constraintdef(c.oid) like '%= ANY (ARRAY[%'`,
    [table, table],
  )
  const references = await test.query<{ column: string; target: string }>(
    `select a.attname as column, c.confrelid::regclass::text as target
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[cardinality(c.conkey)]
     where c.conrelid = $1::regclass and c.contype = 'f'`,
    [table],
  )
  const isChild = (specification.find((each) => each.name === table)?.columns ?? []).every(
    (column) => column.name !== 'user_id',
  )
  return rows
    .filter((row) => !(isChild && row.name === 'user_id'))
    .map((row) => {
      const definition = checks.find((check) => check.column === row.name)?.definition
      return {
        ...row,
        default: row.default?.replace(/::[a-z ]+(\(\d+\))?$/, '') ?? null,
        values: definition ? literalsOf(definition) : null,
        references: references.find((reference) => reference.column === row.name)?.target ?? null,
      }
    })
}

function literalsOf(definition: string): string[] {
  return [...definition.matchAll(/'([^']*)'::/g)].map(([, value]) => value ?? '')
}
