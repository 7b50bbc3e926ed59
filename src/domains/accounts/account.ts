import { z } from 'zod'
import { LANGUAGES } from '../../clinical/language-forms.ts'
import { TOKEN_SCOPES } from '../../platform/auth/index.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'
import { MAXIMUM_PASSWORD_CHARACTERS, MINIMUM_PASSWORD_CHARACTERS } from './password-policy.ts'

export const EmailTaken = defineProblem({ type: 'email-taken', status: 409 })
export const InvalidCredentials = defineProblem({ type: 'invalid-credentials', status: 401 })
export const AccountLocked = defineProblem({ type: 'account-locked', status: 429 })
export const WrongPassword = defineProblem({ type: 'wrong-password', status: 403 })
export const WrongCode = defineProblem({ type: 'wrong-code', status: 401 })
export const InvalidChallenge = defineProblem({ type: 'invalid-challenge', status: 401 })
export const InvalidPasskey = defineProblem({ type: 'invalid-passkey', status: 401 })
export const InvalidLink = defineProblem({ type: 'invalid-link', status: 410 })
export const SecondFactorIsOn = defineProblem({ type: 'second-factor-is-on', status: 409 })
export const InvalidRefreshToken = defineProblem({ type: 'invalid-refresh-token', status: 401 })
export const RefreshTokenReused = defineProblem({ type: 'refresh-token-reused', status: 401 })

/** The form that the database's own check asks for. */
const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/

const email = z.email({ pattern: EMAIL }).max(255).describe('E-mail address; upper and lower case letters are the same')

const session = z
  .enum(['token', 'cookie'])
  .optional()
  .describe('`cookie` keeps the tokens in HttpOnly cookies instead of the answer, for pages served by this server')

export const RegisterInput = z.strictObject({
  name: z.string().min(1).max(255).describe('What the person is called'),
  email,
  password: z
    .string()
    .min(MINIMUM_PASSWORD_CHARACTERS)
    .max(MAXIMUM_PASSWORD_CHARACTERS)
    .describe('A pass phrase in any language'),
  language: z.enum(LANGUAGES).optional().describe('Language of the account; default: that of `Accept-Language`'),
  session,
})

export const LoginInput = z.strictObject({
  email: z.string().max(255).describe('E-mail address of the account'),
  password: z.string().max(MAXIMUM_PASSWORD_CHARACTERS).describe('Its password'),
  session,
})

const newPassword = z
  .string()
  .min(MINIMUM_PASSWORD_CHARACTERS)
  .max(MAXIMUM_PASSWORD_CHARACTERS)
  .describe('A pass phrase in any language')
const currentPassword = z.string().max(MAXIMUM_PASSWORD_CHARACTERS).describe('The password of the account, once more')
const secret = (description: string) => z.string().min(1).max(200).describe(description)

export const ForgotPasswordInput = z.strictObject({
  email: z.string().min(1).max(255).describe('E-mail address of the account'),
})
export const ResetPasswordInput = z.strictObject({
  token: secret('From the link in the e-mail; good for one use'),
  password: newPassword,
})
export const ChangePasswordInput = z.strictObject({ current_password: currentPassword, new_password: newPassword })
export const VerifyEmailInput = z.strictObject({ token: secret('From the link in the e-mail; good for one use') })
export const PasswordProof = z.strictObject({ password: currentPassword })

const code = z
  .string()
  .regex(/^\s*\d{3}\s?\d{3}\s*$/)
  .describe('Six digits of the authenticator app')

/** Exactly one of the two. */
export const SecondFactorInput = z
  .strictObject({
    challenge_token: secret('From the answer to the first step'),
    code: code.optional(),
    recovery_code: z.string().min(8).max(60).optional().describe('One of the recovery codes; good for one use'),
    session,
  })
  .refine((input) => (input.code === undefined) !== (input.recovery_code === undefined), { path: ['code'] })
export const ConfirmSecondFactorInput = z.strictObject({ code })

/** What an authenticator answers, as a browser hands it over: https://www.w3.org/TR/webauthn-3/ */
const credential = z
  .looseObject({ id: z.string().min(1).max(1_400), rawId: z.string().max(1_400), type: z.literal('public-key') })
  .describe('The credential that the browser gave, as JSON')
export const RegisterPasskeyInput = z.strictObject({
  challenge_token: secret('From the answer to the first step'),
  name: z.string().min(1).max(100).describe('What the person calls the device'),
  response: credential,
})
export const PasskeySignInInput = z.strictObject({
  challenge_token: secret('From the answer to the first step'),
  response: credential,
  session,
})

export const RefreshInput = z
  .strictObject({
    refresh_token: z
      .string()
      .max(200)
      .optional()
      .describe('The newest refresh token; absent where it is in the cookie'),
  })
  .optional()

const timestamp = z.iso.datetime().describe('RFC 3339, UTC')
const derived = z.int().describe('Counted by the server')

/** A row of `users`, without what only the server needs. */
export const User = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  interests: z.array(z.string()).nullable(),
  health_score: derived,
  streak: derived,
  upcoming_appointments: derived,
  medications_due: derived,
  avatar: z.string().nullable(),
  phone: z.string().nullable(),
  date_of_birth: z.iso.date().nullable(),
  gender: z.enum(enumerations.users.gender).nullable(),
  blood_group: z.string().nullable(),
  address: z.string().nullable(),
  email_verified: z.boolean(),
  created_at: timestamp,
  updated_at: timestamp,
})
export type User = z.infer<typeof User>

export const SignIn = z.object({
  user: User,
  access_token: z.string().optional().describe('JSON Web Token (RS256); absent where it is in the cookie'),
  refresh_token: z.string().optional().describe('Good for one use; absent where it is in the cookie'),
  token_type: z.literal('Bearer'),
  expires_in: z.int().describe('Seconds until the access token expires'),
})
export type SignIn = z.infer<typeof SignIn>

/** The answer to a right password where the account asks for a second factor. */
export const SecondStep = z.object({
  mfa_required: z.literal(true),
  challenge_token: z.string().describe('To be sent with the code'),
  methods: z.array(z.enum(['totp', 'recovery_code'])).describe('What the second step takes'),
  expires_in: z.int().describe('Seconds until the challenge token expires'),
})
export type SecondStep = z.infer<typeof SecondStep>

export const SecondFactorStatus = z.object({
  enabled: z.boolean().describe('Whether signing in with the password asks for a code'),
  enabled_at: timestamp.nullable(),
  recovery_codes_left: z.int().describe('Recovery codes that were not used yet'),
})
export type SecondFactorStatus = z.infer<typeof SecondFactorStatus>

export const SecondFactorSetup = z.object({
  secret: z.string().describe('To type into the authenticator app (Base32)'),
  uri: z.string().describe('The same as an `otpauth:` address, for a QR code'),
})

export const RecoveryCodes = z.object({
  recovery_codes: z.array(z.string()).describe('Each good for one sign-in without the app. Shown this once'),
})

/** A challenge, and what to hand to the browser's `navigator.credentials`. */
export const PasskeyStep = z.object({
  challenge_token: z.string().describe('To be sent with the credential'),
  options: z.looseObject({}).describe('`PublicKeyCredentialCreationOptionsJSON` or `…RequestOptionsJSON`'),
})

export const Passkey = z.object({
  id: z.uuid(),
  name: z.string(),
  synced: z.boolean().describe('Whether it is kept on more than one device of the person'),
  last_used_at: timestamp.nullable(),
  created_at: timestamp,
})
export type Passkey = z.infer<typeof Passkey>

export const Session = z.object({
  id: z.uuid(),
  device: z.string().nullable().describe('Browser and system, as far as the program names itself'),
  device_info: z.string().nullable().describe('How the program names itself (`User-Agent`)'),
  ip_address: z.string().nullable(),
  location: z
    .string()
    .nullable()
    .describe('Coarse place, from the address alone: this computer, the local network, or the network of the address'),
  last_active: timestamp,
  expires_at: timestamp,
  is_current: z.boolean().describe('Whether this request came through it'),
  created_at: timestamp,
})
export type Session = z.infer<typeof Session>

export const NewApiToken = z.strictObject({
  name: z.string().min(1).max(100).describe('What the token is for'),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1).max(TOKEN_SCOPES.length).describe('What it may do'),
  expires_at: z.iso.datetime({ offset: true }).nullable().optional().describe('When it ends by itself'),
})

export const ApiToken = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  last_used_at: timestamp.nullable(),
  expires_at: timestamp.nullable(),
  created_at: timestamp,
})
export type ApiToken = z.infer<typeof ApiToken>

export const CreatedApiToken = ApiToken.extend({
  token: z.string().describe('The token itself. Shown this once'),
})
