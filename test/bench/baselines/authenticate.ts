import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'

interface Known {
  readonly userId: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

/**
 * Who an access token of the product belongs to: RS256 by the keys it publishes, and remembered until the token expires,
 * so that neither side of a comparison verifies more often than the other.
 */
export function tokenReader(keys: JSONWebKeySet): (authorization: string | undefined) => Promise<string | undefined> {
  const keySet = createLocalJWKSet(keys)
  const remembered = new Map<string, Known>()
  return async (authorization) => {
    if (!authorization?.startsWith('Bearer ')) return undefined
    const token = authorization.slice(7)
    const known = remembered.get(token)
    if (known !== undefined && known.expiresAt > Date.now()) return known.userId
    const { payload } = await jwtVerify(token, keySet, { algorithms: ['RS256'], issuer: 'swasthwrap' })
    if (payload.sub === undefined || payload.exp === undefined) return undefined
    remembered.set(token, { userId: payload.sub, expiresAt: payload.exp * 1_000 })
    return payload.sub
  }
}
