import type { FastifyReply, FastifyRequest } from 'fastify'
import { accessCookie } from '../../platform/auth/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import type { SecondStep, SignIn } from './account.ts'
import { type Device, REFRESH_TOKEN_SECONDS } from './session-store.ts'
import type { IssuedTokens } from './sign-in.ts'
import { CHALLENGE_SECONDS } from './sign-in-challenge.ts'

export const AUTH_PATH = '/api/v1/auth'
const REFRESH_COOKIE = 'swasthwrap_refresh'

/** It goes to one path alone, which `__Host-` forbids. */
export function refreshCookie(request: FastifyRequest): string {
  return request.protocol === 'https' ? `__Secure-${REFRESH_COOKIE}` : REFRESH_COOKIE
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** @throws {Problem} `not-found` for what cannot be an id: there is no such row. */
export function idOf(params: { readonly id: string }): string {
  if (!UUID.test(params.id)) {
    throw new Problem(NotFound)
  }
  return params.id
}

export function deviceOf(request: FastifyRequest): Device {
  return { ipAddress: request.ip, userAgent: request.headers['user-agent'] }
}

/** Puts the tokens where the caller asked for them: into the answer, or into cookies that scripts cannot read. */
export function answerWithTokens(
  issued: IssuedTokens,
  where: 'token' | 'cookie' | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): SignIn {
  const common = { user: issued.user, token_type: 'Bearer' as const, expires_in: issued.expiresIn }
  void reply.header('cache-control', 'no-store')
  if (where !== 'cookie') {
    return { ...common, access_token: issued.accessToken, refresh_token: issued.refreshToken }
  }
  const cookie = { httpOnly: true, sameSite: 'strict' as const, secure: request.protocol === 'https' }
  void reply.setCookie(accessCookie(request), issued.accessToken, { ...cookie, path: '/', maxAge: issued.expiresIn })
  void reply.setCookie(refreshCookie(request), issued.refreshToken, {
    ...cookie,
    path: AUTH_PATH,
    maxAge: REFRESH_TOKEN_SECONDS,
  })
  return common
}

export function answerWithSecondStep(challengeToken: string, reply: FastifyReply): SecondStep {
  void reply.header('cache-control', 'no-store')
  return {
    mfa_required: true,
    challenge_token: challengeToken,
    methods: ['totp', 'recovery_code'],
    expires_in: CHALLENGE_SECONDS,
  }
}

export function clearCookies(request: FastifyRequest, reply: FastifyReply): void {
  // A browser takes a prefixed cookie away only where it could have been set.
  const secure = request.protocol === 'https'
  void reply.clearCookie(accessCookie(request), { path: '/', secure })
  void reply.clearCookie(refreshCookie(request), { path: AUTH_PATH, secure })
}
