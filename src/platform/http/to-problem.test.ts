import { expect, it } from 'vitest'
import { DatabaseTimeout, DatabaseUnavailable, TransactionConflict } from '../database/index.ts'
import { toProblem } from './to-problem.ts'

it.each([
  ['cannot be reached', new DatabaseUnavailable('gone'), '5'],
  ['is too slow', new DatabaseTimeout('silent'), '5'],
  ['was asked for the same by two', new TransactionConflict('deadlock'), '1'],
])('a database that %s is no fault of the server: come back later', (_what, error, seconds) => {
  expect(toProblem(error, 0)).toMatchObject({
    definition: { type: 'service-unavailable', status: 503 },
    headers: { 'retry-after': seconds },
  })
})

it('whatever else is thrown is our fault', () => {
  expect(toProblem(new TypeError('x is undefined'), 0).definition).toMatchObject({ status: 500 })
})
