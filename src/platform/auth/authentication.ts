import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import '@fastify/cookie'
import fastifyPlugin from 'fastify-plugin'
import { randomToken, sha256Hex } from '../crypto/index.ts'
import { defineProblem, InsufficientScope, Problem, Unauthenticated } from '../errors/problem.ts'
import { languageOfRequest } from '../http/requester.ts'
import type { AccessTokens } from './access-token.ts'
import type { Caller, TokenScope } from './caller.ts'
import type { LiveCredential, LiveCredentials } from './live-credentials.ts'
import { isOriginAllowed } from './origin.ts'

export const OriginRefused = defineProblem({ type: 'origin-refused', status: 403 })
const SignInRequired = defineProblem({ type: 'sign-in-required', status: 403 })

/** The chat page's access token. Scripts cannot read it, and other websites cannot make a browser send it. */
const ACCESS_COOKIE = 'swasthwrap_access'

/** Over TLS the name says that the cookie belongs to this very host and was not set by a neighbour (RFC 6265bis, 4.1.3). */
export function accessCookie(request: FastifyRequest): string {
  return request.protocol === 'https' ? `__Host-${ACCESS_COOKIE}` : ACCESS_COOKIE
}

const API_TOKEN_PREFIX = 'swt_'

export const newApiToken = (): string => randomToken(API_TOKEN_PREFIX)

export interface Authenticator {
  /** Who a credential belongs to; nothing where it is not, or no longer, valid. */
  credentialOf(token: string): Promise<LiveCredential | undefined>
}

export function createAuthenticator(accessTokens: AccessTokens, live: LiveCredentials): Authenticator {
  return {
    async credentialOf(token) {
      if (token.startsWith(API_TOKEN_PREFIX)) {
        return live.apiToken(sha256Hex(token))
      }
      const claims = await accessTokens.verify(token)
      return claims && live.session(claims.userId, claims.sessionId)
    },
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; `null` where no valid credential came. */
    caller: Caller | null
  }
}

const METHODS_THAT_CHANGE_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Sets `request.caller` from the bearer token, or from the chat page's cookie, on every request. It refuses nothing by
 * itself: routes that need a caller use {@link requireCaller}.
 */
export const authentication = fastifyPlugin(
  async (
    app: FastifyInstance,
    options: { readonly authenticator: Authenticator; readonly allowedOrigins: readonly string[] },
  ) => {
    app.decorateRequest('caller', null)
    app.addHook('onRequest', async (request) => {
      const bearer = bearerToken(request)
      const token = bearer ?? cookieToken(request, options.allowedOrigins)
      const credential = token === undefined ? undefined : await options.authenticator.credentialOf(token)
      request.caller = credential === undefined ? null : callerOf(request, credential)
    })
  },
)

/**
 * An `onRequest` hook that lets only callers pass, with the scopes that the route needs.
 * @throws {Problem} `unauthenticated`, `insufficient-scope`
 */
export function requireCaller(...scopes: readonly TokenScope[]): onRequestAsyncHookHandler {
  return async (request) => {
    callerOfRequest(request, ...scopes)
  }
}

/** An `onRequest` hook for routes that a person must be signed in for: an API token cannot make itself more powerful. */
export function requirePerson(): onRequestAsyncHookHandler {
  return async (request) => {
    if (callerOfRequest(request).sessionId === undefined) {
      throw new Problem(SignInRequired)
    }
  }
}

/** @throws {Problem} `unauthenticated` without a caller, `insufficient-scope` where its credential may not do this. */
export function callerOfRequest(request: FastifyRequest, ...scopes: readonly TokenScope[]): Caller {
  const { caller } = request
  if (caller === null) {
    throw new Problem(Unauthenticated, { headers: { 'www-authenticate': 'Bearer realm="swasthwrap"' } })
  }
  const missing = scopes.find((scope) => !caller.scopes.has(scope))
  if (missing !== undefined) {
    throw new Problem(InsufficientScope, {
      values: { scope: missing },
      headers: { 'www-authenticate': `Bearer realm="swasthwrap", error="insufficient_scope", scope="${missing}"` },
    })
  }
  return caller
}

function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** A cookie counts only where the request comes from our own pages: a second lock beside `SameSite=Strict`. */
function cookieToken(request: FastifyRequest, allowedOrigins: readonly string[]): string | undefined {
  const token = request.cookies[accessCookie(request)]
  if (token === undefined || request.headers.authorization !== undefined) {
    return undefined
  }
  const site = request.headers['sec-fetch-site']
  const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (fromElsewhere || !isOriginAllowed(request.headers, allowedOrigins)) {
    return undefined
  }
  // A browser names the origin of everything that is not a plain GET; without it there is nothing to check.
  const isSafe = METHODS_THAT_CHANGE_NOTHING.has(request.method)
  return isSafe || request.headers.origin !== undefined || site === 'same-origin' ? token : undefined
}

function callerOf(request: FastifyRequest, credential: LiveCredential): Caller {
  const userAgent = request.headers['user-agent']?.slice(0, 500)
  return {
    userId: credential.userId,
    surface: 'rest',
    scopes: credential.scopes,
    language: languageOfRequest(request, credential.language),
    requestId: request.id,
    ipAddress: request.ip,
    ...(credential.sessionId === undefined ? {} : { sessionId: credential.sessionId }),
    ...(userAgent === undefined ? {} : { userAgent }),
  }
}
