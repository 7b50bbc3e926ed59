import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Language } from '../../clinical/language-forms.ts'
import { type AccessTokens, hashPassword, type LiveCredentials, verifyPassword } from '../../platform/auth/index.ts'
import type { UserKeys } from '../../platform/crypto/index.ts'
import { type Database, UniqueViolation } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { decideConsent } from '../consents/index.ts'
import {
  AccountLocked,
  EmailTaken,
  InvalidCredentials,
  InvalidRefreshToken,
  type LoginInput,
  RefreshTokenReused,
  type RegisterInput,
  type Session,
} from './account.ts'
import type { SendAccountMail } from './account-mail.ts'
import { clearFailedSignIns, findUser, findUserByEmail, insertUser, type UserRow } from './account-store.ts'
import { countWrongGuess, lockedUntil, refuseLocked } from './lock-out.ts'
import { checkPassword } from './password-policy.ts'
import type { SecondFactorService } from './second-factor-service.ts'
import {
  type Device,
  endSessions,
  holdRefreshToken,
  insertRefreshToken,
  isKnownDevice,
  listSessions,
  markUsed,
  type NewSession,
} from './session-store.ts'
import { type IssuedTokens, issueTokens, openSession } from './sign-in.ts'

export interface AccountServices {
  readonly database: Database
  readonly accessTokens: AccessTokens
  readonly live: LiveCredentials
  readonly userKeys: UserKeys
  readonly secondFactor: Pick<SecondFactorService, 'challengeFor'>
  readonly sendMail: SendAccountMail
  readonly now?: () => Date
}

/** A right password that is not enough: the account asks for a second factor. */
export interface AwaitedSecondFactor {
  readonly challengeToken: string
}

export type AccountService = ReturnType<typeof createAccountService>

/** Who may come in. Everything here runs before there is a tenant, so it works as the system and names its user. */
export function createAccountService(services: AccountServices) {
  const { database, accessTokens, live, userKeys, secondFactor, sendMail } = services
  const clock = services.now ?? (() => new Date())
  const tokensOf = (row: UserRow, session: NewSession) => issueTokens(accessTokens, row, session)

  return {
    /**
     * Makes an account and signs in.
     * @throws {Problem} `email-taken`; `validation-failed` for a password that is guessed first.
     */
    async register(input: z.output<typeof RegisterInput>, language: Language, device: Device): Promise<IssuedTokens> {
      checkPassword(input.password, input)
      const passwordHash = await hashPassword(input.password)
      const id = uuidv7()
      try {
        const { row, session } = await database.asSystem(async (transaction) => {
          const row = await insertUser(transaction, {
            id,
            name: input.name,
            email: input.email,
            passwordHash,
            language: input.language ?? language,
          })
          await userKeys.create(transaction, id)
          // Whoever makes an account is told what it is for: `consents:purposes.processing`.
          await decideConsent(transaction, {
            userId: id,
            purpose: 'processing',
            allowed: true,
            language: row.language,
            method: 'registration',
            ipAddress: device.ipAddress,
          })
          queueAuditEntry(transaction, {
            userId: id,
            action: 'accounts.register',
            resourceType: 'users',
            resourceId: id,
            success: true,
            ...device,
          })
          transaction.afterCommit(() => sendMail('verify-email', id))
          return { row, session: await openSession(transaction, id, device, clock()) }
        })
        return await tokensOf(row, session)
      } catch (error) {
        throw error instanceof UniqueViolation && error.constraint === 'users_email_key'
          ? new Problem(EmailTaken, { cause: error })
          : error
      }
    },

    /**
     * Signs in, or asks for the second factor. An unknown address costs as much time and as many writes as a wrong password.
     * @throws {Problem} `invalid-credentials`, `account-locked`
     */
    async login(input: z.output<typeof LoginInput>, device: Device): Promise<IssuedTokens | AwaitedSecondFactor> {
      const found = await database.asSystem((transaction) => findUserByEmail(transaction, input.email))
      refuseLocked(found, clock())
      const isRight = await verifyPassword(input.password, found?.password_hash)
      const outcome = await database.asSystem(async (transaction) => {
        const now = clock()
        // Held and read again: guesses that arrive together must not slip past the lock that one of them sets off.
        const row = await findUserByEmail(transaction, input.email, 'for update')
        const isLocked = row !== undefined && lockedUntil(row, now) !== undefined
        if (row !== undefined && isRight && !isLocked && row.is_active && row.password_hash === found?.password_hash) {
          // Until the second step is done wrong guesses stay counted: who knows the password alone must not clear them.
          const challengeToken = await secondFactor.challengeFor(transaction, row.id)
          if (challengeToken !== undefined) return { row, challengeToken }
          await clearFailedSignIns(transaction, row.id)
          const isKnown = await isKnownDevice(transaction, row.id, device)
          if (!isKnown) transaction.afterCommit(() => sendMail('new-sign-in', row.id))
          return { row, session: await openSession(transaction, row.id, device, now) }
        }
        if (row !== undefined && !isRight && !isLocked) {
          await countWrongGuess(transaction, row.id, now, sendMail)
        }
        queueAuditEntry(transaction, {
          userId: row?.id,
          action: 'accounts.sign-in',
          resourceType: 'users',
          resourceId: row?.id,
          success: false,
          problem: isLocked ? AccountLocked.type : InvalidCredentials.type,
          ...device,
        })
        return { row, session: undefined }
      })
      if ('challengeToken' in outcome) return { challengeToken: outcome.challengeToken }
      if (outcome.session === undefined) {
        refuseLocked(outcome.row, clock())
        throw new Problem(InvalidCredentials)
      }
      return tokensOf(outcome.row, outcome.session)
    },

    /**
     * Trades a refresh token for new tokens. A token used before means that somebody has a copy: the whole sign-in ends.
     * @throws {Problem} `invalid-refresh-token`, `refresh-token-reused`
     */
    async refresh(refreshToken: string, device: Device): Promise<IssuedTokens> {
      const outcome = await database.asSystem(async (transaction) => {
        const now = clock()
        const held = await holdRefreshToken(transaction, refreshToken)
        if (held === undefined) {
          return 'unknown'
        }
        if (held.used_at !== null) {
          const ended = await endSessions(transaction, {
            userId: held.user_id,
            only: held.family_id,
            reason: 'reused',
            now,
          })
          queueAuditEntry(transaction, {
            userId: held.user_id,
            action: 'accounts.refresh',
            resourceType: 'user_sessions',
            resourceId: held.family_id,
            success: false,
            problem: RefreshTokenReused.type,
            ...device,
          })
          return { reusedBy: held.user_id, ended }
        }
        const row = await findUser(transaction, held.user_id)
        if (held.ended_at !== null || held.expires_at <= now || row?.is_active !== true) {
          return 'unknown'
        }
        await markUsed(transaction, held, now)
        const session = await insertRefreshToken(transaction, { userId: row.id, device, now, rotatedFrom: held })
        return { row, session }
      })
      if (outcome === 'unknown') {
        throw new Problem(InvalidRefreshToken)
      }
      if ('reusedBy' in outcome) {
        live.forget({ userId: outcome.reusedBy })
        throw new Problem(RefreshTokenReused)
      }
      return tokensOf(outcome.row, outcome.session)
    },

    /** Ends the sign-in that a refresh token belongs to. A token that is no longer good has nothing left to end. */
    async endByRefreshToken(refreshToken: string, device: Device): Promise<void> {
      const held = await database.asSystem((transaction) => holdRefreshToken(transaction, refreshToken))
      if (held !== undefined) {
        await this.endSession(held.user_id, held.family_id, device).catch(ignoreNotFound)
      }
    },

    listSessions: (userId: string, currentSession: string | undefined, language: Language): Promise<Session[]> =>
      database.asUser(userId, (transaction) => listSessions(transaction, userId, currentSession, clock(), language)),

    /** The tokens of a sign-in that another way of proving oneself has opened. */
    tokensOf,

    /** @throws {Problem} `not-found` where the user has no such sign-in, or no longer. */
    async endSession(userId: string, sessionId: string, device: Device): Promise<void> {
      const ended = await database.asUser(userId, async (transaction) => {
        const count = await endSessions(transaction, { userId, only: sessionId, reason: 'signed_out', now: clock() })
        if (count > 0) {
          queueAuditEntry(transaction, {
            userId,
            action: 'accounts.sign-out',
            resourceType: 'user_sessions',
            resourceId: sessionId,
            success: true,
            ...device,
          })
        }
        return count
      })
      live.forget({ userId })
      if (ended === 0) {
        throw new Problem(NotFound)
      }
    },

    /** Ends every other sign-in. */
    async endOtherSessions(userId: string, currentSession: string | undefined, device: Device): Promise<void> {
      await database.asUser(userId, async (transaction) => {
        await endSessions(transaction, { userId, except: currentSession, reason: 'signed_out', now: clock() })
        queueAuditEntry(transaction, {
          userId,
          action: 'accounts.sign-out-others',
          resourceType: 'user_sessions',
          success: true,
          ...device,
        })
      })
      live.forget({ userId })
    },
  }
}

function ignoreNotFound(error: unknown): void {
  if (!(error instanceof Problem && error.definition === NotFound)) {
    throw error
  }
}
