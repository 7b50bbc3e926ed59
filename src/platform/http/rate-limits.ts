import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { Problem, TooManyRequests } from '../errors/problem.ts'
import type { RequestCount, RequestCounter } from './request-counter.ts'

/** Asked by monitors, many times a minute. */
const UNLIMITED = new Set(['/healthz', '/readyz', '/metrics'])

declare module 'fastify' {
  interface FastifyInstance {
    requestCounter: RequestCounter
  }
}

/**
 * Limits requests per account, or per address where there is none, over all processes together. Register it after
 * authentication.
 */
export const rateLimits = fastifyPlugin(
  async (app: FastifyInstance, options: { readonly perMinute: number; readonly counter: RequestCounter }) => {
    const { perMinute, counter } = options
    app.decorate('requestCounter', counter)
    app.addHook('onRequest', async (request, reply) => {
      if (UNLIMITED.has(request.routeOptions.url ?? '')) return
      const key = request.caller === null ? `address:${addressOf(request)}` : `account:${request.caller.userId}`
      enforce(counter.count(key), perMinute, reply)
    })
  },
)

/**
 * An `onRequest` hook that limits requests per address, counted together over all routes that it is put on, and exactly.
 * For routes where secrets are guessed.
 */
export function limitPerAddress(app: FastifyInstance, perMinute: number): onRequestAsyncHookHandler {
  const { requestCounter } = app
  return async (request, reply) =>
    enforce(await requestCounter.countExactly(`attempts:${addressOf(request)}`, perMinute), perMinute, reply)
}

/** Of an IPv6 address the network: everybody has as many addresses in one as they like. */
function addressOf(request: FastifyRequest): string {
  return rateLimit.normalizeIP(request.ip, 64)
}

/** @throws {Problem} `too-many-requests` */
function enforce(count: RequestCount, limit: number, reply: FastifyReply): void {
  const seconds = Math.max(1, Math.ceil(count.ttl / 1_000))
  reply.headers({
    'ratelimit-limit': limit,
    'ratelimit-remaining': Math.max(0, limit - count.current),
    'ratelimit-reset': seconds,
  })
  if (count.current > limit) {
    throw new Problem(TooManyRequests, { values: { seconds }, headers: { 'retry-after': String(seconds) } })
  }
}
