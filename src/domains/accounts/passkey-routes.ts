import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, OriginRefused, requirePerson } from '../../platform/auth/index.ts'
import { Problem } from '../../platform/errors/problem.ts'
import {
  InvalidChallenge,
  InvalidPasskey,
  Passkey,
  PasskeySignInInput,
  PasskeyStep,
  PasswordProof,
  RegisterPasskeyInput,
  RowAddress,
  SignIn,
  WrongPassword,
} from './account.ts'
import type { AccountService } from './account-service.ts'
import type { PasskeyService, RelyingParty } from './passkey-service.ts'
import { AUTH_PATH, answerWithTokens, deviceOf, idOf } from './sign-in-answer.ts'

export interface PasskeyRouteOptions {
  readonly accounts: AccountService
  readonly passkeys: PasskeyService
  readonly limitAttempts: onRequestAsyncHookHandler
  /** Where people reach this server; absent where nobody said: then the page's own origin counts. */
  readonly publicUrl: string | undefined
}

const tags = ['accounts']
const NO_CURSOR = z.null().meta({ description: 'All of them are here', examples: [null] })

/** Passkeys: added, listed, removed, and signed in with. */
export const passkeyRoutes: FastifyPluginAsyncZod<PasskeyRouteOptions> = async (app, options) => {
  const { accounts, passkeys, limitAttempts, publicUrl } = options
  const partyOf = (request: FastifyRequest) => relyingParty(request, publicUrl)

  app.get(
    '/passkeys',
    {
      onRequest: requirePerson(),
      schema: {
        tags,
        summary: 'List your passkeys',
        response: { 200: z.object({ data: z.array(Passkey), next_cursor: NO_CURSOR }) },
      },
    },
    async (request) => ({ data: await passkeys.list(callerOfRequest(request).userId), next_cursor: null }),
  )

  app.post(
    '/passkeys/options',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [OriginRefused, WrongPassword] } },
      schema: { tags, summary: 'Begin to add a passkey', body: PasswordProof, response: { 200: PasskeyStep } },
    },
    async (request) => {
      const { userId } = callerOfRequest(request)
      const { password } = request.body
      const step = await passkeys.beginRegistration(userId, password, partyOf(request), deviceOf(request))
      return { challenge_token: step.token, options: { ...step.options } }
    },
  )

  app.post(
    '/passkeys',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [OriginRefused, InvalidChallenge, InvalidPasskey] } },
      schema: { tags, summary: 'Add a passkey', body: RegisterPasskeyInput, response: { 201: Passkey } },
    },
    async (request, reply) => {
      const { challenge_token: token, name } = request.body
      // The library examines every part of it.
      const response = request.body.response as unknown as RegistrationResponseJSON
      const { userId } = callerOfRequest(request)
      const added = await passkeys.register(userId, { token, name, response }, partyOf(request), deviceOf(request))
      return reply.code(201).header('location', `${AUTH_PATH}/passkeys/${added.id}`).send(added)
    },
  )

  app.post(
    '/passkeys/:id/remove',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [WrongPassword] } },
      schema: {
        tags,
        summary: 'Remove a passkey',
        params: RowAddress,
        body: PasswordProof,
        response: { 204: z.null().describe('No content') },
      },
    },
    async (request, reply) => {
      const { userId } = callerOfRequest(request)
      await passkeys.remove(userId, idOf(request.params), request.body.password, deviceOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/login/passkey/options',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [OriginRefused] } },
      schema: { tags, summary: 'Begin to sign in with a passkey', response: { 200: PasskeyStep } },
    },
    async (request) => {
      const step = await passkeys.beginSignIn(partyOf(request))
      return { challenge_token: step.token, options: { ...step.options } }
    },
  )

  app.post(
    '/login/passkey',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [OriginRefused, InvalidChallenge, InvalidPasskey] } },
      schema: { tags, summary: 'Sign in with a passkey', body: PasskeySignInInput, response: { 200: SignIn } },
    },
    async (request, reply) => {
      const { challenge_token: token, session } = request.body
      const response = request.body.response as unknown as AuthenticationResponseJSON
      const { row, session: opened } = await passkeys.signIn(token, response, partyOf(request), deviceOf(request))
      return answerWithTokens(await accounts.tokensOf(row, opened), session, request, reply)
    },
  )
}

/**
 * The pages that the request comes from. A browser names them, and they were found to be ours or allowed already.
 * @throws {Problem} `origin-refused` for programs that are no browser.
 */
function relyingParty(request: FastifyRequest, publicUrl: string | undefined): RelyingParty {
  const origin = publicUrl === undefined ? request.headers.origin : new URL(publicUrl).origin
  if (origin === undefined) throw new Problem(OriginRefused)
  return { id: new URL(origin).hostname, origin }
}
