import type { OperationScope } from './define-operation.ts'
import { PERSONS_TIME_ZONE } from './time-range.ts'

/** Today where it begins first (UTC+14): a day after it has come for nobody. */
export function latestToday(now: Date): string {
  return new Date(now.getTime() + 14 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** Today in the person's own time zone, `YYYY-MM-DD`. */
export async function personsToday({ transaction, now }: OperationScope): Promise<string> {
  const row = await transaction.row<{ today: string }>(
    transaction.sql.raw(`select (?::timestamptz at time zone ${PERSONS_TIME_ZONE})::date as today`, [now]),
  )
  if (!row) throw new Error('The database told no day')
  return row.today
}
