import type { onRequestAsyncHookHandler } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, requirePerson } from '../../platform/auth/index.ts'
import {
  ChangePasswordInput,
  ForgotPasswordInput,
  InvalidLink,
  NoMailServer,
  ResetPasswordInput,
  VerifyEmailInput,
  WrongPassword,
} from './account.ts'
import type { PasswordService } from './password-service.ts'
import { deviceOf } from './sign-in-answer.ts'

export interface PasswordRouteOptions {
  readonly passwords: PasswordService
  readonly limitAttempts: onRequestAsyncHookHandler
}

const tags = ['accounts']
const nothing = z.null().describe('No content')

/** Forgotten and changed passwords, and confirmed addresses. */
export const passwordRoutes: FastifyPluginAsyncZod<PasswordRouteOptions> = async (app, options) => {
  const { passwords, limitAttempts } = options

  app.post(
    '/password/forgot',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [NoMailServer] } },
      schema: {
        tags,
        summary: 'Ask for a link by which a new password can be chosen',
        description: 'Answers the same whether the address has an account or not.',
        body: ForgotPasswordInput,
        response: { 202: nothing },
      },
    },
    async (request, reply) => {
      await passwords.forgot(request.body.email, deviceOf(request))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/password/reset',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [InvalidLink] } },
      schema: {
        tags,
        summary: 'Choose a new password by the link; every sign-in ends',
        body: ResetPasswordInput,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await passwords.reset(request.body.token, request.body.password, deviceOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/password/change',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [WrongPassword] } },
      schema: {
        tags,
        summary: 'Change the password; every other sign-in ends',
        body: ChangePasswordInput,
        response: { 204: nothing },
      },
    },
    async (request, reply) => {
      await passwords.change(callerOfRequest(request), request.body, deviceOf(request))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/email/verification',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [NoMailServer] } },
      schema: { tags, summary: 'Ask once more for the link that confirms the address', response: { 202: nothing } },
    },
    async (request, reply) => {
      await passwords.askForVerification(callerOfRequest(request).userId)
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/email/verify',
    {
      onRequest: limitAttempts,
      config: { withoutCaller: true, documented: { problems: [InvalidLink] } },
      schema: { tags, summary: 'Confirm the address by the link', body: VerifyEmailInput, response: { 204: nothing } },
    },
    async (request, reply) => {
      await passwords.verifyEmail(request.body.token, deviceOf(request))
      return reply.code(204).send(null)
    },
  )
}
