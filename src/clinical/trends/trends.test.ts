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

  // Worked out apart from this program: exact fractions for the slopes, the complementary error function of C for chance.
  it.each<[string, number[], number[], number, number]>([
    ['four that rise', [0, 1, 2, 3], [1, 2, 3, 4], 1, 0.08943],
    ['four that fall, months apart', [0, 59, 120, 181], [9.1, 8.4, 7.9, 7.4], -0.008794, 0.08943],
    ['a gap of four weeks', [0, 1, 2, 30, 31, 32], [140, 138, 139, 131, 130, 128], -0.322581, 0.02417],
    ['equal values', [0, 1, 2, 3, 4], [72, 72, 72, 72, 72], 0, 1],
    ['two ties', [0, 1, 2, 3, 4, 5], [80, 80, 81, 81, 82, 83], 0.6, 0.01936],
    ['three of a kind', [0, 2, 3, 7, 9], [5, 5, 5, 6, 4], 0, 1],
    ['one other than three ties', [0, 1, 2, 3], [10, 10, 10, 11], 0.166667, 0.37109],
    ['up and down', [0, 1, 2, 3, 4, 5, 6, 7], [120, 130, 118, 132, 117, 133, 119, 131], 0.375, 0.71052],
    ['a wild value', [0, 1, 2, 3, 4, 5, 6], [98, 97, 96, 300, 94, 93, 92], -1, 0.0355],
    ['days out of step', [0, 3, 4, 10, 21, 22, 40], [64.2, 64, 64.1, 63.4, 63, 63.1, 62.2], -0.05, 0.01626],
    ['a slow rise', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [7.1, 7, 7.2, 7.1, 7.3, 7.2, 7.4, 7.2, 7.5, 7.3], 0.05, 0.02211],
    ['weeks apart', [0, 7, 14, 21, 28], [180, 171.17, 165.76, 160.36, 153.15], -0.917976, 0.02749],
  ])('of %s is what other means come to', (_name, days, values, slope, probability) => {
    const trend = monotonicTrend(days.map((day, index) => ({ day, value: values[index] ?? 0 })))
    expect(trend?.slope).toBeCloseTo(slope, 6)
    expect(trend?.probability).toBeCloseTo(probability, 4)
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
