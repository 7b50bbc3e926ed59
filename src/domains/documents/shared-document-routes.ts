import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { languageOfRequest, limitPerAddress } from '../../platform/http/index.ts'
import type { DocumentFiles } from './document-files.ts'
import { encodeFileName } from './document-routes.ts'
import { type DocumentRow, storedFileOf } from './document-store.ts'
import { openSharedDocument } from './shared-document.ts'
import { askingPage, gonePage, SHARED_PAGE_POLICY, viewPage } from './shared-document-page.ts'

export interface SharedDocumentRouteOptions {
  readonly database: Database
  readonly files: DocumentFiles
  /** Requests per minute and address: whoever guesses addresses guesses slowly. */
  readonly attemptsPerMinute: number
}

interface Visit {
  Params: { token: string }
  Querystring: { email?: unknown }
  Body: { email?: unknown } | undefined
}

type VisitRequest = FastifyRequest<Visit>

const FORM = 'application/x-www-form-urlencoded'
/** A form holds one address. */
const FORM_BYTES = 4_000
/** What asks for the parts of a page, as browsers say it; other programs say nothing. */
const PARTS_OF_PAGE = new Set([undefined, 'iframe', 'image'])

/**
 * `/shared/{token}`: documents that somebody shared with people outside. The e-mail address comes with the form, or as
 * `?email=`. Register it at the root; nobody signs in here.
 */
export async function sharedDocumentRoutes(app: FastifyInstance, options: SharedDocumentRouteOptions): Promise<void> {
  const { database, files } = options
  app.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: FORM_BYTES },
    async (_request: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  )
  const route = { schema: { hide: true }, onRequest: limitPerAddress(app, options.attemptsPerMinute) }

  app.get<Visit>('/shared/:token', route, async (request, reply) =>
    request.query.email === undefined
      ? sendPage(reply, 200, askingPage(languageOfRequest(request)))
      : open(request, reply, request.query.email),
  )
  app.post<Visit>('/shared/:token', route, async (request, reply) => open(request, reply, request.body?.email))

  /** The file inside of the page that shows it. */
  app.get<Visit>('/shared/:token/content', route, async (request, reply) => {
    if (!PARTS_OF_PAGE.has(headerOf(request, 'sec-fetch-dest'))) throw new Problem(NotFound)
    const { document } = await openSharedDocument(database, visitOf(request, request.query.email, true))
    return sendFile(reply, document, 'inline')
  })

  async function open(request: VisitRequest, reply: FastifyReply, email: unknown): Promise<FastifyReply> {
    try {
      const visit = visitOf(request, email, false)
      const { document, shareType } = await openSharedDocument(database, visit)
      if (shareType === 'download') {
        await openSharedDocument(database, { ...visit, takesFile: true })
        return await sendFile(reply, document, 'attachment')
      }
      const address = `/shared/${encodeURIComponent(visit.token)}/content?email=${encodeURIComponent(visit.email)}`
      const shown = { name: document.document_name, mimeType: document.mime_type, contentUrl: address }
      return await sendPage(reply, 200, viewPage(languageOfRequest(request), shown))
    } catch (error) {
      const isGone = error instanceof Problem && error.definition === NotFound
      if (!isGone || headerOf(request, 'accept')?.includes('text/html') !== true) throw error
      return await sendPage(reply, 404, gonePage(languageOfRequest(request)))
    }
  }

  async function sendFile(reply: FastifyReply, row: DocumentRow, disposition: 'inline' | 'attachment') {
    const name = disposition === 'inline' ? '' : `; filename*=UTF-8''${encodeFileName(row.original_filename)}`
    void reply.type(row.mime_type).headers({
      'content-length': row.file_size,
      'content-disposition': `${disposition}${name}`,
      'accept-ranges': 'none',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
      'x-robots-tag': 'noindex',
    })
    return reply.send(Readable.from(await files.read(storedFileOf(row)), { objectMode: false }))
  }
}

function visitOf(request: VisitRequest, email: unknown, takesFile: boolean) {
  return {
    token: request.params.token,
    email: typeof email === 'string' ? email.slice(0, 255).replaceAll('\u0000', '') : '',
    takesFile,
    ipAddress: request.ip,
    userAgent: headerOf(request, 'user-agent'),
  }
}

function headerOf(request: VisitRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

function sendPage(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'content-security-policy': SHARED_PAGE_POLICY, 'x-robots-tag': 'noindex' })
    .serializer((text) => String(text))
    .send(html)
}
