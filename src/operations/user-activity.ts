import { v7 as uuidv7 } from 'uuid'
import type { enumerations } from '../platform/database/index.ts'
import type { OperationScope } from './define-operation.ts'

export type ActivityType = (typeof enumerations.user_activity.activity_type)[number]

/** Notes what the person did, in the same transaction. `metadata` holds ids, never values of the health record. */
export function recordActivity(scope: OperationScope, type: ActivityType, metadata: Record<string, string>): void {
  const { transaction, caller, now } = scope
  transaction.queue(
    transaction.sql('user_activity').insert({
      id: uuidv7(),
      user_id: caller.userId,
      activity_type: type,
      metadata: JSON.stringify(metadata),
      ip_address: caller.ipAddress ?? null,
      user_agent: caller.userAgent ?? null,
      created_at: now,
    }),
  )
}
