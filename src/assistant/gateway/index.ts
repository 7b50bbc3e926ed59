import websocket from '@fastify/websocket'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LANGUAGES, type Language } from '../../clinical/language-forms.ts'
import { callerOfRequest, isOriginAllowed, OriginRefused, requireCaller } from '../../platform/auth/index.ts'
import { Problem, ServiceUnavailable } from '../../platform/errors/problem.ts'
import type { EventBus } from '../../platform/events/index.ts'
import { languageOfRequest } from '../../platform/http/index.ts'
import { BODY_LIMIT_BYTES } from './body-limit.ts'
import { chatCompletionsRoutes } from './chat-completions/chat-completions-routes.ts'
import { createCompaction } from './compaction.ts'
import { GatewayError, wireError } from './gateway-error.ts'
import { originOf } from './request-headers.ts'
import { responsesRoutes } from './responses-routes.ts'
import type { Runs } from './runs/runs.ts'
import { SocketSession } from './socket-session.ts'

export { Runs } from './runs/runs.ts'

export interface GatewayOptions {
  readonly runs: Runs
  readonly bus: EventBus
  /** Browsers from elsewhere that may open a socket. */
  readonly allowedOrigins: readonly string[]
  /** 32 bytes that seal what clients keep for us; the same in every process and after every start. */
  readonly sealingKey: Uint8Array
  /** How long running answers may take to finish when the server stops. */
  readonly graceMilliseconds?: number
  readonly report: (error: unknown) => void
}

const GRACE_MILLISECONDS = 15_000

/** The chat gateway: Open Responses over WebSocket and HTTP, and chat completions. Register it with the prefix `/v1`. */
export async function gateway(app: FastifyInstance, options: GatewayOptions): Promise<void> {
  const { runs, bus, allowedOrigins, report } = options
  const compaction = createCompaction(options.sealingKey)
  const stopping = new AbortController()

  app.setErrorHandler((error, request, reply) => {
    const {
      status,
      headers,
      error: body,
    } = wireError(error, {
      language: languageOfRequest(request, request.caller?.language),
      requestId: request.id,
      bodyLimit: request.routeOptions.bodyLimit ?? 0,
    })
    if (status >= 500) request.log.error({ err: error }, 'request failed')
    return reply.code(status).headers(headers).type('application/json; charset=utf-8').send({ error: body })
  })

  await app.register(websocket, {
    options: { maxPayload: BODY_LIMIT_BYTES, perMessageDeflate: false },
    preClose: async () => {
      await runs.close(options.graceMilliseconds ?? GRACE_MILLISECONDS)
      stopping.abort()
      // 1012: the service restarts; clients come back and resume.
      for (const client of app.websocketServer.clients) client.close(1012)
      await new Promise((resolve) => app.websocketServer.close(resolve))
    },
  })

  // Before a body of many megabytes is read.
  app.addHook('onRequest', requireCaller('chat'))

  app.route({
    method: 'GET',
    url: '/responses',
    schema: { hide: true },
    preValidation: async (request) => {
      if (!isOriginAllowed(request.headers, allowedOrigins)) throw new Problem(OriginRefused)
      if (stopping.signal.aborted) throw new Problem(ServiceUnavailable)
    },
    handler: async () => {
      throw new GatewayError('websocket_expected')
    },
    wsHandler: (socket, request) => {
      const caller = callerOfRequest(request, 'chat')
      new SocketSession(socket, {
        caller: { ...caller, language: languageAskedFor(request) ?? caller.language },
        runs,
        bus,
        compaction,
        origin: originOf(request),
        connection: request.socket,
        report,
      })
    },
  })

  await app.register(responsesRoutes, { runs, compaction, stopping: stopping.signal })
  await app.register(chatCompletionsRoutes, { runs, stopping: stopping.signal })
}

/** A page cannot set headers of a socket: it names the language that it is read in as `?language=`. */
function languageAskedFor({ query }: FastifyRequest): Language | undefined {
  const { language } = query as { readonly language?: string }
  return LANGUAGES.find((known) => known === language)
}
