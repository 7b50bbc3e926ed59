import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  ClientSecretPost,
  processAuthorizationCodeResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi'
import type { ServiceAdapter } from './service-adapter.ts'
import { ServiceProblem } from './service-problem.ts'

/** What a person's access to a service consists of. */
export interface ServiceTokens {
  readonly accessToken: string
  /** Where the service gave none, the person has to sign in again when the access has ended. */
  readonly refreshToken: string | null
  readonly expiresAt: Date | null
}

const ANSWER_MILLISECONDS = 30_000
const LARGEST_ANSWER_BYTES = 50_000_000
/** Refused grants: of a code that is over or was used, of access that was taken back. */
const REFUSED = new Set(['invalid_grant', 'access_denied', 'unauthorized_client'])

function serverOf(adapter: ServiceAdapter): AuthorizationServer {
  return {
    issuer: adapter.authorizationEndpoint.origin,
    authorization_endpoint: adapter.authorizationEndpoint.href,
    token_endpoint: adapter.tokenEndpoint.href,
  }
}

const clientOf = ({ clientId }: ServiceAdapter): Client => ({ client_id: clientId })

const optionsOf = (adapter: ServiceAdapter) => ({
  // Only a server that the operator names can be one without TLS: a test's, or a proxy on this machine.
  [allowInsecureRequests]: adapter.tokenEndpoint.protocol === 'http:',
  signal: () => AbortSignal.timeout(ANSWER_MILLISECONDS),
})

/** Where the person signs in and allows it. */
export function authorizationUrl(
  adapter: ServiceAdapter,
  request: { readonly redirectUri: string; readonly state: string; readonly codeChallenge: string },
): string {
  const url = new URL(adapter.authorizationEndpoint)
  const parameters = {
    response_type: 'code',
    client_id: adapter.clientId,
    redirect_uri: request.redirectUri,
    state: request.state,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
    ...(adapter.scope !== undefined && { scope: adapter.scope }),
    ...adapter.authorizationParameters,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** @throws {ServiceProblem} `invalid` where the service does not take the code, `unreachable`, `wrong-answer`. */
export async function exchangeCode(
  adapter: ServiceAdapter,
  grant: { readonly code: string; readonly codeVerifier: string; readonly redirectUri: string },
  now: Date,
): Promise<ServiceTokens> {
  const server = serverOf(adapter)
  const client = clientOf(adapter)
  // Whose sign-in it is was found by its state before.
  const parameters = validateAuthResponse(
    server,
    client,
    new URLSearchParams({ code: grant.code, state: 'known' }),
    'known',
  )
  const tokens = await asked('invalid', async () => {
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      ClientSecretPost(adapter.clientSecret),
      parameters,
      grant.redirectUri,
      grant.codeVerifier,
      optionsOf(adapter),
    )
    refuseFailure(response)
    return await processAuthorizationCodeResponse(server, client, response)
  })
  return tokensOf(tokens, null, now)
}

/** @throws {ServiceProblem} `revoked` where the access was taken back or is over, `unreachable`, `wrong-answer`. */
export async function refreshTokens(adapter: ServiceAdapter, refreshToken: string, now: Date): Promise<ServiceTokens> {
  const server = serverOf(adapter)
  const client = clientOf(adapter)
  const tokens = await asked('revoked', async () => {
    const response = await refreshTokenGrantRequest(
      server,
      client,
      ClientSecretPost(adapter.clientSecret),
      refreshToken,
      optionsOf(adapter),
    )
    refuseFailure(response)
    return await processRefreshTokenResponse(server, client, response)
  })
  // A service that rotates its refresh tokens hands out the next one; one that does not goes on with the old one.
  return tokensOf(tokens, refreshToken, now)
}

function refuseFailure(response: Response): void {
  if (response.status >= 500 || response.status === 429) throw new ServiceProblem('unreachable')
}

async function asked(
  refusal: 'invalid' | 'revoked',
  ask: () => Promise<TokenEndpointResponse>,
): Promise<TokenEndpointResponse> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof ServiceProblem) throw cause
    if (cause instanceof ResponseBodyError) {
      throw new ServiceProblem(REFUSED.has(cause.error) ? refusal : 'wrong-answer', { cause: new Error(cause.error) })
    }
    // `fetch` fails with a TypeError, and with a DOMException at the end of its time.
    throw new ServiceProblem(isConnectionError(cause) ? 'unreachable' : 'wrong-answer')
  }
}

function tokensOf(answer: TokenEndpointResponse, known: string | null, now: Date): ServiceTokens {
  if (answer.token_type !== 'bearer') throw new ServiceProblem('wrong-answer')
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? known,
    expiresAt: answer.expires_in === undefined ? null : new Date(now.getTime() + answer.expires_in * 1000),
  }
}

function isConnectionError(error: unknown): boolean {
  return (error instanceof TypeError && error.message === 'fetch failed') || error instanceof DOMException
}

/**
 * Asks for JSON with an access token. Redirects are not followed: the token would go with them.
 * @throws {ServiceProblem} `revoked` for 401, `unreachable`, `wrong-answer`.
 */
export async function fetchJson(url: URL, accessToken: string): Promise<unknown> {
  let text: string
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_MILLISECONDS),
    })
    if (response.status === 401) throw new ServiceProblem('revoked')
    refuseFailure(response)
    // A kind of data that the person has not allowed, or that the service does not have for them.
    if (response.status === 403 || response.status === 404) throw new ServiceProblem('denied')
    if (!response.ok) throw new ServiceProblem('wrong-answer')
    text = await textOf(response)
  } catch (cause) {
    if (cause instanceof ServiceProblem) throw cause
    throw new ServiceProblem('unreachable', { cause: new Error(cause instanceof Error ? cause.name : 'unknown') })
  }
  try {
    return JSON.parse(text) as unknown
  } catch {
    // What it said may be about the person, so it goes into no log.
    throw new ServiceProblem('wrong-answer')
  }
}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > LARGEST_ANSWER_BYTES) throw new ServiceProblem('wrong-answer')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
