import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { SigningKeys } from '../auth/index.ts'
import { NotFound, Problem } from '../errors/problem.ts'
import type { Metrics } from '../telemetry/index.ts'

/** Something that the server cannot work without. */
interface ReadinessCheck {
  readonly name: string
  /** Ends well when it is there, and throws when it is not. */
  readonly check: () => Promise<unknown>
}

export interface ServiceRouteOptions {
  readonly checks: readonly ReadinessCheck[]
  /** What is said besides: parts that the server works without, such as the channels that messages leave by. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly metrics: Metrics
  readonly signingKeys: SigningKeys
  /** Whether the server has begun to stop. */
  readonly isStopping: () => boolean
}

const CHECK_MILLISECONDS = 3_000
const hidden = { hide: true }

/** What operators and other programs ask about the server itself. */
export async function serviceRoutes(app: FastifyInstance, options: ServiceRouteOptions): Promise<void> {
  app.get('/healthz', { schema: hidden }, async () => ({ status: 'alive' }))

  app.get('/readyz', { schema: hidden }, async (_request, reply) => {
    const results = await Promise.all(options.checks.map(runCheck))
    const isReady = results.every((result) => result.status === 'ok') && !options.isStopping()
    void reply.header('cache-control', 'no-store').code(isReady ? 200 : 503)
    return {
      status: options.isStopping() ? 'stopping' : isReady ? 'ready' : 'not_ready',
      checks: Object.fromEntries(
        results.map(({ name, status, milliseconds }) => [name, { status, milliseconds }] as const),
      ),
      ...(options.details && { details: options.details }),
    }
  })

  app.get('/metrics', { schema: hidden }, async (request, reply) => {
    if (!isFromThisHost(request)) {
      throw new Problem(NotFound)
    }
    void reply.type(options.metrics.contentType)
    return options.metrics.metrics()
  })

  app.get('/.well-known/jwks.json', { schema: hidden }, async (_request, reply) => {
    void reply.header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*')
    return options.signingKeys.publicKeySet()
  })
}

/** A request that a proxy passed on comes from elsewhere, wherever the proxy runs. */
function isFromThisHost(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress ?? ''
  const isLoopback = address === '::1' || /^(?:::ffff:)?127\./.test(address)
  return isLoopback && request.headers['x-forwarded-for'] === undefined && request.headers['forwarded'] === undefined
}

async function runCheck({ name, check }: ReadinessCheck) {
  const began = performance.now()
  const timeout = Promise.withResolvers<'failed'>()
  const timer = setTimeout(() => timeout.resolve('failed'), CHECK_MILLISECONDS)
  const outcome = check().then(
    () => 'ok' as const,
    () => 'failed' as const,
  )
  const status = await Promise.race([outcome, timeout.promise])
  clearTimeout(timer)
  return { name, status, milliseconds: Math.round(performance.now() - began) }
}
