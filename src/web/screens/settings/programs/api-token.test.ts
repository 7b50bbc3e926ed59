import { expect, it } from 'vitest'
import { endOf } from './api-token.ts'

it.each([
  { days: 30, end: '2026-03-14T00:00:00.000Z' },
  { days: 365, end: '2027-02-12T00:00:00.000Z' },
  { days: undefined, end: null },
])('a token of $days days ends at $end', ({ days, end }) => {
  expect(endOf(days, new Date('2026-02-12T00:00:00Z'))).toBe(end)
})
