export { ACCESS_TOKEN_SECONDS, type AccessTokens, createAccessTokens } from './access-token.ts'
export {
  accessCookie,
  authentication,
  callerOfRequest,
  createAuthenticator,
  newApiToken,
  OriginRefused,
  requireCaller,
  requirePerson,
} from './authentication.ts'
export { type Caller, TOKEN_SCOPES, type TokenScope } from './caller.ts'
export { createLiveCredentials, type LiveCredentials } from './live-credentials.ts'
export { isOriginAllowed } from './origin.ts'
export { hashPassword, verifyPassword } from './passwords.ts'
export { openSigningKeys, type SigningKeys } from './signing-keys.ts'
