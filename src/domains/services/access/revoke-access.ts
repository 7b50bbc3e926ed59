import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { OperationScope } from '../../../operations/define-operation.ts'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import { dropTokens, findAccess } from './access-store.ts'
import { refreshTokens } from './oauth-client.ts'
import type { ServiceAdapters } from './service-access.ts'
import { ServiceProblem } from './service-problem.ts'

const TABLE = 'service_revocations'
const ANSWER_MILLISECONDS = 30_000
const SWEPT_AT_ONCE = 500

const StoredTokens = z.object({ accessToken: z.string(), refreshToken: z.string().nullable() })

/** Notes that a service's access is to be given back, and forgets it here. Call it before the service is deleted. */
export async function giveAccessBack(scope: OperationScope, serviceId: string): Promise<void> {
  const { transaction, caller, services } = scope
  const access = await findAccess(transaction, serviceId)
  if (access === undefined || access.access_token === null) return
  const id = uuidv7()
  const tokens = JSON.stringify({ accessToken: access.access_token, refreshToken: access.refresh_token })
  const place = { userId: caller.userId, column: `${TABLE}.token`, row: id }
  const token = await transaction.texts.seal(transaction, place, tokens)
  const { service_name } = access
  await transaction.affected(transaction.sql(TABLE).insert({ id, user_id: caller.userId, service_name, token }))
  await dropTokens(transaction, serviceId, null)
  transaction.afterCommit(() => services.serviceAccess.wakeRevocation(caller.userId, id))
}

export interface RevocationContext {
  readonly database: Database
  readonly serviceAdapters: ServiceAdapters
  readonly now: () => Date
}

export function revocationJobId(id: string): string {
  return `revoke-${id}`
}

/** Gives a person's access back at a service. What the service does not know any more is given back already. */
export const revokeAccessJob = defineJob({
  name: 'connected-services.revoke',
  payload: z.strictObject({ revocation_id: z.uuid(), user_id: z.uuid() }),
  attempts: 8,
  backoffMilliseconds: 10_000,
  run: async ({ database, serviceAdapters, now }: RevocationContext, { revocation_id: id, user_id: userId }) => {
    const row = await database.asUser(userId, (transaction) =>
      transaction.row<{ service_name: string; token: string }>(
        transaction.sql(TABLE).where({ id }).select('id', 'service_name', 'token'),
      ),
    )
    if (row === undefined) return
    const adapter = serviceAdapters.get(row.service_name)
    if (adapter !== undefined) {
      const tokens = StoredTokens.parse(JSON.parse(row.token))
      const refused = await revoke(adapter.revoke(tokens))
      if (refused && tokens.refreshToken !== null) {
        const renewed = await refreshTokens(adapter, tokens.refreshToken, now()).catch((error: unknown) => {
          if (error instanceof ServiceProblem && error.kind !== 'unreachable') return undefined
          throw error
        })
        if (renewed !== undefined) await revoke(adapter.revoke(renewed))
      }
    }
    await database.asUser(userId, (transaction) => transaction.affected(transaction.sql(TABLE).where({ id }).delete()))
  },
  sweep: async ({ database }: RevocationContext) => {
    const rows = await database.asSystem((transaction) =>
      transaction.rows<{ id: string; user_id: string }>(
        transaction.sql(TABLE).orderBy('created_at').limit(SWEPT_AT_ONCE).select('id', 'user_id'),
      ),
    )
    return rows.map(({ id, user_id }) => ({ jobId: revocationJobId(id), payload: { revocation_id: id, user_id } }))
  },
})

/** @returns whether the token was not good enough to give itself back. @throws {ServiceProblem} `unreachable` */
async function revoke(request: Request): Promise<boolean> {
  let response: Response
  try {
    response = await fetch(request, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MILLISECONDS) })
    await response.body?.cancel()
  } catch {
    throw new ServiceProblem('unreachable')
  }
  if (response.status >= 500 || response.status === 429) throw new ServiceProblem('unreachable')
  return response.status === 401
}
