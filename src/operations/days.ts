/** Today where it begins first (UTC+14): a day after it has come for nobody. */
export function latestToday(now: Date): string {
  return new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
