import { describe, expect, it } from 'vitest'
import { Admission } from './admission.ts'

const never = new AbortController().signal

describe('a full house', () => {
  it('lets the next in when one leaves, in the order they came', async () => {
    const admission = new Admission(1)
    const order: string[] = []
    const leave = await admission.enter(never)
    const waiting = ['a', 'b'].map(async (name) => {
      const leaveAgain = await admission.enter(never)
      order.push(name)
      leaveAgain()
    })
    expect(admission.full).toBe(true)
    expect(order).toEqual([])
    leave()
    await Promise.all(waiting)
    expect(order).toEqual(['a', 'b'])
    expect(admission.full).toBe(false)
  })

  it('forgets those who give up waiting', async () => {
    const admission = new Admission(1)
    const leave = await admission.enter(never)
    const giving = new AbortController()
    const waiting = admission.enter(giving.signal)
    giving.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    leave()
    expect(admission.full).toBe(false)
  })

  it('gives a place back once only', async () => {
    const admission = new Admission(1)
    const leave = await admission.enter(never)
    leave()
    leave()
    await admission.enter(never)
    expect(admission.full).toBe(true)
  })
})
