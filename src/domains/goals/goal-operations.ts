import { personsToday } from '../../operations/days.ts'
import type { OperationScope } from '../../operations/define-operation.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { recordActivity } from '../../operations/user-activity.ts'
import { NotFound, Problem } from '../../platform/errors/problem.ts'
import { type Goal, GoalClosed, goalDerived, goalFields, goalProgressFields, percentage, startOf } from './goal.ts'

export const goals = recordDomain({
  name: 'goals',
  noun: 'goal',
  table: 'health_goals',
  path: '/goals',
  fields: goalFields,
  defaults: { current_value: '0', priority: 'medium', status: 'active' },
  derived: goalDerived,
  stamped: true,
  timeColumn: 'deadline',
  filterable: ['status', 'category', 'priority'],
  sortable: ['-created_at', 'deadline', 'progress_percentage', 'updated_at'],
  text: ({ goal_title, notes }) => [goal_title, notes].filter((part) => part !== null).join('\n'),
  guidance: 'tools/goals',
  beforeWrite: async (_scope, { record, before, given }) => {
    const start_value = before ? before.start_value : record.current_value === '0' ? null : record.current_value
    const progress_percentage = percentage(start_value, record.current_value, record.target_value)
    // Whoever sets the status has the last word.
    const reached = progress_percentage >= 100 && record.status === 'active' && !(before && given.has('status'))
    return { start_value, progress_percentage, ...(reached && { status: 'completed' as const }) }
  },
})

export const goalProgress = recordDomain({
  name: 'goals.progress',
  noun: 'step towards a goal',
  table: 'goal_progress',
  path: '/goals/{goal_id}/progress',
  parent: { table: 'health_goals', column: 'goal_id', description: 'The goal.', foreignKey: 'goal_progress_goal_fkey' },
  fields: goalProgressFields,
  filledIn: ['progress_date'],
  timeColumn: 'progress_date',
  sortable: ['-progress_date', 'created_at'],
  errors: [GoalClosed],
  guidance: 'tools/goals',
  beforeWrite: async (scope, { record, before, input }) => {
    if (!before) await requireOpenGoal(scope, String(input['goal_id']))
    return { progress_date: record.progress_date ?? (await personsToday(scope)) }
  },
  afterWrite: async (scope, record, before) => {
    const { goal_id } = record as unknown as { goal_id: string }
    if (!before) recordActivity(scope, 'goal_updated', { goal_id })
    await followProgress(scope, goal_id)
  },
  afterDelete: async (scope, record) => followProgress(scope, (record as unknown as { goal_id: string }).goal_id),
})

/** @throws {Problem} NotFound, or GoalClosed where there is nothing more to reach. */
async function requireOpenGoal({ transaction }: OperationScope, id: string): Promise<void> {
  const goal = await transaction.row<Pick<Goal, 'status'>>(
    // Locked before the step's own reference to it is: otherwise two steps at the same time would wait for each other.
    transaction.sql('health_goals').select('status').where({ id }).forUpdate(),
  )
  if (!goal) throw new Problem(NotFound)
  if (goal.status === 'completed' || goal.status === 'cancelled') throw new Problem(GoalClosed)
}

/** Brings a goal to its newest step: value, percentage, and completion when the target is reached. */
async function followProgress(scope: OperationScope, goalId: string): Promise<void> {
  const { transaction } = scope
  const steps = transaction.sql('goal_progress').where({ goal_id: goalId }).select('progress_value')
  const [goal, newest, first] = await Promise.all([
    // Locked before the steps are read, so that of two steps at the same time the second counts both.
    transaction.row<Goal>(transaction.sql('health_goals').where({ id: goalId }).forUpdate()),
    transaction.row<{ progress_value: string }>(
      steps.clone().orderBy('progress_date', 'desc').orderBy('id', 'desc').limit(1),
    ),
    transaction.row<{ progress_value: string }>(steps.clone().orderBy('progress_date').orderBy('id').limit(1)),
  ])
  if (!goal) throw new Problem(NotFound)
  const current_value = newest?.progress_value ?? goal.start_value ?? '0'
  const start_value = goal.start_value ?? (first ? startOf(goal, first.progress_value) : null)
  const progress_percentage = percentage(start_value, current_value, goal.target_value)
  const status = goal.status === 'active' && progress_percentage >= 100 ? 'completed' : goal.status
  const after = { current_value, progress_percentage, status }
  transaction.queue(
    transaction
      .sql('health_goals')
      .where({ id: goalId })
      .update({ ...after, start_value }),
  )
  await scope.changed({
    kind: 'updated',
    table: 'health_goals',
    id: goalId,
    before: {
      current_value: goal.current_value,
      progress_percentage: goal.progress_percentage,
      status: goal.status,
    },
    after,
  })
}
