import { randomBytes } from 'node:crypto'
import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { type AnyOperation, defineOperation, type OperationScope } from '../../../operations/define-operation.ts'
import { choice, flag, identifier, moment, text } from '../../../operations/field-types.ts'
import { sha256Hex } from '../../../platform/crypto/index.ts'
import { enumerations } from '../../../platform/database/index.ts'
import { defineProblem, NotFound, Problem } from '../../../platform/errors/problem.ts'
import { connectedServices } from '../connected-service.ts'
import { addImport } from '../imports/import-operations.ts'
import { ImportRunning } from '../imports/import-problems.ts'
import { serviceImports } from '../imports/service-import.ts'
import { ServiceDisconnected } from '../service-disconnected.ts'
import { authorizationUrl } from './oauth-client.ts'
import type { ServiceAdapters } from './service-access.ts'
import type { ServiceAdapter } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'

declare module '../../../operations/define-operation.ts' {
  interface OperationServices {
    readonly serviceAccess: ServiceAccess
  }
}

export interface ServiceAccess {
  readonly adapters: ServiceAdapters
  /** Where services send people back to: a page that hands in what it was given. */
  readonly redirectUri: string
  /** Has access given back that is not needed any more. Call it after the commit. */
  readonly wakeRevocation: (userId: string, revocationId: string) => Promise<void>
}

const NotConfigured = new ServiceProblem('not-configured').definition
const Denied = new ServiceProblem('denied').definition
const InvalidAuthorization = new ServiceProblem('invalid').definition
const NotSignedIn = defineProblem({ type: 'service-not-signed-in', status: 409 })

/** A sign-in takes a minute; who looks for a password takes ten. */
const SIGN_IN_MILLISECONDS = 15 * 60_000
const STATE_BYTES = 32

const address = z.strictObject({ id: identifier('Identifier of the connected service.') })
const CONFLICTS = { service_imports_running_key: ImportRunning } as const

/** @throws {Problem} where the person has no such service, has paused it, or nobody can sign in there. */
async function requireService(
  scope: OperationScope,
  id: string,
): Promise<{ signedIn: boolean; adapter: ServiceAdapter }> {
  const row = await connectedServices.store.lock(scope.transaction, { id })
  if (row === undefined) throw new Problem(NotFound)
  if (row['is_connected'] !== true) throw new Problem(ServiceDisconnected)
  const adapter = scope.services.serviceAccess.adapters.get(String(row['service_name']))
  if (adapter === undefined) throw new Problem(NotConfigured)
  return { signedIn: row['signed_in'] === true, adapter }
}

const authorize = defineOperation({
  name: 'connected-services.authorize',
  summary: 'Begin to sign in at a service: the answer is where to send the person',
  effect: 'write',
  input: address,
  output: z.object({
    authorization_url: z.url().meta({
      description: 'Open it in the browser. The service sends the person back to the page with `code` and `state`.',
      examples: ['https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=…'],
    }),
    expires_at: moment('Until when the person has to be back.', { example: '2026-03-12T04:45:00.000Z' }),
  }),
  errors: [NotFound, ServiceDisconnected, NotConfigured],
  // The address holds the state, which nobody but the person's browser should know.
  secretOutput: () => ({ authorization_url: 'https://used.invalid/' }),
  rest: { method: 'POST', path: '/connected-services/{id}/authorize', status: 200 },
  run: async (scope, { id }) => {
    const { transaction, caller, now, services } = scope
    const { adapter } = await requireService(scope, id)
    const state = randomBytes(STATE_BYTES).toString('base64url')
    const codeVerifier = generateRandomCodeVerifier()
    const expires_at = new Date(now.getTime() + SIGN_IN_MILLISECONDS)
    const row = { id: uuidv7(), user_id: caller.userId, service_id: id, state_digest: sha256Hex(state) }
    const place = { userId: caller.userId, column: 'service_authorizations.code_verifier', row: row.id }
    const code_verifier = await transaction.texts.seal(transaction, place, codeVerifier)
    await transaction.affected(
      transaction
        .sql('service_authorizations')
        .insert({ ...row, code_verifier, code: null, expires_at })
        .onConflict(['user_id', 'service_id'])
        .merge(),
    )
    scope.about({ table: 'connected_services', id })
    const codeChallenge = await calculatePKCECodeChallenge(codeVerifier)
    const { redirectUri } = services.serviceAccess
    return {
      authorization_url: authorizationUrl(adapter, { redirectUri, state, codeChallenge }),
      expires_at: expires_at.toISOString(),
    }
  },
})

const completeAuthorization = defineOperation({
  name: 'connected-services.complete-authorization',
  summary: 'End signing in at a service with what it sent the person back with, and bring in what it has',
  effect: 'write',
  input: z.strictObject({
    state: text('`state` of the address that the person came back to.', {
      example: '8xLOxBtZp8kfyHZ0QNSWn1GqPXsEyUjUqLnTQPYIqtk',
      maximum: 200,
    }),
    code: text('`code` of that address.', { example: '4/0AbUR2VMeHxUvL2DZ', maximum: 2_000 }).optional(),
    iss: text('`iss` of that address, where it has one: who says so (RFC 9207).', {
      example: 'https://accounts.google.com',
      maximum: 500,
    }).optional(),
    error: text('`error` of that address, where the person did not allow it.', {
      example: 'access_denied',
      maximum: 200,
    }).optional(),
  }),
  output: serviceImports.record,
  errors: [InvalidAuthorization, Denied, ServiceDisconnected, NotConfigured, ImportRunning],
  conflicts: CONFLICTS,
  rest: { method: 'POST', path: '/connected-services/authorizations', status: 202 },
  run: async (scope, { state, code, iss, error }) => {
    const { transaction, caller, now } = scope
    // Of this person alone: who was sent somebody else's address brings nothing into that person's record.
    const row = await transaction.row<{ id: string; service_id: string; expires_at: Date }>(
      transaction
        .sql('service_authorizations')
        .where({ state_digest: sha256Hex(state) })
        .whereNull('code')
        .forUpdate()
        .select('id', 'service_id', 'expires_at'),
    )
    if (row === undefined || row.expires_at <= now) throw new Problem(InvalidAuthorization)
    if (error !== undefined || code === undefined) throw new Problem(Denied)
    const { adapter } = await requireService(scope, row.service_id)
    // A code of another server's is not handed to this one.
    if (iss !== undefined && iss !== adapter.authorizationEndpoint.origin) throw new Problem(InvalidAuthorization)
    const place = { userId: caller.userId, column: 'service_authorizations.code', row: row.id }
    const sealed = await transaction.texts.seal(transaction, place, code)
    await transaction.affected(transaction.sql('service_authorizations').where({ id: row.id }).update({ code: sealed }))
    return await addImport(scope, { id: uuidv7(), service_id: row.service_id, kind: 'sync' })
  },
})

const sync = defineOperation({
  name: 'connected-services.sync',
  summary: 'Bring in the newest from a service that the person is signed in at',
  effect: 'write',
  input: address,
  output: serviceImports.record,
  errors: [NotFound, ServiceDisconnected, NotConfigured, NotSignedIn, ImportRunning],
  conflicts: CONFLICTS,
  rest: { method: 'POST', path: '/connected-services/{id}/sync', status: 202 },
  tool: { guidance: 'tools/connected-services', confirm: 'always' },
  run: async (scope, { id }) => {
    const { signedIn } = await requireService(scope, id)
    if (!signedIn) throw new Problem(NotSignedIn)
    return await addImport(scope, { id: uuidv7(), service_id: id, kind: 'sync' })
  },
})

const listKinds = defineOperation({
  name: 'connected-services.kinds',
  summary: 'Read which services can be connected here, and how each hands in what it has',
  effect: 'read',
  input: z.strictObject({}),
  output: z.object({
    data: z
      .array(
        z.object({
          service_name: choice(enumerations.connected_services.service_name, 'The service.', { example: 'fitbit' }),
          archive: flag('Whether an archive that its app exports can be sent.'),
          sign_in: flag('Whether people can sign in there, so that it is fetched from the service itself.'),
        }),
      )
      .meta({ description: 'All services. Every one of them takes samples that a phone sends.' }),
  }),
  rest: { method: 'GET', path: '/connected-services/kinds' },
  run: async ({ services }) => ({
    data: enumerations.connected_services.service_name.map((service_name) => ({
      service_name,
      archive: service_name !== 'garmin',
      sign_in: services.serviceAccess.adapters.has(service_name),
    })),
  }),
})

export const accessOperations: readonly AnyOperation[] = [listKinds, authorize, completeAuthorization, sync]
