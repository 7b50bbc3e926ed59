import type { LoggedEvent } from './logged-event.ts'

/** Characters of JSON that go to a reader at once, before it is looked at whether the reader keeps up. */
const LARGEST = 64_000

/**
 * The events from `start` on that make up one portion: at least one, and no more than a reader should be handed before
 * it has taken the ones before.
 * @param end index after the last event that may be taken.
 */
export function portion(events: readonly LoggedEvent[], start: number, end: number): LoggedEvent[] {
  let size = 0
  let next = start
  while (next < end) {
    size += events[next]?.json.length ?? 0
    if (next > start && size > LARGEST) break
    next++
  }
  return events.slice(start, next)
}
