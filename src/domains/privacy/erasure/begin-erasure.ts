import { v7 as uuidv7 } from 'uuid'
import type { Caller, LiveCredentials } from '../../../platform/auth/index.ts'
import { randomToken, sha256Hex } from '../../../platform/crypto/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { ACCOUNT_ENDED, type EventBus } from '../../../platform/events/index.ts'
import type { JobBackend } from '../../../platform/jobs/index.ts'
import { queueAuditEntry } from '../../audit/index.ts'
import { eraseAccountJob } from './erase-account-job.ts'

export interface BegunErasure {
  readonly id: string
  /** Opens the certificate. Kept as a digest only. */
  readonly token: string
  readonly requestedAt: Date
}

/**
 * Begins to erase the caller's account: from here on nobody signs in to it, every sign-in, token, socket and running answer
 * of it has ended, and a job does the rest.
 */
export async function beginErasure(
  services: {
    readonly database: Database
    readonly live: LiveCredentials
    readonly events: EventBus
    readonly jobs: JobBackend
  },
  caller: Caller,
  requestedAt: Date,
): Promise<BegunErasure> {
  const { database, live, events, jobs } = services
  const { userId, ipAddress, userAgent } = caller
  const id = uuidv7()
  const token = randomToken('swe_')
  await database.asSystem(async (transaction) => {
    const { sql } = transaction
    await transaction.affected(sql('users').where({ id: userId }).update({ is_active: false }))
    const ended = { ended_at: requestedAt, end_reason: 'revoked', is_current: false }
    await transaction.affected(sql('user_sessions').where({ user_id: userId }).whereNull('ended_at').update(ended))
    await transaction.affected(sql('api_tokens').where({ user_id: userId }).update({ revoked_at: requestedAt }))
    await transaction.affected(sql('push_subscriptions').where({ user_id: userId }).delete())
    await transaction.affected(sql('sign_in_challenges').where({ subject_id: userId }).delete())
    const entry = { action: 'accounts.erase', resourceType: 'users', resourceId: userId, success: true }
    queueAuditEntry(transaction, { userId, ...entry, ipAddress, userAgent })
    await transaction.affected(
      sql('erasures').insert({ id, subject_id: userId, token_digest: sha256Hex(token), requested_at: requestedAt }),
    )
    transaction.afterCommit(async () => {
      live.forget({ userId })
      events.publish(userId, { type: ACCOUNT_ENDED })
      await jobs.enqueue(eraseAccountJob, { erasure_id: id }, { jobId: id })
    })
  })
  return { id, token, requestedAt }
}
