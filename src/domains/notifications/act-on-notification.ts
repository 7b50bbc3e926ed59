import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { choice, identifier, moment } from '../../operations/field-types.ts'
import { defineProblem, NotFound, Problem } from '../../platform/errors/problem.ts'
import { addIntake, DoseAlreadyRecorded } from '../medications/index.ts'
import { deliver, type NewNotification, type NotificationPriority, type NotificationType } from './deliver.ts'
import { LATER_MILLISECONDS } from './delivery-rules.ts'

/** Nothing can be done by a tap on this notification: it does not speak of a dose. */
export const NothingToDo = defineProblem({ type: 'nothing-to-do', status: 409 })

interface DoseNotification {
  readonly notification_type: NotificationType
  readonly priority: NotificationPriority
  readonly title: string
  readonly message: string
  readonly action_url: string | null
  readonly metadata: Readonly<Record<string, string | number | boolean>> | null
}

/** What the buttons of a push message and of the list of notifications do. */
export const actOnNotification = defineOperation({
  name: 'notifications.act',
  summary: 'Answer a reminder of a dose by a tap: it was taken, was skipped, or shall come again later',
  effect: 'write',
  input: z.strictObject({
    id: identifier('Identifier of the notification.'),
    action: choice(
      ['taken', 'skipped', 'later'],
      '`taken` and `skipped` record the dose, `later` has the reminder come again in 15 minutes.',
    ),
  }),
  output: z.object({
    action: choice(['taken', 'skipped', 'later'], 'What was done.'),
    intake_id: identifier('The entry of the dose; null for `later`.').nullable(),
    again_at: moment('When the reminder comes again; null unless it does.', {
      example: '2026-03-12T03:15:00.000Z',
    }).nullable(),
  }),
  errors: [NotFound, NothingToDo, DoseAlreadyRecorded],
  conflicts: { medication_intake_dose_key: DoseAlreadyRecorded },
  rest: { method: 'POST', path: '/notifications/{id}/act', status: 200 },
  run: async (scope, { id, action }) => {
    const { transaction } = scope
    const found = await transaction.row<DoseNotification>(
      transaction
        .sql('notifications')
        .where({ id })
        .select('notification_type', 'priority', 'title', 'message', 'action_url', 'metadata')
        .forUpdate(),
    )
    if (!found) throw new Problem(NotFound)
    const medicationId = found.metadata?.['medication_id']
    if (found.metadata?.['action'] !== 'dose' || typeof medicationId !== 'string') throw new Problem(NothingToDo)
    transaction.queue(transaction.sql('notifications').where({ id }).update({ is_read: true }))
    await scope.changed({ kind: 'updated', table: 'notifications', id, before: null, after: { is_read: true } })
    if (action === 'later') {
      const again = await remindAgain(scope, id, found)
      return { action, intake_id: null, again_at: again.toISOString() }
    }
    const scheduled = found.metadata['scheduled_time']
    const entry = await scope.perform(addIntake, {
      medication_id: medicationId,
      status: action,
      ...(typeof scheduled === 'string' && { scheduled_time: scheduled }),
    })
    return { action, intake_id: String((entry as { id: string }).id), again_at: null }
  },
})

async function remindAgain(scope: OperationScope, id: string, found: DoseNotification): Promise<Date> {
  const { transaction, caller, now, services } = scope
  const at = new Date(now.getTime() + LATER_MILLISECONDS)
  const again: NewNotification = {
    userId: caller.userId,
    type: found.notification_type,
    priority: found.priority,
    title: found.title,
    message: found.message,
    ...(found.action_url !== null && { actionUrl: found.action_url }),
    ...(found.metadata && { metadata: found.metadata }),
    // Two taps within a minute are one wish.
    occasion: `later/${id}/${Math.floor(now.getTime() / 60_000)}`,
    at,
    expiresAt: new Date(at.getTime() + 60 * 60_000),
  }
  await deliver(transaction, services.delivery.channels, now, [again])
  return at
}
