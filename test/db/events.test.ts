import { setTimeout as delay } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { EventBus, UserEvent } from '../../src/platform/events/index.ts'
import { openTestRuntime, type TestRuntime } from '../support/database.ts'

let runtime: TestRuntime

beforeAll(async () => {
  runtime = await openTestRuntime()
})

afterAll(async () => {
  await runtime?.close()
})

describe('an event', () => {
  it('reaches all listeners of the person at once, and nobody else', () => {
    const { events } = runtime
    const [asha, ravi] = [uuidv7(), uuidv7()]
    const heard: string[] = []
    const ends = [
      events.subscribe(asha, (event) => heard.push(`first ${event.type}`)),
      events.subscribe(asha, (event) => heard.push(`second ${event.type}`)),
      events.subscribe(ravi, (event) => heard.push(`ravi ${event.type}`)),
    ]
    events.publish(asha, { type: 'document.reviewed', document_id: uuidv7() })
    for (const end of ends) end()
    expect(heard).toEqual(['first document.reviewed', 'second document.reviewed'])
  })

  it('is not heard after the subscription ends', () => {
    const { events } = runtime
    const asha = uuidv7()
    const heard: UserEvent[] = []
    const end = events.subscribe(asha, (event) => heard.push(event))
    end()
    end()
    events.publish(asha, { type: 'a' })
    expect(heard).toEqual([])
  })

  it('that carries more than ids is refused', () => {
    expect(() => runtime.events.publish(uuidv7(), { type: 'a', text: 'x'.repeat(9_000) })).toThrow(RangeError)
  })

  it('reaches the others although one listener fails', () => {
    const { events, reported } = runtime
    const asha = uuidv7()
    const heard: string[] = []
    const ends = [
      events.subscribe(asha, () => {
        throw new Error('a listener failed')
      }),
      events.subscribe(asha, (event) => heard.push(event.type)),
    ]
    events.publish(asha, { type: 'a' })
    for (const end of ends) end()
    expect({ heard, reported: reported.map(String) }).toEqual({ heard: ['a'], reported: ['Error: a listener failed'] })
  })
})

describe.skipIf(process.env['TEST_DATABASE_URL'] === undefined)(
  'between processes (TEST_DATABASE_URL is not set: one process is alone on the embedded database)',
  () => {
    it('an event reaches every bus once, its own included', async () => {
      const asha = uuidv7()
      const [other, third] = [await runtime.openEvents(), await runtime.openEvents()]
      const heard: string[] = []
      for (const [name, bus] of Object.entries({ own: runtime.events, other, third })) {
        bus.subscribe(asha, (event) => heard.push(`${name} ${event['n']}`))
      }
      await waitUntilConnected(runtime, other, third)
      for (const n of [1, 2, 3]) runtime.events.publish(asha, { type: 'a', n })
      await vi.waitUntil(() => heard.length >= 9, { timeout: 5_000 })
      await delay(100)
      expect(heard.sort()).toEqual(
        ['own', 'other', 'third'].flatMap((name) => [1, 2, 3].map((n) => `${name} ${n}`)).sort(),
      )
      await other.close()
      await third.close()
    })
  },
)

async function waitUntilConnected(...[first, ...others]: [TestRuntime, ...EventBus[]]) {
  for (const bus of others) {
    const probe = uuidv7()
    let heard = false
    const end = bus.subscribe(probe, () => {
      heard = true
    })
    await vi.waitUntil(
      () => {
        first.events.publish(probe, { type: 'probe' })
        return heard
      },
      { timeout: 5_000, interval: 50 },
    )
    end()
  }
}
