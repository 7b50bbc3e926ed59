import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addExampleRows, exampleInput } from './support/example-rows.ts'
import { catalogue, type OperationsApp, openOperationsApp, operationNamed } from './support/operations-app.ts'

/** What an operation may cost; the opening of the transaction travels with its first statement. */
const MOST_ROUND_TRIPS = 4

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

const counted = catalogue
  .filter(({ name, rest }) => rest && /\.(list|get|add|update|delete|latest|summary|due)$/.test(name))
  .map((operation) => [operation.name, operation] as const)

describe('round trips to the database', () => {
  it.each(counted)(`%s takes at most ${MOST_ROUND_TRIPS}`, async (_name, operation) => {
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
    expect(cost).toBeLessThanOrEqual(MOST_ROUND_TRIPS)
  })

  it('takes 4 at most for a weight that gets a body mass index, and with an idempotency key', async () => {
    const { asha, executor, testDatabase } = context
    const add = operationNamed('metrics.add')
    const before = testDatabase.database.roundTrips()
    await executor.executeOperation(add, asha, { metric_type: 'weight', value: '70', unit: 'kg' })
    expect(testDatabase.database.roundTrips() - before).toBeLessThanOrEqual(MOST_ROUND_TRIPS)
    const allergy = operationNamed('allergies.add')
    const middle = testDatabase.database.roundTrips()
    await executor.executeOperation(allergy, asha, { substance: 'Dust' }, { idempotencyKey: 'once' })
    expect(testDatabase.database.roundTrips() - middle).toBeLessThanOrEqual(MOST_ROUND_TRIPS)
  })
})
