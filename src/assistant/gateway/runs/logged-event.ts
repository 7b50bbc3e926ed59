/**
 * One event of a run, numbered from 0 without gaps and serialised once: a WebSocket sends `json` as it is, SSE puts its
 * field names around it, and the database keeps it for whoever resumes.
 */
export interface LoggedEvent {
  readonly sequence: number
  readonly type: string
  /** The event as a JSON object, `type` and `sequence_number` included. */
  readonly json: string
}

/** The events after which nothing follows. */
const TERMINAL_EVENTS: ReadonlySet<string> = new Set(['response.completed', 'response.failed', 'response.incomplete'])

export function isTerminal(event: LoggedEvent): boolean {
  return TERMINAL_EVENTS.has(event.type)
}
