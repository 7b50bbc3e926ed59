import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import type { EventBus } from '../../platform/events/index.ts'
import { type DocumentRow, findDocument } from './document-store.ts'
import { progressOf, type ReadingProgress } from './reading-progress.ts'

/** An event may be lost between processes, so the row is looked at this often as well. */
const LOOK_MILLISECONDS = 2_000

/**
 * Says how the reading of a document goes until it is over; the last value is `completed` or `failed`. Of what happens
 * while the listener is busy it hears the newest.
 * @throws {Problem} `not-found` where the user has no such document; the signal's reason once it is aborted.
 */
export async function* followReading(
  services: { readonly database: Database; readonly events: EventBus },
  userId: string,
  documentId: string,
  signal: AbortSignal,
): AsyncGenerator<ReadingProgress> {
  const { database, events } = services
  let newest: ReadingProgress | undefined
  let wake = Promise.withResolvers<void>()
  const unsubscribe = events.subscribe(userId, (event) => {
    const progress = progressOf(event, documentId)
    if (progress !== undefined) {
      newest = progress
      wake.resolve()
    }
  })
  try {
    for (;;) {
      signal.throwIfAborted()
      const row = await database.asUser(userId, (transaction) => findDocument(transaction, documentId))
      const end = row === undefined ? undefined : endOf(row)
      if (row === undefined) {
        throw new Problem(NotFound)
      }
      if (end !== undefined) {
        yield end
        return
      }
      const lookAgainAt = performance.now() + LOOK_MILLISECONDS
      for (let left = LOOK_MILLISECONDS; left > 0; left = lookAgainAt - performance.now()) {
        await firstOf(wake.promise, left, signal)
        const progress = newest
        if (progress === undefined) {
          continue
        }
        newest = undefined
        wake = Promise.withResolvers<void>()
        yield progress
        if (progress.status !== 'in_progress') {
          return
        }
      }
    }
  } finally {
    unsubscribe()
  }
}

/** How the reading ended, as the row tells, if it did. */
function endOf(row: DocumentRow): ReadingProgress | undefined {
  const pages = row.page_count ?? 0
  if (row.processing_error !== null) {
    return { status: 'failed', stage: 'failed', page: 0, pages: 0, problem: row.processing_error }
  }
  return row.status === 'reviewed' || row.status === 'archived'
    ? { status: 'completed', stage: 'reviewed', page: pages, pages }
    : undefined
}

/** @throws the signal's reason once it is aborted. */
async function firstOf(event: Promise<void>, milliseconds: number, signal: AbortSignal): Promise<void> {
  const waiting = new AbortController()
  try {
    await Promise.race([event, delay(milliseconds, undefined, { signal: AbortSignal.any([signal, waiting.signal]) })])
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    waiting.abort()
  }
}
