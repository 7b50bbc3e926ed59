import { describe, expect, it } from 'vitest'
import type { MetricType, ReadingContext } from '../vitals/index.ts'
import { monotonicTrend, trendConfidence, trendDirection } from './index.ts'

const series = (values: readonly number[], apart = 1) => values.map((value, index) => ({ day: index * apart, value }))

function trendOf(values: readonly number[]) {
  const trend = monotonicTrend(series(values))
  if (!trend) throw new Error('Too few values')
  return trend
}

describe('monotonicTrend', () => {
  it('needs four points', () => {
    expect(monotonicTrend(series([1, 2, 3]))).toBeUndefined()
  })

  it('finds a line whatever order its points come in', () => {
    const points = series([10, 12, 14, 16, 18], 2)
    expect(monotonicTrend(points.toReversed())).toEqual(monotonicTrend(points))
    expect(monotonicTrend(points)).toMatchObject({ slope: 1, first: 10, last: 18 })
  })

  it('minds no wild value', () => {
    expect(trendOf([10, 11, 12, 900, 14, 15, 16]).slope).toBeCloseTo(1)
  })

  // Worked by hand from the formulas: S = 10, variance 50/3; S = 6, variance 26/3; S = 5 with one pair tied, variance 23/3.
  it.each([
    [[1, 2, 3, 4, 5], 0.0275],
    [[9.1, 8.2, 7.4, 6.9], 0.0894],
    [[1, 2, 2, 3], 0.1486],
    [[5, 5, 5, 5], 1],
    [[1, 3, 3, 1], 1],
  ])('%j comes about by chance with %d', (values, expected) => {
    expect(trendOf(values).probability).toBeCloseTo(expected, 3)
  })
})

describe('trendDirection', () => {
  it.each<[MetricType, number[], ReadingContext, string | undefined]>([
    ['hba1c', [9.1, 8.2, 7.4, 6.9], { diabetes: true }, 'improving'],
    ['hba1c', [6.9, 7.4, 8.2, 9.1], { diabetes: true }, 'declining'],
    ['hba1c', [5.4, 5.3, 5.2, 5.1], {}, 'stable'],
    ['hba1c', [8.1, 8.3, 8, 8.2], {}, 'stable'],
    ['weight', [95, 94, 93, 92], { heightCm: 165 }, 'improving'],
    ['weight', [60, 59, 58, 57], { heightCm: 165 }, 'stable'],
    ['weight', [49, 48, 47, 46], { heightCm: 165 }, 'declining'],
    ['weight', [95, 94, 93, 92], {}, undefined],
    ['oxygen_saturation', [97, 95, 93, 91], {}, 'declining'],
    ['oxygen_saturation', [91, 92, 93, 94], {}, 'improving'],
    ['heart_rate', [48, 52, 56, 64], {}, 'improving'],
    ['height', [100, 101, 102, 103], {}, undefined],
    ['blood_pressure', [160, 155, 150, 145], {}, 'improving'],
    ['blood_pressure', [115, 125, 135, 145], {}, 'declining'],
  ])('of %s %j for %j is %s', (type, values, context, expected) => {
    expect(trendDirection(type, trendOf(values), context)).toBe(expected)
  })

  it('judges the lower number of a blood pressure by its own limits', () => {
    const trend = trendOf([78, 84, 89, 95])
    expect(trendDirection('blood_pressure', trend, {}, 'diastolic')).toBe('declining')
    expect(trendDirection('blood_pressure', trend, {}, 'systolic')).not.toBe('declining')
  })
})

describe('trendConfidence', () => {
  it('grows with the days and with how clear they are', () => {
    const four = trendConfidence(trendOf([1, 2, 3, 4]), 4)
    const eight = trendConfidence(trendOf([1, 2, 3, 4, 5, 6, 7, 8]), 8)
    expect(eight).toBeGreaterThan(four)
    expect(trendConfidence(trendOf([1, 9, 2, 8, 3, 7, 4, 9]), 8)).toBeLessThan(eight)
  })
})
