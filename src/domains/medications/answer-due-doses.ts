import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { choice, identifier } from '../../operations/field-types.ts'
import { defineProblem, Problem } from '../../platform/errors/problem.ts'
import { type DoseRow, dueDoses } from './due-doses.ts'
import { addIntake, intake } from './intake-operations.ts'
import { DoseAlreadyRecorded } from './medication.ts'

/** No dose is due that "I took it" could mean. */
export const NoDoseDue = defineProblem({ type: 'no-dose-due', status: 409 })

/** "I took it" means a dose of the last hours, or one that was taken a little early. */
const PAST_MILLISECONDS = 8 * 60 * 60 * 1000
const EARLY_MILLISECONDS = 60 * 60 * 1000
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

/** The doses without an entry that somebody may mean who says "I took it", earliest first. */
export async function openDoses(
  scope: Pick<OperationScope, 'transaction' | 'now'>,
  medicationId?: string,
): Promise<readonly DoseRow[]> {
  const now = scope.now.getTime()
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  const doses = await dueDoses(scope, {
    from: dayOf(now - DAY_MILLISECONDS),
    to: dayOf(now + DAY_MILLISECONDS),
    medicationId,
  })
  return doses.filter(({ scheduled_time }) => {
    const distance = scheduled_time.getTime() - now
    return distance >= -PAST_MILLISECONDS && distance <= EARLY_MILLISECONDS
  })
}

/**
 * Those of open doses that a person means who names none: due at the newest time not later than now, or else the next.
 * Several medicines at one time are meant together.
 */
export function meantDoses<Dose extends { readonly scheduled_time: Date }>(
  open: readonly Dose[],
  now: Date,
): readonly Dose[] {
  const past = open.filter(({ scheduled_time }) => scheduled_time <= now)
  const meant = (past.at(-1) ?? open[0])?.scheduled_time.getTime()
  return open.filter(({ scheduled_time }) => scheduled_time.getTime() === meant)
}

/** For "took it", "le li", "eduthutten", "skip": the answer to a reminder in a few words. */
export const answerDueDoses = defineOperation({
  name: 'medications.answer-due',
  summary: 'Record the doses that are due now as taken or skipped',
  effect: 'write',
  input: z.strictObject({
    status: choice(['taken', 'skipped'], 'What became of them.'),
    medication_id: identifier('Only of this medicine; of all that are due when left out.').nullable().optional(),
  }),
  output: z.object({ data: z.array(intake.record).meta({ description: 'The entries.' }) }),
  errors: [NoDoseDue, DoseAlreadyRecorded],
  conflicts: { medication_intake_dose_key: DoseAlreadyRecorded },
  rest: { method: 'POST', path: '/medications/due/answer', status: 200 },
  tool: { guidance: 'tools/medications', confirm: 'always' },
  run: async (scope, { status, medication_id }) => {
    const doses = meantDoses(await openDoses(scope, medication_id ?? undefined), scope.now)
    if (doses.length === 0) throw new Problem(NoDoseDue)
    const entries: z.input<typeof intake.record>[] = []
    for (const dose of doses) {
      const entry = await scope.perform(addIntake, {
        medication_id: dose.medication_id,
        scheduled_time: dose.scheduled_time.toISOString(),
        status,
      })
      entries.push(entry as z.input<typeof intake.record>)
    }
    return { data: entries }
  },
})
