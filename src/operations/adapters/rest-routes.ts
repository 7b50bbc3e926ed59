import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOfRequest, requireCaller } from '../../platform/auth/index.ts'
import { type FieldError, Problem, ValidationFailed } from '../../platform/errors/problem.ts'
import type { AnyOperation, RestBinding } from '../define-operation.ts'
import { parseEntityTags } from '../entity-tag.ts'
import type { OperationExecutor, Outcome } from '../execute-operation.ts'
import { escapePointer } from '../prepare-input.ts'
import { idempotencyHeader } from './idempotency-header.ts'
import { problemResponses } from './problem-schema.ts'
import { toolName } from './tool-schema.ts'

export interface RestRouteSettings {
  readonly operations: readonly AnyOperation[]
  readonly executor: OperationExecutor
}

/** RFC 7396. */
const MERGE_PATCH = 'application/merge-patch+json'

const STATUS = { GET: 200, POST: 201, PUT: 200, PATCH: 200, DELETE: 204 } as const

/** The status that a success answers with. */
export function successStatus(rest: RestBinding): number {
  return rest.status ?? STATUS[rest.method]
}

/** Names of the path's parameters, in order: `/medications/{id}` has `id`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}

/** One Fastify route for each operation that has a REST binding. Register it below `/api/v1`, behind authentication. */
export async function restRoutes(app: FastifyInstance, settings: RestRouteSettings): Promise<void> {
  app.addContentTypeParser(MERGE_PATCH, { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
  for (const operation of settings.operations) {
    const { rest } = operation
    if (rest) addRoute(app, operation, rest, settings.executor)
  }
}

function addRoute(app: FastifyInstance, operation: AnyOperation, rest: RestBinding, executor: OperationExecutor): void {
  const hasBody = takesBody(rest)
  const parameters = pathParameters(rest.path)
  app.route({
    method: rest.method,
    url: rest.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: routeSchema(operation, rest),
    onRequest: requireCaller(),
    // The executor validates the whole input at once; Fastify needs the schemas for the document only.
    validatorCompiler: () => () => true,
    serializerCompiler: () => (data) => JSON.stringify(data),
    handler: async (request, reply) => {
      const caller = callerOfRequest(request)
      const input = hasBody ? bodyInput(request, parameters) : queryInput(request, parameters)
      const outcome = await executor.executeOperation(operation, caller, input, {
        fromText: !hasBody,
        ifMatch: conditional(rest) ? entityTagsOf(request) : undefined,
        idempotencyKey: rest.method === 'POST' ? headerOf(request, 'idempotency-key') : undefined,
      })
      return answer(request, reply, rest, outcome)
    },
  })
}

function takesBody({ method }: RestBinding): boolean {
  return method !== 'GET' && method !== 'DELETE'
}

function conditional({ method }: RestBinding): boolean {
  return method !== 'GET' && method !== 'POST'
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : value
}

function entityTagsOf(request: FastifyRequest): readonly string[] | undefined {
  const header = headerOf(request, 'if-match')
  return header === undefined ? undefined : parseEntityTags(header)
}

function queryInput(request: FastifyRequest, parameters: readonly string[]): object {
  const query = request.query as Record<string, unknown>
  refuseKeys(Object.keys(query).filter((key) => parameters.includes(key)))
  return { ...query, ...(request.params as object) }
}

function bodyInput(request: FastifyRequest, parameters: readonly string[]): object {
  refuseKeys(Object.keys(request.query as object))
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new Problem(ValidationFailed, { errors: [{ pointer: '', code: 'not_an_object' }] })
  }
  // The path says which row is meant; a body that says it too could only contradict it.
  refuseKeys(Object.keys(body).filter((key) => parameters.includes(key)))
  return Object.fromEntries([...Object.entries(body), ...Object.entries(request.params as object)])
}

function refuseKeys(keys: readonly string[]): void {
  if (keys.length === 0) return
  const errors = keys.map((key): FieldError => ({ pointer: `/${escapePointer(key)}`, code: 'unknown_field' }))
  throw new Problem(ValidationFailed, { errors })
}

function answer(request: FastifyRequest, reply: FastifyReply, rest: RestBinding, outcome: Outcome<unknown>): unknown {
  const status = successStatus(rest)
  reply.header('cache-control', 'private, no-cache')
  if (rest.mediaType !== undefined) reply.type(`${rest.mediaType}; charset=utf-8`)
  if (outcome.repeated) reply.header('idempotency-replayed', 'true')
  if (outcome.etag !== undefined && status !== 204) {
    reply.header('etag', outcome.etag)
    const known = rest.method === 'GET' && !rest.computed ? headerOf(request, 'if-none-match') : undefined
    if (known !== undefined && parseEntityTags(known).some((tag) => tag.replace(/^W\//, '') === outcome.etag)) {
      return reply.code(304).send()
    }
  }
  if (status === 204) return reply.code(204).send()
  const id = (outcome.output as { id?: unknown } | null)?.id
  if (status === 201 && typeof id === 'string') {
    reply.header('location', `${request.url.split('?', 1)[0]?.replace(/\/$/, '') ?? ''}/${id}`)
  }
  return reply.code(status).send(outcome.output)
}

const ifMatch = z.object({
  'if-match': z
    .string()
    .meta({ description: 'Entity tag that the row must still have.', examples: ['"x4EVTCj-eevTtQLye0uvaY"'] })
    .optional(),
})

/** What a request may say in its headers, for the document. */
const HEADERS: Readonly<Partial<Record<RestBinding['method'], z.ZodObject>>> = {
  POST: idempotencyHeader,
  PATCH: ifMatch,
  DELETE: ifMatch,
}

function routeSchema(operation: AnyOperation, rest: RestBinding): object {
  const shape = operation.input.shape as Record<string, z.ZodType>
  const parameters = new Set(pathParameters(rest.path))
  const inPath = Object.fromEntries(Object.entries(shape).filter(([name]) => parameters.has(name)))
  const others = Object.fromEntries(Object.entries(shape).filter(([name]) => !parameters.has(name)))
  const status = successStatus(rest)
  return {
    operationId: toolName(operation),
    summary: operation.summary,
    tags: [operation.name.split('.', 1)[0] ?? operation.name],
    ...(parameters.size > 0 && { params: z.strictObject(inPath) }),
    ...(Object.keys(others).length > 0 &&
      (takesBody(rest) ? { body: z.strictObject(others) } : { querystring: z.strictObject(others) })),
    ...(rest.method === 'PATCH' && { consumes: [MERGE_PATCH, 'application/json'] }),
    ...(HEADERS[rest.method] && { headers: HEADERS[rest.method] }),
    response: {
      [status]:
        status === 204
          ? z.undefined().describe('Done; there is nothing to say.')
          : {
              description: operation.summary,
              content: { [rest.mediaType ?? 'application/json']: { schema: operation.output } },
            },
      ...problemResponses(operation),
    },
  }
}
