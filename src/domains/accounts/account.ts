import { z } from 'zod'
import { LANGUAGES } from '../../clinical/language-forms.ts'
import { TOKEN_SCOPES } from '../../platform/auth/index.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'
import { MAXIMUM_PASSWORD_CHARACTERS, MINIMUM_PASSWORD_CHARACTERS } from './password-policy.ts'

export const EmailTaken = defineProblem({ type: 'email-taken', status: 409 })
export const InvalidCredentials = defineProblem({ type: 'invalid-credentials', status: 401 })
export const AccountLocked = defineProblem({ type: 'account-locked', status: 429 })
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

export const Session = z.object({
  id: z.uuid(),
  device_info: z.string().nullable(),
  ip_address: z.string().nullable(),
  location: z.string().nullable(),
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
