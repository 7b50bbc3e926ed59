import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { UserEvent } from './event-bus.ts'

/** An event on its way to other processes. */
const Envelope = z.object({
  origin: z.string(),
  user: z.string(),
  event: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .and(z.object({ type: z.string() })),
})

/** PostgreSQL's limit for a notification is 8,000 bytes, less its end: https://www.postgresql.org/docs/current/sql-notify.html */
const LONGEST = 7_999

/** Names this process, which has told its own listeners already and skips its own events when they come back. */
const ORIGIN = randomUUID()

/** @throws {RangeError} for an event that carries more than ids and kinds could. */
export function seal(userId: string, event: UserEvent): string {
  const text = JSON.stringify({ origin: ORIGIN, user: userId, event })
  if (Buffer.byteLength(text) > LONGEST) throw new RangeError(`The event ${event.type} is too long to be only ids`)
  return text
}

/** The event of another process, or `undefined` for one of our own. */
export function unseal(text: string): { readonly user: string; readonly event: UserEvent } | undefined {
  const { origin, user, event } = Envelope.parse(JSON.parse(text))
  return origin === ORIGIN ? undefined : { user, event }
}
