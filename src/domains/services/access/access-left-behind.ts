import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { KeyWrapper } from '../../../platform/crypto/index.ts'
import { type Database, DatabaseUnavailable } from '../../../platform/database/index.ts'
import { defineJob, type JobBackend } from '../../../platform/jobs/index.ts'
import { giveBack, REVOCATION_ATTEMPTS, type StoredTokens, storedTokens } from './give-back.ts'
import type { ServiceAdapters } from './service-access.ts'

const TABLE = 'access_left_behind'
const SWEPT_AT_ONCE = 500
/** A service that cannot be reached for so long keeps an access that nobody here can use any more. */
const KEPT_MILLISECONDS = 7 * 86_400_000

const identityOf = (id: string) => `access-left-behind:${id}`
const jobIdOf = (id: string) => `left-${id}`

interface Left {
  readonly id: string
  readonly serviceName: string
  readonly wrapped: Buffer
}

/**
 * Takes a person's access to other services out of what is erased with the person, so that it can be given back there. Call
 * it while the person's keys are there. What cannot be opened any more is reported and keeps nothing from being erased.
 * @throws {DatabaseUnavailable}
 */
export function createAccessRelease(context: {
  readonly database: Database
  readonly keyWrapper: KeyWrapper
  readonly jobs: JobBackend
  readonly report: (error: unknown) => void
}): (userId: string) => Promise<void> {
  const { database, keyWrapper, jobs, report } = context
  return async (userId) => {
    try {
      const found = await findTokens(database, userId)
      if (found.length === 0) return
      const left = await Promise.all(
        found.map(async ({ serviceName, tokens }): Promise<Left> => {
          const id = uuidv7()
          const wrapped = await keyWrapper.wrap(Buffer.from(JSON.stringify(tokens)), identityOf(id))
          return { id, serviceName, wrapped }
        }),
      )
      await move(database, userId, left)
      for (const { id } of left) {
        await jobs.enqueue(giveBackLeftAccessJob, { access_id: id }, { jobId: jobIdOf(id) })
      }
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error
      report(error)
    }
  }
}

async function findTokens(database: Database, userId: string) {
  const rows = await database.asUser(userId, async (transaction) => ({
    connected: await transaction.rows<{ service_name: string; access_token: string; refresh_token: string | null }>(
      transaction
        .sql('connected_services')
        .whereNotNull('access_token')
        .select('id', 'service_name', 'access_token', 'refresh_token'),
    ),
    noted: await transaction.rows<{ service_name: string; token: string }>(
      transaction.sql('service_revocations').select('id', 'service_name', 'token'),
    ),
  }))
  return [
    ...rows.connected.map(({ service_name, access_token, refresh_token }) => ({
      serviceName: service_name,
      tokens: { accessToken: access_token, refreshToken: refresh_token } satisfies StoredTokens,
    })),
    ...rows.noted.map(({ service_name, token }) => ({
      serviceName: service_name,
      tokens: storedTokens.parse(JSON.parse(token)),
    })),
  ]
}

/** At once, so that whoever is cut off here and begins again leaves nothing twice. */
async function move(database: Database, userId: string, left: readonly Left[]): Promise<void> {
  await database.asSystem(async (transaction) => {
    const { sql } = transaction
    transaction.queue(
      sql(TABLE).insert(
        left.map(({ id, serviceName, wrapped }) => ({ id, service_name: serviceName, wrapped_tokens: wrapped })),
      ),
    )
    transaction.queue(
      sql('connected_services').where({ user_id: userId }).update({ access_token: null, refresh_token: null }),
    )
    transaction.queue(sql('service_revocations').where({ user_id: userId }).delete())
  })
}

export interface LeftAccessContext {
  readonly database: Database
  readonly keyWrapper: KeyWrapper
  readonly serviceAdapters: ServiceAdapters
  readonly now: () => Date
}

/** Gives back an access that an erased person left behind. */
export const giveBackLeftAccessJob = defineJob({
  name: 'connected-services.give-back-left',
  payload: z.strictObject({ access_id: z.uuid() }),
  ...REVOCATION_ATTEMPTS,
  run: async ({ database, keyWrapper, serviceAdapters, now }: LeftAccessContext, { access_id: id }) => {
    const row = await database.asSystem((transaction) =>
      transaction.row<{ service_name: string; wrapped_tokens: Buffer }>(transaction.sql(TABLE).where({ id })),
    )
    if (row === undefined) return
    const opened = await keyWrapper.unwrap(row.wrapped_tokens, identityOf(id))
    const tokens = storedTokens.parse(JSON.parse(opened.toString('utf8')))
    await giveBack(serviceAdapters.get(row.service_name), tokens, now())
    await database.asSystem((transaction) => transaction.affected(transaction.sql(TABLE).where({ id }).delete()))
  },
  sweep: async ({ database, now }) => {
    const rows = await database.asSystem(async (transaction) => {
      const { sql } = transaction
      const over = new Date(now().getTime() - KEPT_MILLISECONDS)
      transaction.queue(sql(TABLE).where('created_at', '<', over).delete())
      return await transaction.rows<{ id: string }>(sql(TABLE).orderBy('created_at').limit(SWEPT_AT_ONCE).select('id'))
    })
    return rows.map(({ id }) => ({ jobId: jobIdOf(id), payload: { access_id: id } }))
  },
})
