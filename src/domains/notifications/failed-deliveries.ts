import type { Database } from '../../platform/database/index.ts'

/** A message that was given up, as far as an operator has to know. */
export interface FailedDelivery {
  /** Of the delivery. */
  readonly id: string
  readonly kind: 'notification' | 'alert'
  readonly channel: string
  /** When it was to leave last. */
  readonly failed_at: Date
  readonly attempts: number
  /** What the provider or the connection said, shortened. */
  readonly reason: string | null
}

const MOST = 1_000

/** Messages that were given up since a time, the newest first, a thousand at most. Whose they were is not told. */
export async function listFailedDeliveries(database: Database, since: Date): Promise<readonly FailedDelivery[]> {
  return await database.asSystem((transaction) =>
    transaction.rows<FailedDelivery>(
      transaction.sql.raw(
        `select id, 'notification' as kind, channel, due_at as failed_at, attempts, left(error, 120) as reason
         from notification_deliveries
         where status = 'failed' and due_at >= ?
         union all
         select id, 'alert', delivery_method, coalesce(last_attempt_at, created_at), coalesce(delivery_attempts, 0),
           left(error_message, 120)
         from alert_deliveries
         where delivery_status = 'failed' and coalesce(last_attempt_at, created_at) >= ?
         order by failed_at desc
         limit ?`,
        [since, since, MOST],
      ),
    ),
  )
}
