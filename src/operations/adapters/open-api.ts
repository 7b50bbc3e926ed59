import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const header = (description: string, example: string) => ({
  schema: { type: 'string', description, examples: [example] },
})

/** Headers of an answer, by its status. */
const RESPONSE_HEADERS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  '200': { ETag: header('Entity tag of the row, for `If-Match`.', '"x4EVTCj-eevTtQLye0uvaY"') },
  '201': {
    ETag: header('Entity tag of the row, for `If-Match`.', '"x4EVTCj-eevTtQLye0uvaY"'),
    Location: header('Where the new row is.', '/api/v1/allergies/0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'),
    'Idempotency-Replayed': header('`true` where this is the answer to an earlier request with the same key.', 'true'),
  },
  '429': { 'Retry-After': header('Seconds to wait.', '30') },
}

/** zod schemas of routes as JSON Schema, with the headers of their answers. */
export const openApiTransform: SwaggerTransform = (route) => {
  const transformed = jsonSchemaTransform(route as Parameters<typeof jsonSchemaTransform>[0])
  // A route without schemas has none here either.
  const schema = transformed.schema as { response?: Record<string, Record<string, unknown>> } | undefined
  for (const [status, response] of Object.entries(schema?.response ?? {})) {
    const headers = RESPONSE_HEADERS[status]
    if (headers && 'content' in response) response['headers'] = headers
  }
  return transformed as ReturnType<SwaggerTransform>
}

/** Puts the named schemas into the document, and leaves out those that nothing refers to. */
export const openApiTransformObject: SwaggerTransformObject = (document) => {
  const complete = jsonSchemaTransformObject(document) as { paths?: unknown; components?: Components }
  const schemas = complete.components?.schemas ?? {}
  const used = new Set<string>()
  const visit = (part: unknown): void => {
    for (const [, name = ''] of JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      visit(schemas[name])
    }
  }
  visit(complete.paths)
  const kept = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
  return { ...complete, components: { ...complete.components, schemas: kept } } as ReturnType<SwaggerTransformObject>
}

interface Components {
  readonly schemas?: Readonly<Record<string, unknown>>
}
