import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { routeOf } from '../telemetry/index.ts'

/** Answers slower than this, or failed, are worth a line at the default level; all others at `debug`. */
const SLOW_MILLISECONDS = 1_000

/**
 * Fastify's own request log without what it would say about people: it prints whole addresses, with ids, tokens and
 * search words in them. One line a request, naming route, status and time.
 */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    // The line at the end says all.
  }

  override routeNotFound(): void {
    // An address that does not exist may still hold somebody's words.
  }

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
      ...(error ? { err: error } : {}),
    }
    if (error || reply.statusCode >= 500 || reply.elapsedTime > SLOW_MILLISECONDS) {
      request.log.info(line, 'answered')
    } else {
      request.log.debug(line, 'answered')
    }
  }
}
