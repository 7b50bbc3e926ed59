import { type Database, DatabaseUnavailable } from '../platform/database/index.ts'
import { type AuditLine, queueAudit } from './audit-trail.ts'

/** Writes what the audit log says of calls that only read. */
export interface ReadAudit {
  /** Done when the lines are committed: nothing that was read may be answered before. */
  keep(lines: readonly AuditLine[]): Promise<void>
}

const MOST_AT_ONCE = 500

interface Waiting {
  readonly lines: readonly AuditLine[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** One statement however many lines there are, so that it is planned once. */
const INSERT = `
  insert into audit_logs (id, user_id, action, resource_type, resource_id, ip_address, user_agent, success, created_at)
  select id, user_id, action, resource_type, resource_id, ip_address, user_agent, true, created_at
  from jsonb_to_recordset(?::jsonb) as line (
    id uuid, user_id uuid, action text, resource_type text, resource_id uuid, ip_address text, user_agent text,
    created_at timestamptz
  )`

/**
 * Calls that read at the same time have their lines committed together: what comes while one commit is on the way waits for
 * the next one, so that the disk is waited for once and not once a call.
 */
export function createReadAudit(database: Database): ReadAudit {
  let waiting: Waiting[] = []
  let isWriting = false

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      waiting = waiting.slice(MOST_AT_ONCE)
      try {
        await together(batch)
        for (const { resolve } of batch) resolve()
      } catch (error) {
        if (error instanceof DatabaseUnavailable) for (const { reject } of batch) reject(error)
        else await Promise.all(batch.map(alone))
      }
    }
    isWriting = false
  }

  async function together(batch: readonly Waiting[]): Promise<void> {
    const lines = JSON.stringify(batch.flatMap((call) => call.lines))
    await database.asSystem((transaction) => transaction.last(transaction.sql.raw(INSERT, [lines])))
  }

  /** One line that cannot be written, of somebody who was erased meanwhile, must not fail the answers to others. */
  async function alone({ lines, resolve, reject }: Waiting): Promise<void> {
    try {
      await database.asUser(lines[0]?.user_id ?? '', async (transaction) => queueAudit(transaction, lines))
      resolve()
    } catch (error) {
      reject(error)
    }
  }

  return {
    keep: (lines) =>
      new Promise((resolve, reject) => {
        waiting.push({ lines, resolve, reject })
        if (isWriting) return
        isWriting = true
        // Whatever else has come in by now goes along.
        setImmediate(() => void write())
      }),
  }
}
