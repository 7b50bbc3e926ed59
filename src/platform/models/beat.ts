/**
 * One beat for many: whoever asks is called when the next one comes, all of them in one turn of the event loop. Nothing
 * ticks while nobody waits.
 */
export class Beat {
  readonly #period: () => number
  readonly #waiting = new Set<() => void>()
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
    const calls = [...this.#waiting]
    this.#waiting.clear()
    for (const call of calls) call()
  }
}
