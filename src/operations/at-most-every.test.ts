import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atMostEvery } from './at-most-every.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does the work at once, and once more for all that came meanwhile', async () => {
  const done: string[] = []
  const ask = atMostEvery(
    1_000,
    (key) => void done.push(key),
    () => expect.unreachable(),
  )
  await Promise.all(['asha', 'asha', 'ravi', 'asha'].map(ask))
  expect(done).toEqual(['asha', 'ravi'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(done).toEqual(['asha', 'ravi', 'asha'])
  await vi.advanceTimersByTimeAsync(5_000)
  await ask('asha')
  expect(done).toEqual(['asha', 'ravi', 'asha', 'asha'])
})

it('tells whoever asks first of an error, and reports one that nobody waits for', async () => {
  const reported: unknown[] = []
  const fault = new Error('away')
  const ask = atMostEvery(
    1_000,
    () => Promise.reject(fault),
    (error) => reported.push(error),
  )
  await expect(ask('asha')).rejects.toBe(fault)
  await ask('asha')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(reported).toEqual([fault])
})
