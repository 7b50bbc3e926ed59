import { setTimeout as delay } from 'node:timers/promises'
import { type ConnectionPool, createPool } from './connections.ts'

/** How long a reader waits for the replica to have what is committed, before it asks the primary instead. */
const LONGEST_WAIT_MILLISECONDS = 150
const SHORTEST_WAIT_MILLISECONDS = 5

/** A replica of the database that streams behind it, and is read where it has caught up. */
export class ReadReplica {
  readonly pool: ConnectionPool
  readonly #primary: ConnectionPool
  #asking: Promise<string> | undefined

  constructor(primary: ConnectionPool, ...pool: Parameters<typeof createPool>) {
    this.#primary = primary
    this.pool = createPool(...pool)
  }

  /**
   * Whether everything that was acknowledged before this call can be read here by now: whoever has just written something,
   * in whichever process, finds it. Not where the replica cannot be reached or has been promoted.
   */
  async hasCaughtUp(): Promise<boolean> {
    try {
      const position = await this.#positionOfPrimary()
      for (let waited = 0, wait = SHORTEST_WAIT_MILLISECONDS; ; waited += wait, wait *= 2) {
        const { rows } = await this.pool.query<{ fresh: boolean | null }>(
          'select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn as fresh',
          [position],
        )
        if (rows[0]?.fresh === true) return true
        if (waited + wait > LONGEST_WAIT_MILLISECONDS) return false
        await delay(wait)
      }
    } catch {
      // The primary is asked then, and tells the caller where that fails too.
      return false
    }
  }

  /** How far the primary's log is on the disk. One question serves everybody who comes before it is sent. */
  #positionOfPrimary(): Promise<string> {
    this.#asking ??= new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
      this.#asking = undefined
      const { rows } = await this.#primary.query<{ position: string }>(
        'select pg_current_wal_flush_lsn()::text as position',
      )
      return rows[0]?.position ?? ''
    })
    return this.#asking
  }
}
