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
export const NoMailServer = defineProblem({ type: 'no-mail-server', status: 409 })
export const InvalidLink = defineProblem({ type: 'invalid-link', status: 410 })
export const SecondFactorIsOn = defineProblem({ type: 'second-factor-is-on', status: 409 })
export const InvalidRefreshToken = defineProblem({ type: 'invalid-refresh-token', status: 401 })
export const RefreshTokenReused = defineProblem({ type: 'refresh-token-reused', status: 401 })

/** The form that the database's own check asks for. */
const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$/

/** What the document says of a field: what it is, and a value as it really is. */
const as = <Value>(description: string, example: Value) => ({ description, examples: [example] })

const email = z
  .email({ pattern: EMAIL })
  .max(255)
  .meta(as('E-mail address; upper and lower case letters are the same', 'asha@example.org'))

const session = z
  .enum(['token', 'cookie'])
  .optional()
  .meta(
    as('`cookie` keeps the tokens in HttpOnly cookies instead of the answer, for pages served by this server', 'token'),
  )

const newPassword = z
  .string()
  .min(MINIMUM_PASSWORD_CHARACTERS)
  .max(MAXIMUM_PASSWORD_CHARACTERS)
  .meta(as('A pass phrase in any language', 'mango leaves in the rain'))

export const RegisterInput = z.strictObject({
  name: z.string().min(1).max(255).meta(as('What the person is called', 'Asha Raman')),
  email,
  password: newPassword,
  language: z.enum(LANGUAGES).optional().meta(as('Language of the account; default: that of `Accept-Language`', 'ta')),
  session,
})

export const LoginInput = z.strictObject({
  email: z.string().max(255).meta(as('E-mail address of the account', 'asha@example.org')),
  password: z.string().max(MAXIMUM_PASSWORD_CHARACTERS).meta(as('Its password', 'mango leaves in the rain')),
  session,
})

const currentPassword = z
  .string()
  .max(MAXIMUM_PASSWORD_CHARACTERS)
  .meta(as('The password of the account, once more', 'mango leaves in the rain'))
/** What a link or an answer handed out, to be given back. */
const SECRET = '7Yq0nJc3mX1sB8vTfK2hWd5eRzLgUa9pQoNiHyMxCtE'
const secret = (description: string) => z.string().min(1).max(200).meta(as(description, SECRET))

export const ForgotPasswordInput = z.strictObject({
  email: z.string().min(1).max(255).meta(as('E-mail address of the account', 'asha@example.org')),
})
export const ResetPasswordInput = z.strictObject({
  token: secret('From the link in the e-mail; good for one use'),
  password: newPassword,
})
export const ChangePasswordInput = z.strictObject({ current_password: currentPassword, new_password: newPassword })
export const VerifyEmailInput = z.strictObject({ token: secret('From the link in the e-mail; good for one use') })
export const PasswordProof = z.strictObject({ password: currentPassword })

const RECOVERY_CODE = 'k7dm-2xqp-9fht-w4rs-8nvb-6jce'

const code = z
  .string()
  .regex(/^\s*\d{3}\s?\d{3}\s*$/)
  .meta(as('Six digits of the authenticator app', '482913'))

/** Exactly one of the two. */
export const SecondFactorInput = z
  .strictObject({
    challenge_token: secret('From the answer to the first step'),
    code: code.optional(),
    recovery_code: z
      .string()
      .min(8)
      .max(60)
      .optional()
      .meta(as('One of the recovery codes; good for one use', RECOVERY_CODE)),
    session,
  })
  .refine((input) => (input.code === undefined) !== (input.recovery_code === undefined), { path: ['code'] })
  .meta({ examples: [{ challenge_token: SECRET, code: '482913' }] })
export const ConfirmSecondFactorInput = z.strictObject({ code })

const CREDENTIAL = 'mZ3tQb0yE1xVd8Jk5sWn2A'

/** What an authenticator answers, as a browser hands it over: https://www.w3.org/TR/webauthn-3/ */
const credential = z
  .looseObject({
    id: z.string().min(1).max(1_400).meta(as('Identifier of the credential, base64url', CREDENTIAL)),
    rawId: z.string().max(1_400).meta(as('The same once more', CREDENTIAL)),
    type: z.literal('public-key').meta(as('What it is', 'public-key')),
  })
  .meta({ description: 'The credential that the browser gave, as JSON' })
export const RegisterPasskeyInput = z.strictObject({
  challenge_token: secret('From the answer to the first step'),
  name: z.string().min(1).max(100).meta(as('What the person calls the device', 'Phone')),
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
      .meta(as('The newest refresh token; absent where it is in the cookie', SECRET)),
  })
  .optional()

const timestamp = z.iso.datetime().meta(as('RFC 3339, UTC', '2026-03-12T04:30:00.000Z'))
const derived = (example: number) => z.int().meta(as('Counted by the server', example))
const ROW = '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'
const row = z.uuid().meta(as('Identifier of the row', ROW))

/** A row of `users`, without what only the server needs. */
export const User = z.object({
  id: row,
  name: z.string().meta(as('What the person is called', 'Asha Raman')),
  email: z.string().meta(as('E-mail address of the account', 'asha@example.org')),
  language: z.enum(LANGUAGES).meta(as('Language of the account', 'ta')),
  interests: z
    .array(z.string().meta(as('One of them', 'yoga')))
    .nullable()
    .meta(as('What the person likes', ['yoga'])),
  health_score: derived(72),
  streak: derived(5),
  upcoming_appointments: derived(1),
  medications_due: derived(2),
  avatar: z.string().nullable().meta(as('Where the picture is', '/api/v1/me/avatar')),
  phone: z.string().nullable().meta(as('Telephone number', '+919840012345')),
  date_of_birth: z.iso.date().nullable().meta(as('Date of birth', '1962-07-21')),
  gender: z.enum(enumerations.users.gender).nullable().meta(as('Sex', 'female')),
  blood_group: z.string().nullable().meta(as('Blood group', 'O+')),
  address: z.string().nullable().meta(as('Where the person lives', '12 Lake View Road, Chennai')),
  email_verified: z.boolean().meta(as('Whether the address was confirmed', true)),
  created_at: timestamp,
  updated_at: timestamp,
})
export type User = z.infer<typeof User>

export const SignIn = z.object({
  user: User,
  access_token: z
    .string()
    .optional()
    .meta(
      as(
        'JSON Web Token (RS256); absent where it is in the cookie',
        'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJzdWIiOiIxIn0.c2ln',
      ),
    ),
  refresh_token: z.string().optional().meta(as('Good for one use; absent where it is in the cookie', SECRET)),
  token_type: z.literal('Bearer').meta(as('How the access token is sent', 'Bearer')),
  expires_in: z.int().meta(as('Seconds until the access token expires', 900)),
})
export type SignIn = z.infer<typeof SignIn>

/** The answer to a right password where the account asks for a second factor. */
export const SecondStep = z.object({
  mfa_required: z.literal(true).meta(as('That the second step follows', true)),
  challenge_token: z.string().meta(as('To be sent with the code', SECRET)),
  methods: z.array(z.enum(['totp', 'recovery_code'])).meta(as('What the second step takes', ['totp', 'recovery_code'])),
  expires_in: z.int().meta(as('Seconds until the challenge token expires', 300)),
})
export type SecondStep = z.infer<typeof SecondStep>

export const SecondFactorStatus = z.object({
  enabled: z.boolean().meta(as('Whether signing in with the password asks for a code', true)),
  enabled_at: timestamp.nullable(),
  recovery_codes_left: z.int().meta(as('Recovery codes that were not used yet', 9)),
})
export type SecondFactorStatus = z.infer<typeof SecondFactorStatus>

export const SecondFactorSetup = z.object({
  secret: z.string().meta(as('To type into the authenticator app (Base32)', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP')),
  uri: z
    .string()
    .meta(
      as(
        'The same as an `otpauth:` address, for a QR code',
        'otpauth://totp/Swasthwrap:asha%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Swasthwrap',
      ),
    ),
})

export const RecoveryCodes = z.object({
  recovery_codes: z
    .array(z.string().meta(as('One of them', RECOVERY_CODE)))
    .meta(as('Each good for one sign-in without the app. Shown this once', [RECOVERY_CODE])),
})

/** A challenge, and what to hand to the browser's `navigator.credentials`. */
export const PasskeyStep = z.object({
  challenge_token: z.string().meta(as('To be sent with the credential', SECRET)),
  options: z.looseObject({}).meta(
    as('`PublicKeyCredentialCreationOptionsJSON` or `…RequestOptionsJSON`', {
      challenge: SECRET,
      rpId: 'example.org',
    }),
  ),
})

export const Passkey = z.object({
  id: row,
  name: z.string().meta(as('What the person calls the device', 'Phone')),
  synced: z.boolean().meta(as('Whether it is kept on more than one device of the person', true)),
  last_used_at: timestamp.nullable(),
  created_at: timestamp,
})
export type Passkey = z.infer<typeof Passkey>

export const Session = z.object({
  id: row,
  device: z.string().nullable().meta(as('Browser and system, as far as the program names itself', 'Chrome, Android')),
  device_info: z
    .string()
    .nullable()
    .meta(as('How the program names itself (`User-Agent`)', 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0')),
  ip_address: z.string().nullable().meta(as('Address that it was last used from', '203.0.113.7')),
  location: z
    .string()
    .nullable()
    .meta(
      as(
        'Coarse place, from the address alone: this computer, the local network, or the network of the address',
        'Local network',
      ),
    ),
  last_active: timestamp,
  expires_at: timestamp,
  is_current: z.boolean().meta(as('Whether this request came through it', true)),
  created_at: timestamp,
})
export type Session = z.infer<typeof Session>

export const NewApiToken = z.strictObject({
  name: z.string().min(1).max(100).meta(as('What the token is for', 'Bathroom scale')),
  scopes: z
    .array(z.enum(TOKEN_SCOPES))
    .min(1)
    .max(TOKEN_SCOPES.length)
    .meta(as('What it may do', ['read', 'write'])),
  expires_at: z.iso
    .datetime({ offset: true })
    .nullable()
    .optional()
    .meta(as('When it ends by itself', '2027-03-12T04:30:00.000Z')),
})

export const ApiToken = z.object({
  id: row,
  name: z.string().meta(as('What the token is for', 'Bathroom scale')),
  scopes: z.array(z.enum(TOKEN_SCOPES)).meta(as('What it may do', ['read', 'write'])),
  last_used_at: timestamp.nullable(),
  expires_at: timestamp.nullable(),
  created_at: timestamp,
})
export type ApiToken = z.infer<typeof ApiToken>

export const CreatedApiToken = ApiToken.extend({
  token: z.string().meta(as('The token itself. Shown this once', `sw_${SECRET}`)),
})

/** Where a row of this kind is, in paths. */
export const RowAddress = z.object({ id: z.string().meta(as('Identifier of the row', ROW)) })
