import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Language } from '../../clinical/language-forms.ts'
import { randomToken, sha256Hex } from '../../platform/crypto/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { EmailChannel } from '../../platform/delivery/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import { queueAuditEntry } from '../audit/index.ts'
import { findUser, findUserByEmail, type UserRow } from './account-store.ts'
import { deviceName } from './device.ts'

/** Occasions on which an account's owner gets an e-mail, by the names of their templates. */
export const ACCOUNT_MAILS = [
  'verify-email',
  'reset-password',
  'password-changed',
  'new-sign-in',
  'account-locked',
] as const
export type AccountMail = (typeof ACCOUNT_MAILS)[number]

/** Asks for an e-mail, after the commit. `id` is a user's; for `reset-password` it is that of the request. */
export type SendAccountMail = (kind: AccountMail, id: string) => void | Promise<void>

export interface AccountMailContext {
  readonly database: Database
  /** Absent where no mail server is configured: nothing is sent then. */
  readonly email: Pick<EmailChannel, 'sendEmail'> | undefined
  /** What links begin with. It never comes from a request, whose `Host` anybody can choose. */
  readonly publicUrl: string
}

export const RESET_MINUTES = 30
/** How long an account is locked after too many wrong guesses. */
export const LOCK_MINUTES = 15
const VERIFICATION_HOURS = 48

interface Prepared {
  readonly to: string
  readonly name: string
  readonly language: Language
  /** What the words of the template name. */
  readonly values: Readonly<Record<string, string | number>>
}

/**
 * Sends one e-mail of an account. The queue holds ids alone: the token of a link is made here, and only its digest is
 * kept, so neither the queue nor the database can be used to take over an account.
 */
export const accountMailJob = defineJob({
  name: 'accounts.mail',
  lane: 'delivery',
  payload: z.object({ kind: z.enum(ACCOUNT_MAILS), id: z.uuid() }),
  run: async ({ database, email, publicUrl }: AccountMailContext, { kind, id }) => {
    if (email === undefined) return
    const prepared = await database.asSystem((transaction) => prepare(transaction, kind, id, publicUrl))
    if (prepared === undefined) return
    const { to, language, name, values } = prepared
    await email.sendEmail({ to, language, template: kind, values: { name, ...values } })
  },
})

async function prepare(
  transaction: Transaction,
  kind: AccountMail,
  id: string,
  publicUrl: string,
): Promise<Prepared | undefined> {
  if (kind === 'reset-password') return prepareReset(transaction, id, publicUrl)
  const user = await findUser(transaction, id)
  if (user === undefined || !user.is_active) return undefined
  const addressed = { to: user.email, name: user.name, language: user.language }
  if (kind === 'new-sign-in') return { ...addressed, values: await lastSignIn(transaction, user) }
  if (kind !== 'verify-email') return { ...addressed, values: { minutes: LOCK_MINUTES } }
  if (user.email_verified) return undefined
  const token = randomToken('swv_')
  await transaction.affected(
    transaction.sql('email_verifications').insert({
      id: uuidv7(),
      user_id: user.id,
      email: user.email,
      token_digest: sha256Hex(token),
      expires_at: new Date(Date.now() + VERIFICATION_HOURS * 60 * 60_000),
    }),
  )
  return { ...addressed, values: { url: `${publicUrl}/#/verify-email?token=${token}` } }
}

/**
 * Makes the link of a mail without sending it: for an operator whose installation sends none, to be handed to its person.
 * @returns nothing where the address has no account that needs one.
 */
export async function makeAccountLink(
  transaction: Transaction,
  kind: 'verify-email' | 'reset-password',
  email: string,
  publicUrl: string,
): Promise<string | undefined> {
  const user = await findUserByEmail(transaction, email)
  if (user === undefined) return undefined
  let id = user.id
  if (kind === 'reset-password') {
    id = uuidv7()
    // Of no token that anybody has, until the link is made; then it runs for its own time.
    const waiting = { token: sha256Hex(randomToken('')), expires_at: new Date() }
    await transaction.affected(transaction.sql('password_resets').insert({ id, email: user.email, ...waiting }))
  }
  const prepared = await prepare(transaction, kind, id, publicUrl)
  if (prepared === undefined) return undefined
  const action = kind === 'verify-email' ? 'accounts.email.link' : 'accounts.password.link'
  queueAuditEntry(transaction, { userId: user.id, action, resourceType: 'users', resourceId: user.id, success: true })
  return String(prepared.values['url'])
}

/** Device and time of the newest sign-in, as the person says them. */
async function lastSignIn(transaction: Transaction, user: UserRow): Promise<{ device: string; time: string }> {
  const { sql } = transaction
  const row = await transaction.row<{ device_info: string | null; at: Date; time_zone: string | null }>(
    sql('user_sessions as s')
      .leftJoin('user_preferences as p', 'p.user_id', 's.user_id')
      .where({ 's.user_id': user.id })
      .orderBy('s.created_at', 'desc')
      .limit(1)
      .select('s.device_info', 's.created_at as at', 'p.timezone as time_zone'),
  )
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone: row?.time_zone ?? 'Asia/Kolkata' } as const
  return {
    device: deviceName(row?.device_info ?? null) ?? translator(user.language)('accounts:unknown-device'),
    time: new Intl.DateTimeFormat(`${user.language}-IN`, format).format(row?.at ?? new Date()),
  }
}

/** A request for an address that has no account ends here, long after its sender was answered. */
async function prepareReset(transaction: Transaction, id: string, publicUrl: string): Promise<Prepared | undefined> {
  const { sql } = transaction
  const request = await transaction.row<{ email: string; used: boolean }>(sql('password_resets').where({ id }))
  const user = request && (await findUserByEmail(transaction, request.email))
  if (request === undefined || request.used || user === undefined || !user.is_active) return undefined
  const token = randomToken('swp_')
  await transaction.affected(
    sql('password_resets')
      .where({ id })
      .update({ token: sha256Hex(token), expires_at: new Date(Date.now() + RESET_MINUTES * 60_000) }),
  )
  const url = `${publicUrl}/#/reset-password?token=${token}`
  return { to: user.email, name: user.name, language: user.language, values: { url, minutes: RESET_MINUTES } }
}
