import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, isOriginAllowed, OriginRefused, requirePerson } from '../../platform/auth/index.ts'
import { Conflict, Problem } from '../../platform/errors/problem.ts'
import { languageOfRequest, limitPerAddress } from '../../platform/http/index.ts'
import {
  AccountLocked,
  ApiToken,
  CreatedApiToken,
  EmailTaken,
  InvalidCredentials,
  InvalidRefreshToken,
  LoginInput,
  NewApiToken,
  RefreshInput,
  RefreshTokenReused,
  RegisterInput,
  RowAddress,
  SecondStep,
  Session,
  SignIn,
} from './account.ts'
import type { AccountService } from './account-service.ts'
import type { ApiTokenService } from './api-token-service.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import type { PasskeyService } from './passkey-service.ts'
import { passwordRoutes } from './password-routes.ts'
import type { PasswordService } from './password-service.ts'
import { repeatablePosts } from './repeatable-posts.ts'
import type { RepeatedAnswers } from './repeated-answers.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import type { SecondFactorService } from './second-factor-service.ts'
import {
  AUTH_PATH,
  answerWithSecondStep,
  answerWithTokens,
  clearCookies,
  deviceOf,
  idOf,
  refreshCookie,
} from './sign-in-answer.ts'

export interface AccountRouteOptions {
  readonly accounts: AccountService
  readonly apiTokens: ApiTokenService
  readonly passwords: PasswordService
  readonly secondFactor: SecondFactorService
  readonly passkeys: PasskeyService
  readonly repeatedAnswers: RepeatedAnswers
  /** Where people reach this server, if somebody said. */
  readonly publicUrl: string | undefined
  readonly allowedOrigins: readonly string[]
  /** Sign-in attempts per minute and address. */
  readonly attemptsPerMinute: number
}

const tags = ['accounts']
const NO_CURSOR = z.null().meta({ description: 'All of them are here', examples: [null] })
const nothing = z.null().describe('No content')

/** `/api/v1/auth`: register, sign in and out, sessions, API tokens, passwords, second factors and passkeys. */
export const accountRoutes: FastifyPluginAsyncZod<AccountRouteOptions> = async (app, options) => {
  const { accounts, apiTokens, allowedOrigins } = options
  const limitAttempts = limitPerAddress(app, options.attemptsPerMinute)

  app.addHook('onRequest', async (request) => {
    // A page of another website must not sign anybody in or out, nor fill the sign-in with guesses.
    if (!isOriginAllowed(request.headers, allowedOrigins)) {
      throw new Problem(OriginRefused)
    }
  })

  await app.register(repeatablePosts, { answers: options.repeatedAnswers })
  await app.register(passwordRoutes, { passwords: options.passwords, limitAttempts })
  await app.register(secondFactorRoutes, { accounts, secondFactor: options.secondFactor, limitAttempts })
  await app.register(passkeyRoutes, {
    accounts,
    passkeys: options.passkeys,
    limitAttempts,
    publicUrl: options.publicUrl,
  })

  app.post(
    '/register',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [OriginRefused, EmailTaken] } },
      schema: { tags, summary: 'Make an account and sign in', body: RegisterInput, response: { 201: SignIn } },
    },
    async (request, reply) => {
      const issued = await accounts.register(request.body, languageOfRequest(request), deviceOf(request))
      return reply
        .code(201)
        .header('location', '/api/v1/me')
        .send(answerWithTokens(issued, request.body.session, request, reply))
    },
  )

  app.post(
    '/login',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [OriginRefused, InvalidCredentials, AccountLocked] } },
      schema: { tags, summary: 'Sign in', body: LoginInput, response: { 200: z.union([SignIn, SecondStep]) } },
    },
    async (request, reply) => {
      const outcome = await accounts.login(request.body, deviceOf(request))
      return 'challengeToken' in outcome
        ? answerWithSecondStep(outcome.challengeToken, reply)
        : answerWithTokens(outcome, request.body.session, request, reply)
    },
  )

  app.post(
    '/refresh',
    {
      config: {
        withoutCaller: true,
        documented: { problems: [OriginRefused, InvalidRefreshToken, RefreshTokenReused] },
      },
      schema: {
        tags,
        summary: 'Trade the refresh token for new tokens',
        body: RefreshInput,
        response: { 200: SignIn },
      },
    },
    async (request, reply) => {
      const given = request.body?.refresh_token
      const token = given ?? request.cookies[refreshCookie(request)]
      if (token === undefined) {
        throw new Problem(InvalidRefreshToken)
      }
      try {
        const issued = await accounts.refresh(token, deviceOf(request))
        return answerWithTokens(issued, given === undefined ? 'cookie' : 'token', request, reply)
      } catch (error) {
        if (given === undefined && error instanceof Problem) {
          clearCookies(request, reply)
        }
        throw error
      }
    },
  )

  app.post(
    '/logout',
    {
      // The caller may be gone when the request comes again.
      config: { withoutCaller: true, documented: { problems: [OriginRefused, InvalidRefreshToken] } },
      schema: { tags, summary: 'End this sign-in', body: RefreshInput, response: { 204: nothing } },
    },
    async (request, reply) => {
      const token = request.body?.refresh_token ?? request.cookies[refreshCookie(request)]
      const { caller } = request
      if (token !== undefined) {
        await accounts.endByRefreshToken(token, deviceOf(request))
      } else if (caller?.sessionId !== undefined) {
        await accounts.endSession(caller.userId, caller.sessionId, deviceOf(request))
      } else {
        throw new Problem(InvalidRefreshToken)
      }
      clearCookies(request, reply)
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
        response: { 200: z.object({ data: z.array(Session), next_cursor: NO_CURSOR }) },
      },
    },
    async (request) => {
      const caller = callerOfRequest(request)
      const data = await accounts.listSessions(caller.userId, caller.sessionId, caller.language)
      return { data, next_cursor: null }
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
      schema: { tags, summary: 'End one sign-in', params: RowAddress, response: { 204: nothing } },
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
        response: { 200: z.object({ data: z.array(ApiToken), next_cursor: NO_CURSOR }) },
      },
    },
    async (request) => ({ data: await apiTokens.list(callerOfRequest(request).userId), next_cursor: null }),
  )

  app.post(
    '/tokens',
    {
      onRequest: requirePerson(),
      config: { documented: { problems: [Conflict] } },
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
      schema: { tags, summary: 'Revoke an API token', params: RowAddress, response: { 204: nothing } },
    },
    async (request, reply) => {
      await apiTokens.revoke(callerOfRequest(request).userId, idOf(request.params), deviceOf(request))
      return reply.code(204).send(null)
    },
  )
}
