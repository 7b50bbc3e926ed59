import { describe, expect, it } from 'vitest'
import { spanBeside, spanOf, tellingPeriod } from './periods.ts'

describe('the span of a day', () => {
  it.each([
    ['weekly', '2026-03-12', '2026-03-09', '2026-03-15'],
    ['weekly', '2026-03-15', '2026-03-09', '2026-03-15'],
    ['weekly', '2026-01-01', '2025-12-29', '2026-01-04'],
    ['monthly', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarterly', '2026-05-31', '2026-04-01', '2026-06-30'],
    ['quarterly', '2026-12-01', '2026-10-01', '2026-12-31'],
    ['yearly', '2026-07-04', '2026-01-01', '2026-12-31'],
  ] as const)('%s around %s', (period, day, from, to) => {
    expect(spanOf(period, day)).toEqual({ from, to })
  })
})

it.each([
  ['weekly', 1, '2026-03-16'],
  ['weekly', -1, '2026-03-02'],
  ['monthly', 1, '2026-04-01'],
  ['monthly', -1, '2026-02-01'],
  ['quarterly', -1, '2025-10-01'],
  ['yearly', 1, '2027-01-01'],
] as const)('the span beside: %s %i', (period, step, from) => {
  expect(spanBeside(period, spanOf(period, '2026-03-12'), step).from).toBe(from)
})

it.each([
  [[], 'monthly'],
  [['2026-03-01', '2026-03-04', '2026-03-12'], 'monthly'],
  [['2026-01-20', '2026-02-04', '2026-03-12'], 'quarterly'],
  [['2024-01-20', '2025-02-04', '2026-03-12'], 'yearly'],
] as const)('begins where something is seen: %j', (days, period) => {
  expect(tellingPeriod(days)).toBe(period)
})
