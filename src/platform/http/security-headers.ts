import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

/** What pages of ours may load: their own scripts, styles and fonts, pictures they made themselves, and nothing else. */
const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  objectSrc: ["'none'"],
} as const

/** The policy of one page that needs more than {@link PAGE_POLICY} gives, as a header's value. */
export function contentSecurityPolicy(
  changes: Readonly<Partial<Record<keyof typeof PAGE_POLICY, readonly string[]>>>,
): string {
  return Object.entries({ ...PAGE_POLICY, ...changes })
    .map(([name, sources]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`)
    .join('; ')
}

/** Security headers on every answer. */
export const securityHeaders = fastifyPlugin(async (app: FastifyInstance) => {
  await app.register(helmet, {
    // Ours is always the same, and would be put together anew for every answer.
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  })
  const pagePolicy = contentSecurityPolicy({})
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', pagePolicy)
    reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()')
  })
  // What a record says must not stay in a browser's cache, unless a route knows better.
  app.addHook('onSend', async (request, reply) => {
    const isRecord = request.url.startsWith('/api/') || request.url.startsWith('/v1/')
    if (isRecord && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
})
