/** What is told from one side and taken on the other, in its order. Whoever tells never waits. */
export class EventQueue<Event> {
  #events: Event[] = []
  #over = false
  #failure: { readonly error: unknown } | undefined
  #wake: () => void = () => undefined

  get isOver(): boolean {
    return this.#over
  }

  push(event: Event): void {
    this.#events.push(event)
    this.#wake()
  }

  /** Nothing more will be told. */
  end(): void {
    this.#over = true
    this.#wake()
  }

  /** Nothing more will be told, for this reason: thrown when everything before it has been taken. */
  fail(error: unknown): void {
    this.#failure = { error }
    this.end()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event> {
    for (;;) {
      const events = this.#events
      this.#events = []
      yield* events
      if (this.#events.length > 0) continue
      if (this.#failure !== undefined) throw this.#failure.error
      if (this.#over) return
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}
