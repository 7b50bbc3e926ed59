/** What one stream has said keeps the process busy for a fraction of a millisecond. */
const CALLS_AT_ONCE = 25

/**
 * One beat for many: whoever asks is called when the next one comes, some of them at a time, so that what else has come up
 * meanwhile – above all the next step of an answer that has not begun – waits for a few of them and not for all. Nothing
 * ticks while nobody waits.
 */
export class Beat {
  readonly #period: () => number
  #waiting = new Set<() => void>()
  #timer: NodeJS.Timeout | undefined

  /** @param period milliseconds from one beat to the next; asked anew for each. */
  constructor(period: () => number) {
    this.#period = period
  }

  /** Calls once, at the next beat, however often it is asked for until then. */
  next(call: () => void): void {
    this.#waiting.add(call)
    if (this.#timer !== undefined) return
    const period = this.#period()
    this.#timer = setTimeout(() => this.#strike(), period - (performance.now() % period))
  }

  /** Takes back what was asked for. */
  drop(call: () => void): void {
    this.#waiting.delete(call)
  }

  #strike(): void {
    this.#timer = undefined
    const calls = this.#waiting
    this.#waiting = new Set()
    this.#call(calls)
  }

  #call(calls: Set<() => void>): void {
    let left = CALLS_AT_ONCE
    for (const call of calls) {
      calls.delete(call)
      call()
      left -= 1
      if (left === 0) break
    }
    if (calls.size > 0) setImmediate(() => this.#call(calls))
  }
}
