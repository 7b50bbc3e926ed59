import type { TOKEN_SCOPES, TokenScope } from '../../../../platform/auth/index.ts'

export const PATH = '/api/v1/auth/tokens'

export interface ApiToken {
  readonly id: string
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly last_used_at: string | null
  readonly expires_at: string | null
  readonly created_at: string
}

/** What a token may do, the harmless first. */
export const SCOPES: typeof TOKEN_SCOPES = ['read', 'write', 'chat']

/** Days after which a token ends by itself; none: never. */
export const LIFETIMES = [30, 90, 365] as const

/** When a token of so many days ends, as RFC 3339; `null` where it never does. */
export function endOf(days: number | undefined, now: Date): string | null {
  return days === undefined ? null : new Date(now.getTime() + days * 24 * 60 * 60_000).toISOString()
}
