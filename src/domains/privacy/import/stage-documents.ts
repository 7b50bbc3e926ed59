import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/database/index.ts'
import { inspectUpload } from '../../../reader/index.ts'
import { type DocumentFiles, documentPath } from '../../documents/index.ts'
import { archivePaths } from '../archive-format.ts'
import { ArchiveRefused } from './archive-refused.ts'
import { type CheckedArchive, wholePart } from './check-archive.ts'
import { rowsOfPart } from './read-rows.ts'

/** What the row of a document says about its file. */
export type FilePlace = Readonly<Record<string, unknown>> & { readonly file_path: string }

export interface StagedDocuments {
  readonly placeOf: (documentId: string) => FilePlace | undefined
  /** Removes the files again of documents that did not come in. */
  discard(): Promise<void>
}

const PLACE = [
  'file_path',
  'encryption_key',
  'encryption_key_version',
  'file_size',
  'content_hash',
  'mime_type',
] as const

/** Keeps the files of an archive's documents, each encrypted anew under this account's key, before their rows come in. */
export async function stageDocuments(
  services: { readonly database: Database; readonly files: DocumentFiles; readonly signal: AbortSignal },
  userId: string,
  checked: CheckedArchive,
): Promise<StagedDocuments> {
  const { database, files, signal } = services
  const rows = await database.asUser(userId, (transaction) =>
    transaction.rows<FilePlace & { id: string }>(
      transaction
        .sql('medical_documents')
        .where({ user_id: userId })
        .select('id', ...PLACE),
    ),
  )
  const places = new Map<string, FilePlace>(rows.map(({ id, ...place }) => [id, place]))
  const staged = new Map<string, string>()
  const discard = async (): Promise<void> => {
    for (const path of staged.values()) await files.remove(path)
  }
  const tablePath = archivePaths.table('medical_documents')
  const table = checked.parts.get(tablePath)
  if (table === undefined) return { placeOf: () => undefined, discard }
  try {
    for await (const { number, row } of rowsOfPart(checked.archive, table)) {
      signal.throwIfAborted()
      const old = String(row['id'])
      const id = checked.newIds.get(old) ?? old
      if (places.has(id)) continue
      const file = checked.parts.get(archivePaths.document(old, String(row['file_type'])))
      if (file === undefined) throw new ArchiveRefused('missing_part', { file: tablePath, row: number })
      const content = await wholePart(checked.archive, file)
      const { mimeType } = await inspectUpload(content)
      const uploadedAt = new Date(String(row['created_at']))
      const isTime = !Number.isNaN(uploadedAt.getTime())
      const path = documentPath(userId, isTime ? uploadedAt : new Date(), id)
      const key = await files.put({ documentId: id, userId, path, content })
      staged.set(id, path)
      places.set(id, {
        file_path: path,
        encryption_key: key.wrapped,
        encryption_key_version: key.userKeyVersion,
        file_size: content.byteLength,
        content_hash: createHash('sha256').update(content).digest('hex'),
        mime_type: mimeType,
      })
    }
  } catch (error) {
    await discard()
    throw error
  }
  return { placeOf: (id) => places.get(id), discard }
}
