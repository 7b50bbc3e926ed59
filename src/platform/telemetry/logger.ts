import type { FastifyReply, FastifyRequest } from 'fastify'
import pino, { type DestinationStream, type Logger } from 'pino'
import { errorForLog } from './error-for-log.ts'

export type { Logger } from 'pino'

/**
 * The process's log: one JSON line an event, on standard error, so that
 * standard output stays for what the operator reads. Of a request it keeps method, route and status; never
 * bodies, headers, query values or path parameters, since all of them carry health data or secrets.
 */
export function createLogger(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: {
        err: (error: unknown) => errorForLog(error),
        error: (error: unknown) => errorForLog(error),
        req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
        res: (reply: FastifyReply) => ({ status: reply.statusCode }),
      },
      redact: {
        paths: ['authorization', 'cookie', 'password', 'token', 'body', 'query', 'params', 'headers'].flatMap((key) => [
          key,
          `*.${key}`,
        ]),
        censor: '[removed]',
      },
    },
    destination,
  )
}

/** The template of the route that a request matched, which names no ids and no tokens. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(no route)'
}
