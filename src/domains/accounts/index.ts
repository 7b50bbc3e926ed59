export { AccountLocked, WrongCode, WrongPassword } from './account.ts'
export { type AccountMailContext, accountMailJob, makeAccountLink, type SendAccountMail } from './account-mail.ts'
export { accountRoutes } from './account-routes.ts'
export { createAccountService } from './account-service.ts'
export { createApiTokenService } from './api-token-service.ts'
export { createPasskeyService } from './passkey-service.ts'
export { createPasswordService } from './password-service.ts'
export { createProofOfIdentity, type IdentityProof, type ProveIdentity } from './prove-identity.ts'
export { createRepeatedAnswers } from './repeated-answers.ts'
export {
  KEYS_ROTATED_AT,
  type KeyRotationContext,
  keepOldKeysDays,
  rotateKeysJob,
  WRAPPED_COLUMNS,
} from './rotate-keys-job.ts'
export { createSecondFactorService } from './second-factor-service.ts'
export { clearCookies, deviceOf } from './sign-in-answer.ts'
