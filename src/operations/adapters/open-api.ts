import type { SwaggerTransform, SwaggerTransformObject } from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { NotFound, type ProblemDefinition } from '../../platform/errors/problem.ts'
import { IdempotencyKeyInUse, IdempotencyKeyReused } from '../problems.ts'
import { idempotencyHeader, idempotencyHeaderWithoutCaller } from './idempotency-header.ts'
import { responsesOf } from './problem-schema.ts'
import { exampleOfSchema, type JsonSchema, withExamples } from './schema-examples.ts'

const header = (description: string, example: string) => ({ type: 'string', description, examples: [example] })

/** Headers of an answer, by its status. */
const RESPONSE_HEADERS: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  '200': { ETag: header('Entity tag of the row, for `If-Match`.', '"x4EVTCj-eevTtQLye0uvaY"') },
  '201': {
    ETag: header('Entity tag of the row, for `If-Match`.', '"x4EVTCj-eevTtQLye0uvaY"'),
    Location: header('Where the new row is.', '/api/v1/allergies/0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'),
  },
  '429': { 'Retry-After': header('Seconds to wait.', '30') },
}

/** Header of every answer to a POST. */
const REPLAYED = {
  'Idempotency-Replayed': header('`true` where this is the answer to an earlier request with the same key.', 'true'),
}

/** What the document says of a route that is no operation, and that Fastify must not act upon: files, and failures. */
export interface DocumentedRoute {
  /** The parts of a form. */
  readonly form?: z.ZodObject
  /** Type of a file that the route answers with. */
  readonly file?: string
  /** Failures besides those that every route may have. */
  readonly problems?: readonly ProblemDefinition[]
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly documented?: DocumentedRoute
    /** Nobody needs to be signed in, so an `Idempotency-Key` cannot be bound to a caller. */
    readonly withoutCaller?: boolean
  }
}

/** The bytes of a file, as a part of a form or as an answer. */
export const fileBytes = (description: string) =>
  z.string().meta({ description, format: 'binary', examples: ['%PDF-1.7'] })

/** Where a repeat may come while the first is under way. */
const ACCOUNTS = '/api/v1/auth/'

/** A route of Open Responses fails in its own way and says so. */
const GATEWAY = '/v1/'

/** zod schemas of routes as JSON Schema, with the headers of their answers. */
export const openApiTransform: SwaggerTransform = (route) => {
  const transformed = jsonSchemaTransform(completed(route) as Parameters<typeof jsonSchemaTransform>[0])
  // A route without schemas has none here either.
  const schema = transformed.schema as TransformedSchema | undefined
  if (schema && !schema.hide) schema.operationId ??= nameOfRoute(String(route.route.method), transformed.url)
  const isOurPost = route.route.method === 'POST' && !transformed.url.startsWith(GATEWAY)
  for (const [status, response] of Object.entries(schema?.response ?? {})) {
    const headers = {
      ...('content' in response && RESPONSE_HEADERS[status]),
      ...(isOurPost && status.startsWith('2') && REPLAYED),
    }
    if (Object.keys(headers).length > 0) response['headers'] = headers
  }
  return transformed as ReturnType<SwaggerTransform>
}

type TransformedRoute = Parameters<SwaggerTransform>[0]

/** The route with what it has only for the document, and with the failures that every route may have. */
function completed(given: TransformedRoute): TransformedRoute {
  const { schema, url, route } = given
  if (!schema || schema.hide || url.startsWith(GATEWAY)) return given
  const { form, file, problems = [] } = route.config?.documented ?? {}
  const response = (schema.response ?? {}) as Record<string, unknown>
  const isComplete = Object.keys(response).some((status) => status.startsWith('4'))
  const isPost = route.method === 'POST' && !schema.headers
  const header = route.config?.withoutCaller ? idempotencyHeaderWithoutCaller : idempotencyHeader
  const repeated = isPost ? [IdempotencyKeyReused, ...(url.startsWith(ACCOUNTS) ? [IdempotencyKeyInUse] : [])] : []
  const missing = [...(schema.params ? [NotFound] : []), ...repeated, ...problems]
  return {
    ...given,
    schema: {
      ...schema,
      ...(form && { body: form }),
      ...(isPost && { headers: header }),
      response: {
        ...(file && { 200: { description: schema.summary, content: { [file]: { schema: fileBytes('The file.') } } } }),
        ...response,
        ...(!isComplete && responsesOf(missing)),
      },
    },
  }
}

interface TransformedSchema {
  operationId?: string
  readonly hide?: boolean
  readonly response?: Record<string, Record<string, unknown>>
}

/** What a generated client calls a route that has no name of its own: `post_auth_login`. */
function nameOfRoute(method: string, url: string): string {
  const steps = url.split('/').filter((step) => step !== '' && step !== 'api' && !/^v\d+$/.test(step))
  return [method.toLowerCase(), ...steps]
    .join('_')
    .replaceAll(/[^a-z0-9]+/gi, '_')
    .replace(/_$/, '')
}

/** Puts the named schemas into the document with examples everywhere, and leaves out those that nothing refers to. */
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
  const kept = Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => used.has(name))
      .map(([name, schema]) => [name, withExamples(schema, schemas)]),
  )
  return {
    ...complete,
    paths: exemplified(complete.paths, schemas),
    components: { ...complete.components, schemas: kept },
  } as ReturnType<SwaggerTransformObject>
}

interface Components {
  readonly schemas?: Readonly<Record<string, JsonSchema>>
}

/** Every `schema` below a part of the document with its examples; bodies say theirs beside the schema too. */
function exemplified(part: unknown, schemas: Readonly<Record<string, JsonSchema>>): unknown {
  if (Array.isArray(part)) return part.map((each) => exemplified(each, schemas))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]): (readonly [string, unknown])[] => {
      if (name === 'example') return []
      if (name !== 'schema') return [[name, exemplified(value, schemas)]]
      // Parameters say their example beside their schema already; schemas everywhere hold a list of them.
      const given: unknown = 'example' in part ? part.example : undefined
      const schema: JsonSchema = given === undefined || value.$ref ? value : { ...value, examples: [given] }
      const example = given ?? exampleOfSchema(schema, schemas)
      const beside: [string, unknown][] = example === undefined ? [] : [['example', example]]
      return [[name, withExamples(schema, schemas)], ...beside]
    }),
  )
}
