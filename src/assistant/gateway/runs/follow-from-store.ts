import { setTimeout as delay } from 'node:timers/promises'
import type { EventBus } from '../../../platform/events/index.ts'
import type { ResponseResource } from '../open-responses/response-resource.ts'
import { isTerminal, type LoggedEvent } from './logged-event.ts'
import { portion } from './portion.ts'
import { type RunRecord, UNFINISHED } from './run-record.ts'
import type { RunStore } from './run-store.ts'

/** Said by a follower to whoever works on the run: tell me when there is more. */
export const FOLLOW = 'response.follow'
/** Said by whoever works on a run, while somebody follows: there is more. */
export const APPENDED = 'response.appended'

/** How long the worker of a run goes on telling after it was last asked to. */
export const INTEREST_MILLISECONDS = 30_000

/** How often a follower looks for itself, for the hints that never came. */
const LOOK_MILLISECONDS = 1_000

interface Following {
  readonly store: RunStore
  readonly bus: EventBus
  readonly run: RunRecord
  readonly after: number
  readonly signal: AbortSignal
}

/** Follows a run that another process works on, or one that has ended, by what is kept of it. */
export async function* followFromStore(following: Following): AsyncGenerator<readonly LoggedEvent[]> {
  const { store, bus, run, signal } = following
  let last = following.after
  let hinted = Promise.withResolvers<void>()
  const unsubscribe = bus.subscribe(run.user_id, (event) => {
    if (event.type === APPENDED && event['run_id'] === run.id) hinted.resolve()
  })
  try {
    let askedAt = Number.NEGATIVE_INFINITY
    while (!signal.aborted) {
      hinted = Promise.withResolvers<void>()
      const status = (await store.find(run.user_id, run.id))?.status
      const events = await store.eventsAfter(run.user_id, run.id, last)
      if (events.length > 0) {
        last = events.at(-1)?.sequence ?? last
        for (let next = 0; next < events.length; ) {
          const some = portion(events, next, events.length)
          next += some.length
          yield some
        }
        if (events.some(isTerminal)) return
      }
      if (status === undefined) return
      if (!UNFINISHED.some((unfinished) => unfinished === status)) {
        if (events.length === 0) yield* endingOf(await store.finishedResponse(run.user_id, run.id), last)
        return
      }
      if (performance.now() - askedAt > INTEREST_MILLISECONDS / 2) {
        bus.publish(run.user_id, { type: FOLLOW, run_id: run.id })
        askedAt = performance.now()
      }
      if (events.length === 0) await Promise.race([hinted.promise, pause(signal)])
    }
  } finally {
    unsubscribe()
  }
}

/** The end of a run whose events have been dropped since: the response itself tells it. */
function* endingOf(response: ResponseResource | undefined, last: number): Generator<readonly LoggedEvent[]> {
  if (!response) return
  const type =
    response.status === 'completed'
      ? 'response.completed'
      : response.status === 'failed'
        ? 'response.failed'
        : 'response.incomplete'
  const sequence = last + 1
  yield [{ sequence, type, json: JSON.stringify({ type, sequence_number: sequence, response }) }]
}

async function pause(signal: AbortSignal): Promise<void> {
  // An abort ends the wait early, which the loop sees for itself.
  await delay(LOOK_MILLISECONDS, undefined, { signal }).catch(() => undefined)
}
