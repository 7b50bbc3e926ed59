import { ACCESS_TOKEN_SECONDS, type AccessTokens } from '../../platform/auth/index.ts'
import type { Transaction } from '../../platform/database/index.ts'
import { queueAuditEntry } from '../audit/index.ts'
import type { User } from './account.ts'
import { queueActivity, type UserRow, userView } from './account-store.ts'
import { type Device, insertRefreshToken, type NewSession } from './session-store.ts'

/** The answer to a register, login or refresh. */
export interface IssuedTokens {
  readonly user: User
  readonly accessToken: string
  readonly refreshToken: string
  readonly expiresIn: number
}

/** How somebody proved who they are; kept in the audit log. */
export type SignInMethod = 'password' | 'second-factor' | 'passkey'

/** Opens a sign-in for somebody who has proven who they are. */
export async function openSession(
  transaction: Transaction,
  userId: string,
  device: Device,
  now: Date,
  method: SignInMethod = 'password',
): Promise<NewSession> {
  const session = await insertRefreshToken(transaction, { userId, device, now })
  queueAuditEntry(transaction, {
    userId,
    action: method === 'password' ? 'accounts.sign-in' : `accounts.sign-in.${method}`,
    resourceType: 'user_sessions',
    resourceId: session.sessionId,
    success: true,
    ...device,
  })
  queueActivity(transaction, { userId, type: 'login', ...device })
  return session
}

export async function issueTokens(
  accessTokens: AccessTokens,
  row: UserRow,
  session: NewSession,
): Promise<IssuedTokens> {
  return {
    user: userView(row),
    accessToken: await accessTokens.issue(row.id, session.sessionId),
    refreshToken: session.refreshToken,
    expiresIn: ACCESS_TOKEN_SECONDS,
  }
}
