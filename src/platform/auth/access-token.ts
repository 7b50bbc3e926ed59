import { errors, jwtVerify, SignJWT } from 'jose'
import { sha256Hex } from '../crypto/digest.ts'
import type { SigningKeys } from './signing-keys.ts'

export const ACCESS_TOKEN_SECONDS = 15 * 60

const ISSUER = 'swasthwrap'
const CLOCK_TOLERANCE_SECONDS = 5
const REMEMBERED_TOKENS = 20_000

/** What an access token says. */
interface AccessClaims {
  readonly userId: string
  /** The sign-in that the token comes from. */
  readonly sessionId: string
  /** Milliseconds since the epoch. */
  readonly expiresAt: number
}

export interface AccessTokens {
  issue(userId: string, sessionId: string): Promise<string>
  /** What a genuine, unexpired token says; nothing for any other text. */
  verify(token: string): Promise<AccessClaims | undefined>
}

/**
 * Access tokens: JSON Web Tokens signed with RS256 (RFC 7519, RFC 9068), valid for 15 minutes. A verified token is
 * remembered by its digest until it expires, since verifying costs some fifty times as much as looking it up; a token
 * whose key was revoked is forgotten with it.
 */
export function createAccessTokens(keys: SigningKeys, now: () => Date = () => new Date()): AccessTokens {
  const remembered = new Map<string, AccessClaims & { readonly keyId: string }>()

  function recall(digest: string): AccessClaims | undefined {
    const claims = remembered.get(digest)
    if (claims === undefined) {
      return undefined
    }
    if (claims.expiresAt + CLOCK_TOLERANCE_SECONDS * 1_000 <= now().getTime() || !keys.isValid(claims.keyId)) {
      remembered.delete(digest)
      return undefined
    }
    return claims
  }

  return {
    async issue(userId, sessionId) {
      const key = keys.current()
      const issuedAt = Math.floor(now().getTime() / 1_000)
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: 'RS256', kid: key.id, typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setAudience(ISSUER)
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + ACCESS_TOKEN_SECONDS)
        .sign(key.privateKey)
    },

    async verify(token) {
      // Three times the length of ours: whatever is longer is not worth hashing.
      if (token.length > 3_000) {
        return undefined
      }
      const digest = sha256Hex(token)
      const known = recall(digest)
      if (known !== undefined) {
        return known
      }
      try {
        const { payload, protectedHeader } = await jwtVerify(token, (header) => keys.verificationKey(header.kid), {
          algorithms: ['RS256'],
          typ: 'at+jwt',
          issuer: ISSUER,
          audience: ISSUER,
          requiredClaims: ['sub', 'sid', 'exp'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: now(),
        })
        const { sub, sid, exp } = payload
        if (sub === undefined || typeof sid !== 'string' || exp === undefined) {
          return undefined
        }
        const claims = { userId: sub, sessionId: sid, expiresAt: exp * 1_000 }
        if (remembered.size >= REMEMBERED_TOKENS) {
          // The oldest entry goes first: it is the closest to its end.
          remembered.delete(remembered.keys().next().value ?? '')
        }
        remembered.set(digest, { ...claims, keyId: protectedHeader.kid ?? '' })
        return claims
      } catch (error) {
        if (error instanceof errors.JOSEError) {
          return undefined
        }
        throw error
      }
    },
  }
}
