import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, onRequestAsyncHookHandler } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { Problem, TooManyRequests } from '../errors/problem.ts'

const MINUTE = 60_000
/** Asked by monitors, many times a minute. */
const UNLIMITED = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Limits requests per account, or per address where there is none. Register it after authentication.
 */
export const rateLimits = fastifyPlugin(async (app: FastifyInstance, options: { readonly perMinute: number }) => {
  await app.register(rateLimit, { global: false })

  const countRequest = app.createRateLimit({
    max: options.perMinute,
    timeWindow: MINUTE,
    keyGenerator: (request) =>
      request.caller === null ? `address:${rateLimit.normalizeIP(request.ip, 64)}` : `account:${request.caller.userId}`,
  })

  app.addHook('onRequest', async (request, reply) => {
    if (!UNLIMITED.has(request.routeOptions.url ?? '')) {
      enforce(await countRequest(request), reply)
    }
  })
})

/**
 * An `onRequest` hook that limits requests per address, counted together over all routes that it is put on. For routes
 * where secrets are guessed.
 */
export function limitPerAddress(app: FastifyInstance, perMinute: number): onRequestAsyncHookHandler {
  const countRequest = app.createRateLimit({
    max: perMinute,
    timeWindow: MINUTE,
    keyGenerator: (request) => rateLimit.normalizeIP(request.ip, 64),
  })
  return async (request, reply) => enforce(await countRequest(request), reply)
}

type Count = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

/** @throws {Problem} `too-many-requests` */
function enforce(count: Count, reply: FastifyReply): void {
  if (count.isAllowed) {
    return
  }
  announce(reply, count)
  if (count.isExceeded) {
    throw tooManyRequests(count.ttl)
  }
}

function announce(reply: FastifyReply, count: { max: number; remaining: number; ttlInSeconds: number }): void {
  reply.headers({
    'ratelimit-limit': count.max,
    'ratelimit-remaining': count.remaining,
    'ratelimit-reset': count.ttlInSeconds,
  })
}

function tooManyRequests(millisecondsLeft: number): Problem {
  const seconds = Math.max(1, Math.ceil(millisecondsLeft / 1_000))
  return new Problem(TooManyRequests, { values: { seconds }, headers: { 'retry-after': String(seconds) } })
}
