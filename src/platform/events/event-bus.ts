/**
 * Something that happened in a person's account, told to every process. It says what to look at and never what is there:
 * ids, kinds and numbers, no health data.
 */
export interface UserEvent {
  readonly type: string
  readonly [field: string]: string | number | boolean | null
}

/** Told after the bus has been out of reach for a while: whatever was said meanwhile is lost, so look for yourself. */
export const MISSED_EVENTS: UserEvent = Object.freeze({ type: 'events.missed' })

/** Told when an account is being erased: everything that still speaks for it ends. */
export const ACCOUNT_ENDED = 'account.ended'

export type EventListener = (event: UserEvent) => void

export interface EventBus {
  /**
   * Tells all listeners of the person, in this process at once. Delivery elsewhere is likely and not certain: the row is
   * the truth, an event is a hint to read it.
   */
  publish(userId: string, event: UserEvent): void
  /** Ends with the returned function. A listener that throws is reported and disturbs nobody. */
  subscribe(userId: string, listener: EventListener): () => void
  close(): Promise<void>
}
