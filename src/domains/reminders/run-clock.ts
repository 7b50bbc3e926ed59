import type { Database } from '../../platform/database/index.ts'
import type { DeliveryChannels } from '../../platform/delivery/index.ts'
import { deliver } from '../notifications/index.ts'
import { appointmentsKind } from './appointments.ts'
import { goalsKind, refillsKind } from './daily.ts'
import { dueDosesKind, missedDosesKind, setRemindersKind } from './doses.ts'
import { CAUGHT_UP_MILLISECONDS, type DueRow, later, MINUTE_MILLISECONDS, type ReminderKind } from './reminder-kind.ts'

// biome-ignore lint/suspicious/noExplicitAny: `compose` is contravariant in its row, so only `any` admits every kind.
const KINDS: readonly ReminderKind<any>[] = [
  dueDosesKind,
  setRemindersKind,
  missedDosesKind,
  appointmentsKind,
  refillsKind,
  goalsKind,
]

/** Rows whose transaction was still open when the clock last looked are seen by looking at the last minutes again. */
const OVERLAP_MILLISECONDS = 2 * MINUTE_MILLISECONDS

/** Clocks of several processes differ by less. A look that is further ahead was made by a clock that was wrong. */
const CLOCKS_DIFFER_MILLISECONDS = 2 * MINUTE_MILLISECONDS

const BATCH = 1_000

/**
 * The queries begin with the few clock times that have just come. Weighing every other order of their joins takes the
 * database five times as long as running them, and compiling them, which it does from some thousands of people on, seconds.
 */
const PLANNED_AS_WRITTEN = `select set_config('join_collapse_limit', '1', true), set_config('jit', 'off', true)`

/**
 * Looks for everything that came due since the last look and writes a notification of it. Each occasion has one, however
 * many processes look and however often one of them dies: its name is unique in the database, and how far the clock has
 * come is written in the same transaction.
 * @returns how many notifications are new.
 */
export async function runClock(
  { database, channels }: { readonly database: Database; readonly channels: DeliveryChannels },
  now: Date,
): Promise<number> {
  const positions = await database.asSystem((transaction) =>
    transaction.rows<Position>(transaction.sql('clock_positions').select('kind', 'checked_until')),
  )
  let made = 0
  for (const kind of KINDS) {
    const checkedUntil = positions.find((position) => position.kind === kind.name)?.checked_until
    const isRecent = checkedUntil && checkedUntil > later(now, -(kind.everyMilliseconds ?? 0))
    if (isRecent && !isFromWrongClock(checkedUntil, now)) continue
    made += await lookFor(kind, database, channels, now)
  }
  return made
}

interface Position {
  readonly kind: string
  readonly checked_until: Date
}

/**
 * A clock that was ahead and was put right has left its position in the future. Waiting for that moment would keep
 * everybody's reminders back, so the clock looks again as far as it may; what was announced is not announced twice.
 */
function isFromWrongClock(checkedUntil: Date, now: Date): boolean {
  return checkedUntil > later(now, CLOCKS_DIFFER_MILLISECONDS)
}

async function lookFor(kind: ReminderKind, database: Database, channels: DeliveryChannels, now: Date): Promise<number> {
  return await database.asSystem(async (transaction) => {
    const { sql } = transaction
    // Waits for any other process that looks for the same kind.
    const position = await transaction.row<Position>(
      sql('clock_positions')
        .insert({ kind: kind.name, checked_until: now })
        .onConflict('kind')
        .merge({ kind: kind.name })
        .returning(['kind', 'checked_until']),
    )
    const checkedUntil = position?.checked_until ?? now
    const earliest = later(now, -CAUGHT_UP_MILLISECONDS[kind.name])
    const wasWrong = isFromWrongClock(checkedUntil, now)
    const opens = wasWrong ? earliest : later(checkedUntil, -OVERLAP_MILLISECONDS)
    const window = { opens: opens > earliest ? opens : earliest, closes: now }
    if (checkedUntil > now && !wasWrong) return 0
    transaction.queue(sql.raw(PLANNED_AS_WRITTEN))
    const rows = await transaction.rows<DueRow>(kind.find(sql, window))
    const notifications = rows.flatMap((row) => kind.compose(row, window) ?? [])
    let made = 0
    for (let start = 0; start < notifications.length; start += BATCH) {
      made += (await deliver(transaction, channels, now, notifications.slice(start, start + BATCH))).length
    }
    transaction.queue(sql('clock_positions').where({ kind: kind.name }).update({ checked_until: now }))
    return made
  })
}
