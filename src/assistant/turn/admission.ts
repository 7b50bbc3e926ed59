/**
 * How many answers are made at once in this process. Beyond that new ones wait in line, so that running ones keep their
 * pace. Emergencies never come here.
 */
export class Admission {
  readonly #maximum: number
  readonly #line: (() => void)[] = []
  #inside = 0

  constructor(maximum: number) {
    this.#maximum = maximum
  }

  /** Whether the next one has to wait. */
  get full(): boolean {
    return this.#inside >= this.#maximum
  }

  /**
   * Waits for a place. The returned function gives it back, however often it is called.
   * @throws the reason of the signal, where it is aborted first.
   */
  async enter(signal: AbortSignal): Promise<() => void> {
    if (this.full) await this.#wait(signal)
    else this.#inside += 1
    let left = false
    return () => {
      if (left) return
      left = true
      this.#leave()
    }
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const come = (): void => {
        signal.removeEventListener('abort', give)
        resolve()
      }
      const give = (): void => {
        this.#line.splice(this.#line.indexOf(come), 1)
        reject(signal.reason)
      }
      signal.throwIfAborted()
      this.#line.push(come)
      signal.addEventListener('abort', give, { once: true })
    })
  }

  #leave(): void {
    const next = this.#line.shift()
    // The place passes straight to the next in line.
    if (next) next()
    else this.#inside -= 1
  }
}
