import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { fileBytes } from '../../../operations/adapters/open-api.ts'
import {
  checkIdempotencyKey,
  findAnswer,
  idempotentCall,
  queueAnswer,
  type StoredAnswer,
} from '../../../operations/idempotency.ts'
import { callerOfRequest, requireCaller } from '../../../platform/auth/index.ts'
import { type Database, type Transaction, UniqueViolation } from '../../../platform/database/index.ts'
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
      const idempotencyKey = request.headers['idempotency-key'] as string | undefined
      if (idempotencyKey !== undefined) checkIdempotencyKey(idempotencyKey)
      // What is under way may be the import whose answer is asked for once more: that shows when the archive is here.
      else await database.asUser(userId, refuseWhileUnderWay)
      const part = await request.file()
      if (part?.fieldname !== 'file') {
        part?.file.resume()
        throw new Problem(ValidationFailed, { errors: [{ pointer: '/file', code: 'required' }] })
      }
      const id = uuidv7()
      const place = { kind: 'import', id, userId } as const
      let bytes = 0
      const hash = createHash('sha256')
      async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
        for await (const chunk of source) {
          bytes += chunk.byteLength
          hash.update(chunk)
          yield chunk
        }
      }
      const { key } = await archives.put(place, counted(part.file as AsyncIterable<Uint8Array>))
      if (part.file.truncated) {
        await archives.remove(place)
        throw new Problem(PayloadTooLarge, { values: { megabytes: ARCHIVE_LIMITS.packed / 1_000_000 } })
      }
      const once =
        idempotencyKey === undefined
          ? undefined
          : idempotentCall(userId, idempotencyKey, { name: 'me.import.add' }, { sha256: hash.digest('hex') })
      const add = (): Promise<StoredAnswer> =>
        database.asUser(userId, async (transaction) => {
          const now = new Date()
          const earlier = once && (await findAnswer(transaction, once, now))
          if (earlier !== undefined) return earlier
          await refuseWhileUnderWay(transaction)
          const { ipAddress, userAgent } = caller
          const entry = { action: 'me.import.add', resourceType: 'data_imports', resourceId: id, success: true }
          queueAuditEntry(transaction, { userId, ...entry, ipAddress, userAgent })
          transaction.afterCommit(() => jobs.enqueue(importDataJob, { import_id: id, user_id: userId }, { jobId: id }))
          const row = await transaction.row<ImportRow>(
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
          if (row === undefined) throw new Error('The inserted import was not returned')
          const answer = { output: importView(row, caller.language), etag: undefined }
          if (once) queueAnswer(transaction, once, answer, now)
          return answer
        })
      try {
        const { output } = await add().catch((error: unknown) => {
          // Of two at once with the same key, the one that was first is answered twice.
          if (error instanceof UniqueViolation && error.table === 'idempotency_keys') return add()
          throw error
        })
        const answer = output as z.output<typeof DataImport>
        if (answer.id !== id) {
          await archives.remove(place)
          reply.header('idempotency-replayed', 'true')
        }
        return reply.code(202).header('location', `/api/v1/me/import/${answer.id}`).send(answer)
      } catch (error) {
        await archives.remove(place)
        throw error
      }
    },
  )
}

/** @throws {Problem} ImportUnderWay where another archive is being brought in. */
async function refuseWhileUnderWay(transaction: Transaction): Promise<void> {
  const open = await transaction.row(
    transaction.sql('data_imports').whereIn('status', ['waiting', 'running']).select('id'),
  )
  if (open !== undefined) throw new Problem(ImportUnderWay)
}
