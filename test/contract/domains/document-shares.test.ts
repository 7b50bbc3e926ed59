import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSharedDocument } from '../../../src/domains/documents/shared-document.ts'
import { addExampleRows } from '../support/example-rows.ts'
import { type OperationsApp, openOperationsApp } from '../support/operations-app.ts'

const DAY_MILLISECONDS = 86_400_000
let now = new Date()
let context: OperationsApp
beforeAll(async () => {
  context = await openOperationsApp({ now: () => now })
})
afterAll(async () => context.close())

describe('the link of a share', () => {
  it.each([
    [0, 1, true],
    [0.9, 1, true],
    [1.1, 1, false],
    [29.9, 30, true],
    [31, 30, false],
  ])('after %d days of %d opens: %s', async (days, valid_days, opens) => {
    now = new Date(Date.now() - days * DAY_MILLISECONDS)
    const { asha, call, testDatabase } = context
    const { document_id = '' } = await addExampleRows(context, asha, '/documents/{document_id}')
    const body = { shared_with: 'doctor@example.org', valid_days }
    const made = (await call(asha, 'POST', `/documents/${document_id}/shares`, { body })).body_
    const token = String(made.link).replace('/shared/', '')
    const visit = { token, email: 'doctor@example.org', takesFile: true }
    const opened = openSharedDocument(testDatabase.database, visit).then(
      ({ document }) => document.id,
      (error: Error) => error.message,
    )
    expect(await opened).toBe(opens ? document_id : 'not-found')
    const rows = await testDatabase.query(
      'select user_id, success from audit_logs where resource_id = $1 and action = $2',
      [made.id, 'documents.shares.content'],
    )
    expect(rows).toEqual([{ user_id: asha.userId, success: opens }])
    const [row] = await testDatabase.query('select token_digest, access_count from document_shares where id = $1', [
      made.id,
    ])
    expect(row).toMatchObject({ access_count: opens ? 1 : 0 })
    expect(JSON.stringify(row)).not.toContain(token)
  })
})
