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

/** @throws {RangeError} for an event that carries more than ids and kinds could. */
export function seal(origin: string, userId: string, event: UserEvent): string {
  const text = JSON.stringify({ origin, user: userId, event })
  if (Buffer.byteLength(text) > LONGEST) throw new RangeError(`The event ${event.type} is too long to be only ids`)
  return text
}

/** What another bus has sealed, or `undefined` for an event of this one, whose listeners have heard it already. */
export function unseal(origin: string, text: string): { readonly user: string; readonly event: UserEvent } | undefined {
  const envelope = Envelope.parse(JSON.parse(text))
  return envelope.origin === origin ? undefined : envelope
}
