import { expect, test } from 'vitest'
import { EventQueue } from './event-queue.ts'

test('what was told is taken in its order, also what comes while it is taken, and then the end or its reason', async () => {
  const queue = new EventQueue<number>()
  const taken: number[] = []
  const taking = (async () => {
    for await (const event of queue) {
      taken.push(event)
      if (event === 2) queue.push(3)
    }
  })()
  queue.push(1)
  await Promise.resolve()
  queue.push(2)
  setTimeout(() => {
    queue.push(4)
    queue.fail(new Error('broken'))
  }, 5)
  await expect(taking).rejects.toThrow('broken')
  expect(taken).toEqual([1, 2, 3, 4])
})

test('an end that was told before anybody listens is an end', async () => {
  const queue = new EventQueue<number>()
  queue.push(1)
  queue.end()
  expect(queue.isOver).toBe(true)
  const taken: number[] = []
  for await (const event of queue) taken.push(event)
  expect(taken).toEqual([1])
})
