import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, requireCaller } from '../../platform/auth/index.ts'
import type { Database } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { type PageImages, READ_LIMITS, ReadError } from '../../reader/index.ts'
import { FileProblems } from './document.ts'
import type { DocumentFiles } from './document-files.ts'
import { storedFileOf } from './document-store.ts'
import { fileProblem } from './file-problem.ts'
import { openForReading } from './open-for-reading.ts'

export interface PageImageRouteOptions {
  readonly database: Database
  readonly files: DocumentFiles
  readonly pageImages: PageImages
}

const NARROWEST = 64
/** An A4 page at 240 dots per inch; more shows nothing more. */
const WIDEST = 2_000
const USUAL = 1_000

const parameters = z.object({
  id: z.string().meta({ description: 'The document.', examples: ['0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'] }),
  page: z.coerce
    .number()
    .int()
    .min(1)
    .max(READ_LIMITS.pages)
    .meta({ description: 'The page, from 1.', examples: [1] }),
})
const query = z.object({
  width: z.coerce
    .number()
    .int()
    .min(NARROWEST)
    .max(WIDEST)
    .default(USUAL)
    .meta({
      description: 'Pixels that the picture is to be wide, at most those that the page has.',
      examples: [USUAL],
    }),
})

/** Pages of documents as pictures, for whoever shows where on the page a value stands. Register it below `/api/v1`. */
export const pageImageRoutes: FastifyPluginAsyncZod<PageImageRouteOptions> = async (app, options) => {
  const { database, files, pageImages } = options
  app.get(
    '/documents/:id/pages/:page/image',
    {
      onRequest: requireCaller('read'),
      config: { documented: { file: 'image/webp', problems: Object.values(FileProblems) } },
      schema: {
        tags: ['documents'],
        operationId: 'documents_pages_image_get',
        summary: 'See a page of a document as a picture',
        description:
          'WebP, upright and whole. The `box` of a result or a proposal holds fractions of exactly this picture, from its top left corner: a box lies at `x * width`, `y * height` and is `box.width * width` by `box.height * height` large, whatever width was asked for.',
        params: parameters,
        querystring: query,
        produces: ['image/webp'],
      },
    },
    async (request, reply) => {
      const { id, page } = request.params
      const { width } = request.query
      const row = await openForReading(database, callerOfRequest(request), id, 'documents.pages.image.get')
      // The file never changes, so neither does the picture of its page.
      const etag = `"${row.content_hash ?? row.id}-${page}-${width}"`
      void reply.headers({
        etag,
        'cache-control': 'private, max-age=86400',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      const bytes = await files.readWhole(storedFileOf(row))
      const image = await pageImages.draw({ bytes, page, width }).catch((error: unknown) => {
        throw error instanceof ReadError ? fileProblem(error) : error
      })
      if (image === undefined) throw new Problem(NotFound)
      return reply
        .type('image/webp')
        .headers({ 'x-image-width': image.width, 'x-image-height': image.height })
        .send(Buffer.from(image.webp))
    },
  )
}
