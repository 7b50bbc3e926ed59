import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, createConnection } from '../database/index.ts'
import { seal, unseal } from './envelope.ts'
import type { EventBus } from './event-bus.ts'
import { Listeners } from './listeners.ts'

const CHANNEL = 'swasthwrap_events'
const SHORTEST_WAIT_MILLISECONDS = 100
const LONGEST_WAIT_MILLISECONDS = 10_000

/** Through PostgreSQL's LISTEN and NOTIFY, on one connection that is made anew whenever it breaks. */
export function postgresEventBus(connectionString: string, report: (error: unknown) => void): EventBus {
  const listeners = new Listeners(report)
  const origin = randomUUID()
  const ending = new AbortController()
  let client: Connection | undefined
  let connectedBefore = false

  /** Resolves when the connection has ended or broken. */
  async function listen(): Promise<void> {
    const next = createConnection(connectionString)
    const ended = new Promise<void>((resolve) => {
      next.once('end', resolve)
      next.on('error', (error) => {
        report(error)
        resolve()
      })
    })
    next.on('notification', ({ payload }) => receive(payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      if (ending.signal.aborted) return
      client = next
      if (connectedBefore) listeners.tellAllThatEventsWereMissed()
      connectedBefore = true
      await ended
    } finally {
      client = undefined
      await next.end()
    }
  }

  async function keepListening(): Promise<void> {
    for (let wait = SHORTEST_WAIT_MILLISECONDS; !ending.signal.aborted; ) {
      try {
        await listen()
        wait = SHORTEST_WAIT_MILLISECONDS
      } catch (error) {
        report(error)
        wait = Math.min(LONGEST_WAIT_MILLISECONDS, wait * 2)
      }
      // Aborting ends the wait early, which is all that its rejection says.
      await delay(wait, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  }

  function receive(payload: string): void {
    try {
      const received = unseal(origin, payload)
      if (received) listeners.tell(received.user, received.event)
    } catch (error) {
      report(error)
    }
  }

  const running = keepListening()
  return {
    publish: (userId, event) => {
      const payload = seal(origin, userId, event)
      listeners.tell(userId, event)
      client?.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(report)
    },
    subscribe: (userId, listener) => listeners.add(userId, listener),
    close: async () => {
      ending.abort()
      await client?.end()
      await running
      listeners.clear()
    },
  }
}
