import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fileBytes } from '../../../operations/adapters/open-api.ts'
import { callerOfRequest, requireCaller } from '../../../platform/auth/index.ts'
import {
  NotFound,
  PayloadTooLarge,
  Problem,
  UnsupportedMediaType,
  ValidationFailed,
} from '../../../platform/errors/problem.ts'
import { ServiceDisconnected } from '../service-disconnected.ts'
import { ImportRunning } from './import-problems.ts'
import { serviceImports } from './service-import.ts'
import { LARGEST_ARCHIVE_BYTES, type UploadArchive } from './upload-archive.ts'

export interface ImportRouteOptions {
  readonly upload: UploadArchive
}

const ArchiveForm = z.strictObject({ file: fileBytes('The archive, as the app of the service made it.') })

/** What operations cannot do: take an archive in. Register it below `/api/v1`. */
export const serviceImportRoutes: FastifyPluginAsyncZod<ImportRouteOptions> = async (app, { upload }) => {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: LARGEST_ARCHIVE_BYTES, files: 1, fields: 0, headerPairs: 50, parts: 1 },
  })

  app.post(
    '/connected-services/:service_id/imports',
    {
      onRequest: requireCaller('write'),
      config: { documented: { form: ArchiveForm, problems: [NotFound, ServiceDisconnected, ImportRunning] } },
      // Multipart bodies are limited part by part.
      bodyLimit: LARGEST_ARCHIVE_BYTES + 1_000_000,
      schema: {
        tags: ['connected-services'],
        operationId: 'connected-services_imports_add',
        summary: "Send an archive that a service's app has exported",
        description:
          'A multipart form with the archive in `file`: `export.zip` of Apple Health, the zip of Samsung Health, a Google Takeout with Fitbit or Google Fit in it; up to 4 GB. It is read in the background: the answer is the import, whose address tells how far it is, as do `import.progress` notifications on open sockets.',
        consumes: ['multipart/form-data'],
        params: z.object({
          service_id: z
            .string()
            .meta({ description: 'The service.', examples: ['0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'] }),
        }),
        response: { 202: serviceImports.record },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) throw new Problem(UnsupportedMediaType)
      const part = await request.file()
      if (part === undefined || part.fieldname !== 'file') {
        throw new Problem(ValidationFailed, { errors: [{ pointer: '/file', code: 'required' }] })
      }
      const content = whole(part.file)
      const key = request.headers['idempotency-key']
      const { output, repeated } = await upload(
        callerOfRequest(request),
        { serviceId: request.params.service_id, fileName: part.filename, content },
        { idempotencyKey: typeof key === 'string' ? key : undefined },
      )
      if (repeated) reply.header('idempotency-replayed', 'true')
      const address = `/api/v1/connected-services/${request.params.service_id}/imports/${String(output['id'])}`
      return reply.code(202).header('location', address).send(output)
    },
  )
}

/** @throws {Problem} PayloadTooLarge where the file was cut off at the limit. */
async function* whole(file: AsyncIterable<Uint8Array> & { readonly truncated: boolean }): AsyncGenerator<Uint8Array> {
  yield* file
  if (file.truncated) throw new Problem(PayloadTooLarge, { values: { megabytes: LARGEST_ARCHIVE_BYTES / 1_000_000 } })
}
