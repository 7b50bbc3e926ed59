import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOfRequest, requireCaller } from '../../platform/auth/index.ts'
import { type McpSettings, mcpCatalogue, mcpServer } from './mcp-server.ts'

/**
 * `/mcp`, Streamable HTTP without sessions: every POST is a request of its own, so any process can answer it. There is no
 * stream of our own to listen to and no session to end, so GET and DELETE are not there.
 */
export async function mcpRoutes(app: FastifyInstance, settings: McpSettings): Promise<void> {
  const catalogue = mcpCatalogue(settings.operations)
  app.post('/mcp', { schema: { hide: true }, onRequest: requireCaller() }, async (request, reply) => {
    const caller = callerOfRequest(request)
    const server = mcpServer({ ...caller, surface: 'mcp' }, settings, catalogue)
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true })
    try {
      await server.connect(transport)
      const response = await transport.handleRequest(webRequest(request), { parsedBody: request.body })
      reply.code(response.status).headers(Object.fromEntries(response.headers))
      reply.serializer((payload: unknown) => String(payload))
      return await reply.send(await response.text())
    } finally {
      await server.close()
    }
  })
}

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return new Request(`http://localhost${request.url}`, { method: request.method, headers })
}
