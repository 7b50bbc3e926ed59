import { choice, day, decimal, longText, reading, text } from '../../operations/field-types.ts'
import type { RowOf } from '../../operations/record-domain.ts'
import { enumerations } from '../../platform/database/index.ts'
import { defineProblem } from '../../platform/errors/problem.ts'

const { category, priority, status } = enumerations.health_goals

/** A goal that is completed or given up takes no more progress. */
export const GoalClosed = defineProblem({ type: 'goal-closed', status: 409 })

export const goalFields = {
  goal_title: text('What the person wants to reach.', { example: 'Weigh 65 kg' }),
  target_value: reading('The value to reach.', { example: '65' }),
  current_value: reading('The value now. Given with a new goal, it is where the goal sets out from.', {
    example: '72',
  }),
  unit: text('The unit of the values.', { example: 'kg', maximum: 20 }),
  deadline: day('By when.', { example: '2026-09-30' }).nullable(),
  category: choice(category, 'What the goal is about.').nullable(),
  priority: choice(priority, 'How important it is.', { example: 'medium' }),
  status: choice(status, 'How it stands; reaching the target completes it.'),
  notes: longText('Anything worth remembering.', { example: 'Evening walk, no sugar in tea.' }).nullable(),
}

export const goalDerived = {
  start_value: reading('Where it set out from.', { example: '78' }).nullable(),
  progress_percentage: decimal('How far the person has come, in per cent of the way.', {
    example: 46.15,
    maximum: 100,
  }),
}

export type Goal = RowOf<typeof goalFields & typeof goalDerived>

export const goalProgressFields = {
  progress_value: reading('The value reached.', { example: '71.4' }),
  progress_date: day('The day of the value; today when left out.', { example: '2026-03-12' }),
  notes: longText('Anything worth remembering.', { example: 'After a week of walking.' }).nullable(),
}

/** The number of a value; of a blood pressure the upper one. */
function numberOf(value: string): number {
  return Number.parseFloat(value)
}

/**
 * Where a goal set out from, when nobody said so: a weight or a laboratory value above its target has to come down, so its
 * first value is the start; everything else is counted up from nothing.
 */
export function startOf(goal: Pick<Goal, 'category' | 'target_value'>, firstValue: string): string | null {
  const comesDown = goal.category === 'weight' || goal.category === 'medical'
  return comesDown && numberOf(firstValue) > numberOf(goal.target_value) ? firstValue : null
}

/** Per cent of the way from start (or nothing) to target, 0 to 100, with two digits behind the point. */
export function percentage(start: string | null, current: string, target: string): number {
  const from = start === null ? 0 : numberOf(start)
  const way = numberOf(target) - from
  const come = numberOf(current) - from
  const share = way === 0 ? Number(come === 0) : come / way
  return Number((Math.min(1, Math.max(0, share)) * 100).toFixed(2))
}
