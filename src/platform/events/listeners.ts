import { type EventListener, MISSED_EVENTS, type UserEvent } from './event-bus.ts'

/** Who listens in this process. */
export class Listeners {
  readonly #byUser = new Map<string, Set<EventListener>>()
  readonly #report: (error: unknown) => void

  constructor(report: (error: unknown) => void) {
    this.#report = report
  }

  add(userId: string, listener: EventListener): () => void {
    const listeners = this.#byUser.get(userId) ?? new Set()
    this.#byUser.set(userId, listeners)
    // The same function may listen twice, so each subscription has an identity of its own.
    const subscription: EventListener = (event) => listener(event)
    listeners.add(subscription)
    return () => {
      listeners.delete(subscription)
      if (listeners.size === 0 && this.#byUser.get(userId) === listeners) this.#byUser.delete(userId)
    }
  }

  tell(userId: string, event: UserEvent): void {
    for (const listener of [...(this.#byUser.get(userId) ?? [])]) {
      try {
        listener(event)
      } catch (error) {
        this.#report(error)
      }
    }
  }

  tellAllThatEventsWereMissed(): void {
    for (const userId of [...this.#byUser.keys()]) this.tell(userId, MISSED_EVENTS)
  }

  clear(): void {
    this.#byUser.clear()
  }
}
