import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { seal, unseal } from './envelope.ts'
import type { EventBus } from './event-bus.ts'
import { Listeners } from './listeners.ts'

const CHANNEL = 'swasthwrap:events'

/** Through Redis pub/sub. A subscribing connection can do nothing else, so there are two; both reconnect by themselves. */
export function redisEventBus(redisUrl: string, report: (error: unknown) => void): EventBus {
  const listeners = new Listeners(report)
  const origin = randomUUID()
  const publisher = new Redis(redisUrl, { enableOfflineQueue: false })
  const subscriber = new Redis(redisUrl)
  let connectedBefore = false

  publisher.on('error', report)
  subscriber.on('error', report)
  subscriber.on('ready', () => {
    if (connectedBefore) listeners.tellAllThatEventsWereMissed()
    connectedBefore = true
  })
  subscriber.on('message', (_channel: string, payload: string) => {
    try {
      const received = unseal(origin, payload)
      if (received) listeners.tell(received.user, received.event)
    } catch (error) {
      report(error)
    }
  })
  // Sent once connected; ioredis subscribes again after each reconnection.
  subscriber.subscribe(CHANNEL).catch(report)

  return {
    publish: (userId, event) => {
      const payload = seal(origin, userId, event)
      listeners.tell(userId, event)
      // While Redis is away, which its own error has said, an event that cannot travel is lost.
      if (publisher.status === 'ready') publisher.publish(CHANNEL, payload).catch(report)
    },
    subscribe: (userId, listener) => listeners.add(userId, listener),
    close: async () => {
      publisher.disconnect()
      subscriber.disconnect()
      listeners.clear()
    },
  }
}
