import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  ACCESS_COOKIE,
  callerOfRequest,
  isOriginAllowed,
  OriginRefused,
  requirePerson,
} from '../../platform/auth/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { languageOfRequest, limitPerAddress } from '../../platform/http/index.ts'
import {
  ApiToken,
  CreatedApiToken,
  InvalidRefreshToken,
  LoginInput,
  NewApiToken,
  RefreshInput,
  RegisterInput,
  Session,
  SignIn,
} from './account.ts'
import type { AccountService, IssuedTokens } from './account-service.ts'
import type { ApiTokenService } from './api-token-service.ts'
import { type Device, REFRESH_TOKEN_SECONDS } from './session-store.ts'

const REFRESH_COOKIE = 'swasthwrap_refresh'
const AUTH_PATH = '/api/v1/auth'

export interface AccountRouteOptions {
  readonly accounts: AccountService
  readonly apiTokens: ApiTokenService
  readonly allowedOrigins: readonly string[]
  /** Sign-in attempts per minute and address. */
  readonly attemptsPerMinute: number
}

const tags = ['accounts']
const pathId = z.object({ id: z.string() })
const nothing = z.null().describe('No content')
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `/api/v1/auth`: register, sign in and out, sessions, API tokens. */
export const accountRoutes: FastifyPluginAsyncZod<AccountRouteOptions> = async (app, options) => {
  const { accounts, apiTokens, allowedOrigins } = options
  const limitAttempts = limitPerAddress(app, options.attemptsPerMinute)

  app.addHook('onRequest', async (request) => {
    // A page of another website must not sign anybody in or out, nor fill the sign-in with guesses.
    if (!isOriginAllowed(request.headers, allowedOrigins)) {
      throw new Problem(OriginRefused)
    }
  })

  app.post(
    '/register',
    {
      onRequest: limitAttempts,
      schema: { tags, summary: 'Make an account and sign in', body: RegisterInput, response: { 201: SignIn } },
    },
    async (request, reply) => {
      const issued = await accounts.register(request.body, languageOfRequest(request), deviceOf(request))
      return reply
        .code(201)
        .header('location', '/api/v1/me')
        .send(answer(issued, request.body.session, request, reply))
    },
  )

  app.post(
    '/login',
    { onRequest: limitAttempts, schema: { tags, summary: 'Sign in', body: LoginInput, response: { 200: SignIn } } },
    async (request, reply) =>
      answer(await accounts.login(request.body, deviceOf(request)), request.body.session, request, reply),
  )

  app.post(
    '/refresh',
    {
      schema: {
        tags,
        summary: 'Trade the refresh token for new tokens',
        body: RefreshInput,
        response: { 200: SignIn },
      },
    },
    async (request, reply) => {
      const given = request.body?.refresh_token
      const token = given ?? request.cookies[REFRESH_COOKIE]
      if (token === undefined) {
        throw new Problem(InvalidRefreshToken)
      }
      try {
        const issued = await accounts.refresh(token, deviceOf(request))
        return answer(issued, given === undefined ? 'cookie' : 'token', request, reply)
      } catch (error) {
        if (given === undefined && error instanceof Problem) {
          clearCookies(reply)
        }
        throw error
      }
    },
  )

  app.post(
    '/logout',
    { schema: { tags, summary: 'End this sign-in', body: RefreshInput, response: { 204: nothing } } },
    async (request, reply) => {
      const token = request.body?.refresh_token ?? request.cookies[REFRESH_COOKIE]
      const { caller } = request
      if (token !== undefined) {
        await accounts.endByRefreshToken(token, deviceOf(request))
      } else if (caller?.sessionId !== undefined) {
        await accounts.endSession(caller.userId, caller.sessionId, deviceOf(request))
      } else {
        throw new Problem(InvalidRefreshToken)
      }
      clearCookies(reply)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/sessions',
    {
      onRequest: requirePerson(),
      schema: {
        tags,
        summary: 'List where you are signed in',
        response: { 200: z.object({ data: z.array(Session), next_cursor: z.null() }) },
      },
    },
    async (request) => {
      const caller = callerOfRequest(request)
      return { data: await accounts.listSessions(caller.userId, caller.sessionId), next_cursor: null }
    },
  )

  app.delete(
    '/sessions',
    {
      onRequest: requirePerson(),
      schema: { tags, summary: 'Sign out everywhere else', response: { 204: nothing } },
    },
    async (request, reply) => {
      const caller = callerOfRequest(request)
      await accounts.endOtherSessions(caller.userId, caller.sessionId, deviceOf(request))
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/sessions/:id',
    {
      onRequest: requirePerson(),
      schema: { tags, summary: 'End one sign-in', params: pathId, response: { 204: nothing } },
    },
    async (request, reply) => {
      await accounts.endSession(callerOfRequest(request).userId, idOf(request.params), deviceOf(request))
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/tokens',
    {
      onRequest: requirePerson(),
      schema: {
        tags,
        summary: 'List your API tokens',
        response: { 200: z.object({ data: z.array(ApiToken), next_cursor: z.null() }) },
      },
    },
    async (request) => ({ data: await apiTokens.list(callerOfRequest(request).userId), next_cursor: null }),
  )

  app.post(
    '/tokens',
    {
      onRequest: requirePerson(),
      schema: { tags, summary: 'Make an API token', body: NewApiToken, response: { 201: CreatedApiToken } },
    },
    async (request, reply) => {
      const { apiToken, token } = await apiTokens.create(
        callerOfRequest(request).userId,
        request.body,
        deviceOf(request),
      )
      return reply
        .code(201)
        .header('location', `${AUTH_PATH}/tokens/${apiToken.id}`)
        .send({ ...apiToken, token })
    },
  )

  app.delete(
    '/tokens/:id',
    {
      onRequest: requirePerson(),
      schema: { tags, summary: 'Revoke an API token', params: pathId, response: { 204: nothing } },
    },
    async (request, reply) => {
      await apiTokens.revoke(callerOfRequest(request).userId, idOf(request.params), deviceOf(request))
      return reply.code(204).send(null)
    },
  )
}

/** @throws {Problem} `not-found` for what cannot be an id: there is no such row. */
function idOf(params: { readonly id: string }): string {
  if (!UUID.test(params.id)) {
    throw new Problem(NotFound)
  }
  return params.id
}

function deviceOf(request: FastifyRequest): Device {
  return { ipAddress: request.ip, userAgent: request.headers['user-agent'] }
}

/** Puts the tokens where the caller asked for them: into the answer, or into cookies that scripts cannot read. */
function answer(
  issued: IssuedTokens,
  where: 'token' | 'cookie' | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): SignIn {
  const common = { user: issued.user, token_type: 'Bearer' as const, expires_in: issued.expiresIn }
  void reply.header('cache-control', 'no-store')
  if (where !== 'cookie') {
    return { ...common, access_token: issued.accessToken, refresh_token: issued.refreshToken }
  }
  const cookie = { httpOnly: true, sameSite: 'strict' as const, secure: request.protocol === 'https' }
  void reply.setCookie(ACCESS_COOKIE, issued.accessToken, { ...cookie, path: '/', maxAge: issued.expiresIn })
  void reply.setCookie(REFRESH_COOKIE, issued.refreshToken, {
    ...cookie,
    path: AUTH_PATH,
    maxAge: REFRESH_TOKEN_SECONDS,
  })
  return common
}

function clearCookies(reply: FastifyReply): void {
  void reply.clearCookie(ACCESS_COOKIE, { path: '/' })
  void reply.clearCookie(REFRESH_COOKIE, { path: AUTH_PATH })
}
