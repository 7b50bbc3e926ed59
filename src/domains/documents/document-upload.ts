import { createHash } from 'node:crypto'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { defineOperation } from '../../operations/define-operation.ts'
import { entityTag } from '../../operations/entity-tag.ts'
import type { ExecuteOptions, OperationExecutor, Outcome } from '../../operations/execute-operation.ts'
import type { RecordRow } from '../../operations/record-store.ts'
import { recordActivity } from '../../operations/user-activity.ts'
import type { Caller } from '../../platform/auth/index.ts'
import type { WrappedDataKey } from '../../platform/crypto/index.ts'
import { inspectUpload, ReadError } from '../../reader/index.ts'
import { UNKNOWN_CATEGORY, UploadFields } from './document.ts'
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
  original_filename: z.string().min(1).max(255),
  content_hash: z.string().length(64),
  file_size: z.int(),
  file_type: z.string(),
  mime_type: z.string(),
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
    const { mimeType } = await inspect(upload.bytes)
    const staged = await stage(files, caller.userId, upload.bytes)
    const fileName = plainFileName(upload.fileName)
    try {
      const outcome = await executor.executeOperation(
        addDocument(staged, queue),
        caller,
        {
          ...upload.fields,
          original_filename: fileName,
          content_hash: createHash('sha256').update(upload.bytes).digest('hex'),
          file_size: upload.bytes.byteLength,
          file_type: EXTENSIONS[mimeType] ?? '',
          mime_type: mimeType,
        },
        options,
      )
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
    run: async (scope, input) => {
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
    },
  })
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
