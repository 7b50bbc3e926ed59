import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a scripted answer is: a status with a body, which goes as JSON unless it is text. */
export interface ScriptedAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface ScriptedHealthService {
  readonly baseUrl: string
  /** Settings of a server that uses it as Google and as Garmin. */
  readonly environment: Readonly<Record<string, string>>
  /** Data points by Google's name of their kind, and summaries by Garmin's. */
  readonly data: Map<string, unknown[]>
  /** Requests for data, as path and query. */
  readonly asked: string[]
  /** Tokens that were given back. */
  readonly revoked: string[]
  /** Takes the place of the honest answer, where it gives one. */
  script: (path: string, form: URLSearchParams) => ScriptedAnswer | undefined
  /** Whether a request waits for its answer for ever. */
  hold: (path: string) => boolean
  /** What the person does at the address: allows it, and is sent back. @returns the address of the page with its query. */
  allow(authorizationUrl: string): URL
  /** The person takes all access back at the service. */
  takeBack(): void
  /** Access tokens end at once; refresh tokens work on. */
  endAccess(): void
  close(): Promise<void>
}

const CLIENT = { id: 'swasthwrap', secret: 'client secret' }
const PAGE_SIZE = 2

/**
 * An OAuth 2 server with PKCE (RFC 6749, RFC 7636, RFC 7009) that checks all that such a server checks – client, address,
 * verifier, that a code is used once – and hands out a new refresh token each time, with the APIs of Google Health and
 * Garmin behind it.
 */
export async function startHealthService(): Promise<ScriptedHealthService> {
  const codes = new Map<string, { challenge: string; redirectUri: string }>()
  let accessTokens = new Set<string>()
  let refreshTokens = new Set<string>()

  const issue = () => {
    const [access_token, refresh_token] = [`access-${randomUUID()}`, `refresh-${randomUUID()}`]
    accessTokens.add(access_token)
    refreshTokens.add(refresh_token)
    return { status: 200, body: { access_token, refresh_token, token_type: 'Bearer', expires_in: 3600 } }
  }
  const refuse = (error: string): ScriptedAnswer => ({ status: 400, body: { error } })

  function token(form: URLSearchParams): ScriptedAnswer {
    if (form.get('client_id') !== CLIENT.id || form.get('client_secret') !== CLIENT.secret)
      return refuse('invalid_client')
    if (form.get('grant_type') === 'refresh_token') {
      return refreshTokens.delete(form.get('refresh_token') ?? '') ? issue() : refuse('invalid_grant')
    }
    const code = form.get('code') ?? ''
    const known = codes.get(code)
    codes.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (known?.challenge !== challenge || known.redirectUri !== form.get('redirect_uri')) return refuse('invalid_grant')
    return issue()
  }

  function data(url: URL): ScriptedAnswer {
    const [, google] = /^\/v4\/users\/me\/dataTypes\/([a-z-]+)\/dataPoints$/.exec(url.pathname) ?? []
    const [, garmin] = /^\/wellness-api\/rest\/([a-zA-Z]+)$/.exec(url.pathname) ?? []
    service.asked.push(`${url.pathname}${url.search}`)
    if (google !== undefined) {
      const points = service.data.get(google) ?? []
      const from = Number(url.searchParams.get('pageToken') ?? 0)
      const next = from + PAGE_SIZE < points.length ? { nextPageToken: String(from + PAGE_SIZE) } : {}
      return { status: 200, body: { dataPoints: points.slice(from, from + PAGE_SIZE), ...next } }
    }
    if (garmin !== undefined) {
      const seconds = (name: string) => Number(url.searchParams.get(name))
      const [start, end] = [seconds('uploadStartTimeInSeconds'), seconds('uploadEndTimeInSeconds')]
      if (!(end > start) || end - start > 86_400) return { status: 400, body: { errorMessage: 'A day at most' } }
      // Handed in just now.
      const isLast = end >= Date.now() / 1000 - 60
      return { status: 200, body: isLast ? (service.data.get(garmin) ?? []) : [] }
    }
    return { status: 404, body: {} }
  }

  async function answer(request: IncomingMessage): Promise<ScriptedAnswer> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
    if (service.hold(url.pathname)) await new Promise(() => undefined)
    const scripted = service.script(url.pathname, form)
    if (scripted !== undefined) return scripted
    if (url.pathname === '/token' || url.pathname === '/di-oauth2-service/oauth/token') return token(form)
    if (url.pathname === '/revoke') {
      service.revoked.push(form.get('token') ?? '')
      return { status: 200, body: {} }
    }
    const bearer = request.headers.authorization?.replace('Bearer ', '') ?? ''
    if (!accessTokens.has(bearer)) return { status: 401, body: { error: { status: 'UNAUTHENTICATED' } } }
    if (url.pathname === '/wellness-api/rest/user/registration' && request.method === 'DELETE') {
      service.revoked.push(bearer)
      return { status: 204, body: '' }
    }
    return data(url)
  }

  const server = createServer((request, response: ServerResponse) => {
    void answer(request).then(({ status, body, headers }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const service: ScriptedHealthService = {
    baseUrl,
    environment: {
      GOOGLE_HEALTH_CLIENT_ID: CLIENT.id,
      GOOGLE_HEALTH_CLIENT_SECRET: CLIENT.secret,
      GOOGLE_HEALTH_BASE_URL: baseUrl,
      GARMIN_CLIENT_ID: CLIENT.id,
      GARMIN_CLIENT_SECRET: CLIENT.secret,
      GARMIN_BASE_URL: baseUrl,
    },
    data: new Map(),
    asked: [],
    revoked: [],
    script: () => undefined,
    hold: () => false,
    allow(authorizationUrl) {
      const { searchParams } = new URL(authorizationUrl)
      if (searchParams.get('response_type') !== 'code' || searchParams.get('code_challenge_method') !== 'S256') {
        throw new Error('This is no request for a code with PKCE')
      }
      const code = `code-${randomUUID()}`
      const redirectUri = searchParams.get('redirect_uri') ?? ''
      codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirectUri })
      const back = new URL(redirectUri)
      back.searchParams.set('code', code)
      back.searchParams.set('state', searchParams.get('state') ?? '')
      return back
    },
    takeBack() {
      accessTokens = new Set()
      refreshTokens = new Set()
    },
    endAccess() {
      accessTokens = new Set()
    },
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
  return service
}
