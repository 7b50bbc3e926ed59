/** What phones and watches count that the record keeps beside its measurements. */
export const ACTIVITY_KINDS = ['steps', 'sleep', 'respiratory_rate'] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

const HOUR = 3_600_000

/**
 * Sprinters in a world championship reach 4 to 5 steps a second (Salo, Bezodis, Batterham, Kerwin: "Elite Sprinting: Are
 * Athletes Individually Step-Frequency or Step-Length Reliant?", Medicine & Science in Sports & Exercise 43, 2011). What is
 * more was not walked. A device may book what it counted into a moment, which is given a minute.
 */
const STEPS_A_MINUTE = 300
const SHORTEST_COUNT = 60_000
/** A day may have 25 hours. */
const LONGEST_COUNT = 25 * HOUR
/** No night is longer than a day; longer is a device that was laid aside. */
const LONGEST_SLEEP = 24 * HOUR
/**
 * Breaths a minute. Adults at rest have 12 to 20; newborns and children with fast breathing may pass 60 (WHO: Pocket Book of
 * Hospital Care for Children, 2013), so what lies far outside both is a wrong reading.
 */
const BREATHS = { low: 3, high: 120 } as const

/**
 * Whether a living person can have done this.
 * @param value Steps, minutes of sleep, or breaths a minute.
 * @param milliseconds How long it took.
 */
export function isPossibleActivity(kind: ActivityKind, value: number, milliseconds: number): boolean {
  if (!Number.isFinite(value) || value < 0 || milliseconds < 0) return false
  switch (kind) {
    case 'steps':
      return (
        milliseconds <= LONGEST_COUNT && value <= (STEPS_A_MINUTE * Math.max(milliseconds, SHORTEST_COUNT)) / 60_000
      )
    case 'sleep':
      return milliseconds > 0 && milliseconds <= LONGEST_SLEEP
    case 'respiratory_rate':
      return milliseconds <= LONGEST_COUNT && value >= BREATHS.low && value <= BREATHS.high
  }
}
