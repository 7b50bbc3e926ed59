import { describe, expect, it } from 'vitest'
import { percentage, startOf } from './goal.ts'

describe('percentage', () => {
  it.each([
    [null, '25', '100', 25],
    ['80', '72.5', '65', 50],
    ['80', '85', '65', 0],
    ['80', '60', '65', 100],
    [null, '0', '0', 100],
    ['65', '64', '65', 0],
    ['150/95', '140/90', '130/80', 50],
  ])('from %s, at %s, towards %s is %d', (start, current, target, expected) => {
    expect(percentage(start, current, target)).toBe(expected)
  })
})

describe('startOf', () => {
  it.each([
    ['weight', '65', '80', '80'],
    ['weight', '65', '60', null],
    ['medical', '6.5', '8.2', '8.2'],
    ['fitness', '10000', '12000', null],
    [null, '65', '80', null],
  ] as const)('of a goal about %s with target %s and first value %s is %s', (category, target_value, first, start) => {
    expect(startOf({ category, target_value }, first)).toBe(start)
  })
})
