import { expect, it } from 'vitest'
import { withDecisions } from './keep-decisions.ts'
import type { NewResultRow, ResultRow } from './result-store.ts'

const read = (more: Partial<NewResultRow>): NewResultRow =>
  ({ id: 'new', test: 'HbA1c', code: '4548-4', page: 1, value: '8.2', review_status: 'open', ...more }) as NewResultRow
const decided = (more: Partial<ResultRow>): ResultRow =>
  ({
    id: 'old',
    test: 'HbA1c',
    code: '4548-4',
    page: 1,
    value: '8.2',
    original: null,
    candidate: null,
    box: null,
    review_status: 'confirmed',
    reviewed_by: 'person',
    confirmed: true,
    metric_id: 'metric',
    ...more,
  }) as ResultRow

const kept = { id: 'old', review_status: 'confirmed', metric_id: 'metric' } as const

it.each<[string, NewResultRow[], ResultRow, Partial<NewResultRow>[]]>([
  ['read the same again stays confirmed', [read({})], decided({}), [{ ...kept, value: '8.2' }]],
  [
    'read otherwise keeps what the person confirmed, with the new reading beside it',
    [read({ value: '82' })],
    decided({}),
    [{ ...kept, value: '8.2', original: expect.stringContaining('"82"') }],
  ],
  [
    'corrected keeps the correction',
    [read({ value: '82' })],
    decided({ value: '8.2', original: { value: '82', value_number: 82, unit: null, unit_printed: null, flag: null } }),
    [{ ...kept, value: '8.2' }],
  ],
  ['missed by the new reading stays', [], decided({}), [{ ...kept, value: '8.2' }]],
  [
    'rejected and read the same stays rejected',
    [read({})],
    decided({ review_status: 'rejected', confirmed: false, metric_id: null }),
    [{ id: 'old', review_status: 'rejected' }],
  ],
  [
    'rejected and read otherwise is open again',
    [read({ value: '6.1' })],
    decided({ review_status: 'rejected', confirmed: false, metric_id: null }),
    [{ id: 'old', review_status: 'open', value: '6.1' }],
  ],
  ['rejected and missed is gone', [], decided({ review_status: 'rejected', confirmed: false, metric_id: null }), []],
  [
    'let in by the standing consent and read otherwise is open again',
    [read({ value: '6.1' })],
    decided({ reviewed_by: 'standing_consent' }),
    [{ id: 'old', review_status: 'open', value: '6.1' }],
  ],
  [
    'of another test keeps nothing',
    [read({ code: '2345-7', test: 'Glucose' })],
    decided({ review_status: 'rejected', confirmed: false }),
    [{ id: 'new', review_status: 'open' }],
  ],
])('a decided value %s', (_, fresh, earlier, expected) => {
  const rows = withDecisions(fresh, [earlier])
  expect(rows).toHaveLength(expected.length)
  expected.forEach((row, at) => void expect(rows[at]).toMatchObject(row))
})
