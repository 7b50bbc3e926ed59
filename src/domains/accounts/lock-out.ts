import { verifyPassword } from '../../platform/auth/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { Problem, Unauthenticated } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { AccountLocked, WrongPassword } from './account.ts'
import { LOCK_MINUTES, type SendAccountMail } from './account-mail.ts'
import { countFailedSignIn, findUser, type UserRow } from './account-store.ts'
import type { Device } from './session-store.ts'

/** Wrong guesses in a row before an account is locked. */
const ATTEMPTS_BEFORE_LOCK = 10

/** @throws {Problem} `account-locked` while it is. */
export function refuseLocked(row: UserRow | undefined, now: Date): void {
  const until = row === undefined ? undefined : lockedUntil(row, now)
  if (until !== undefined) {
    const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000)
    throw new Problem(AccountLocked, {
      values: { minutes: Math.ceil(seconds / 60) },
      headers: { 'retry-after': String(seconds) },
    })
  }
}

export function lockedUntil(row: UserRow, now: Date): Date | undefined {
  return row.locked_until !== null && row.locked_until > now ? row.locked_until : undefined
}

/** Counts a wrong guess, of a password or of a code, and locks the account at the tenth. */
export async function countWrongGuess(
  transaction: Transaction,
  userId: string,
  now: Date,
  sendMail: SendAccountMail,
): Promise<void> {
  const locked = await countFailedSignIn(transaction, userId, {
    attempts: ATTEMPTS_BEFORE_LOCK,
    lockedUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000),
  })
  if (locked) transaction.afterCommit(() => sendMail('account-locked', userId))
}

/**
 * Lets somebody who is signed in prove again that they know the password, before something that would keep a thief in.
 * Wrong ones count as wrong sign-ins.
 * @throws {Problem} `wrong-password`, `account-locked`
 */
export async function provePassword(
  services: { readonly database: Database; readonly sendMail: SendAccountMail; readonly now: () => Date },
  proof: { readonly userId: string; readonly password: string; readonly device: Device; readonly action: string },
): Promise<UserRow> {
  const { database, sendMail, now } = services
  const { userId, password, device, action } = proof
  const row = await database.asSystem((transaction) => findUser(transaction, userId))
  if (row === undefined) throw new Problem(Unauthenticated)
  refuseLocked(row, now())
  if (await verifyPassword(password, row.password_hash)) return row
  await database.asSystem(async (transaction) => {
    await countWrongGuess(transaction, userId, now(), sendMail)
    queueAuditEntry(transaction, {
      userId,
      action,
      resourceType: 'users',
      resourceId: userId,
      success: false,
      problem: WrongPassword.type,
      ...device,
    })
  })
  throw new Problem(WrongPassword, { errors: [] })
}
