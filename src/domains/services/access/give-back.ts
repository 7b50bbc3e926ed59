import { z } from 'zod'
import { refreshTokens } from './oauth-client.ts'
import type { ServiceAdapter } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'

const ANSWER_MILLISECONDS = 30_000

/** A service that is away is asked again after 10 seconds, then after twice as long each time: for two days in all. */
export const REVOCATION_ATTEMPTS = { attempts: 15, backoffMilliseconds: 10_000 } as const

/** Tokens as they are kept until they are given back. */
export const storedTokens = z.object({ accessToken: z.string(), refreshToken: z.string().nullable() })

export type StoredTokens = z.output<typeof storedTokens>

/**
 * Gives access back at a service. What the service does not know any more is given back already, and where none is
 * configured there is nobody to tell.
 * @throws {ServiceProblem} `unreachable`
 */
export async function giveBack(adapter: ServiceAdapter | undefined, tokens: StoredTokens, now: Date): Promise<void> {
  if (adapter === undefined) return
  const refused = await revoke(adapter.revoke(tokens))
  if (!refused || tokens.refreshToken === null) return
  const renewed = await refreshTokens(adapter, tokens.refreshToken, now).catch((error: unknown) => {
    if (error instanceof ServiceProblem && error.kind !== 'unreachable') return undefined
    throw error
  })
  if (renewed !== undefined) await revoke(adapter.revoke(renewed))
}

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
