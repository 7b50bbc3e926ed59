import { describe, expect, it } from 'vitest'
import { TOKEN_SCOPES } from '../../../../platform/auth/index.ts'
import { endOf, SCOPES } from './api-token.ts'

describe('endOf', () => {
  it.each([
    { days: 30, end: '2026-03-14T00:00:00.000Z' },
    { days: 365, end: '2027-02-12T00:00:00.000Z' },
    { days: undefined, end: null },
  ])('$days days', ({ days, end }) => {
    expect(endOf(days, new Date('2026-02-12T00:00:00Z'))).toBe(end)
  })
})

it('offers every scope that there is', () => {
  expect([...SCOPES].sort()).toEqual([...TOKEN_SCOPES].sort())
})
