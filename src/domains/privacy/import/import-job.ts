import { z } from 'zod'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob, type JobAttempt } from '../../../platform/jobs/index.ts'
import { type Storage, storagePaths } from '../../../platform/storage/index.ts'
import { queueAuditEntry } from '../../audit/index.ts'
import type { DocumentFiles } from '../../documents/index.ts'
import type { SearchIndexer } from '../../search/index.ts'
import { archivePaths } from '../archive-format.ts'
import type { ArchiveStore } from '../archive-store.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { bringInRows } from './bring-in-rows.ts'
import { bringInSettings, isEmptyAccount } from './bring-in-settings.ts'
import { type CheckedArchive, checkArchive, columnsOf, wholePart } from './check-archive.ts'
import type { ImportRow } from './import.ts'
import { openArchive } from './open-archive.ts'
import { rebuildIndex } from './rebuild-index.ts'
import { stageDocuments } from './stage-documents.ts'

export interface ImportContext {
  readonly database: Database
  readonly storage: Storage
  readonly documentFiles: DocumentFiles
  readonly archives: ArchiveStore
  readonly indexer: SearchIndexer
  readonly now: () => Date
}

const SWEPT_AT_ONCE = 200
/** Per cent of the work that is done after each step. */
const STEPS = { checked: 30, staged: 50, rows: 80 } as const
const AVATAR_ADDRESS = '/api/v1/me/avatar'

/** Brings an archive into an account. It is checked whole before anything is kept; running it twice does no harm. */
export const importDataJob = defineJob({
  name: 'privacy.import',
  payload: z.strictObject({ import_id: z.uuid(), user_id: z.uuid() }),
  attempts: 3,
  run: async (context: ImportContext, { import_id: id, user_id: userId }, attempt) => {
    const { database, archives, now } = context
    const row = await database.asUser(userId, (transaction) =>
      transaction.row<ImportRow>(
        transaction
          .sql('data_imports')
          .where({ id })
          .whereIn('status', ['waiting', 'running'])
          .update({ status: 'running', started_at: now() })
          .returning('*'),
      ),
    )
    if (row === undefined) return
    try {
      await bringIn(context, row, attempt)
    } catch (error) {
      if (error instanceof ArchiveRefused) {
        const { refusal: code, file = null, row: at = null, column = null } = error
        await finish(context, row, { status: 'refused', problem: JSON.stringify({ code, file, row: at, column }) })
      } else {
        if (attempt.last && !attempt.signal.aborted) await finish(context, row, { status: 'failed' })
        throw error
      }
    }
    await archives.remove({ kind: 'import', id, userId })
  },
  sweep: async ({ database }) => {
    const open = await database.asSystem((transaction) =>
      transaction.rows<{ id: string; user_id: string }>(
        transaction
          .sql('data_imports')
          .whereIn('status', ['waiting', 'running'])
          .orderBy('created_at')
          .limit(SWEPT_AT_ONCE)
          .select('id', 'user_id'),
      ),
    )
    return open.map(({ id, user_id }) => ({ jobId: id, payload: { import_id: id, user_id } }))
  },
})

async function bringIn(context: ImportContext, row: ImportRow, { signal }: JobAttempt): Promise<void> {
  const { database, archives, documentFiles: files, indexer, now } = context
  const { id, user_id: userId } = row
  const read = await archives.open(
    { kind: 'import', id, userId },
    { bytes: row.file_size, key: { wrapped: row.encryption_key, userKeyVersion: row.encryption_key_version } },
  )
  const archive = await openArchive(read, row.file_size)
  try {
    const columns = await columnsOf(database)
    const checked = await checkArchive(archive, { database, columns, userId, signal })
    await note(context, row, STEPS.checked)
    const staged = await stageDocuments({ database, files, signal }, userId, checked)
    await note(context, row, STEPS.staged)
    try {
      const isEmpty = await isEmptyAccount(database, userId)
      const { outcomes, takeOut } = await bringInRows(
        { database, userId, now: now(), columns, signal, placeOf: staged.placeOf },
        checked,
      )
      try {
        if (isEmpty) await bringInSettings({ database, userId, columns }, checked)
      } catch (error) {
        if (error instanceof ArchiveRefused) await takeOut()
        throw error
      }
      await note(context, row, STEPS.rows)
      await bringInAvatar(context, userId, checked)
      await rebuildIndex({ database, indexer, signal }, userId, checked)
      await finish(context, row, { status: 'completed', progress: 100, result: JSON.stringify(outcomes) })
    } catch (error) {
      if (error instanceof ArchiveRefused) await staged.discard()
      throw error
    }
  } finally {
    archive.close()
  }
}

/** The picture, where the account has none. */
async function bringInAvatar(
  { database, storage }: ImportContext,
  userId: string,
  checked: CheckedArchive,
): Promise<void> {
  const part = checked.parts.get(archivePaths.avatar)
  if (part === undefined) return
  const person = await database.asUser(userId, (transaction) =>
    transaction.row<{ avatar: string | null }>(transaction.sql('users').where({ id: userId }).select('avatar')),
  )
  if (person === undefined || person.avatar !== null) return
  const picture = await wholePart(checked.archive, part)
  await storage.put(storagePaths.avatar(userId, 'avatar.webp'), once(picture))
  await database.asUser(userId, (transaction) =>
    transaction.affected(transaction.sql('users').where({ id: userId }).update({ avatar: AVATAR_ADDRESS })),
  )
}

function note({ database }: ImportContext, { id, user_id: userId }: ImportRow, progress: number): Promise<number> {
  return database.asUser(userId, (transaction) =>
    transaction.affected(transaction.sql('data_imports').where({ id }).update({ progress })),
  )
}

function finish(
  { database, now }: ImportContext,
  { id, user_id: userId }: ImportRow,
  values: Readonly<Record<string, string | number>> & { readonly status: string },
): Promise<void> {
  return database.asUser(userId, async (transaction) => {
    await transaction.affected(
      transaction
        .sql('data_imports')
        .where({ id })
        .update({ ...values, completed_at: now() }),
    )
    queueAuditEntry(transaction, {
      userId,
      action: 'me.import.finish',
      resourceType: 'data_imports',
      resourceId: id,
      success: values.status === 'completed',
      problem: values.status === 'completed' ? undefined : `import-${values.status}`,
    })
  })
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}
