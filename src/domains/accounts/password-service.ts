import { v7 as uuidv7 } from 'uuid'
import { hashPassword, type LiveCredentials } from '../../platform/auth/index.ts'
import { randomToken, sha256Hex } from '../../platform/crypto/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { InvalidLink, NoMailServer } from './account.ts'
import { RESET_MINUTES, type SendAccountMail } from './account-mail.ts'
import { findUserByEmail, type UserRow } from './account-store.ts'
import { provePassword } from './lock-out.ts'
import { checkPassword } from './password-policy.ts'
import { type Device, endSessions } from './session-store.ts'

/** Links that one address may ask for in an hour. */
const RESETS_PER_HOUR = 3

export interface PasswordServices {
  readonly database: Database
  readonly live: LiveCredentials
  readonly sendMail: SendAccountMail
  /** Whether this installation sends mail at all. */
  readonly hasMailServer: boolean
  readonly now: () => Date
}

export type PasswordService = ReturnType<typeof createPasswordService>

/** Forgotten and changed passwords, and confirmed addresses. */
export function createPasswordService(services: PasswordServices) {
  const { database, live, sendMail, hasMailServer, now } = services

  /** Says at once that no link will come, instead of letting somebody wait for it. */
  function requireMailServer(): void {
    if (!hasMailServer) throw new Problem(NoMailServer)
  }

  return {
    /**
     * Asks for a link by which a new password can be chosen. Nobody looks here whether the address has an account: the
     * same is written and answered either way, and the job that sends the mail finds out.
     * @throws {Problem} `no-mail-server`
     */
    async forgot(email: string, device: Device): Promise<void> {
      requireMailServer()
      const id = uuidv7()
      await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const earlier = await transaction.row<{ count: number }>(
          sql('password_resets')
            .whereRaw('lower(email) = lower(?)', [email])
            .where('created_at', '>', new Date(now().getTime() - 60 * 60_000))
            .count({ count: '*' }),
        )
        await transaction.affected(
          sql('password_resets').insert({
            id,
            email,
            // Of no token that anybody has, until the mail goes out.
            token: sha256Hex(randomToken('')),
            expires_at: new Date(now().getTime() + RESET_MINUTES * 60_000),
            created_at: now(),
          }),
        )
        queueAuditEntry(transaction, {
          action: 'accounts.password.forgot',
          resourceType: 'password_resets',
          resourceId: id,
          success: true,
          ...device,
        })
        if ((earlier?.count ?? 0) < RESETS_PER_HOUR) transaction.afterCommit(() => sendMail('reset-password', id))
      })
    },

    /**
     * Sets a new password by a link, which is then spent, and ends every sign-in.
     * @throws {Problem} `invalid-link`; `validation-failed` for a password that is guessed first, which leaves the link good.
     */
    async reset(token: string, password: string, device: Device): Promise<void> {
      const digest = sha256Hex(token)
      const asked = await database.asSystem((transaction) => findReset(transaction, digest, now()))
      if (asked === undefined) throw new Problem(InvalidLink)
      checkPassword(password, asked)
      const passwordHash = await hashPassword(password)
      const user = await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const user = await findReset(transaction, digest, now(), 'for update')
        if (user === undefined) return undefined
        await transaction.affected(
          sql('password_resets').whereRaw('lower(email) = lower(?)', [user.email]).update({ used: true }),
        )
        // Who has the mail has the address.
        await keepPassword(transaction, user.id, passwordHash, { email_verified: true })
        await endSessions(transaction, { userId: user.id, reason: 'password_changed', now: now() })
        queuePasswordAudit(transaction, user.id, 'accounts.password.reset', device)
        transaction.afterCommit(() => sendMail('password-changed', user.id))
        return user
      })
      if (user === undefined) throw new Problem(InvalidLink)
      live.forget({ userId: user.id })
    },

    /**
     * Changes the password of somebody who knows it, and ends every other sign-in.
     * @throws {Problem} `wrong-password`, `account-locked`; `validation-failed` at `/new_password`.
     */
    async change(
      person: { readonly userId: string; readonly sessionId?: string },
      passwords: { readonly current_password: string; readonly new_password: string },
      device: Device,
    ): Promise<void> {
      const { userId, sessionId } = person
      const action = 'accounts.password.change'
      const row = await provePassword(services, { userId, password: passwords.current_password, device, action })
      checkPassword(passwords.new_password, row, '/new_password')
      const passwordHash = await hashPassword(passwords.new_password)
      await database.asSystem(async (transaction) => {
        await keepPassword(transaction, userId, passwordHash, {})
        await endSessions(transaction, { userId, except: sessionId, reason: 'password_changed', now: now() })
        queuePasswordAudit(transaction, userId, action, device)
        transaction.afterCommit(() => sendMail('password-changed', userId))
      })
      live.forget({ userId })
    },

    /**
     * Sends the link that confirms the address once more. Where it is confirmed already, nothing happens.
     * @throws {Problem} `no-mail-server`
     */
    async askForVerification(userId: string): Promise<void> {
      requireMailServer()
      await sendMail('verify-email', userId)
    },

    /** @throws {Problem} `invalid-link` */
    async verifyEmail(token: string, device: Device): Promise<void> {
      const userId = await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const spent = await transaction.row<{ user_id: string; email: string }>(
          sql('email_verifications')
            .where({ token_digest: sha256Hex(token) })
            .whereNull('used_at')
            .where('expires_at', '>', now())
            .update({ used_at: now() })
            .returning(['user_id', 'email']),
        )
        if (spent === undefined) return undefined
        // A link that was sent to an address which is no longer the account's confirms nothing.
        const changed = await transaction.affected(
          sql('users').where({ id: spent.user_id, email: spent.email }).update({ email_verified: true }),
        )
        if (changed === 0) return undefined
        queueAuditEntry(transaction, {
          userId: spent.user_id,
          action: 'accounts.email.verify',
          resourceType: 'users',
          resourceId: spent.user_id,
          success: true,
          ...device,
        })
        return spent.user_id
      })
      if (userId === undefined) throw new Problem(InvalidLink)
    },
  }
}

async function findReset(
  transaction: Transaction,
  digest: string,
  now: Date,
  lock?: 'for update',
): Promise<UserRow | undefined> {
  const query = transaction
    .sql('password_resets')
    .where({ token: digest, used: false })
    .where('expires_at', '>', now)
    .select('email')
  const request = await transaction.row<{ email: string }>(lock === undefined ? query : query.forUpdate())
  const user = request && (await findUserByEmail(transaction, request.email))
  return user?.is_active ? user : undefined
}

async function keepPassword(
  transaction: Transaction,
  userId: string,
  passwordHash: string,
  more: { readonly email_verified?: true },
): Promise<void> {
  const { sql } = transaction
  await transaction.affected(
    sql('users')
      .where({ id: userId })
      .update({ password_hash: passwordHash, failed_sign_ins: 0, locked_until: null, ...more }),
  )
  transaction.queue(sql('sign_in_challenges').where({ subject_id: userId }).delete())
}

function queuePasswordAudit(transaction: Transaction, userId: string, action: string, device: Device): void {
  queueAuditEntry(transaction, { userId, action, resourceType: 'users', resourceId: userId, success: true, ...device })
}
