import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import pLimit from 'p-limit'
import { z } from 'zod'
import { fileBytes } from '../../operations/adapters/open-api.ts'
import { validateInput } from '../../operations/validate-input.ts'
import { callerOfRequest, requireCaller } from '../../platform/auth/index.ts'
import type { Database } from '../../platform/database/index.ts'
import {
  type FieldError,
  NotFound,
  Problem,
  UnsupportedMediaType,
  ValidationFailed,
} from '../../platform/errors/problem.ts'
import { READ_LIMITS, ReadError } from '../../reader/index.ts'
import { parseByteRange } from './byte-range.ts'
import { FileProblems, RangeNotSatisfiable, UploadFields } from './document.ts'
import type { DocumentFiles } from './document-files.ts'
import { documents } from './document-operations.ts'
import { type DocumentRow, storedFileOf } from './document-store.ts'
import type { Upload, UploadDocument } from './document-upload.ts'
import { fileProblem } from './file-problem.ts'
import { openForReading } from './open-for-reading.ts'

export interface DocumentRouteOptions {
  readonly database: Database
  readonly files: DocumentFiles
  readonly upload: UploadDocument
}

const tags = ['documents']
const DocumentForm = UploadFields.extend({ file: fileBytes('The file.') })
/** Files that are held in memory at once while they are judged and encrypted; others wait on their connection. */
const UPLOADS_AT_ONCE = 8

/** What operations cannot do: take a file in and give it out again. Register it below `/api/v1`. */
export const documentRoutes: FastifyPluginAsyncZod<DocumentRouteOptions> = async (app, options) => {
  const { database, files, upload } = options
  const inTurn = pLimit(UPLOADS_AT_ONCE)

  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: READ_LIMITS.bytes, files: 1, fields: 10, fieldSize: 40_000, headerPairs: 50, parts: 12 },
  })

  app.post(
    '/documents',
    {
      onRequest: requireCaller('write'),
      config: { documented: { form: DocumentForm, problems: Object.values(FileProblems) } },
      // Multipart bodies are limited part by part.
      bodyLimit: READ_LIMITS.bytes + 1_000_000,
      schema: {
        tags,
        operationId: 'documents_add',
        summary: 'Upload a document',
        description:
          'A multipart form with the file in `file` (PDF, PNG, JPEG, WebP, HEIC or TIFF; 20 MB, 30 pages) and, where wanted, the other fields of a document.',
        consumes: ['multipart/form-data'],
        response: { 201: documents.record },
      },
    },
    (request, reply) =>
      inTurn(async () => {
        const received = await receive(request)
        const key = request.headers['idempotency-key']
        const { output, etag, repeated } = await upload(callerOfRequest(request), received, {
          idempotencyKey: typeof key === 'string' ? key : undefined,
        })
        if (repeated) {
          reply.header('idempotency-replayed', 'true')
        }
        if (etag !== undefined) {
          reply.header('etag', etag)
        }
        return reply.code(201).header('location', `/api/v1/documents/${output.id}`).send(output)
      }),
  )

  app.get(
    '/documents/:id/content',
    {
      onRequest: requireCaller('read'),
      config: { documented: { file: 'application/octet-stream', problems: [NotFound, RangeNotSatisfiable] } },
      schema: {
        tags,
        operationId: 'documents_content_get',
        summary: 'Download the file of a document, or a part of it',
        params: z.object({
          id: z.string().meta({ description: 'The document.', examples: ['0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'] }),
        }),
      },
    },
    async (request, reply) => {
      const row = await openForReading(database, callerOfRequest(request), request.params.id, 'documents.content.get')
      const etag = `"${row.content_hash ?? row.id}"`
      void reply.headers({
        'accept-ranges': 'bytes',
        etag,
        'cache-control': 'private, no-cache',
        'content-disposition': `inline; filename*=UTF-8''${encodeFileName(row.original_filename)}`,
        // Whatever the file holds, a browser that shows it runs nothing and reaches nothing.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      })
      if (request.headers['if-none-match'] === etag) {
        return reply.code(304).send()
      }
      const range = rangeOf(request, row, etag)
      if (range === 'unsatisfiable') {
        throw new Problem(RangeNotSatisfiable, { headers: { 'content-range': `bytes */${row.file_size}` } })
      }
      const length = range === undefined ? row.file_size : range.end - range.start + 1
      void reply.type(row.mime_type).header('content-length', length)
      if (range !== undefined) {
        void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${row.file_size}`)
      }
      // For HEAD a stream is consumed and not sent, so there is no need to decrypt one.
      const content = request.method === 'HEAD' ? [] : await files.read(storedFileOf(row), range)
      return reply.send(Readable.from(content, { objectMode: false }))
    },
  )
}

/**
 * Receives the parts of the form.
 * @throws {Problem} where there is no file, or more than one, or a field that documents do not have.
 */
async function receive(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new Problem(UnsupportedMediaType)
  }
  const fields: Record<string, unknown> = {}
  const errors: FieldError[] = []
  let file: { bytes: Buffer; fileName: string } | undefined
  for await (const part of request.parts()) {
    if (part.type === 'file' && part.fieldname === 'file') {
      const bytes = await part.toBuffer()
      if (part.file.truncated) {
        throw fileProblem(new ReadError('too_large', 'The upload has more bytes than may be read'))
      }
      file = { bytes, fileName: part.filename }
    } else if (part.type === 'file') {
      part.file.resume()
      errors.push({ pointer: `/${part.fieldname}`, code: 'unknown_field' })
    } else {
      fields[part.fieldname] = part.value === '' ? undefined : part.value
    }
  }
  const missing: FieldError[] = file === undefined ? [{ pointer: '/file', code: 'required' }] : []
  if (file === undefined || errors.length > 0) {
    throw new Problem(ValidationFailed, { errors: [...missing, ...errors] })
  }
  return { ...file, fields: validateInput(UploadFields, fields, { fromText: true }) }
}

/** A part is only sent of the very file that the client has the rest of. */
function rangeOf(request: FastifyRequest, row: DocumentRow, etag: string) {
  const ifRange = request.headers['if-range']
  return ifRange === undefined || ifRange === etag ? parseByteRange(request.headers.range, row.file_size) : undefined
}

/** RFC 8187: what `encodeURIComponent` leaves and the header may not hold is encoded too. */
export function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
