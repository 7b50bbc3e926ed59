import type { Database } from '../../../platform/database/index.ts'
import type { ImportPlan } from '../imports/import-plan.ts'
import type { ImportRow, ImportService } from '../imports/import-store.ts'
import {
  type AuthorizationRow,
  dropTokens,
  endAuthorization,
  findAccess,
  findAuthorization,
  keepTokens,
} from './access-store.ts'
import { garmin } from './garmin.ts'
import { googleHealth } from './google-health.ts'
import { exchangeCode, fetchJson, refreshTokens, type ServiceTokens } from './oauth-client.ts'
import type { ServiceAdapter, SyncWindow } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'
import type { ServiceAccessSettings } from './service-settings.ts'

/** A token that ends so soon is not begun with. */
const ENDS_SOON_MILLISECONDS = 60_000

/** What speaks to each service that people can sign in at. */
export type ServiceAdapters = ReadonlyMap<string, ServiceAdapter>

/** Fitbit's data are in the Google Health API too, under the same sign-in. */
export function openServiceAdapters(settings: ServiceAccessSettings): ServiceAdapters {
  const adapters = new Map<string, ServiceAdapter>()
  if (settings.googleHealth) {
    const adapter = googleHealth(settings.googleHealth)
    adapters.set('google_fit', adapter)
    adapters.set('fitbit', adapter)
  }
  if (settings.garmin) adapters.set('garmin', garmin(settings.garmin))
  return adapters
}

export interface ServiceAccessContext {
  readonly database: Database
  readonly adapters: ServiceAdapters
  readonly redirectUri: string
  readonly now: () => Date
}

/**
 * Plans a sync: ends a sign-in that is under way, renews the access where it ends soon, and names the kinds of data.
 * @throws {ServiceProblem} where the access is gone.
 */
export async function planSync(
  context: ServiceAccessContext,
  row: ImportRow,
  service: ImportService,
): Promise<ImportPlan> {
  const { database, adapters, now } = context
  const adapter = adapters.get(service.service_name)
  if (adapter === undefined) throw new ServiceProblem('not-configured')
  const session = await openSession(context, adapter, row)
  const to = now()
  const { syncedUntil } = session
  const first = to.getTime() - adapter.firstMilliseconds
  const from = syncedUntil === null ? first : Math.max(first, syncedUntil.getTime() - adapter.overlapMilliseconds)
  const window: SyncWindow = { from: new Date(from), to }
  const denied = new Set<string>()
  return {
    parts: adapter.data.map(({ name, read }) => ({
      name,
      size: 0,
      read: () => withoutDenied(read(session.fetchJson, window), () => denied.add(name)),
    })),
    bytesTotal: null,
    finish: async () => {
      // Whoever allowed something else than was asked for should hear that nothing can come.
      if (denied.size === adapter.data.length) throw new ServiceProblem('denied')
      await database.asUser(row.user_id, async (transaction) => {
        await transaction.affected(
          transaction.sql('connected_services').where({ id: row.service_id }).update({ synced_until: to }),
        )
      })
    },
    close: () => undefined,
  }
}

/** A kind of data that the person has not allowed is left out; the others come. */
async function* withoutDenied<Item>(items: AsyncIterable<Item>, note: () => void): AsyncGenerator<Item> {
  try {
    yield* items
  } catch (error) {
    if (!(error instanceof ServiceProblem && error.kind === 'denied')) throw error
    note()
  }
}

async function openSession(
  { database, redirectUri, now }: ServiceAccessContext,
  adapter: ServiceAdapter,
  row: ImportRow,
) {
  const { user_id, service_id } = row
  const { access, authorization } = await database.asUser(user_id, async (transaction) => ({
    access: await findAccess(transaction, service_id),
    authorization: await findAuthorization(transaction, service_id),
  }))
  if (access === undefined) throw new ServiceProblem('revoked')
  const keep = async (tokens: ServiceTokens): Promise<ServiceTokens> => {
    await database.asUser(user_id, async (transaction) => {
      await keepTokens(transaction, access, tokens)
      await endAuthorization(transaction, service_id)
    })
    return tokens
  }
  const lose = (problem: ServiceProblem): Promise<void> =>
    database.asUser(user_id, (transaction) => dropTokens(transaction, service_id, problem.definition.type))
  const exchange = async ({ code, code_verifier: codeVerifier }: AuthorizationRow): Promise<ServiceTokens> => {
    try {
      return await keep(await exchangeCode(adapter, { code, codeVerifier, redirectUri }, now()))
    } catch (error) {
      if (!(error instanceof ServiceProblem && error.kind === 'unreachable')) {
        await database.asUser(user_id, (transaction) => endAuthorization(transaction, service_id))
      }
      throw error
    }
  }
  const renew = async ({ refreshToken }: ServiceTokens): Promise<ServiceTokens> => {
    try {
      if (refreshToken === null) throw new ServiceProblem('revoked')
      return await keep(await refreshTokens(adapter, refreshToken, now()))
    } catch (error) {
      if (error instanceof ServiceProblem && error.kind === 'revoked') await lose(error)
      throw error
    }
  }
  let tokens: ServiceTokens
  if (authorization !== undefined) {
    tokens = await exchange(authorization)
  } else if (access.access_token !== null) {
    tokens = {
      accessToken: access.access_token,
      refreshToken: access.refresh_token,
      expiresAt: access.token_expires_at,
    }
  } else {
    throw new ServiceProblem('revoked')
  }
  const endsSoon = tokens.expiresAt !== null && tokens.expiresAt.getTime() - now().getTime() < ENDS_SOON_MILLISECONDS
  if (endsSoon) tokens = await renew(tokens)
  return {
    syncedUntil: access.synced_until,
    async fetchJson(url: URL): Promise<unknown> {
      try {
        return await fetchJson(url, tokens.accessToken)
      } catch (error) {
        if (!(error instanceof ServiceProblem && error.kind === 'revoked')) throw error
      }
      // The service may have ended the token before its time; with a new one it is asked once more.
      tokens = await renew(tokens)
      try {
        return await fetchJson(url, tokens.accessToken)
      } catch (error) {
        if (error instanceof ServiceProblem && error.kind === 'revoked') await lose(error)
        throw error
      }
    },
  }
}
