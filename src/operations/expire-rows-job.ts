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

/** Removes the answers that are not repeated any more, and closes proposals that nobody decided about in time. */
export const expireRowsJob = defineJob({
  name: 'operations.expire-rows',
  payload: z.object({}),
  run: async ({ database, now }: ExpiryContext, _payload, { signal }) => {
    for (let removed = BATCH; removed === BATCH && !signal.aborted; ) {
      removed = await database.asSystem((transaction) =>
        transaction.affected(
          transaction.sql.raw(
            `delete from idempotency_keys where (user_id, key) in (
               select user_id, key from idempotency_keys where expires_at <= ? limit ?
             )`,
            [now(), BATCH],
          ),
        ),
      )
    }
    await database.asSystem((transaction) =>
      transaction.affected(
        transaction
          .sql('pending_actions')
          .where({ status: 'pending' })
          .where('expires_at', '<=', now())
          .update({ status: 'expired' }),
      ),
    )
  },
})
