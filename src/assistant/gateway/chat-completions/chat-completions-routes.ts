import type { FastifyInstance } from 'fastify'
import { callerOfRequest } from '../../../platform/auth/index.ts'
import { BODY_LIMIT_BYTES } from '../body-limit.ts'
import { chatCompletionDocumentation } from '../documentation.ts'
import { clientSignal, sendEventStream } from '../event-stream.ts'
import { GatewayError } from '../gateway-error.ts'
import { readCreateRequest } from '../open-responses/read-request.ts'
import { untilEnd } from '../open-responses/wire-text.ts'
import { idempotencyKey, originOf } from '../request-headers.ts'
import { isTerminal, type LoggedEvent } from '../runs/logged-event.ts'
import { RunFailed } from '../runs/run-failure.ts'
import type { Runs } from '../runs/runs.ts'
import { ChatChunkRenderer, chatCompletion } from './chat-renderer.ts'
import { readChatRequest } from './chat-request.ts'

export interface ChatCompletionsRouteOptions {
  readonly runs: Runs
  /** Aborted when the server stops: open streams must end. */
  readonly stopping: AbortSignal
}

/** `POST /chat/completions` for older clients, over the same runs. Register it below `/v1`. */
export async function chatCompletionsRoutes(app: FastifyInstance, options: ChatCompletionsRouteOptions): Promise<void> {
  const { runs, stopping } = options

  app.post(
    '/chat/completions',
    { bodyLimit: BODY_LIMIT_BYTES, ...chatCompletionDocumentation },
    async (request, reply) => {
      const caller = callerOfRequest(request, 'chat')
      const chat = readChatRequest(request.body)
      const read = readCreateRequest(chat.body, {
        idempotencyKey: idempotencyKey(request),
        openCompaction: () => {
          throw new GatewayError('invalid_parameter', 'messages')
        },
      })
      // This dialect has no place for items of ours.
      const run = await runs.start(
        caller,
        { ...read, extensions: false },
        { origin: originOf(request), remembers: () => false },
      )
      const following = runs.follow(run, -1, AbortSignal.any([clientSignal(reply), stopping]))
      if (chat.stream) {
        return sendEventStream(request, reply, chunkText(following, new ChatChunkRenderer(chat.includeUsage)))
      }
      await untilEnd(following)
      const response = await runs.response(run)
      if (response.error) throw new RunFailed(response.error)
      return chatCompletion(response)
    },
  )
}

async function* chunkText(
  groups: AsyncGenerator<readonly LoggedEvent[]>,
  renderer: ChatChunkRenderer,
): AsyncGenerator<string, boolean> {
  let ended = false
  for await (const events of groups) {
    ended = events.some(isTerminal)
    const text = events.map((event) => renderer.render(event)).join('')
    if (text !== '') yield text
  }
  return ended
}
