import { describe, expect, it } from 'vitest'
import { LimitCount, waitAfter } from './delivery-rules.ts'

describe('waitAfter', () => {
  it.each([
    [1, 0, 30_000],
    [2, 0, 120_000],
    [3, 0, 480_000],
    [5, 0, 7_680_000],
    [1, 1, 36_000],
  ])('%i attempts, with chance %d, is %d milliseconds', (attempts, random, expected) => {
    expect(waitAfter(attempts, random)).toBe(expected)
  })
})

describe('LimitCount', () => {
  it('goes on from what was counted before, and stops at the first limit that is reached', () => {
    const counts = new LimitCount()
    counts.begin('sms asha', 10)
    counts.begin('sms asha', 0)
    counts.begin('sms', 0)
    const allows = () => counts.allows({ 'sms asha': 12, sms: 3 })
    expect([allows(), allows(), allows()]).toEqual([true, true, false])
    // What was refused has not counted for anybody else.
    expect(counts.allows({ 'sms bala': 12, sms: 3 })).toBe(true)
    expect(counts.allows({ 'sms bala': 12, sms: 3 })).toBe(false)
  })
})
