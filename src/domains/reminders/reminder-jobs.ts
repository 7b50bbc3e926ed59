import { z } from 'zod'
import { defineJob } from '../../platform/jobs/index.ts'
import { type DeliveryContext, deliverDue } from '../notifications/index.ts'
import { runClock } from './run-clock.ts'

/** How often the clock looks: a reminder leaves at most this long after its time. */
export const CLOCK_EVERY_MILLISECONDS = 20_000

/** Finds what came due, and sends it and everything else that waits to be sent. */
export const clockJob = defineJob({
  name: 'reminders.clock',
  lane: 'delivery',
  payload: z.object({}),
  // The next look does the work of one that failed.
  attempts: 1,
  run: async (context: DeliveryContext, _payload, { signal }) => {
    await runClock(context, context.now())
    await deliverDue(context, context.now, signal)
  },
})
