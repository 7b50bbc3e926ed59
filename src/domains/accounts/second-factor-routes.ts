import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, OriginRefused, requirePerson } from '../../platform/auth/index.ts'
import { NotFound } from '../../platform/errors/problem.ts'
import {
  AccountLocked,
  ConfirmSecondFactorInput,
  InvalidChallenge,
  PasswordProof,
  RecoveryCodes,
  SecondFactorInput,
  SecondFactorIsOn,
  SecondFactorSetup,
  SecondFactorStatus,
  SignIn,
  WrongCode,
  WrongPassword,
} from './account.ts'
import type { AccountService } from './account-service.ts'
import type { SecondFactorService } from './second-factor-service.ts'
import { answerWithTokens, deviceOf } from './sign-in-answer.ts'

export interface SecondFactorRouteOptions {
  readonly accounts: AccountService
  readonly secondFactor: SecondFactorService
  readonly limitAttempts: onRequestAsyncHookHandler
}

const tags = ['accounts']

/** Codes of an authenticator app as a second factor. */
export const secondFactorRoutes: FastifyPluginAsyncZod<SecondFactorRouteOptions> = async (app, options) => {
  const { accounts, secondFactor, limitAttempts } = options

  app.post(
    '/login/second-factor',
    {
      onRequest: limitAttempts,
      config: {
        withoutCaller: true,
        documented: { problems: [OriginRefused, InvalidChallenge, WrongCode, AccountLocked] },
      },
      schema: { tags, summary: 'Finish signing in with a code', body: SecondFactorInput, response: { 200: SignIn } },
    },
    async (request, reply) => {
      const { challenge_token, code, recovery_code = '', session } = request.body
      const proof = code === undefined ? { recovery_code } : { code }
      const { row, session: opened } = await secondFactor.complete(challenge_token, proof, deviceOf(request))
      return answerWithTokens(await accounts.tokensOf(row, opened), session, request, reply)
    },
  )

  app.get(
    '/second-factor',
    {
      onRequest: requirePerson(),
      schema: { tags, summary: 'Tell whether a second factor is on', response: { 200: SecondFactorStatus } },
    },
    async (request) => secondFactor.status(callerOfRequest(request).userId),
  )

  app.post(
    '/second-factor',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [WrongPassword, SecondFactorIsOn] } },
      schema: {
        tags,
        summary: 'Begin to set up an authenticator app',
        body: PasswordProof,
        response: { 200: SecondFactorSetup },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      return secondFactor.begin(callerOfRequest(request).userId, request.body.password, deviceOf(request))
    },
  )

  app.post(
    '/second-factor/confirm',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [NotFound, WrongCode, SecondFactorIsOn] } },
      schema: {
        tags,
        summary: 'Turn the second factor on with a code of the app',
        body: ConfirmSecondFactorInput,
        response: { 200: RecoveryCodes },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const codes = await secondFactor.confirm(callerOfRequest(request).userId, request.body.code, deviceOf(request))
      return { recovery_codes: [...codes] }
    },
  )

  app.post(
    '/second-factor/recovery-codes',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [NotFound, WrongPassword] } },
      schema: {
        tags,
        summary: 'Make new recovery codes in the place of the old ones',
        body: PasswordProof,
        response: { 200: RecoveryCodes },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      const { userId } = callerOfRequest(request)
      const codes = await secondFactor.renewRecoveryCodes(userId, request.body.password, deviceOf(request))
      return { recovery_codes: [...codes] }
    },
  )

  app.post(
    '/second-factor/remove',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [NotFound, WrongPassword] } },
      schema: {
        tags,
        summary: 'Turn the second factor off',
        body: PasswordProof,
        response: { 204: z.null().describe('No content') },
      },
    },
    async (request, reply) => {
      await secondFactor.remove(callerOfRequest(request).userId, request.body.password, deviceOf(request))
      return reply.code(204).send(null)
    },
  )
}
