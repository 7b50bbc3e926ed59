import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { fileBytes } from '../../../operations/adapters/open-api.ts'
import { callerOfRequest, requireCaller } from '../../../platform/auth/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { PayloadTooLarge, Problem, UnsupportedMediaType, ValidationFailed } from '../../../platform/errors/problem.ts'
import type { JobBackend } from '../../../platform/jobs/index.ts'
import { queueAuditEntry } from '../../audit/index.ts'
import type { ArchiveStore } from '../archive-store.ts'
import { DataImport, type ImportRow, ImportUnderWay, importView } from './import.ts'
import { importDataJob } from './import-job.ts'
import { ARCHIVE_LIMITS } from './open-archive.ts'

export interface ImportRouteOptions {
  readonly database: Database
  readonly archives: ArchiveStore
  readonly jobs: JobBackend
}

const ArchiveForm = z.object({ file: fileBytes('The archive, as it was downloaded.') })

/** Takes an archive in. What is in it is looked at by a job. Register it below `/api/v1`. */
export const importRoutes: FastifyPluginAsyncZod<ImportRouteOptions> = async (app, { database, archives, jobs }) => {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: ARCHIVE_LIMITS.packed, files: 1, fields: 0, headerPairs: 50, parts: 2 },
  })

  app.post(
    '/me/import',
    {
      onRequest: requireCaller('write'),
      config: {
        documented: {
          form: ArchiveForm,
          problems: [ImportUnderWay, UnsupportedMediaType, PayloadTooLarge, ValidationFailed],
        },
      },
      bodyLimit: ARCHIVE_LIMITS.packed + 1_000_000,
      schema: {
        tags: ['me'],
        operationId: 'me_import_add',
        summary: 'Bring an archive in that was exported here or elsewhere',
        description:
          'A multipart form with the archive in `file` (zip; 2 GB). Rows that are there already stay as they are, so sending it twice adds nothing. Profile and settings come in where the account is empty; consents never.',
        consumes: ['multipart/form-data'],
        response: { 202: DataImport },
      },
    },
    async (request, reply) => {
      const caller = callerOfRequest(request)
      const { userId } = caller
      if (!request.isMultipart()) throw new Problem(UnsupportedMediaType)
      const open = await database.asUser(userId, (transaction) =>
        transaction.row(transaction.sql('data_imports').whereIn('status', ['waiting', 'running']).select('id')),
      )
      if (open !== undefined) throw new Problem(ImportUnderWay)
      const part = await request.file()
      if (part?.fieldname !== 'file') {
        part?.file.resume()
        throw new Problem(ValidationFailed, { errors: [{ pointer: '/file', code: 'required' }] })
      }
      const id = uuidv7()
      const place = { kind: 'import', id, userId } as const
      let bytes = 0
      async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
        for await (const chunk of source) {
          bytes += chunk.byteLength
          yield chunk
        }
      }
      const { key } = await archives.put(place, counted(part.file as AsyncIterable<Uint8Array>))
      if (part.file.truncated) {
        await archives.remove(place)
        throw new Problem(PayloadTooLarge, { values: { megabytes: ARCHIVE_LIMITS.packed / 1_000_000 } })
      }
      const row = await database.asUser(userId, async (transaction) => {
        const { ipAddress, userAgent } = caller
        const entry = { action: 'me.import.add', resourceType: 'data_imports', resourceId: id, success: true }
        queueAuditEntry(transaction, { userId, ...entry, ipAddress, userAgent })
        transaction.afterCommit(() => jobs.enqueue(importDataJob, { import_id: id, user_id: userId }, { jobId: id }))
        return transaction.row<ImportRow>(
          transaction
            .sql('data_imports')
            .insert({
              id,
              user_id: userId,
              file_size: bytes,
              encryption_key: key.wrapped,
              encryption_key_version: key.userKeyVersion,
            })
            .returning('*'),
        )
      })
      if (row === undefined) throw new Error('The inserted import was not returned')
      return reply
        .code(202)
        .header('location', `/api/v1/me/import/${id}`)
        .send(importView(row, caller.language) as never)
    },
  )
}
