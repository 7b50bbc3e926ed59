import { v7 as uuidv7 } from 'uuid'
import type { Language } from '../../clinical/language-forms.ts'
import { randomToken, sha256Hex } from '../../platform/crypto/index.ts'
import type { enumerations, Transaction } from '../../platform/database/index.ts'
import type { Session } from './account.ts'
import { deviceName, placeName, placeOf } from './device.ts'

export const REFRESH_TOKEN_SECONDS = 30 * 24 * 60 * 60
/** However often it is used, a sign-in ends after half a year. */
const SIGN_IN_SECONDS = 182 * 24 * 60 * 60

type EndReason = (typeof enumerations.user_sessions.end_reason)[number]

/** Where a sign-in comes from. */
export interface Device {
  readonly ipAddress: string | undefined
  readonly userAgent: string | undefined
}

/** One refresh token. The family is the sign-in that it continues, which people know as a session. */
export interface SessionRow {
  id: string
  user_id: string
  family_id: string
  device_info: string | null
  ip_address: string | null
  location: string | null
  last_active: Date
  expires_at: Date
  used_at: Date | null
  ended_at: Date | null
  signed_in_at: Date
  created_at: Date
}

export interface NewSession {
  readonly sessionId: string
  readonly refreshToken: string
}

/** Adds a refresh token, of a new sign-in or in the place of the one it was rotated from. */
export async function insertRefreshToken(
  transaction: Transaction,
  options: {
    readonly userId: string
    readonly device: Device
    readonly now: Date
    readonly rotatedFrom?: Pick<SessionRow, 'id' | 'family_id' | 'signed_in_at'>
  },
): Promise<NewSession> {
  const { userId, device, now, rotatedFrom } = options
  const sessionId = rotatedFrom?.family_id ?? uuidv7()
  const signedInAt = rotatedFrom?.signed_in_at ?? now
  const expiresAt = Math.min(
    now.getTime() + REFRESH_TOKEN_SECONDS * 1_000,
    signedInAt.getTime() + SIGN_IN_SECONDS * 1_000,
  )
  const refreshToken = randomToken('swr_')
  await transaction.affected(
    transaction.sql('user_sessions').insert({
      id: uuidv7(),
      user_id: userId,
      family_id: sessionId,
      session_token: sha256Hex(refreshToken),
      device_info: device.userAgent?.slice(0, 500) ?? null,
      ip_address: device.ipAddress ?? null,
      location: placeOf(device.ipAddress),
      last_active: now,
      expires_at: new Date(expiresAt),
      signed_in_at: signedInAt,
      is_current: true,
      rotated_from: rotatedFrom?.id ?? null,
    }),
  )
  return { sessionId, refreshToken }
}

/** Finds a refresh token and holds its row, so that of two uses at once the second is seen as one. */
export function holdRefreshToken(transaction: Transaction, token: string): Promise<SessionRow | undefined> {
  return transaction.row<SessionRow>(
    transaction
      .sql('user_sessions')
      .where({ session_token: sha256Hex(token) })
      .forUpdate(),
  )
}

export async function markUsed(transaction: Transaction, row: SessionRow, now: Date): Promise<void> {
  await transaction.affected(
    transaction
      .sql('user_sessions')
      .where({ id: row.id })
      .update({ used_at: now, ended_at: now, end_reason: 'rotated' satisfies EndReason, is_current: false }),
  )
}

/** Ends sign-ins of a user: one, or all, or all but one. Tells how many there were to end. */
export function endSessions(
  transaction: Transaction,
  options: {
    readonly userId: string
    readonly only?: string | undefined
    readonly except?: string | undefined
    readonly reason: EndReason
    readonly now: Date
  },
): Promise<number> {
  const { userId, only, except, reason, now } = options
  const query = transaction.sql('user_sessions').where({ user_id: userId }).whereNull('ended_at')
  if (only !== undefined) {
    query.where({ family_id: only })
  }
  if (except !== undefined) {
    query.whereNot({ family_id: except })
  }
  return transaction.affected(query.update({ ended_at: now, end_reason: reason, is_current: false }))
}

/** The sign-ins of the tenant that are still good, the most recently used first. */
export async function listSessions(
  transaction: Transaction,
  userId: string,
  currentSession: string | undefined,
  now: Date,
  language: Language,
): Promise<Session[]> {
  const { sql } = transaction
  const rows = await transaction.rows<SessionRow>(
    sql('user_sessions')
      .where({ user_id: userId })
      .whereNull('ended_at')
      .where('expires_at', '>', now)
      .orderBy('last_active', 'desc')
      .limit(100),
  )
  return rows.map((row) => ({
    id: row.family_id,
    device: deviceName(row.device_info),
    device_info: row.device_info,
    ip_address: row.ip_address,
    location: placeName(row.location, language),
    last_active: row.last_active.toISOString(),
    expires_at: row.expires_at.toISOString(),
    is_current: row.family_id === currentSession,
    created_at: row.signed_in_at.toISOString(),
  }))
}

/** Whether the user has signed in with such a program before, or never at all. */
export async function isKnownDevice(transaction: Transaction, userId: string, device: Device): Promise<boolean> {
  const row = await transaction.row<{ known: boolean }>(
    transaction.sql.raw(
      `select coalesce(bool_or(device_info is not distinct from ?), true) as known from user_sessions where user_id = ?`,
      [device.userAgent?.slice(0, 500) ?? null, userId],
    ),
  )
  return row?.known ?? true
}
