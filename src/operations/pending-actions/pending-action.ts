import { z } from 'zod'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'
import { choice, identifier, moment, text } from '../field-types.ts'

/** How long a person has to answer. */
export const PENDING_ACTION_LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1000

/** The person has answered already, or the time to answer is over. */
export const PendingActionDecided = defineProblem({ type: 'pending-action-decided', status: 409 })
export const PendingActionExpired = defineProblem({ type: 'pending-action-expired', status: 409 })

export const pendingAction = z
  .object({
    id: identifier('Identifier of the pending action.'),
    operation: text('Name of the operation that waits.', { example: 'medications.add' }),
    session_id: identifier('The conversation it was proposed in.').nullable(),
    title: text("What would be done, in the caller's language.", { example: 'Add a medicine' }),
    details: z
      .array(
        z.object({
          label: text('What the value is.', { example: 'Medicine' }),
          value: text('The value, in words.', { example: 'Metformin' }),
        }),
      )
      .meta({ description: 'With what it would be done.' }),
    reasons: z
      .array(text('One reason.', { example: 'You are allergic to penicillin.' }))
      .meta({ description: 'What speaks against it; often empty.' }),
    status: choice(enumerations.pending_actions.status, 'What became of it.'),
    receipt: text('What was done, as a sentence; null where nothing was.', {
      example: 'I have added Metformin 500 mg, twice a day to your medicines.',
    }).nullable(),
    result: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: 'What the operation answered when it was carried out.', examples: [null] }),
    expires_at: moment('Until when it can be confirmed.', { example: '2026-03-13T04:30:00.000Z' }),
    decided_at: moment('When the person answered.', { example: '2026-03-12T04:31:00.000Z' }).nullable(),
    created_at: moment('When it was proposed.', { example: '2026-03-12T04:30:00.000Z' }),
  })
  .meta({ description: 'Something that the assistant wants to do and the person has not answered yet.' })

export interface PendingActionRow {
  readonly id: string
  readonly session_id: string | null
  readonly operation: string
  readonly input: unknown
  readonly reason: {
    readonly reasons?: readonly string[]
    /** What names the row that would change, as it was when this was proposed. */
    readonly subject?: Readonly<Record<string, unknown>>
  } | null
  readonly time_zone: string
  readonly status: (typeof enumerations.pending_actions.status)[number]
  readonly result: Record<string, unknown> | null
  readonly expires_at: Date
  readonly decided_at: Date | null
  readonly created_at: Date
}
