import type { DeliveryChannel } from './deliver.ts'

/** How often something is tried before it is given up and waits among the failed ones. */
export const MOST_ATTEMPTS = 6

/** Whoever took a delivery and has not said what became of it for so long is dead. Longer than any channel takes. */
export const CLAIM_MILLISECONDS = 60_000

/** A dose that is put off by a tap comes back after this. */
export const LATER_MILLISECONDS = 15 * 60_000

const FIRST_WAIT_MILLISECONDS = 30_000

/** The wait before the next attempt: 30 seconds, 2, 8, 32 minutes, 2 hours, each up to a fifth longer. */
export function waitAfter(attempts: number, random = Math.random()): number {
  return Math.round(FIRST_WAIT_MILLISECONDS * 4 ** (attempts - 1) * (1 + random / 5))
}

/** The most that leaves by a channel: to one person in an hour, and to all together in a minute. */
export interface ChannelLimit {
  readonly personPerHour: number
  readonly allPerMinute: number
}

/**
 * So that no mistake of ours floods a person, costs a fortune or has a provider block us. Emergencies do not count and are
 * not held back.
 */
export const CHANNEL_LIMITS: Readonly<Record<Exclude<DeliveryChannel, 'in-app'>, ChannelLimit>> = {
  push: { personPerHour: 60, allPerMinute: 6_000 },
  email: { personPerHour: 20, allPerMinute: 600 },
  sms: { personPerHour: 12, allPerMinute: 300 },
}

/** How long something that is over a limit waits. */
export const OVER_LIMIT_MILLISECONDS = 5 * 60_000

/** What has left by a channel, counted on while a batch is sent. */
export class LimitCount {
  readonly #counts = new Map<string, number>()

  /** What was counted in the database before this batch. The first word counts. */
  begin(key: string, count: number): void {
    if (!this.#counts.has(key)) this.#counts.set(key, count)
  }

  /** Counts one more, unless that would be too many for any of the keys. */
  allows(limits: Readonly<Record<string, number>>): boolean {
    const keys = Object.entries(limits)
    if (keys.some(([key, limit]) => (this.#counts.get(key) ?? 0) >= limit)) return false
    for (const [key] of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
    return true
  }
}
