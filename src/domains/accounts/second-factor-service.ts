import { Secret, TOTP } from 'otpauth'
import { v7 as uuidv7 } from 'uuid'
import type { UserKeys } from '../../platform/crypto/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { InvalidChallenge, SecondFactorIsOn, type SecondFactorStatus, WrongCode } from './account.ts'
import type { SendAccountMail } from './account-mail.ts'
import { clearFailedSignIns, findUser, type UserRow } from './account-store.ts'
import { countWrongGuess, provePassword, refuseLocked } from './lock-out.ts'
import { replaceRecoveryCodes, spendRecoveryCode } from './recovery-codes.ts'
import type { Device, NewSession } from './session-store.ts'
import { openSession } from './sign-in.ts'
import { beginChallenge, endChallenge, holdChallenge } from './sign-in-challenge.ts'

const ISSUER = 'Swasthwrap'
/** RFC 4226 (section 4, R6) recommends 160 bits. */
const SECRET_BYTES = 20
/** Steps of 30 seconds that a clock may be off, either way. */
const WINDOW = 1

export interface SecondFactorServices {
  readonly database: Database
  readonly userKeys: UserKeys
  readonly sendMail: SendAccountMail
  readonly now: () => Date
}

/** The second step of a sign-in: six digits of the app, or a recovery code. */
export type SecondProof = { readonly code: string } | { readonly recovery_code: string }

interface TotpRow {
  readonly id: string
  readonly wrapped_secret: string
  readonly user_key_version: number
  readonly confirmed_at: Date | null
  readonly last_used_step: number
}

export type SecondFactorService = ReturnType<typeof createSecondFactorService>

/** Codes of an authenticator app (TOTP, RFC 6238) as a second factor, with recovery codes for a lost telephone. */
export function createSecondFactorService(services: SecondFactorServices) {
  const { database, userKeys, sendMail, now } = services

  async function totpOf(transaction: Transaction, user: Pick<UserRow, 'id' | 'email'>, row: TotpRow): Promise<TOTP> {
    // The secret is the beginning of a data key, so that it is wrapped, and wrapped anew, as every data key is.
    const key = await userKeys.openDataKey(transaction, user.id, identityOf(row.id), {
      wrapped: row.wrapped_secret,
      userKeyVersion: row.user_key_version,
    })
    const buffer = new Uint8Array(key.subarray(0, SECRET_BYTES)).buffer
    return new TOTP({ issuer: ISSUER, label: user.email, secret: new Secret({ buffer }) })
  }

  /** Takes a code, once. */
  async function takeCode(
    transaction: Transaction,
    user: Pick<UserRow, 'id' | 'email'>,
    row: TotpRow,
    code: string,
  ): Promise<boolean> {
    const totp = await totpOf(transaction, user, row)
    const timestamp = now().getTime()
    const delta = totp.validate({ token: code.replace(/\s/g, ''), window: WINDOW, timestamp })
    if (delta === null) return false
    const step = totp.counter({ timestamp }) + delta
    const taken = await transaction.affected(
      transaction
        .sql('totp_credentials')
        .where({ id: row.id })
        .where('last_used_step', '<', step)
        .update({ last_used_step: step }),
    )
    return taken > 0
  }

  return {
    status: (userId: string): Promise<SecondFactorStatus> =>
      database.asUser(userId, async (transaction) => {
        const { sql } = transaction
        const [totp, codes] = await Promise.all([
          findTotp(transaction, userId),
          transaction.row<{ count: number }>(
            sql('recovery_codes').where({ user_id: userId }).whereNull('used_at').count({ count: '*' }),
          ),
        ])
        return {
          enabled: totp?.confirmed_at != null,
          enabled_at: totp?.confirmed_at?.toISOString() ?? null,
          recovery_codes_left: codes?.count ?? 0,
        }
      }),

    /**
     * Begins to set up an app. Nothing is asked for at sign-in until a code of it was given.
     * @throws {Problem} `wrong-password`, `account-locked`; `second-factor-is-on` where there is one.
     */
    async begin(userId: string, password: string, device: Device): Promise<{ secret: string; uri: string }> {
      const user = await provePassword(services, { userId, password, device, action: 'accounts.second-factor.begin' })
      return database.asSystem(async (transaction) => {
        const { sql } = transaction
        const known = await findTotp(transaction, userId)
        if (known?.confirmed_at != null) throw new Problem(SecondFactorIsOn)
        await transaction.affected(sql('totp_credentials').where({ user_id: userId }).delete())
        const id = uuidv7()
        const { stored } = await userKeys.newDataKey(transaction, userId, identityOf(id))
        const row: TotpRow = {
          id,
          wrapped_secret: stored.wrapped,
          user_key_version: stored.userKeyVersion,
          confirmed_at: null,
          last_used_step: 0,
        }
        await transaction.affected(sql('totp_credentials').insert({ ...row, user_id: userId }))
        const totp = await totpOf(transaction, user, row)
        return { secret: totp.secret.base32, uri: totp.toString() }
      })
    },

    /**
     * Turns the second factor on with a code of the app, and gives the recovery codes.
     * @throws {Problem} `wrong-code`, `not-found` where nothing was begun.
     */
    async confirm(userId: string, code: string, device: Device): Promise<readonly string[]> {
      const codes = await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const [user, totp] = await Promise.all([findUser(transaction, userId), findTotp(transaction, userId)])
        if (user === undefined || totp === undefined) throw new Problem(NotFound)
        if (totp.confirmed_at !== null) throw new Problem(SecondFactorIsOn)
        refuseLocked(user, now())
        if (!(await takeCode(transaction, user, totp, code))) {
          await countWrongGuess(transaction, userId, now(), sendMail)
          return undefined
        }
        await transaction.affected(sql('totp_credentials').where({ id: totp.id }).update({ confirmed_at: now() }))
        queueFactorAudit(transaction, userId, 'accounts.second-factor.turn-on', device)
        return replaceRecoveryCodes(transaction, userId)
      })
      if (codes === undefined) throw new Problem(WrongCode)
      return codes
    },

    /** @throws {Problem} `wrong-password`, `account-locked`; `not-found` where it is off. */
    async remove(userId: string, password: string, device: Device): Promise<void> {
      const action = 'accounts.second-factor.turn-off'
      await provePassword(services, { userId, password, device, action })
      await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const removed = await transaction.affected(sql('totp_credentials').where({ user_id: userId }).delete())
        if (removed === 0) throw new Problem(NotFound)
        await transaction.affected(sql('recovery_codes').where({ user_id: userId }).delete())
        queueFactorAudit(transaction, userId, action, device)
      })
    },

    /** @throws {Problem} `wrong-password`, `account-locked`; `not-found` where the second factor is off. */
    async renewRecoveryCodes(userId: string, password: string, device: Device): Promise<readonly string[]> {
      const action = 'accounts.second-factor.renew-codes'
      await provePassword(services, { userId, password, device, action })
      return database.asSystem(async (transaction) => {
        const totp = await findTotp(transaction, userId)
        if (totp?.confirmed_at == null) throw new Problem(NotFound)
        queueFactorAudit(transaction, userId, action, device)
        return replaceRecoveryCodes(transaction, userId)
      })
    },

    /**
     * Lets somebody who is signed in prove again who they are, by a code. A wrong one counts as a wrong password does.
     * @throws {Problem} `wrong-code`, `account-locked`
     */
    async prove(userId: string, proof: SecondProof, device: Device, action: string): Promise<void> {
      const isRight = await database.asSystem(async (transaction) => {
        const row = await findUser(transaction, userId, 'for update')
        refuseLocked(row, now())
        if (row === undefined) return false
        const totp = await findTotp(transaction, userId)
        const taken =
          'code' in proof
            ? totp?.confirmed_at != null && (await takeCode(transaction, row, totp, proof.code))
            : await spendRecoveryCode(transaction, userId, proof.recovery_code, now())
        if (!taken) {
          await countWrongGuess(transaction, userId, now(), sendMail)
          const problem = WrongCode.type
          const line = { userId, action, resourceType: 'users', resourceId: userId, success: false, problem }
          queueAuditEntry(transaction, { ...line, ...device })
        }
        return taken
      })
      if (!isRight) throw new Problem(WrongCode)
    },

    /** The token of the second step, where the account asks for one. Part of the transaction of the first step. */
    async challengeFor(transaction: Transaction, userId: string): Promise<string | undefined> {
      const totp = await findTotp(transaction, userId)
      if (totp?.confirmed_at == null) return undefined
      return beginChallenge(transaction, { purpose: 'second-factor', subjectId: userId, now: now() })
    },

    /**
     * The second step. A wrong code counts as a wrong password does, so that neither can be tried without end.
     * @throws {Problem} `wrong-code`, `invalid-challenge` where the first step is too long ago, `account-locked`
     */
    async complete(token: string, proof: SecondProof, device: Device): Promise<{ row: UserRow; session: NewSession }> {
      const outcome = await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const held = await holdChallenge(transaction, 'second-factor', token, now())
        const row = held?.subject_id ? await findUser(transaction, held.subject_id, 'for update') : undefined
        if (held === undefined || row === undefined || !row.is_active) return 'no challenge'
        const totp = await findTotp(transaction, row.id)
        refuseLocked(row, now())
        const isRight =
          'code' in proof
            ? totp?.confirmed_at != null && (await takeCode(transaction, row, totp, proof.code))
            : await spendRecoveryCode(transaction, row.id, proof.recovery_code, now())
        if (!isRight) {
          await transaction.affected(
            sql('sign_in_challenges')
              .where({ id: held.id })
              .update({ attempts: sql.raw('attempts + 1') }),
          )
          await countWrongGuess(transaction, row.id, now(), sendMail)
          queueAuditEntry(transaction, {
            userId: row.id,
            action: 'accounts.sign-in.second-factor',
            resourceType: 'users',
            resourceId: row.id,
            success: false,
            problem: WrongCode.type,
            ...device,
          })
          return 'wrong'
        }
        await endChallenge(transaction, held.id)
        await clearFailedSignIns(transaction, row.id)
        return { row, session: await openSession(transaction, row.id, device, now(), 'second-factor') }
      })
      if (outcome === 'no challenge') throw new Problem(InvalidChallenge)
      if (outcome === 'wrong') throw new Problem(WrongCode)
      return outcome
    },
  }
}

function identityOf(id: string): string {
  return `totp:${id}`
}

function findTotp(transaction: Transaction, userId: string): Promise<TotpRow | undefined> {
  return transaction.row<TotpRow>(transaction.sql('totp_credentials').where({ user_id: userId }))
}

function queueFactorAudit(transaction: Transaction, userId: string, action: string, device: Device): void {
  queueAuditEntry(transaction, {
    userId,
    action,
    resourceType: 'totp_credentials',
    success: true,
    ...device,
  })
}
