import { createHash } from 'node:crypto'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { entityTag } from '../../operations/entity-tag.ts'
import type { ExecuteOptions, OperationExecutor, Outcome } from '../../operations/execute-operation.ts'
import { identifier, moment, text, wholeNumber } from '../../operations/field-types.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { fileOfTool, toolFile } from '../../operations/tool-file.ts'
import { recordActivity } from '../../operations/user-activity.ts'
import type { Caller } from '../../platform/auth/index.ts'
import type { WrappedDataKey } from '../../platform/crypto/index.ts'
import { inspectUpload, ReadError } from '../../reader/index.ts'
import { documentDerived, UNKNOWN_CATEGORY, UploadFields } from './document.ts'
import type { DocumentFiles } from './document-files.ts'
import { documents, presentDocument } from './document-operations.ts'
import { documentPath } from './document-store.ts'
import { fileProblem } from './file-problem.ts'
import type { ReadingQueue } from './reading-request.ts'
import { isSensitiveByDefault } from './sensitivity.ts'

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/tiff': 'tiff',
}

/** A file that has arrived whole. */
export interface Upload {
  readonly bytes: Uint8Array
  /** As the sender calls it. */
  readonly fileName: string
  readonly fields: UploadFields
}

/** What is asked for when a file is uploaded. The same file with the same words is the same request. */
const AddDocument = UploadFields.extend({
  original_filename: documentDerived.original_filename,
  content_hash: text('SHA-256 of its bytes.', { example: 'a3f5…', maximum: 64 }),
  file_size: documentDerived.file_size,
  file_type: documentDerived.file_type,
  mime_type: documentDerived.mime_type,
})

interface StagedFile {
  readonly id: string
  readonly path: string
  readonly uploadedAt: Date
  readonly dataKey: WrappedDataKey
}

export type UploadDocument = (
  caller: Caller,
  upload: Upload,
  options?: Pick<ExecuteOptions, 'idempotencyKey'>,
) => Promise<Outcome<RecordRow & { id: string }>>

/**
 * Takes uploads in: judges the file, keeps it encrypted, adds the row, and asks for its reading once the row is committed.
 * A file whose row was not added is removed again.
 */
export function createUpload(services: {
  readonly files: DocumentFiles
  readonly executor: OperationExecutor
  readonly queue: ReadingQueue
}): UploadDocument {
  const { files, executor, queue } = services

  return async (caller, upload, options = {}) => {
    const said = describeFile(upload, await inspect(upload.bytes))
    const staged = await stage(files, caller.userId, upload.bytes)
    try {
      const outcome = await executor.executeOperation(addDocument(staged, queue), caller, said, options)
      if (outcome.repeated) {
        await files.remove(staged.path)
      }
      return outcome as Outcome<RecordRow & { id: string }>
    } catch (error) {
      await files.remove(staged.path)
      throw error
    }
  }
}

/** @throws {Problem} one of `FileProblems`. */
async function inspect(bytes: Uint8Array) {
  try {
    return await inspectUpload(bytes)
  } catch (error) {
    throw error instanceof ReadError ? fileProblem(error) : error
  }
}

async function stage(files: DocumentFiles, userId: string, content: Uint8Array): Promise<StagedFile> {
  const id = uuidv7()
  const uploadedAt = new Date()
  const place = documentPath(userId, uploadedAt, id)
  const dataKey = await files.put({ documentId: id, userId, path: place, content })
  return { id, path: place, uploadedAt, dataKey }
}

function addDocument(staged: StagedFile, queue: ReadingQueue) {
  return defineOperation({
    name: 'documents.add',
    summary: 'Add a document',
    effect: 'write',
    input: AddDocument,
    output: documents.record,
    run: (scope, input) => insertDocument(scope, queue, staged, input),
  })
}

/** Adds the row of a file that is kept already, and asks for its reading. */
async function insertDocument(
  scope: OperationScope,
  queue: ReadingQueue,
  staged: StagedFile,
  input: z.infer<typeof AddDocument>,
): Promise<RecordRow> {
  const { caller, transaction } = scope
  const { document_name, category, document_date, description, is_sensitive, ...file } = input
  const row = await transaction.row<RecordRow>(
    transaction
      .sql('medical_documents')
      .insert({
        ...file,
        id: staged.id,
        user_id: caller.userId,
        document_name: document_name ?? nameFromFile(file.original_filename),
        category: category ?? UNKNOWN_CATEGORY,
        document_date: document_date ?? null,
        description: description ?? null,
        is_sensitive: is_sensitive ?? isSensitiveByDefault(category),
        sensitivity_chosen: is_sensitive !== undefined,
        file_path: staged.path,
        status: 'uploaded',
        encryption_key: staged.dataKey.wrapped,
        encryption_key_version: staged.dataKey.userKeyVersion,
        created_at: staged.uploadedAt,
      })
      .returning('*'),
  )
  const record = documents.store.fromRow(row ?? {})
  await scope.changed({ kind: 'created', table: 'medical_documents', id: staged.id, before: null, after: record })
  recordActivity(scope, 'upload', { document_id: staged.id })
  scope.about({ table: 'medical_documents', id: staged.id, version: entityTag(record) })
  transaction.afterCommit(() => queue.ask({ documentId: staged.id, userId: caller.userId, attempts: 0 }))
  return presentDocument(record, caller.language)
}

/** What is known of a file that waits, encrypted, for the person's word. Its key is wrapped. */
const StagedDocument = AddDocument.extend({
  id: identifier('The document that it becomes.'),
  uploaded_at: moment('When the file came.', { example: '2026-03-12T04:30:00.000Z' }),
  wrapped_key: text('What the owner’s key unwraps to the key of the file.', { example: 'k1…', maximum: 1_000 }),
  user_key_version: wholeNumber('Which key of the owner that is.', { example: 1 }),
})
type StagedDocument = z.infer<typeof StagedDocument>

const DocumentFile = UploadFields.extend({
  file: toolFile('The file: PDF, PNG, JPEG, WebP, HEIC or TIFF, of 30 pages at most.'),
  original_filename: text('Name of the file.', { example: 'report.pdf', maximum: 255 }),
})

/**
 * The same for programs that speak MCP: the file comes in base64 and waits, encrypted, until the person has agreed. What
 * nobody agrees to, `sweepFilesJob` removes.
 */
export const addDocumentByTool = defineOperation({
  name: 'documents.add',
  summary: 'Add a document',
  effect: 'write',
  input: StagedDocument,
  output: documents.record,
  tool: {
    guidance: 'tools/documents',
    confirm: 'always',
    staging: {
      input: DocumentFile,
      stage: async ({ documents: { files } }, caller, given: z.infer<typeof DocumentFile>) => {
        const { file, original_filename, ...fields } = given
        const bytes = fileOfTool(file)
        const said = describeFile({ bytes, fileName: original_filename, fields }, await inspect(bytes))
        const { id, uploadedAt, dataKey } = await stage(files, caller.userId, bytes)
        return {
          ...said,
          id,
          uploaded_at: uploadedAt.toISOString(),
          wrapped_key: dataKey.wrapped,
          user_key_version: dataKey.userKeyVersion,
        } satisfies StagedDocument
      },
      discard: ({ documents: { files } }, caller, { id, uploaded_at }: StagedDocument) =>
        files.remove(documentPath(caller.userId, new Date(uploaded_at), id)),
    },
  },
  told: ({ original_filename, document_name, category, document_date, description, is_sensitive }) => ({
    original_filename,
    document_name,
    category,
    document_date,
    description,
    is_sensitive,
  }),
  run: (scope, { id, uploaded_at, wrapped_key, user_key_version, ...said }) => {
    const uploadedAt = new Date(uploaded_at)
    const staged = {
      id,
      path: documentPath(scope.caller.userId, uploadedAt, id),
      uploadedAt,
      dataKey: { wrapped: wrapped_key, userKeyVersion: user_key_version },
    }
    return insertDocument(scope, scope.services.documents.queue, staged, said)
  },
})

/** What is asked for when a file is added. */
function describeFile(upload: Upload, { mimeType }: { readonly mimeType: string }): z.infer<typeof AddDocument> {
  return {
    ...upload.fields,
    original_filename: plainFileName(upload.fileName),
    content_hash: createHash('sha256').update(upload.bytes).digest('hex'),
    file_size: upload.bytes.byteLength,
    file_type: EXTENSIONS[mimeType] ?? '',
    mime_type: mimeType,
  }
}

/** Without folders, and short enough to keep. Some browsers send whole paths. */
function plainFileName(name: string): string {
  const base = path.posix.basename(name.replaceAll('\\', '/')).trim()
  if (base.length <= 255) {
    return base === '' ? 'document' : base
  }
  const extension = path.posix.extname(base).slice(0, 20)
  return `${base.slice(0, 255 - extension.length).toWellFormed()}${extension}`
}

function nameFromFile(fileName: string): string {
  return path.posix.parse(fileName).name.replaceAll('_', ' ').trim() || fileName
}
