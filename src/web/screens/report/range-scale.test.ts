import { describe, expect, it } from 'vitest'
import { rangeScale } from './range-scale.ts'

const scale = (value: number | null, low: number | null, high: number | null) =>
  rangeScale({ value_number: value, reference_low: low, reference_high: high })

describe('a value beside its range', () => {
  it.each([
    { name: 'lies in the middle', value: 15, low: 10, high: 20, expected: { low: 0.25, high: 0.75, value: 0.5 } },
    { name: 'stands at its lower end', value: 10, low: 10, high: 20, expected: { low: 0.25, high: 0.75, value: 0.25 } },
    { name: 'lies below it', value: 8, low: 10, high: 20, expected: { low: 0.25, high: 0.75, value: 0.15 } },
    { name: 'lies far out', value: 900, low: 10, high: 20, expected: { low: 0.25, high: 0.75, value: 0.97 } },
    { name: 'has only an upper end', value: 100, low: null, high: 200, expected: { high: 2 / 3, value: 1 / 3 } },
    { name: 'has only a lower end', value: 40, low: 40, high: null, expected: { low: 1 / 3, value: 1 / 3 } },
  ])('$name', ({ value, low, high, expected }) => {
    const found = scale(value, low, high)
    expect(found?.low).toBe((expected as { low?: number }).low)
    expect(found?.high).toBe((expected as { high?: number }).high)
    expect(found?.value).toBeCloseTo(expected.value, 5)
  })

  it.each([
    ['words instead of a number', null, 0, 1],
    ['no range', 5, null, null],
    ['a range that is upside down', 5, 9, 3],
    ['an upper end of nothing', 5, null, 0],
  ])('is not drawn for %s', (_name, value, low, high) => {
    expect(scale(value, low, high)).toBeUndefined()
  })
})
