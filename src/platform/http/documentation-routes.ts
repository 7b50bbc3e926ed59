import { createHash } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { contentSecurityPolicy } from './security-headers.ts'

const PREFIX = '/docs'

/**
 * The OpenAPI document, and a page to read and try it. Everything that the page needs comes from this server: its policy
 * would refuse anything else.
 */
export async function documentationRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    void reply.header('access-control-allow-origin', '*')
    return app.swagger()
  })

  let reference: Promise<FastifyInstance> | undefined
  const routes = { schema: { hide: true } }
  app.get(PREFIX, routes, async (_request, reply) => reply.redirect(`${PREFIX}/`, 301))
  app.get(`${PREFIX}/*`, routes, async (request, reply) => {
    reference ??= openReference()
    const page = await (await reference).inject({ method: 'GET', url: request.url })
    const type = String(page.headers['content-type'])
    void reply.code(page.statusCode).type(type)
    if (type.startsWith('text/html')) {
      void reply.header('content-security-policy', policyOfPage(page.body))
    }
    return reply.serializer((text) => String(text)).send(page.body)
  })
}

/** The page is 5 MB of script, 20 MB of memory once it is loaded: only where somebody looks at it. */
async function openReference(): Promise<FastifyInstance> {
  const { default: apiReference } = await import('@scalar/fastify-api-reference')
  const reference = Fastify()
  await reference.register(apiReference, {
    routePrefix: PREFIX,
    configuration: {
      url: '/openapi.json',
      // The default fonts, tracking and assistant are other people's servers.
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
    },
  })
  return reference
}

/** Allows the page's own inline scripts, by their digests, and the styles that they make. */
function policyOfPage(html: string): string {
  const digests = [...html.matchAll(/<script(?:\s[^>]*)?>([\s\S]*?)<\/script>/g)]
    .map(([, script = '']) => script)
    .filter((script) => script.trim() !== '')
    .map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return contentSecurityPolicy({ scriptSrc: ["'self'", ...digests], styleSrc: ["'self'", "'unsafe-inline'"] })
}
