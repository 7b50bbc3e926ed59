import { Problem, ServiceUnavailable } from '../../../platform/errors/problem.ts'
import { isTerminal, type LoggedEvent } from '../runs/logged-event.ts'

type EventGroups = AsyncGenerator<readonly LoggedEvent[]>

/**
 * Events as text of an SSE stream. Returns whether the run was told to its end.
 * @param groups events of one run, in order.
 */
export async function* eventStreamText(groups: EventGroups): AsyncGenerator<string, boolean> {
  let ended = false
  for await (const events of groups) {
    ended = events.some(isTerminal)
    yield events.map(({ type, json }) => `event: ${type}\ndata: ${json}\n\n`).join('')
  }
  return ended
}

/**
 * Waits for the end of a run.
 * @throws {Problem} where it will not be told here any more; it goes on elsewhere.
 */
export async function untilEnd(groups: EventGroups): Promise<void> {
  let ended = false
  for await (const events of groups) ended = events.some(isTerminal)
  if (!ended) throw new Problem(ServiceUnavailable, { headers: { 'retry-after': '2' } })
}
