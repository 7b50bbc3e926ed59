import type { Caller } from '../../platform/auth/index.ts'
import type { Database } from '../../platform/database/index.ts'
import type { EventBus } from '../../platform/events/index.ts'
import type { DocumentFiles } from './document-files.ts'
import { type DocumentRow, findBeingRead, findDocument, findDocuments, storedFileOf } from './document-store.ts'
import type { UploadDocument } from './document-upload.ts'
import { followReading } from './follow-reading.ts'
import type { ReadingProgress } from './reading-progress.ts'

interface AttachedDocument {
  readonly id: string
  /** As the person calls the file. */
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly mediaType: string
}

/** Larger pictures are not handed to models: the text and the values that were read from them are. */
const LARGEST_IMAGE_BYTES = 8_000_000
const SEEN_BY_MODELS = new Set(['image/png', 'image/jpeg', 'image/webp'])

/** Files of chat messages: they become documents like any other. */
interface AttachedDocuments {
  /** @throws {Problem} where the file is not one that can be read. */
  add(
    caller: Caller,
    file: { readonly name: string; readonly mediaType: string | undefined; readonly bytes: Buffer },
  ): Promise<AttachedDocument>
  /** Those of the ids that are the caller's, in the same order. */
  find(caller: Caller, ids: readonly string[]): Promise<AttachedDocument[]>
  /** Those of the caller that came a moment ago and are still being read, oldest first. */
  beingRead(caller: Caller): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Says how the reading goes until it is over. */
  reading(caller: Caller, documentId: string, signal: AbortSignal): AsyncIterable<ReadingProgress>
  /** The file as a data URL where it is an image that models may look at. */
  image(caller: Caller, documentId: string): Promise<{ mediaType: string; dataUrl: string } | undefined>
}

export function createAttachedDocuments(services: {
  readonly database: Database
  readonly events: EventBus
  readonly files: DocumentFiles
  readonly upload: UploadDocument
}): AttachedDocuments {
  const { database, files, upload } = services
  const find = (caller: Caller, ids: readonly string[]): Promise<DocumentRow[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : database.asUser(caller.userId, (transaction) => findDocuments(transaction, ids))

  return {
    async add(caller, file) {
      // Who may talk to the assistant may show it a file, which is all that this adds.
      const sender: Caller = { ...caller, scopes: new Set([...caller.scopes, 'write']) }
      const { output } = await upload(sender, { bytes: file.bytes, fileName: file.name, fields: {} })
      const [row] = await find(caller, [output.id])
      if (row === undefined) {
        throw new Error('The document that was just added is not there.')
      }
      return attachedDocument(row)
    },

    async find(caller, ids) {
      const rows = new Map((await find(caller, ids)).map((row) => [row.id, row]))
      return ids.flatMap((id) => {
        const row = rows.get(id)
        return row === undefined ? [] : [attachedDocument(row)]
      })
    },

    async beingRead(caller) {
      const rows = await database.asUser(caller.userId, findBeingRead)
      return rows.map(({ id, original_filename: name }) => ({ id, name }))
    },

    reading: (caller, documentId, signal) => followReading(services, caller.userId, documentId, signal),

    async image(caller, documentId) {
      const row = await database.asUser(caller.userId, (transaction) => findDocument(transaction, documentId))
      if (row === undefined || !SEEN_BY_MODELS.has(row.mime_type) || row.file_size > LARGEST_IMAGE_BYTES) {
        return undefined
      }
      const bytes = await files.readWhole(storedFileOf(row))
      return { mediaType: row.mime_type, dataUrl: `data:${row.mime_type};base64,${bytes.toString('base64')}` }
    },
  }
}

function attachedDocument(row: DocumentRow): AttachedDocument {
  return {
    id: row.id,
    name: row.original_filename,
    path: row.file_path,
    bytes: row.file_size,
    mediaType: row.mime_type,
  }
}
