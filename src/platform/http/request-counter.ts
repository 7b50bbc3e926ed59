import { sha256Hex } from '../crypto/index.ts'
import type { Database } from '../database/index.ts'

/** How many requests somebody has made in the last minute, over all processes. */
export interface RequestCount {
  readonly current: number
  /** Milliseconds until the window ends. */
  readonly ttl: number
}

export interface RequestCounter {
  /**
   * Counts a request and tells the number as far as it is known here: what other processes counted in the last second is
   * not in it. Costs no round trip.
   */
  count(key: string): RequestCount
  /** Counts a request in the database at once, so that all processes know it: for what secrets are guessed at. */
  countExactly(key: string, limit: number): Promise<RequestCount>
  /** Shares what was counted since the last time. Called by itself once a second while there is something. */
  share(): Promise<void>
}

const WINDOW = 60_000
const SHARED_AFTER = 1_000
/** Keys that one process remembers; beyond it the oldest goes, whose window is the nearest to its end. */
const REMEMBERED = 50_000
const KEPT_WINDOWS = 5

interface Entry {
  windowStart: number
  /** As the database had it when it was last asked, with what it was told then. */
  known: number
  /** Not yet in the database, and not on the way there. */
  unsent: number
  /** On the way to the database: no other statement may count them once more. */
  sending: number
  /** Of the window before. */
  before: number
}

interface Row {
  key: string
  hits: number
  before: number
}

/**
 * Counts requests per minute in memory and once a second in the database, in one statement for all keys. The window
 * slides: what is left of the minute before weighs in, so nobody has twice the limit around a full minute.
 */
export function createRequestCounter(options: {
  readonly database: Database
  readonly report: (error: unknown) => void
  readonly now?: () => number
}): RequestCounter {
  const { database, report } = options
  const now = options.now ?? Date.now
  const entries = new Map<string, Entry>()
  let timer: NodeJS.Timeout | undefined
  let removedAt = 0

  function entryOf(key: string): Entry {
    const windowStart = Math.floor(now() / WINDOW) * WINDOW
    const entry = entries.get(key)
    if (entry?.windowStart === windowStart) return entry
    const before = entry?.windowStart === windowStart - WINDOW ? entry.known + entry.sending + entry.unsent : 0
    const next = { windowStart, known: 0, unsent: 0, sending: 0, before }
    entries.delete(key)
    if (entries.size >= REMEMBERED) entries.delete(entries.keys().next().value ?? '')
    entries.set(key, next)
    return next
  }

  function countOf({ windowStart, known, unsent, sending, before }: Entry): RequestCount {
    const elapsed = now() - windowStart
    const current = known + unsent + sending + Math.ceil((before * (WINDOW - elapsed)) / WINDOW)
    return { current, ttl: WINDOW - elapsed }
  }

  async function send(waiting: readonly { readonly key: string; readonly entry: Entry }[]): Promise<void> {
    const sent = waiting.map(({ key, entry }) => ({ key, entry, hits: entry.unsent, digest: sha256Hex(key) }))
    for (const { entry, hits } of sent) {
      entry.unsent -= hits
      entry.sending += hits
    }
    const rows = await store(sent)
      .catch((error: unknown) => {
        for (const { entry, hits } of sent) entry.unsent += hits
        throw error
      })
      .finally(() => {
        for (const { entry, hits } of sent) entry.sending -= hits
      })
    const byDigest = new Map(rows.map((row) => [row.key, row]))
    for (const { entry, digest } of sent) {
      const row = byDigest.get(digest)
      if (row === undefined) continue
      entry.known = Math.max(entry.known, row.hits)
      entry.before = Math.max(entry.before, row.before)
    }
  }

  function store(
    sent: readonly { readonly digest: string; readonly entry: Entry; readonly hits: number }[],
  ): Promise<Row[]> {
    return database.asSystem((transaction) => {
      const { sql } = transaction
      if (now() - removedAt > WINDOW) {
        removedAt = now()
        const old = new Date(now() - KEPT_WINDOWS * WINDOW)
        transaction.queue(sql('rate_limit_counts').where('window_start', '<', old).delete())
      }
      // In one order everywhere, so that two processes do not wait for each other.
      const ordered = sent.toSorted((one, other) => (one.digest < other.digest ? -1 : 1))
      return transaction.last<Row>(
        sql.raw(
          `with counted as (
             insert into rate_limit_counts as c (key, window_start, hits)
             values ${ordered.map(() => '(?, ?::timestamptz, ?::integer)').join(', ')}
             on conflict (key, window_start) do update set hits = c.hits + excluded.hits
             returning key, window_start, hits
           )
           select n.key, n.hits, coalesce(b.hits, 0) as before from counted n
           left join rate_limit_counts b on b.key = n.key and b.window_start = n.window_start - interval '1 minute'`,
          ordered.flatMap(({ digest, entry, hits }) => [digest, new Date(entry.windowStart), hits]),
        ),
      )
    })
  }

  async function share(): Promise<void> {
    const waiting = [...entries].flatMap(([key, entry]) => (entry.unsent > 0 ? [{ key, entry }] : []))
    if (waiting.length > 0) await send(waiting)
  }

  return {
    count(key) {
      const entry = entryOf(key)
      entry.unsent += 1
      if (timer === undefined) {
        timer = setTimeout(() => {
          timer = undefined
          share().catch(report)
        }, SHARED_AFTER).unref()
      }
      return countOf(entry)
    },
    async countExactly(key, limit) {
      const entry = entryOf(key)
      entry.unsent += 1
      // Who is over the limit already stays so until the window ends: a flood costs the database nothing.
      if (countOf(entry).current - 1 > limit) return countOf(entry)
      await send([{ key, entry }])
      // The database has told the number; what else is on the way is in it, or will be told its own.
      return countOf({ ...entry, sending: 0, unsent: 0 })
    },
    share,
  }
}
