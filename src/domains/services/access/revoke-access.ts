import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { OperationScope } from '../../../operations/define-operation.ts'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob } from '../../../platform/jobs/index.ts'
import { dropTokens, findAccess } from './access-store.ts'
import { giveBack, REVOCATION_ATTEMPTS, type StoredTokens, storedTokens } from './give-back.ts'
import type { ServiceAdapters } from './service-access.ts'

const TABLE = 'service_revocations'
const SWEPT_AT_ONCE = 500

/** Notes that a service's access is to be given back, and forgets it here. Call it before the service is deleted. */
export async function giveAccessBack(scope: OperationScope, serviceId: string): Promise<void> {
  const { transaction, caller, services } = scope
  const access = await findAccess(transaction, serviceId)
  if (access === undefined || access.access_token === null) return
  const id = uuidv7()
  const tokens: StoredTokens = { accessToken: access.access_token, refreshToken: access.refresh_token }
  const place = { userId: caller.userId, column: `${TABLE}.token`, row: id }
  const token = await transaction.texts.seal(transaction, place, JSON.stringify(tokens))
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

/** Gives a person's access back at a service. */
export const revokeAccessJob = defineJob({
  name: 'connected-services.revoke',
  payload: z.strictObject({ revocation_id: z.uuid(), user_id: z.uuid() }),
  ...REVOCATION_ATTEMPTS,
  run: async ({ database, serviceAdapters, now }: RevocationContext, { revocation_id: id, user_id: userId }) => {
    const row = await database.asUser(userId, (transaction) =>
      transaction.row<{ service_name: string; token: string }>(
        transaction.sql(TABLE).where({ id }).select('id', 'service_name', 'token'),
      ),
    )
    if (row === undefined) return
    await giveBack(serviceAdapters.get(row.service_name), storedTokens.parse(JSON.parse(row.token)), now())
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
