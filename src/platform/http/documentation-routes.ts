import { createHash } from 'node:crypto'
import apiReference from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { contentSecurityPolicy } from './security-headers.ts'

/**
 * The OpenAPI document, and a page to read and try it. Everything that the page needs comes from this server: its policy
 * would refuse anything else.
 */
export async function documentationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    void reply.header('access-control-allow-origin', '*')
    return app.swagger()
  })

  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply, payload) => {
      if (typeof payload === 'string' && String(reply.getHeader('content-type')).startsWith('text/html')) {
        reply.header('content-security-policy', policyOfPage(payload))
      }
      return payload
    })
    await docs.register(apiReference, {
      routePrefix: '/docs',
      configuration: {
        url: '/openapi.json',
        // The default fonts, tracking and assistant are other people's servers.
        withDefaultFonts: false,
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    })
  })
}

/** Allows the page's own inline scripts, by their digests, and the styles that they make. */
function policyOfPage(html: string): string {
  const digests = [...html.matchAll(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g)]
    .map(([, script = '']) => script)
    .filter((script) => script.trim() !== '')
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return contentSecurityPolicy({ scriptSrc: ["'self'", ...digests], styleSrc: ["'self'", "'unsafe-inline'"] })
}
