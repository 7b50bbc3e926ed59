import { v7 as uuidv7 } from 'uuid'
import { pathParameters } from '../../../src/operations/adapters/rest-routes.ts'
import type { AnyOperation, Caller } from '../../../src/operations/define-operation.ts'
import type { OperationExecutor } from '../../../src/operations/execute-operation.ts'
import { exampleOf } from '../../../src/operations/schema-shape.ts'
import { sha256Hex } from '../../../src/platform/crypto/index.ts'
import type { TestDatabase } from '../../support/database.ts'
import { catalogue, type OperationsApp, operationNamed, pendingActions } from './operations-app.ts'

/** The operation that adds to the collection at a path. */
function adderOf(path: string): AnyOperation | undefined {
  return catalogue.find((each) => each.rest?.method === 'POST' && each.rest.path === path)
}

/** A valid input of an operation: the examples of its fields, with the path's ids given. */
export function exampleInput(operation: AnyOperation, ids: Readonly<Record<string, string>>): Record<string, unknown> {
  const known = Object.entries(ids).filter(([name]) => name in operation.input.shape)
  // A cursor belongs to one page of one list, and what a clock says now is no example.
  const { cursor: _cursor, sent_at: _clock, ...example } = exampleOf(operation.input) as Record<string, unknown>
  // Who comes back from a sign-in was let in or was not.
  if (operation.name === 'connected-services.complete-authorization') delete example['error']
  return { ...example, ...Object.fromEntries(known) }
}

/**
 * Adds the rows that an operation's path speaks of, made of the examples, and gives their ids by parameter:
 * `/medications/{medication_id}/schedules/{id}` adds a medicine and a schedule of it.
 */
export async function addExampleRows(
  { executor, testDatabase }: OperationsApp,
  caller: Caller,
  path: string,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  // Each service is connected once.
  if (path.startsWith('/connected-services')) {
    await testDatabase.query('delete from connected_services where user_id = $1', [caller.userId])
  }
  if (path === '/me/avatar') {
    await testDatabase.query(`update users set avatar = '/api/v1/me/avatar' where id = $1`, [caller.userId])
  }
  const dose = path === '/medications/due/answer' || path === '/notifications/{id}/act'
  const due = dose ? await addDueDose(executor, caller) : undefined
  if (due) ids['medication_id'] = due.medication_id
  for (const parameter of pathParameters(path)) {
    const collection = path.slice(0, path.indexOf(`/{${parameter}}`))
    const adder = adderOf(collection)
    if (adder) {
      const input = { ...exampleInput(adder, ids), acknowledge_warnings: true }
      const known = Object.fromEntries(Object.entries(input).filter(([key]) => key in adder.input.shape))
      const { output } = await executor.executeOperation(adder, caller, known)
      ids[parameter] = (output as { id: string }).id
    } else if (collection === '/me/notification-preferences') {
      ids[parameter] = 'health'
    } else if (collection === '/me/consents') {
      ids[parameter] = 'analytics'
    } else if (collection === '/me/consents/receipts') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into consents (user_id, purpose, text_version, text_shown, language, method, withdrawn_at)
         values ($1, 'research', '1', 'My data may be counted.', 'en', 'settings', current_timestamp) returning id`,
        [caller.userId],
      )
      ids[parameter] = row?.id ?? ''
    } else if (collection === '/me/import') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into data_imports (user_id, file_size, encryption_key, encryption_key_version)
         values ($1, 1, 'a', 1) returning id`,
        [caller.userId],
      )
      ids[parameter] = row?.id ?? ''
    } else if (collection === '/notifications') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into notifications (user_id, notification_type, title, message, delivery_method, metadata)
         values ($1, 'health', 'Well done', 'Your goal is reached.', 'in-app', $2) returning id`,
        [caller.userId, due ? JSON.stringify({ action: 'dose', ...due }) : null],
      )
      ids[parameter] = row?.id ?? ''
    } else if (collection === '/pending-actions') {
      const { output } = await executor.executeOperation(pendingActions.propose, caller, {
        operation: 'allergies.add',
        input: { substance: 'Peanuts' },
        reasons: [],
        session_id: null,
      })
      ids[parameter] = output.id
    } else if (collection === '/documents/{document_id}/results') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into document_results (user_id, document_id, position, test, code, value, value_number, unit, page)
         values ($1, $2, 0, 'HbA1c', '4548-4', '8.2', 8.2, '%', 1) returning id`,
        [caller.userId, ids['document_id']],
      )
      ids[parameter] = row?.id ?? ''
    } else if (collection === '/documents/{document_id}/proposals') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into document_proposals (user_id, document_id, position, kind, content, printed, page, confidence)
         values ($1, $2, 0, 'procedure', '{"name": "Appendectomy"}', 'Appendectomy', 1, 0.9) returning id`,
        [caller.userId, ids['document_id']],
      )
      ids[parameter] = row?.id ?? ''
    } else if (collection === '/connected-services/{service_id}/imports') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into service_imports (user_id, service_id, kind, file_name, file_size)
         values ($1, $2, 'archive', 'export.zip', 1000) returning id`,
        [caller.userId, ids['service_id']],
      )
      ids[parameter] = row?.id ?? ''
    } else if (collection === '/documents') {
      ids[parameter] = await addExampleDocument(testDatabase, caller)
    } else if (collection === '/chat/sessions/{session_id}/messages') {
      const [row] = await testDatabase.query<{ id: string }>(
        `insert into chat_messages (user_id, session_id, message_type, content, language)
         values ($1, $2, 'user', 'What is HbA1c?', 'en') returning id`,
        [caller.userId, ids['session_id']],
      )
      ids[parameter] = row?.id ?? ''
    } else {
      throw new Error(`Nothing adds to ${collection}`)
    }
  }
  if (path === '/connected-services/{id}/sync') {
    await testDatabase.query("update connected_services set access_token = 'a' where id = $1", [ids['id']])
  }
  if (path === '/connected-services/authorizations') await addSignIn(executor, testDatabase, caller)
  return ids
}

/** A sign-in at a service, whose state is the example. */
async function addSignIn(executor: OperationExecutor, testDatabase: TestDatabase, caller: Caller): Promise<void> {
  const completing = operationNamed('connected-services.complete-authorization')
  const { state } = exampleInput(completing, {})
  const adder = operationNamed('connected-services.add')
  const { output } = await executor.executeOperation(adder, caller, { service_name: 'fitbit' })
  await testDatabase.query('delete from service_authorizations where state_digest = $1', [sha256Hex(String(state))])
  await testDatabase.query(
    `insert into service_authorizations (user_id, service_id, state_digest, code_verifier, expires_at)
     values ($1, $2, $3, 'verifier', '2099-01-01')`,
    [caller.userId, (output as { id: string }).id, sha256Hex(String(state))],
  )
}

/** A medicine with a dose that is due now, at a minute of its own. */
async function addDueDose(executor: OperationExecutor, caller: Caller) {
  const perform = async (name: string, input: object) =>
    (await executor.executeOperation(operationNamed(name), caller, input)).output as { id: string }
  const { id } = await perform('medications.add', {
    ...exampleInput(operationNamed('medications.add'), {}),
    start_date: '2026-01-01',
    end_date: null,
    acknowledge_warnings: true,
  })
  const at = new Date(Math.floor(Date.now() / 60_000) * 60_000)
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Asia/Kolkata' }).format(at)
  await perform('medications.schedules.add', { medication_id: id, time_of_day: time })
  return { medication_id: id, scheduled_time: at.toISOString() }
}

/** A document that was read. Documents come by upload, which is no operation. */
async function addExampleDocument({ database }: TestDatabase, caller: Caller): Promise<string> {
  const id = uuidv7()
  await database.asUser(caller.userId, (transaction) =>
    transaction.affected(
      transaction.sql('medical_documents').insert({
        id,
        user_id: caller.userId,
        document_name: 'Report',
        original_filename: 'report.pdf',
        file_path: `uploads/documents/${caller.userId}/2026/03/${id}`,
        file_size: 1_000,
        file_type: 'pdf',
        mime_type: 'application/pdf',
        category: 'laboratory',
        status: 'reviewed',
      }),
    ),
  )
  return id
}

/** The address of a call, with its path parameters filled. */
export function filledPath(path: string, ids: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '')
}

/** Tables that calls write whatever becomes of them, and those that nobody owns. */
const ALWAYS_WRITTEN = new Set(['audit_logs', 'user_activity'])
const tableNames = new WeakMap<TestDatabase, Promise<readonly string[]>>()

/** Every table whose rows belong to a person. */
async function ownedTables(testDatabase: TestDatabase): Promise<readonly string[]> {
  const rows = await testDatabase.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and c.column_name = 'user_id' and t.table_type = 'BASE TABLE' order by 1`,
  )
  return ['users', ...rows.map(({ name }) => name)].filter((name) => !ALWAYS_WRITTEN.has(name))
}

/** How many rows one person, or everybody, has in each table, and a digest of them. */
export async function digestOfRows({ testDatabase }: OperationsApp, userId?: string): Promise<unknown> {
  let names = tableNames.get(testDatabase)
  if (names === undefined) {
    names = ownedTables(testDatabase)
    tableNames.set(testDatabase, names)
  }
  const digests = (await names).map((table) => {
    const owner = table === 'users' ? 'id' : 'user_id'
    const whose = userId === undefined ? '' : `where ${owner} = '${userId}'`
    return `(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ${table} t ${whose}) as ${table}`
  })
  return (await testDatabase.query(`select ${digests.join(', ')}`))[0]
}
