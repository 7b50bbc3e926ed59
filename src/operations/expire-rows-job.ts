import { z } from 'zod'
import type { Database } from '../platform/database/index.ts'
import { defineJob } from '../platform/jobs/index.ts'

export interface ExpiryContext {
  readonly database: Database
  readonly now: () => Date
}

/** How often rows are looked for that have had their time. */
export const EXPIRE_EVERY_MILLISECONDS = 60 * 60 * 1000

/** So many rows go in one transaction: a bigger one would keep others waiting. */
const BATCH = 5_000

const HOUR_MILLISECONDS = 60 * 60 * 1000

/**
 * What opened something until its time was over, and how many hours it stays after that. Nothing of it is good any more
 * when that time is over, whether it is still there or not. For a day a link that came too late is told so.
 */
const EXPIRED: readonly (readonly [table: string, hours: number, and?: string])[] = [
  ['idempotency_keys', 0],
  ['repeated_answers', 0],
  ['user_sessions', 0],
  ['sign_in_challenges', 0],
  ['password_resets', 24],
  ['email_verifications', 24],
  // One that came back is exchanged, however long the service is away.
  ['service_authorizations', 0, 'code is null'],
]

/** Removes tokens, links and answers that have had their time, and closes proposals that nobody decided about in time. */
export const expireRowsJob = defineJob({
  name: 'operations.expire-rows',
  payload: z.object({}),
  run: async ({ database, now }: ExpiryContext, _payload, { signal }) => {
    const at = now()
    for (const [table, hours, and = 'true'] of EXPIRED) {
      const before = new Date(at.getTime() - hours * HOUR_MILLISECONDS)
      for (let removed = BATCH; removed === BATCH && !signal.aborted; ) {
        removed = await database.asSystem((transaction) =>
          transaction.affected(
            transaction.sql.raw(
              `delete from ${table} where ctid = any(array(
                 select ctid from ${table} where expires_at <= ? and ${and} limit ${BATCH}
               ))`,
              [before],
            ),
          ),
        )
      }
    }
    await database.asSystem((transaction) =>
      transaction.affected(
        transaction
          .sql('pending_actions')
          .where({ status: 'pending' })
          .where('expires_at', '<=', at)
          .update({ status: 'expired' }),
      ),
    )
  },
})
