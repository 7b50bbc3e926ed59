export { ACCESS_TOKEN_SECONDS, type AccessClaims, type AccessTokens, createAccessTokens } from './access-token.ts'
export {
  ACCESS_COOKIE,
  type Authenticator,
  authentication,
  callerOfRequest,
  createAuthenticator,
  newApiToken,
  OriginRefused,
  requireCaller,
  requirePerson,
  SignInRequired,
} from './authentication.ts'
export { type Caller, type Surface, TOKEN_SCOPES, type TokenScope } from './caller.ts'
export { createLiveCredentials, type LiveCredential, type LiveCredentials } from './live-credentials.ts'
export { isOriginAllowed } from './origin.ts'
export { hashPassword, verifyPassword } from './passwords.ts'
export { openSigningKeys, type SigningKeys } from './signing-keys.ts'
