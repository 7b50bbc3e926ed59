import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SigningKeys } from '../../../platform/auth/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob, type JobBackend } from '../../../platform/jobs/index.ts'
import { type Storage, storagePaths } from '../../../platform/storage/index.ts'
import { claimsOf, signCertificate } from './certificate.ts'
import { eraseRows, ownedTables } from './erase-rows.ts'
import type { ErasureRow, FoundData } from './erasure.ts'
import { noteErasure } from './erasure-ledger.ts'

export interface ErasureContext {
  readonly database: Database
  readonly storage: Storage
  readonly jobs: JobBackend
  readonly signingKeys: SigningKeys
  /** Sees to it that access at other services is given back there; nothing that goes wrong with it is thrown. */
  readonly releaseAccess: (userId: string) => Promise<void>
  readonly now: () => Date
}

/** Keys go first: what is left after a crash is unreadable already. */
const KEYS = ['user_keys', 'user_data_keys'] as const
/** Lines of the log stay without their person: deleting the person sees to that. */
const KEPT = new Set(['audit_logs'])

/**
 * Erases an account: keys, queued jobs, files, rows, vectors. Every step may be cut off and is done again; the last one,
 * one transaction, removes the person and writes the certificate.
 */
export const eraseAccountJob = defineJob({
  name: 'privacy.erase',
  payload: z.strictObject({ erasure_id: z.uuid() }),
  attempts: 10,
  run: async (context: ErasureContext, { erasure_id: id }, { signal }) => {
    const { database, storage, jobs } = context
    const row = await database.asSystem((transaction) =>
      transaction.row<ErasureRow>(transaction.sql('erasures').where({ id })),
    )
    if (row === undefined || row.subject_id === null) return
    const userId = row.subject_id
    const tables = (await ownedTables(database)).filter((table) => !KEPT.has(table))
    const folders = await foldersOf(database, userId)
    const { found, ids } = await look(context, row, userId, tables, folders)
    await context.releaseAccess(userId)
    await eraseRows(database, userId, KEYS, signal)
    await storage.removeFolder(storagePaths.keysOfUser(userId))
    const forgotten = await jobs.forget(new Set([userId, ...ids]))
    for (const folder of folders) await storage.removeFolder(folder)
    await eraseRows(database, userId, tables, signal)
    await noteErasure(storage, userId)
    await finish(context, row, userId, found, forgotten)
    // What was under way may have kept a file or asked for a job a moment ago.
    await jobs.forget(new Set([userId, ...ids]))
    for (const folder of [storagePaths.keysOfUser(userId), ...folders]) await storage.removeFolder(folder)
  },
  sweep: async ({ database }) => {
    const open = await database.asSystem((transaction) =>
      transaction.rows<{ id: string }>(
        transaction.sql('erasures').whereNotNull('subject_id').orderBy('requested_at').select('id'),
      ),
    )
    return open.map(({ id }) => ({ jobId: id, payload: { erasure_id: id } }))
  },
})

async function foldersOf(database: Database, userId: string): Promise<string[]> {
  const sessions = await database.asSystem((transaction) =>
    transaction.rows<{ id: string }>(transaction.sql('chat_sessions').where({ user_id: userId }).select('id')),
  )
  const attachments = sessions.map(({ id }) => storagePaths.chatAttachment(id, 'x').replace(/\/x$/, ''))
  return [...storagePaths.foldersOfUser(userId), ...attachments]
}

/** Counts what is there, once: a job that begins again finds less. Ids are those that queued jobs may name. */
async function look(
  { database, storage }: ErasureContext,
  row: ErasureRow,
  userId: string,
  tables: readonly string[],
  folders: readonly string[],
): Promise<{ readonly found: FoundData; readonly ids: readonly string[] }> {
  const hash = createHash('sha256')
  const rows: Record<string, number> = { users: 1 }
  const ids: string[] = []
  for (const table of tables) {
    const keys = await database.asSystem((transaction) =>
      transaction.rows<{ key: string }>(
        transaction.sql.raw(
          `select coalesce(to_jsonb(t) ->> 'id', md5(t::text)) as key from ?? t where user_id = ? order by 1`,
          [table, userId],
        ),
      ),
    )
    if (keys.length === 0) continue
    rows[table] = keys.length
    for (const { key } of keys) hash.update(`${table} ${key}\n`)
    if (QUEUED.has(table)) ids.push(...keys.map(({ key }) => key))
  }
  if (row.found !== null) return { found: row.found, ids }
  let files = 0
  for (const folder of folders) {
    for await (const { key } of storage.list(folder)) {
      files += 1
      hash.update(`${key}\n`)
    }
  }
  const logs = await database.asSystem((transaction) =>
    transaction.row<{ count: number }>(transaction.sql('audit_logs').where({ user_id: userId }).count({ count: '*' })),
  )
  const found: FoundData = {
    rows,
    files,
    vectors: rows['record_chunks'] ?? 0,
    audit_lines: logs?.count ?? 0,
    digest: hash.digest('hex'),
  }
  await database.asSystem((transaction) =>
    transaction.affected(
      transaction
        .sql('erasures')
        .where({ id: row.id })
        .update({ found: JSON.stringify(found) }),
    ),
  )
  return { found, ids }
}

/** Tables whose rows jobs are enqueued for by their own id. */
const QUEUED = new Set(['medical_documents', 'emergency_alerts', 'email_verifications', 'data_exports', 'data_imports'])

async function finish(
  { database, signingKeys, now }: ErasureContext,
  row: ErasureRow,
  userId: string,
  found: FoundData,
  jobs: number,
): Promise<void> {
  const completedAt = now()
  const certificate = await signCertificate(signingKeys, claimsOf(row, found, { jobs, completedAt }))
  await database.asSystem(async (transaction) => {
    const { sql } = transaction
    const person = await transaction.row<{ email: string }>(
      sql('users').where({ id: userId }).select('email').forUpdate(),
    )
    if (person !== undefined) {
      await transaction.affected(sql('password_resets').whereRaw('lower(email) = lower(?)', [person.email]).delete())
    }
    // Whatever came in the last moment goes with the person.
    await transaction.affected(sql('users').where({ id: userId }).delete())
    await transaction.affected(
      sql('erasures').where({ id: row.id }).update({ subject_id: null, certificate, completed_at: completedAt }),
    )
  })
}
