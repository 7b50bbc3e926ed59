import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import pLimit from 'p-limit'
import { z } from 'zod'
import { callerOfRequest, requireCaller } from '../../platform/auth/index.ts'
import { Problem, UnsupportedMediaType } from '../../platform/errors/problem.ts'
import type { ImportFhir } from './import/fhir-import.ts'
import { ImportOutcome, importFhir } from './import/import-operation.ts'
import { MOST_ENTRIES } from './import/open-content.ts'

const MEDIA_TYPES = [
  'application/fhir+json',
  'application/json',
  'application/fhir+ndjson',
  'application/x-ndjson',
  'application/ndjson',
]
const MOST_BYTES = 20_000_000
/** A bundle takes some ten times its size in memory while it is read. */
const AT_ONCE = 2

/** Takes in records of other programs. Register it below `/api/v1`. */
export const fhirRoutes: FastifyPluginAsyncZod<{ readonly importFhir: ImportFhir }> = async (app, options) => {
  const inTurn = pLimit(AT_ONCE)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(MEDIA_TYPES, { parseAs: 'string' }, (_request, body, done) => done(null, body))

  app.post(
    '/me/fhir',
    {
      onRequest: requireCaller('write'),
      bodyLimit: MOST_BYTES,
      schema: {
        tags: ['fhir'],
        operationId: 'fhir_import',
        summary: importFhir.summary,
        description: `A FHIR R4 bundle (document, collection, searchset, transaction or batch) or a single resource as \`application/fhir+json\`, or one resource a line as \`application/fhir+ndjson\`; 20 MB and ${MOST_ENTRIES} entries at most. What came before is recognised and not taken in twice; what cannot be taken in is named, and the rest is kept.`,
        consumes: MEDIA_TYPES,
        querystring: z.object({ acknowledge_person: importFhir.input.shape.acknowledge_person }),
        response: { 200: ImportOutcome },
      },
    },
    (request, reply) =>
      inTurn(async () => {
        if (typeof request.body !== 'string') throw new Problem(UnsupportedMediaType)
        const key = request.headers['idempotency-key']
        const { output, repeated } = await options.importFhir(
          callerOfRequest(request),
          { content: request.body, acknowledgePerson: request.query.acknowledge_person },
          { idempotencyKey: typeof key === 'string' ? key : undefined },
        )
        if (repeated) void reply.header('idempotency-replayed', 'true')
        return reply.send(output)
      }),
  )
}
