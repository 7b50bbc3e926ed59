import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerOfRequest } from '../../platform/auth/index.ts'
import { BODY_LIMIT_BYTES } from './body-limit.ts'
import type { Compaction } from './compaction.ts'
import {
  cancelResponseDocumentation,
  compactDocumentation,
  createResponseDocumentation,
  getModelDocumentation,
  getResponseDocumentation,
  listModelsDocumentation,
} from './documentation.ts'
import { clientSignal, sendEventStream } from './event-stream.ts'
import { GatewayError } from './gateway-error.ts'
import { modelList, modelResource, OFFERED_MODELS, requireModel } from './models.ts'
import { runIdOf } from './open-responses/identifiers.ts'
import { readCreateRequest } from './open-responses/read-request.ts'
import { readStartingAfter } from './open-responses/starting-after.ts'
import { eventStreamText, untilEnd } from './open-responses/wire-text.ts'
import { idempotencyKey, originOf } from './request-headers.ts'
import type { RunRecord } from './runs/run-record.ts'
import type { Runs } from './runs/runs.ts'

export interface ResponsesRouteOptions {
  readonly runs: Runs
  readonly compaction: Compaction
  /** Aborted when the server stops: open streams must end. */
  readonly stopping: AbortSignal
}

/** Over HTTP nothing is remembered from one request to the next. */
const remembersNothing = () => false

/** The HTTP side of Open Responses, and the list of models. Register it below `/v1`. */
export async function responsesRoutes(app: FastifyInstance, options: ResponsesRouteOptions): Promise<void> {
  const { runs, compaction, stopping } = options

  const stream = (request: FastifyRequest, reply: FastifyReply, run: RunRecord, after: number) => {
    const signal = AbortSignal.any([clientSignal(reply), stopping])
    return sendEventStream(request, reply, eventStreamText(runs.follow(run, after, signal)))
  }

  const findRun = (request: FastifyRequest) => {
    const caller = callerOfRequest(request, 'chat')
    const { id } = request.params as { id: string }
    const runId = runIdOf(id)
    if (!runId) throw new GatewayError('response_not_found', 'response_id')
    return runs.find(caller, runId, remembersNothing)
  }

  app.post('/responses', { bodyLimit: BODY_LIMIT_BYTES, ...createResponseDocumentation }, async (request, reply) => {
    const caller = callerOfRequest(request, 'chat')
    const read = readCreateRequest(request.body, {
      idempotencyKey: idempotencyKey(request),
      openCompaction: (sealed) => compaction.open(caller.userId, sealed),
    })
    const run = await runs.start(caller, read, { origin: originOf(request), remembers: remembersNothing })
    if (read.stream) return stream(request, reply, run, -1)
    if (!read.echo.background) await untilEnd(runs.follow(run, -1, AbortSignal.any([clientSignal(reply), stopping])))
    return runs.response(run)
  })

  app.get('/responses/:id', getResponseDocumentation, async (request, reply) => {
    const run = await findRun(request)
    const query = request.query as Record<string, string | undefined>
    if (query['stream'] === 'true') return stream(request, reply, run, readStartingAfter(query['starting_after']))
    return runs.response(run)
  })

  app.post('/responses/:id/cancel', cancelResponseDocumentation, async (request) => runs.cancel(await findRun(request)))

  app.post('/responses/compact', { bodyLimit: BODY_LIMIT_BYTES, ...compactDocumentation }, async (request) =>
    compaction.compact(callerOfRequest(request, 'chat'), request.body),
  )

  app.get('/models', listModelsDocumentation, async () => modelList())

  app.get('/models/:id', getModelDocumentation, async (request) => {
    const { id } = request.params as { id: string }
    return modelResource(OFFERED_MODELS.find((model) => model.id === id) ?? requireModel(id))
  })
}
