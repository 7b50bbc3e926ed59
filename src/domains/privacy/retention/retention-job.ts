import { z } from 'zod'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import type { Storage } from '../../../platform/storage/index.ts'
import type { ArchiveStore } from '../archive-store.ts'

export interface RetentionContext {
  readonly database: Database
  readonly storage: Storage
  readonly archives: ArchiveStore
  /** How long lines of the audit log are kept; never less than a year. */
  readonly auditDays: number
  readonly now: () => Date
}

/** At night, when few people wait. */
export const RETENTION_AT = { pattern: '50 19 * * *', timezone: 'UTC' } as const

const DAY_MILLISECONDS = 24 * 60 * 60_000
/** So many rows go in one transaction: a bigger one would keep others waiting. */
const BATCH = 1_000

/** What a person has chosen in `privacy_settings.data_retention_period`. */
const PERIOD = `case p.data_retention_period
  when '1_year' then interval '1 year' when '2_years' then interval '2 years' when '5_years' then interval '5 years' end`

/** Older than the person wants such things to be kept. What is chosen as `indefinite` has no period and is never older. */
const outlived = (column: string) =>
  `exists (select from privacy_settings p where p.user_id = t.user_id and ${column} < cast(? as timestamptz) - ${PERIOD})`

/**
 * What accrues by use and is of no more use, by the period that each person has chosen. The record itself (documents,
 * values, illnesses, medicines, visits) stays until its person deletes it: its worth is that it goes back far.
 */
const BY_PERIOD: readonly (readonly [table: string, where: string])[] = [
  ['chat_sessions', `not coalesce(t.is_bookmarked, false) and ${outlived('coalesce(t.ended_at, t.updated_at)')}`],
  ['notifications', outlived('t.created_at')],
  ['user_activity', outlived('t.created_at')],
]

/** What has had its time, and how many days after it is taken away; links, codes, repeated answers and events go by themselves. */
const BY_AGE: readonly (readonly [table: string, column: string, days: number, and?: string])[] = [
  ['pending_actions', 'expires_at', 90, `status <> 'pending'`],
  ['api_tokens', 'coalesce(revoked_at, expires_at)', 90],
  ['data_imports', 'completed_at', 30],
  ['data_exports', 'expires_at', 30, `status = 'expired'`],
  ['data_exports', 'created_at', 30, `status = 'failed'`],
]

/** Once a night: takes away what is kept no longer. The periods stand in SECURITY.md. */
export const retentionJob = defineJob({
  name: 'privacy.retention',
  payload: z.strictObject({}),
  run: async (context: RetentionContext, _payload, { signal }) => {
    const { database, now, auditDays } = context
    const at = now()
    for (const [table, column, days, and] of BY_AGE) {
      const before = new Date(at.getTime() - days * DAY_MILLISECONDS)
      await removeRows(database, table, `${column} < ?${and === undefined ? '' : ` and ${and}`}`, [before], signal)
    }
    for (const [table, where] of BY_PERIOD) await removeRows(database, table, where, [at], signal)
    await removeOrphanedEntries(database)
    await removeArchives(context, at, signal)
    const youngest = new Date(at.getTime() - auditDays * DAY_MILLISECONDS)
    await database.asSystem((transaction) =>
      transaction.rows(transaction.sql.raw('select remove_audit_logs_before(?)', [youngest])),
    )
  },
})

async function removeRows(
  database: Database,
  table: string,
  where: string,
  values: readonly Date[],
  signal: AbortSignal,
): Promise<void> {
  for (let removed = BATCH; removed === BATCH && !signal.aborted; ) {
    removed = await database.asSystem((transaction) =>
      transaction.affected(
        transaction.sql.raw(
          `delete from ${table} where ctid = any(array(select t.ctid from ${table} t where ${where} limit ${BATCH}))`,
          [...values],
        ),
      ),
    )
  }
}

/** Messages that went with their conversation must not be found any more. */
async function removeOrphanedEntries(database: Database): Promise<void> {
  for (const [table, id] of [
    ['search_index', 'content_id'],
    ['record_chunks', 'source_id'],
  ]) {
    await database.asSystem((transaction) =>
      transaction.affected(
        transaction.sql.raw(
          `delete from ${table} t where t.source_table = 'chat_messages'
             and not exists (select from chat_messages m where m.id = t.${id})`,
        ),
      ),
    )
  }
}

interface ExpiredExport {
  readonly id: string
  readonly user_id: string
}

/** Archives whose time is over, and files that a process left behind when it died. */
async function removeArchives(context: RetentionContext, at: Date, signal: AbortSignal): Promise<void> {
  const { database, archives, storage } = context
  const expired = await database.asSystem((transaction) =>
    transaction.rows<ExpiredExport>(
      transaction
        .sql('data_exports')
        .where({ status: 'completed' })
        .where('expires_at', '<=', at)
        .update({ status: 'expired', encryption_key: null, encryption_key_version: null })
        .returning(['id', 'user_id']),
    ),
  )
  for (const { id, user_id: userId } of expired) await archives.remove({ kind: 'export', id, userId })
  const live = await database.asSystem((transaction) =>
    transaction.rows<{ name: string }>(
      transaction.sql.raw(
        `select 'export-' || id as name from data_exports where status in ('waiting', 'running', 'completed')
         union all select 'import-' || id from data_imports where status in ('waiting', 'running')`,
      ),
    ),
  )
  const names = new Set(live.map(({ name }) => name))
  for await (const { key, changedAt } of storage.list('backups/user_data')) {
    if (signal.aborted) return
    const name = /\/((?:export|import)-[0-9a-f-]{36})$/.exec(key)?.[1]
    const isOld = at.getTime() - changedAt.getTime() > DAY_MILLISECONDS
    if (name !== undefined && isOld && !names.has(name)) await storage.remove(key)
  }
}
