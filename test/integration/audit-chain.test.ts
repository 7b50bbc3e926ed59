import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { queueAuditEntry, type SealContext, sealAuditLogs, verifyAuditLogs } from '../../src/domains/audit/index.ts'
import { AccessDenied } from '../../src/platform/database/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'

let test: TestDatabase
let person: string
let context: SealContext & { readonly seals: { position: number; hash: string }[] }

beforeAll(async () => {
  test = await openTestDatabase()
})
afterAll(() => test.close())

beforeEach(async () => {
  await test.query('delete from audit_logs; ')
  await test.query('delete from audit_chain')
  await test.query('delete from audit_seals')
  person = await addUser(test.database)
  const seals: { position: number; hash: string }[] = []
  context = {
    database: test.database,
    auditKey: randomBytes(32),
    noteSeal: (seal) => void seals.push(seal),
    seals,
  }
})

async function note(count: number): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    await test.database.asUser(person, async (transaction) =>
      queueAuditEntry(transaction, {
        userId: person,
        action: `metrics.read-${number}`,
        resourceType: 'health_metrics',
        success: true,
        ipAddress: '203.0.113.7',
        userAgent: 'Test',
      }),
    )
  }
}

const seal = () => sealAuditLogs(context, { everything: false })
const verify = (expected?: { position: number; hash: string }) =>
  verifyAuditLogs(test.database, context.auditKey, expected)

it('chains what was written, across sealings, and finds nothing wrong', async () => {
  await note(3)
  expect(await seal()).toBe(3)
  await note(2)
  expect(await seal()).toBe(2)
  expect(await seal()).toBe(0)
  await note(1)
  const examined = await verify(context.seals[0])
  expect(examined).toMatchObject({ lines: 5, erased: 0, waiting: 1, faults: [] })
  expect(examined.end).toEqual(context.seals[1])
})

it('is sealed by one process at a time', async () => {
  await note(4)
  const sealed = await Promise.all([seal(), seal(), seal()])
  expect(sealed.toSorted()).toEqual([0, 0, 4])
  expect((await verify()).faults).toEqual([])
})

describe('what the owner of the database changes is found', () => {
  it.each([
    ['an action', "update audit_logs set action = 'x' where action = 'metrics.read-1'", 'the line was changed'],
    [
      'a value',
      `update audit_logs set new_values = '{"value":"1"}' where action = 'metrics.read-1'`,
      'values of the line',
    ],
    ['the person', "update audit_logs set user_id = null where action = 'metrics.read-1'", 'values of the line'],
    [
      'a time',
      "update audit_logs set created_at = created_at - interval '1 day' where action = 'metrics.read-1'",
      'changed',
    ],
    ['a line removed', "delete from audit_logs where action = 'metrics.read-1'", 'the line was removed'],
    ['a link removed', 'delete from audit_chain where position = 2', 'the line is missing'],
    ['a half erasure', 'update audit_chain set salt = null where position = 2', 'half erased'],
    ['a seal made up', "update audit_seals set mac = '\\x00'", 'not of this installation'],
    ['an end cut off', 'delete from audit_chain where position = 3', 'cut off'],
  ])('%s', async (_what, change, fault) => {
    await note(3)
    await seal()
    await test.query(change)
    expect((await verify()).faults.join('\n')).toContain(fault)
  })

  it('a whole chain made anew, when an end of the old one was noted', async () => {
    await note(3)
    await seal()
    const [noted] = context.seals
    await test.query('delete from audit_chain')
    await test.query('delete from audit_seals')
    await test.query("delete from audit_logs where action = 'metrics.read-2'")
    await seal()
    expect((await verify()).faults).toEqual([])
    expect((await verify(noted)).faults.join()).toContain('not part of the chain')
  })
})

it.each(['update', 'delete'] as const)('no role that the program works as can %s a line', async (verb) => {
  await note(1)
  const rows = (transaction: Parameters<Parameters<typeof test.database.asSystem>[0]>[0]) =>
    verb === 'delete' ? transaction.sql('audit_logs').delete() : transaction.sql('audit_logs').update({ action: 'x' })
  await expect(test.database.asSystem((each) => each.affected(rows(each)))).rejects.toThrow(AccessDenied)
  await expect(test.database.asUser(person, (each) => each.affected(rows(each)))).rejects.toThrow(AccessDenied)
  await expect(test.database.asSystem((each) => each.affected(each.sql('audit_chain').delete()))).rejects.toThrow(
    AccessDenied,
  )
})

it('loses every value of a person who is erased, and the chain holds', async () => {
  await note(2)
  await test.query(`update audit_logs set old_values = '{"value":"61 kg"}'`)
  await seal()
  await test.database.asSystem((transaction) =>
    transaction.affected(transaction.sql('users').where({ id: person }).delete()),
  )
  const rows = await test.query('select * from audit_logs')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({
    user_id: null,
    old_values: null,
    new_values: null,
    ip_address: null,
    user_agent: null,
  })
  expect(rows[0]?.['user_pseudonym']).not.toBeNull()
  expect(await test.query('select from audit_chain where salt is not null')).toEqual([])
  expect(await verify()).toMatchObject({ lines: 2, erased: 2, faults: [] })
})

it('can be shortened from its beginning, at a seal, and never by what is younger than a year', async () => {
  const remove = () =>
    test.database.asSystem((transaction) =>
      transaction.row<{ removed: number }>(
        transaction.sql.raw('select remove_audit_logs_before(current_timestamp) as removed'),
      ),
    )
  await note(2)
  await seal()
  expect((await remove())?.removed).toBe(0)
  await test.query('delete from audit_chain')
  await test.query('delete from audit_seals')
  await test.query("update audit_logs set created_at = created_at - interval '13 months'")
  await sealAuditLogs(context, { everything: true })
  await test.query("update audit_seals set sealed_at = sealed_at - interval '13 months'")
  await note(1)
  await seal()
  expect((await remove())?.removed).toBe(2)
  expect(await verify()).toMatchObject({ lines: 1, faults: [] })
})
