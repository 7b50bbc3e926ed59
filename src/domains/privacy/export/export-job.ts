import { createHash } from 'node:crypto'
import { z } from 'zod'
import { LANGUAGES, type Language } from '../../../clinical/language-forms.ts'
import type { Database } from '../../../platform/database/index.ts'
import { translator } from '../../../platform/i18n/translator.ts'
import { defineJob, type JobAttempt } from '../../../platform/jobs/index.ts'
import { type Storage, storagePaths } from '../../../platform/storage/index.ts'
import type { DocumentFiles } from '../../documents/index.ts'
import { archivePaths, type Part } from '../archive-format.ts'
import type { ArchiveStore } from '../archive-store.ts'
import { LEFT_OUT, ownedTables } from '../owned-tables.ts'
import type { ExportRow } from './export.ts'
import { passagesOf, rowsOf } from './read-rows.ts'
import { jsonLines, type PartSource, writeArchive } from './write-archive.ts'

/** The record as a FHIR document, for other programs. `fileUrl` says where in the archive a document's file is. */
type MakeSummary = (
  person: { readonly userId: string; readonly language: Language },
  fileUrl: (documentId: string) => string,
) => Promise<unknown>

export interface ExportContext {
  readonly database: Database
  readonly storage: Storage
  readonly documentFiles: DocumentFiles
  readonly archives: ArchiveStore
  readonly makeSummary: MakeSummary
  readonly exportDays: number
  readonly now: () => Date
}

const DAY_MILLISECONDS = 24 * 60 * 60_000
const SWEPT_AT_ONCE = 200

interface DocumentFileRow {
  readonly id: string
  readonly file_path: string
  readonly file_size: number
  readonly file_type: string
  readonly encryption_key: string
  readonly encryption_key_version: number
}

/** Writes everything that is kept about a person into one archive. Cut off, it begins again from the start. */
export const exportDataJob = defineJob({
  name: 'privacy.export',
  payload: z.strictObject({ export_id: z.uuid(), user_id: z.uuid() }),
  attempts: 3,
  run: async (context: ExportContext, { export_id: id, user_id: userId }, attempt) => {
    const { database, now } = context
    const row = await database.asUser(userId, (transaction) =>
      transaction.row<ExportRow>(
        transaction
          .sql('data_exports')
          .where({ id })
          .whereIn('status', ['waiting', 'running'])
          .update({ status: 'running', started_at: now(), progress: 0 })
          .returning('*'),
      ),
    )
    if (row === undefined) return
    try {
      await makeArchive(context, row, attempt)
    } catch (error) {
      if (attempt.last && !attempt.signal.aborted) {
        await database.asUser(userId, (transaction) =>
          transaction.affected(transaction.sql('data_exports').where({ id }).update({ status: 'failed' })),
        )
      }
      throw error
    }
  },
  sweep: async ({ database }) => {
    const open = await database.asSystem((transaction) =>
      transaction.rows<{ id: string; user_id: string }>(
        transaction
          .sql('data_exports')
          .whereIn('status', ['waiting', 'running'])
          .orderBy('created_at')
          .limit(SWEPT_AT_ONCE)
          .select('id', 'user_id'),
      ),
    )
    return open.map(({ id, user_id }) => ({ jobId: id, payload: { export_id: id, user_id } }))
  },
})

async function makeArchive(context: ExportContext, row: ExportRow, { signal }: JobAttempt): Promise<void> {
  const { database, archives, now, exportDays } = context
  const { id, user_id: userId } = row
  const sources = await partsOf(context, row)
  const progress = progressOf(context, row, sources.length)
  const size = { bytes: 0 }
  const hash = createHash('sha256')
  let parts: readonly Part[] = []
  async function* content(): AsyncGenerator<Uint8Array> {
    const archive = writeArchive(
      sources,
      {
        created_at: row.created_at.toISOString(),
        language: row.language,
        left_out: Object.entries(LEFT_OUT).map(([table, reason]) => ({ table, reason })),
      },
      progress.note,
    )
    for (;;) {
      const { done, value } = await archive.next()
      if (done) {
        parts = value
        return
      }
      signal.throwIfAborted()
      hash.update(value)
      size.bytes += value.byteLength
      yield value
    }
  }
  const { key } = await archives.put({ kind: 'export', id, userId }, content())
  await progress.settled()
  const completedAt = now()
  const kept = await database.asUser(userId, (transaction) =>
    transaction.affected(
      transaction
        .sql('data_exports')
        .where({ id, status: 'running' })
        .update({
          status: 'completed',
          progress: 100,
          file_size: size.bytes,
          content_hash: hash.digest('hex'),
          encryption_key: key.wrapped,
          encryption_key_version: key.userKeyVersion,
          contents: JSON.stringify({
            parts: parts.length + 1,
            rows: parts.reduce((sum, part) => sum + (part.path === archivePaths.passages ? 0 : (part.rows ?? 0)), 0),
          }),
          completed_at: completedAt,
          expires_at: new Date(completedAt.getTime() + exportDays * DAY_MILLISECONDS),
        }),
    ),
  )
  // The account was erased meanwhile.
  if (kept === 0) await archives.remove({ kind: 'export', id, userId })
}

/**
 * Everything that goes into an archive. Rows that refer to others are read before those: what comes while the archive is
 * written has then what it refers to.
 */
async function partsOf(context: ExportContext, { user_id: userId, language }: ExportRow): Promise<PartSource[]> {
  const { database, storage, documentFiles, makeSummary } = context
  const avatar = storagePaths.avatar(userId, 'avatar.webp')
  const present = await presentTables(database)
  const tables = ownedTables()
    .filter(({ table }) => present.has(table))
    .map(
      (owned): PartSource => ({
        path: archivePaths.table(owned.table),
        content: (count) => jsonLines(rowsOf(database, userId, owned), count),
      }),
    )
  const documents = await database.asUser(userId, (transaction) =>
    transaction.rows<DocumentFileRow>(
      transaction
        .sql('medical_documents')
        .where({ user_id: userId })
        .orderBy('id')
        .select('id', 'file_path', 'file_size', 'file_type', 'encryption_key', 'encryption_key_version'),
    ),
  )
  const extensions = new Map(documents.map((row) => [row.id, row.file_type]))
  const fileUrl = (documentId: string) => `../${archivePaths.document(documentId, extensions.get(documentId) ?? 'bin')}`
  return [
    { path: archivePaths.readme, content: () => readme(language) },
    { path: archivePaths.passages, content: (count) => jsonLines(passagesOf(database, userId), count) },
    ...tables.toReversed(),
    { path: archivePaths.summary, content: () => oneJson(makeSummary({ userId, language }, fileUrl)) },
    ...((await storage.size(avatar)) === undefined
      ? []
      : [{ path: archivePaths.avatar, isPacked: true, content: () => opened(storage.read(avatar)) }]),
    ...documents.map(
      (row): PartSource => ({
        path: archivePaths.document(row.id, row.file_type),
        isPacked: true,
        content: () =>
          opened(
            documentFiles.read({
              documentId: row.id,
              userId,
              path: row.file_path,
              bytes: row.file_size,
              dataKey: { wrapped: row.encryption_key, userKeyVersion: row.encryption_key_version },
            }),
          ),
      }),
    ),
  ]
}

async function presentTables(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.asSystem((transaction) =>
    transaction.rows<{ name: string }>(
      transaction.sql.raw(
        `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
      ),
    ),
  )
  return new Set(rows.map(({ name }) => name))
}

async function* opened(source: Promise<AsyncIterable<Uint8Array>>): AsyncGenerator<Uint8Array> {
  yield* await source
}

async function* oneJson(value: Promise<unknown>): AsyncGenerator<string> {
  yield `${JSON.stringify(await value, null, 1)}\n`
}

async function* readme(language: Language): AsyncGenerator<string> {
  // In the person's language first, then in the others: whoever is given the archive may read another one.
  const languages = [language, ...LANGUAGES.filter((other) => other !== language)]
  yield `${languages.map((each) => translator(each)('privacy:readme')).join('\n\n----\n\n')}\n`
}

/** Writes down how far it is, at most once a second. */
function progressOf({ database }: ExportContext, { id, user_id: userId }: ExportRow, total: number) {
  let last = Date.now()
  let writing: Promise<unknown> = Promise.resolve()
  return {
    note: (number: number): void => {
      if (Date.now() - last < 1_000) return
      last = Date.now()
      writing = writing.then(() =>
        database.asUser(userId, (transaction) =>
          transaction.affected(
            transaction
              .sql('data_exports')
              .where({ id, status: 'running' })
              .update({ progress: Math.floor((100 * number) / (total + 1)) }),
          ),
        ),
      )
    },
    settled: () => writing,
  }
}
