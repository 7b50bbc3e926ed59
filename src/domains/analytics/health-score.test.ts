import { describe, expect, it } from 'vitest'
import { scoreOf } from './health-score.ts'

describe('scoreOf', () => {
  it.each([
    [100, 100, 100, 100],
    [80, 50, 25, 60],
    [80, null, null, 80],
    // 50 and 20 share the weight of what is not known: (80 × 50 + 25 × 20) / 70.
    [80, null, 25, 64],
    [0, 0, 0, 0],
    [null, null, null, null],
  ])('medication %s, measurements %s, goals %s is %s', (medication, measurements, goals, expected) => {
    const parts = { medication, measurements, goals }
    const known = (['medication', 'measurements', 'goals'] as const).map((part) => ({
      part,
      value: parts[part],
      data_points: 1,
    }))
    expect(scoreOf(known)).toBe(expected)
  })
})
