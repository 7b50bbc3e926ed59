import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addExampleRows, exampleInput } from './support/example-rows.ts'
import { catalogue, type OperationsApp, openOperationsApp, operationNamed } from './support/operations-app.ts'

/**
 * What an operation costs, the opening of the transaction travelling with its first statement: the row, and the audit log
 * with COMMIT; before a change the row as it is. Counted, not guessed: one more is a fault.
 */
const ROUND_TRIPS: Readonly<Record<string, number>> = { update: 3 }
const USUAL_ROUND_TRIPS = 2

/** What has to look at something else first, and how many round trips more that is. */
const MORE_ROUND_TRIPS: Readonly<Record<string, number>> = {
  'appointments.add': 1,
  'appointments.update': 1,
  'chat.sessions.delete': 1,
  'chat.sessions.messages.get': 1,
  'conditions.add': 1,
  'conditions.delete': 1,
  'connected-services.delete': 1,
  'documents.comparison.get': 1,
  'documents.proposals.list': 1,
  'documents.results.list': 1,
  'documents.shares.add': 1,
  'documents.text.get': 1,
  'documents.update': 1,
  'emergency.alerts.add': 1,
  'goals.progress.add': 2,
  'goals.progress.delete': 1,
  'goals.progress.update': 1,
  'me.export.add': 1,
  'me.get': 1,
  'me.preferences.update': 1,
  'me.profile.update': 1,
  'me.update': 1,
  'medications.add': 1,
  'metrics.update': 1,
  'search.run': 1,
}

function mostRoundTrips(name: string): number {
  const verb = name.slice(name.lastIndexOf('.') + 1)
  return (ROUND_TRIPS[verb] ?? USUAL_ROUND_TRIPS) + (MORE_ROUND_TRIPS[name] ?? 0)
}

let context: OperationsApp
beforeAll(async () => {
  context = await openOperationsApp()
  // A weight has the most to do where a height gives it a body mass index.
  await context.executor.executeOperation(operationNamed('metrics.add'), context.asha, {
    metric_type: 'height',
    value: '165',
    unit: 'cm',
  })
})
afterAll(async () => context.close())

/** Whatever reads, and whatever adds, changes or removes a row. */
const counted = catalogue
  .filter(
    ({ name, rest }) =>
      rest?.method === 'GET' || (rest && /\.(add|update|delete)$/.test(name)) || name === 'documents.add',
  )
  .map((operation) => [operation.name, mostRoundTrips(operation.name), operation] as const)

describe('round trips to the database', () => {
  it.each(counted)('%s takes at most %i', async (_name, most, operation) => {
    const { asha, executor, testDatabase } = context
    const ids = await addExampleRows(context, asha, operation.rest?.path ?? '')
    const input = exampleInput(operation, ids)
    // A medicine that is new to the record, so that adding it looks for warnings and finds none.
    const other = operation.name === 'medications.add' && {
      medication_name: crypto.randomUUID(),
      generic_name: null,
      brand_name: null,
      acknowledge_warnings: false,
    }
    const before = testDatabase.database.roundTrips()
    await executor.executeOperation(operation, asha, { ...input, ...other })
    const cost = testDatabase.database.roundTrips() - before
    expect(cost).toBeGreaterThan(0)
    expect(cost).toBeLessThanOrEqual(most)
  })

  it('takes one more for a weight that gets a body mass index, and for an idempotency key', async () => {
    const { asha, executor, testDatabase } = context
    const add = operationNamed('metrics.add')
    const before = testDatabase.database.roundTrips()
    await executor.executeOperation(add, asha, { metric_type: 'weight', value: '70', unit: 'kg' })
    expect(testDatabase.database.roundTrips() - before).toBe(mostRoundTrips('metrics.add') + 1)
    const allergy = operationNamed('allergies.add')
    const middle = testDatabase.database.roundTrips()
    await executor.executeOperation(allergy, asha, { substance: 'Dust' }, { idempotencyKey: 'once' })
    expect(testDatabase.database.roundTrips() - middle).toBe(mostRoundTrips('allergies.add') + 1)
  })
})
