import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifySchemaCompiler } from 'fastify'
import { createSerializerCompiler } from 'fastify-type-provider-zod'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import packageDescription from '../package.json' with { type: 'json' }
import { gateway } from './assistant/gateway/index.ts'
import { accountRoutes } from './domains/accounts/index.ts'
import { documentRoutes, pageImageRoutes, sharedDocumentRoutes } from './domains/documents/index.ts'
import { fhirRoutes } from './domains/fhir/index.ts'
import { catalogue, pendingActions, prompts, resources } from './domains/index.ts'
import { erasureRoutes, exportRoutes, importRoutes } from './domains/privacy/index.ts'
import { serviceImportRoutes } from './domains/services/index.ts'
import { avatarRoutes, createAvatars } from './domains/settings/index.ts'
import { mcpRoutes } from './operations/adapters/mcp-routes.ts'
import { openApiTransform, openApiTransformObject } from './operations/adapters/open-api.ts'
import { restRoutes } from './operations/adapters/rest-routes.ts'
import { validateInput } from './operations/validate-input.ts'
import { authentication } from './platform/auth/index.ts'
import { channelStates } from './platform/delivery/index.ts'
import { NotFound, Problem } from './platform/errors/problem.ts'
import {
  answerConnectionError,
  documentationRoutes,
  problemAnswers,
  RequestLog,
  rateLimits,
  securityHeaders,
  sendProblem,
  serviceRoutes,
} from './platform/http/index.ts'
import { requestMetrics, requestTraces } from './platform/telemetry/index.ts'
import type { Services } from './services.ts'
import { webPage } from './web-page.ts'

const MEGABYTE = 1_000_000
/** Headers are small: even a slow phone has sent them by then. */
const HEADERS_MILLISECONDS = 60_000
/** How often connections are looked over for those whose time is up. */
const LOOK_MILLISECONDS = 30_000

/** Composes the HTTP server. It does not listen yet. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const { config } = services
  let isStopping = false

  const app = Fastify({
    loggerInstance: services.logger as FastifyBaseLogger,
    logController: new RequestLog(),
    genReqId: () => uuidv7(),
    requestIdHeader: false,
    bodyLimit: MEGABYTE,
    // A slow phone may take its time to send a report, an attacker may not hold a connection for ever.
    requestTimeout: config.requestMilliseconds,
    http: {
      headersTimeout: Math.min(HEADERS_MILLISECONDS, config.requestMilliseconds),
      connectionsCheckingInterval: Math.min(LOOK_MILLISECONDS, config.requestMilliseconds),
    },
    routerOptions: { maxParamLength: 200 },
    trustProxy: [...config.trustedProxies],
    clientErrorHandler: answerConnectionError,
    frameworkErrors: (error, request, reply) => {
      // An address that cannot even be decoded leads nowhere.
      void sendProblem(new Problem(NotFound, { cause: error }), request, reply)
    },
  })
  // Each costs memory, some 100 kB with an open socket.
  app.server.maxConnections = config.maximumConnections
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(createSerializerCompiler())
  app.addHook('preClose', async () => {
    isStopping = true
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })

  await app.register(problemAnswers)
  await app.register(requestTraces)
  await app.register(requestMetrics, { metrics: services.metrics })
  await app.register(securityHeaders)
  await app.register(cookie)
  await app.register(authentication, {
    authenticator: services.authenticator,
    allowedOrigins: config.allowedOrigins,
  })
  await app.register(rateLimits, { perMinute: config.rateLimitPerMinute, counter: services.requestCounter })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Swasthwrap', description: packageDescription.description, version: packageDescription.version },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    transform: openApiTransform,
    transformObject: openApiTransformObject,
  })

  await app.register(serviceRoutes, {
    checks: [
      { name: 'database', check: () => services.database.ping() },
      { name: 'queue', check: () => services.jobs.ping() },
    ],
    details: { channels: channelStates(services.channels) },
    metrics: services.metrics,
    signingKeys: services.signingKeys,
    isStopping: () => isStopping,
  })
  await app.register(documentationRoutes)
  await app.register(webPage, {})
  await app.register(accountRoutes, {
    prefix: '/api/v1/auth',
    accounts: services.accounts,
    apiTokens: services.apiTokens,
    passwords: services.passwords,
    secondFactor: services.secondFactor,
    passkeys: services.passkeys,
    repeatedAnswers: services.repeatedAnswers,
    publicUrl: config.publicUrlIsSet ? config.publicUrl : undefined,
    allowedOrigins: config.allowedOrigins,
    attemptsPerMinute: config.authRateLimitPerMinute,
  })
  await app.register(mcpRoutes, {
    operations: catalogue,
    executor: services.executor,
    pendingActions,
    resources,
    prompts,
    version: packageDescription.version,
    allowedOrigins: config.allowedOrigins,
  })
  await app.register(restRoutes, { prefix: '/api/v1', operations: catalogue, executor: services.executor })
  await app.register(documentRoutes, {
    prefix: '/api/v1',
    database: services.database,
    files: services.documents.files,
    upload: services.documents.upload,
  })
  await app.register(fhirRoutes, { prefix: '/api/v1', importFhir: services.importFhir })
  await app.register(pageImageRoutes, {
    prefix: '/api/v1',
    database: services.database,
    files: services.documents.files,
    pageImages: services.documents.pageImages,
  })
  await app.register(avatarRoutes, {
    prefix: '/api/v1',
    executor: services.executor,
    avatars: createAvatars(services.storage),
  })
  await app.register(serviceImportRoutes, { prefix: '/api/v1', upload: services.uploadArchive })
  const { database, archives, jobs } = services
  await app.register(exportRoutes, { prefix: '/api/v1', database, archives })
  await app.register(importRoutes, { prefix: '/api/v1', database, archives, jobs })
  await app.register(erasureRoutes, {
    prefix: '/api/v1',
    database,
    jobs,
    live: services.live,
    events: services.events,
    proveIdentity: services.proveIdentity,
    attemptsPerMinute: config.authRateLimitPerMinute,
  })
  await app.register(sharedDocumentRoutes, {
    database: services.database,
    files: services.documents.files,
    attemptsPerMinute: config.authRateLimitPerMinute,
  })

  await app.register(gateway, {
    prefix: '/v1',
    runs: services.runs,
    bus: services.events,
    allowedOrigins: config.allowedOrigins,
    sealingKey: services.conversationKey,
    report: services.report,
  })

  await app.ready()
  return app
}

/** Checks requests against their zod schemas, in the same way as operations check their input. */
const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const fromText = httpPart !== 'body'
  return (data: unknown) => {
    try {
      return { value: validateInput(schema, data ?? undefined, { fromText }) }
    } catch (error) {
      if (error instanceof Error) {
        return { error }
      }
      throw error
    }
  }
}
