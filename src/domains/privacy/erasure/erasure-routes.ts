import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { callerOfRequest, type LiveCredentials, requirePerson } from '../../../platform/auth/index.ts'
import { sha256Hex } from '../../../platform/crypto/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { NotFound, Problem } from '../../../platform/errors/problem.ts'
import type { EventBus } from '../../../platform/events/index.ts'
import { limitPerAddress } from '../../../platform/http/index.ts'
import type { JobBackend } from '../../../platform/jobs/index.ts'
import {
  AccountLocked,
  clearCookies,
  deviceOf,
  type IdentityProof,
  type ProveIdentity,
  WrongCode,
  WrongPassword,
} from '../../accounts/index.ts'
import { beginErasure } from './begin-erasure.ts'
import { verifyCertificate } from './certificate.ts'
import { EraseInput, Erasure, type ErasureRow, ProofRequired } from './erasure.ts'

export interface ErasureRouteOptions {
  readonly database: Database
  readonly live: LiveCredentials
  readonly events: EventBus
  readonly jobs: JobBackend
  readonly proveIdentity: ProveIdentity
  /** Certificates that are looked up per minute and address. */
  readonly attemptsPerMinute: number
}

/** The erasure of an account, and its certificate, for which nobody has to sign in. Register it below `/api/v1`. */
export const erasureRoutes: FastifyPluginAsyncZod<ErasureRouteOptions> = async (app, options) => {
  const { database, proveIdentity } = options
  const limitAttempts = limitPerAddress(app, options.attemptsPerMinute)

  app.delete(
    '/me',
    {
      onRequest: [requirePerson(), limitAttempts],
      config: { documented: { problems: [ProofRequired, WrongPassword, WrongCode, AccountLocked] } },
      schema: {
        tags: ['me'],
        operationId: 'me_delete',
        summary: 'Erase the account and everything in it, for good',
        description:
          'Asks for the password, a code of the authenticator app or a recovery code. Every sign-in ends at once; rows, files, vectors, queued jobs and keys are gone within minutes. The answer tells where the certificate of it will be.',
        body: EraseInput,
        response: { 202: Erasure },
      },
    },
    async (request, reply) => {
      const caller = callerOfRequest(request)
      await proveIdentity(caller.userId, proofOf(request.body), deviceOf(request), 'accounts.erase')
      const { id, token, requestedAt } = await beginErasure(options, caller, new Date())
      clearCookies(request, reply)
      return reply
        .code(202)
        .header('cache-control', 'no-store')
        .send({
          id,
          status: 'pending',
          requested_at: requestedAt.toISOString(),
          completed_at: null,
          certificate_url: `/api/v1/erasures/${token}`,
          certificate: null,
          claims: null,
        })
    },
  )

  app.get(
    '/erasures/:token',
    {
      onRequest: limitAttempts,
      config: { documented: { problems: [NotFound] } },
      schema: {
        tags: ['erasures'],
        operationId: 'erasures_get',
        summary: 'Read the certificate of an erasure, by the address that was told when it was asked for',
        security: [],
        params: z.object({
          token: z
            .string()
            .meta({ description: 'What the answer told.', examples: ['7Yq0nJc3mX1sB8vTfK2hWd5eRzLgUa9pQoNiHyMxCtE'] }),
        }),
        response: { 200: Erasure },
      },
    },
    async (request) => {
      const { token } = request.params
      const row = await database.asSystem((transaction) =>
        transaction.row<ErasureRow>(transaction.sql('erasures').where({ token_digest: sha256Hex(token) })),
      )
      if (row === undefined) throw new Problem(NotFound)
      const claims = row.certificate === null ? undefined : await verifyCertificate(database, row.certificate)
      return {
        id: row.id,
        status: row.completed_at === null ? ('pending' as const) : ('completed' as const),
        requested_at: row.requested_at.toISOString(),
        completed_at: row.completed_at?.toISOString() ?? null,
        certificate_url: `/api/v1/erasures/${token}`,
        certificate: row.certificate,
        claims: (claims as Record<string, unknown> | undefined) ?? null,
      }
    },
  )

  app.post(
    '/erasures/verify',
    {
      onRequest: limitAttempts,
      schema: {
        tags: ['erasures'],
        operationId: 'erasures_verify',
        summary: 'Tell whether a certificate was signed by this installation, and what it says',
        security: [],
        body: z.strictObject({
          certificate: z
            .string()
            .min(1)
            .max(20_000)
            .meta({ description: 'The certificate (JWS)', examples: ['eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2ln'] }),
        }),
        response: {
          200: z.object({
            valid: z.boolean().describe('Whether this installation signed it and nothing was changed'),
            claims: z.looseObject({}).nullable().describe('What it says'),
          }),
        },
      },
    },
    async (request) => {
      const claims = await verifyCertificate(database, request.body.certificate)
      return { valid: claims !== undefined, claims: (claims as Record<string, unknown> | undefined) ?? null }
    },
  )
}

/** @throws {Problem} `proof-required` where nothing was given. */
function proofOf(body: z.output<typeof EraseInput>): IdentityProof {
  if (body?.password !== undefined) return { password: body.password }
  if (body?.code !== undefined) return { code: body.code }
  if (body?.recovery_code !== undefined) return { recovery_code: body.recovery_code }
  throw new Problem(ProofRequired)
}
