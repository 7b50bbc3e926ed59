import { z } from 'zod'
import { defineJob } from '../../platform/jobs/index.ts'
import { deliverDue } from './deliver-due.ts'
import type { SendingContext } from './send-delivery.ts'

export interface DeliveryContext extends SendingContext {
  readonly now: () => Date
  readonly report: (error: unknown) => void
}

/**
 * Sends what is due. Enqueued after a notification was written, so that it leaves at once; the clock does the same every
 * half minute, and so finds what was put off, what is to be tried again and what a dead process left.
 */
export const deliverNotificationsJob = defineJob({
  name: 'notifications.deliver',
  lane: 'delivery',
  payload: z.object({}),
  attempts: 1,
  run: async (context: DeliveryContext, _payload, { signal }) => {
    await deliverDue(context, context.now, signal)
  },
})
