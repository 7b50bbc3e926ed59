import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, requireCaller } from '../../../platform/auth/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import { openRow } from '../../audit/index.ts'
import { parseByteRange, RangeNotSatisfiable } from '../../documents/index.ts'
import type { ArchiveStore } from '../archive-store.ts'
import { ArchiveNotReady, type ExportRow, isReady } from './export.ts'

export interface ExportRouteOptions {
  readonly database: Database
  readonly archives: ArchiveStore
}

/** The archive itself; a download that was cut off goes on where it was. Register it below `/api/v1`. */
export const exportRoutes: FastifyPluginAsyncZod<ExportRouteOptions> = async (app, { database, archives }) => {
  app.get(
    '/me/export/:id/content',
    {
      onRequest: requireCaller('read'),
      config: {
        documented: { file: 'application/zip', problems: [NotFound, ArchiveNotReady, RangeNotSatisfiable] },
      },
      schema: {
        tags: ['me'],
        operationId: 'me_export_content_get',
        summary: 'Download an archive, or a part of it',
        description:
          'A zip file with the record as JSON, the original files, a summary in FHIR and a manifest. `Range` with `If-Range` goes on where a download was cut off.',
        params: z.object({
          id: z.string().meta({ description: 'The export.', examples: ['0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'] }),
        }),
        produces: ['application/zip'],
      },
    },
    async (request, reply) => {
      const row = await openRow(database, callerOfRequest(request), {
        id: request.params.id,
        action: 'me.export.content.get',
        table: 'data_exports',
        find: (transaction, id) => transaction.row<ExportRow>(transaction.sql('data_exports').where({ id })),
      })
      const { file_size: bytes, encryption_key: wrapped, encryption_key_version: userKeyVersion } = row
      if (!isReady(row, new Date()) || bytes === null || wrapped === null || userKeyVersion === null) {
        throw new Problem(ArchiveNotReady)
      }
      const etag = `"${row.content_hash}"`
      void reply.headers({
        'accept-ranges': 'bytes',
        etag,
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="swasthwrap-${row.created_at.toISOString().slice(0, 10)}.zip"`,
      })
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      const ifRange = request.headers['if-range']
      const range = ifRange === undefined || ifRange === etag ? parseByteRange(request.headers.range, bytes) : undefined
      if (range === 'unsatisfiable') {
        throw new Problem(RangeNotSatisfiable, { headers: { 'content-range': `bytes */${bytes}` } })
      }
      const part = range ?? { start: 0, end: bytes - 1 }
      void reply.type('application/zip').header('content-length', part.end - part.start + 1)
      if (range !== undefined) {
        void reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
      }
      if (request.method === 'HEAD') return reply.send()
      const read = await archives.open(
        { kind: 'export', id: row.id, userId: row.user_id },
        { bytes, key: { wrapped, userKeyVersion } },
      )
      return reply.send(Readable.from(read(part), { objectMode: false }))
    },
  )
}
