import { setTimeout as delay } from 'node:timers/promises'
import type { LiveRun } from './live-run.ts'
import type { LoggedEvent } from './logged-event.ts'

/** Events of one run that are written in one go. */
export interface EventBatch {
  readonly run: LiveRun
  readonly events: readonly LoggedEvent[]
}

export interface GroupCommitOptions {
  /**
   * Writes the batches of several runs in one transaction, and returns the ids of the runs that now belong to another
   * process, whose events were not written.
   */
  readonly write: (batches: readonly EventBatch[]) => Promise<ReadonlySet<string>>
  /** Called with each run whose events are kept now. */
  readonly onKept?: (run: LiveRun) => void
  /** Called with each run whose events cannot be written here any more. */
  readonly onLost: (run: LiveRun) => void
  /** Told of every failed attempt. */
  readonly report: (error: unknown) => void
  /** Longest time between two commits while there is something to write, in milliseconds. */
  readonly longestPause?: number
  /** Waiting times before each further attempt, in milliseconds. */
  readonly retries?: readonly number[]
}

/**
 * Keeps the events of all runs of the process with one commit at a time: a commit takes along everything that came up
 * while the one before was under way. Alone, an event waits for one commit; under load thousands share one, so the cost
 * per token falls while the delay stays bounded by a short pause and two commits.
 */
export class GroupCommit {
  readonly #options: Required<GroupCommitOptions>
  #waiting = new Set<LiveRun>()
  #working: Promise<void> | undefined

  constructor(options: GroupCommitOptions) {
    this.#options = { longestPause: 10, retries: [50, 200, 1_000, 3_000], onKept: () => undefined, ...options }
  }

  /** Has the run's new events kept soon. */
  request(run: LiveRun): void {
    this.#waiting.add(run)
    this.#working ??= this.#work()
  }

  /** Resolves when nothing is waiting any more. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working
  }

  async #work(): Promise<void> {
    // One turn of the event loop, so that events of the same tick travel together.
    await Promise.resolve()
    while (this.#waiting.size > 0) {
      const runs = this.#waiting
      this.#waiting = new Set()
      const started = performance.now()
      await this.#commit([...runs])
      // As long as the commit took, so that at most half of a connection's time goes into this.
      const pause = Math.min(performance.now() - started, this.#options.longestPause)
      if (this.#waiting.size > 0) await delay(pause)
    }
    this.#working = undefined
  }

  async #commit(runs: readonly LiveRun[]): Promise<void> {
    const batches = runs.map((run) => ({ run, events: run.notYetKept() })).filter(({ events }) => events.length > 0)
    if (batches.length === 0) return
    const refused = await this.#write(batches)
    for (const { run, events } of batches) {
      if (refused?.has(run.id) === false) {
        run.keep(events.length)
        this.#options.onKept(run)
      } else {
        run.lose()
        this.#options.onLost(run)
      }
    }
  }

  /** @returns undefined where nothing could be written at all. */
  async #write(batches: readonly EventBatch[]): Promise<ReadonlySet<string> | undefined> {
    for (const pause of [0, ...this.#options.retries]) {
      if (pause > 0) await delay(pause)
      try {
        return await this.#options.write(batches)
      } catch (error) {
        this.#options.report(error)
      }
    }
    return undefined
  }
}
