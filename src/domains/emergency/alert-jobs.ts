import { z } from 'zod'
import { defineJob, type JobBackend } from '../../platform/jobs/index.ts'
import { deliverNotificationsJob } from '../notifications/index.ts'
import { type AlertContext, advanceAlert } from './advance-alert.ts'

export interface AlertJobContext extends AlertContext {
  readonly jobs: JobBackend
}

declare module '../../operations/define-operation.ts' {
  interface OperationServices {
    readonly emergency: EmergencyService
  }
}

export interface EmergencyService {
  /** How long a contact has to be reached before the next one is alerted too. */
  readonly escalationMilliseconds: number
  /** Has an alert's next step taken at once. Call it after the commit. */
  readonly wake: (userId: string, alertId: string) => Promise<void>
}

export function createEmergencyService(jobs: JobBackend, escalationMilliseconds: number): EmergencyService {
  return {
    escalationMilliseconds,
    wake: (userId, alertId) =>
      jobs.enqueue(
        deliverAlertJob,
        { user_id: userId, alert_id: alertId },
        { jobId: `${alertId}-${Date.now()}`, priority: 1 },
      ),
  }
}

/**
 * Takes an alert step by step until nothing is left to do: each step enqueues the next. Where that chain was cut, with a
 * process that died or a queue that was away, the sweep takes it up, at the start and every minute.
 */
export const deliverAlertJob = defineJob({
  name: 'emergency.deliver',
  lane: 'delivery',
  payload: z.object({ user_id: z.uuid(), alert_id: z.uuid() }),
  run: async (context: AlertJobContext, { user_id, alert_id }) => {
    const next = await advanceAlert(context, user_id, alert_id)
    await context.jobs.enqueue(deliverNotificationsJob, {}, { jobId: `alert-${alert_id}-${Date.now()}` })
    if (!next) return
    await context.jobs.enqueue(
      deliverAlertJob,
      { user_id, alert_id },
      {
        jobId: `${alert_id}-${next.getTime()}-next`,
        delayMilliseconds: Math.max(0, next.getTime() - context.now().getTime()),
        priority: 1,
      },
    )
  },
  sweep: async ({ database }) => {
    const open = await database.asSystem((transaction) =>
      transaction.rows<{ id: string; user_id: string }>(
        transaction
          .sql('emergency_alerts')
          .whereNull('settled_at')
          .select('id', 'user_id')
          .orderBy('created_at')
          .limit(500),
      ),
    )
    return open.map(({ id, user_id }) => ({ jobId: `${id}-sweep`, payload: { user_id, alert_id: id } }))
  },
})
