import type { IncomingHttpHeaders } from 'node:http'
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { callerOfRequest, OriginRefused, requireCaller } from '../../platform/auth/index.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { TOOL_FILE_BYTES } from '../tool-file.ts'
import { type McpSettings, mcpCatalogue, mcpServer } from './mcp-server.ts'

export interface McpRouteSettings extends McpSettings {
  /** Origins of websites that may speak to the server from a browser: `https://inspector.example`. */
  readonly allowedOrigins?: readonly string[]
}

/** A file of `TOOL_FILE_BYTES` in base64, and what is said about it. */
const LARGEST_BODY = Math.ceil(TOOL_FILE_BYTES / 3) * 4 + 100_000

/**
 * `/mcp`, Streamable HTTP without sessions: every POST is a request of its own, so any process can answer it. There is no
 * stream of our own to listen to and no session to end, so GET and DELETE are not there.
 */
export async function mcpRoutes(app: FastifyInstance, settings: McpRouteSettings): Promise<void> {
  const catalogue = mcpCatalogue(settings.operations)
  const checkOrigin = async (request: FastifyRequest) => {
    if (!isOriginTrusted(request.headers, settings.allowedOrigins ?? [])) throw new Problem(OriginRefused)
  }
  const options = { schema: { hide: true }, bodyLimit: LARGEST_BODY, onRequest: [checkOrigin, requireCaller()] }
  app.post('/mcp', options, async (request, reply) => {
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

/**
 * Whether a browser may speak here, as the specification's Streamable HTTP transport asks (Security Warning: DNS rebinding).
 * That the origin names the host which was asked proves nothing: a rebound name does so too. So it is one that the operator
 * allowed, or a loopback address that was asked by itself. Programs send no `Origin`.
 */
function isOriginTrusted({ origin, host }: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean {
  if (origin === undefined || allowedOrigins.includes(origin)) return true
  const asked = URL.canParse(origin) ? new URL(origin) : undefined
  return asked !== undefined && asked.host === host?.toLowerCase() && LOOPBACK.test(asked.hostname)
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

function webRequest(request: FastifyRequest): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return new Request(`http://localhost${request.url}`, { method: request.method, headers })
}
