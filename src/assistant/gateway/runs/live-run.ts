import { isTerminal, type LoggedEvent } from './logged-event.ts'
import { portion } from './portion.ts'

/**
 * A run of this process while it lasts: its events, and how many of them are kept. Followers see an event once it is
 * kept and not before, so whatever a client has received can be resumed from, even after this process has died.
 */
export class LiveRun {
  readonly id: string
  readonly userId: string
  /** Which beginning of the run this is: writers of an earlier one are shut out. */
  readonly attempt: number
  /** Aborted by an explicit cancel or by shutdown; never by a socket. */
  readonly controller = new AbortController()
  readonly #events: LoggedEvent[]
  readonly #waiting = new Set<() => void>()
  #kept: number
  #lost = false

  /** @param log events that are kept already, where the run is taken over from a process that died. */
  constructor(
    run: { readonly id: string; readonly user_id: string; readonly attempts: number },
    log: LoggedEvent[] = [],
  ) {
    this.id = run.id
    this.userId = run.user_id
    this.attempt = run.attempts
    this.#events = [...log]
    this.#kept = log.length
  }

  append(events: readonly LoggedEvent[]): void {
    for (const event of events) this.#events.push(event)
  }

  notYetKept(): LoggedEvent[] {
    return this.#events.slice(this.#kept)
  }

  /** Tells the followers that `count` more events are kept. */
  keep(count: number): void {
    this.#kept += count
    this.#wake()
  }

  /** The run's events cannot be kept here any more: followers leave, and find the run elsewhere or not at all. */
  lose(): void {
    this.#lost = true
    this.#wake()
  }

  /** Whether the terminal event is kept. */
  get ended(): boolean {
    const last = this.#events[this.#kept - 1]
    return last !== undefined && isTerminal(last)
  }

  /** Resolves when nothing more will be told here. */
  async over(): Promise<void> {
    const never = new AbortController().signal
    while (!this.ended && !this.#lost) await this.#change(never)
  }

  /**
   * The kept events after number `after`, in portions as they become available; -1 for all. Ends with the terminal
   * event, when the run is lost, or when `signal` is aborted. Each follower reads at its own pace.
   */
  async *follow(after: number, signal: AbortSignal): AsyncGenerator<readonly LoggedEvent[]> {
    let next = after + 1
    while (!signal.aborted) {
      if (next < this.#kept) {
        const events = portion(this.#events, next, this.#kept)
        next += events.length
        yield events
      } else if (this.ended || this.#lost) {
        return
      } else {
        await this.#change(signal)
      }
    }
  }

  #wake(): void {
    for (const wake of this.#waiting) wake()
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal.addEventListener('abort', wake)
    })
  }
}
