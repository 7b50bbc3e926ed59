import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { Problem, TooManyRequests } from '../errors/problem.ts'

const MINUTE = 60_000
/** Asked by monitors, many times a minute. */
const UNLIMITED = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * Limits requests per account, or per address where there is none. Register it after authentication. A route may have a
 * limit of its own besides, in its `config.rateLimit`.
 */
export const rateLimits = fastifyPlugin(async (app: FastifyInstance, options: { readonly perMinute: number }) => {
  await app.register(rateLimit, {
    global: false,
    ipv6Subnet: 64,
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests(ttl),
  })

  const countRequest = app.createRateLimit({
    max: options.perMinute,
    timeWindow: MINUTE,
    keyGenerator: (request) =>
      request.caller === null ? `address:${rateLimit.normalizeIP(request.ip, 64)}` : `account:${request.caller.userId}`,
  })

  app.addHook('onRequest', async (request, reply) => {
    if (UNLIMITED.has(request.routeOptions.url ?? '')) {
      return
    }
    const count = await countRequest(request)
    if (count.isAllowed) {
      return
    }
    announce(reply, count)
    if (count.isExceeded) {
      throw tooManyRequests(count.ttl)
    }
  })
})

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
