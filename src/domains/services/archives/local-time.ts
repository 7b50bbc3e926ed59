const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone)
  if (known === undefined) {
    known = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formats.set(timeZone, known)
  }
  return known
}

/** What the clock of a zone shows at a time, as if it were that of Greenwich. */
function shownAt(time: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/**
 * The time at which a clock on the wall shows this. A time that comes twice is the first of both, one that is skipped lies
 * right after the gap.
 * @param wall `2024-01-31T08:15:00`, with a fraction or without.
 */
export function atLocalTime(wall: string, timeZone: string): Date {
  const asGreenwich = Date.parse(`${wall}Z`)
  if (Number.isNaN(asGreenwich)) return new Date(Number.NaN)
  const offsetAt = (time: number): number =>
    shownAt(Math.floor(time / 1000) * 1000, timeZone) - Math.floor(time / 1000) * 1000
  const before = asGreenwich - offsetAt(asGreenwich - 86_400_000)
  const after = asGreenwich - offsetAt(asGreenwich + 86_400_000)
  const shows = (time: number): boolean => time + offsetAt(time) === asGreenwich
  return new Date(shows(before) ? before : shows(after) ? after : before)
}
