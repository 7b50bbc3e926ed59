import type { Database } from '../../platform/database/index.ts'
import type { DeliveryChannels } from '../../platform/delivery/index.ts'
import type { JobBackend } from '../../platform/jobs/index.ts'
import { deliverNotificationsJob } from './notification-jobs.ts'

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly delivery: DeliveryService
  }
}

/** What operations need to tell people something. */
export interface DeliveryService {
  readonly channels: DeliveryChannels
  /** Has what was just written sent at once. Call it after the commit. */
  readonly wake: (notificationId: string) => Promise<void>
  /** Forgets a browser's subscription that other people made before this one. */
  readonly forgetElsewhere: (endpoint: string, userId: string) => Promise<void>
}

export function createDeliveryService(
  database: Database,
  jobs: JobBackend,
  channels: DeliveryChannels,
): DeliveryService {
  return {
    channels,
    wake: (notificationId) => jobs.enqueue(deliverNotificationsJob, {}, { jobId: notificationId }),
    forgetElsewhere: async (endpoint, userId) => {
      await database.asSystem((transaction) =>
        transaction.affected(
          transaction.sql('push_subscriptions').where({ endpoint }).whereNot({ user_id: userId }).delete(),
        ),
      )
    },
  }
}
