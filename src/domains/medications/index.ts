import type { AnyOperation } from '../../operations/define-operation.ts'
import { listDueDoses } from './due-doses.ts'
import { intake } from './intake-operations.ts'
import { medications, reminders, schedules } from './medication-operations.ts'

export { dueDoses } from './due-doses.ts'

export const medicationOperations: readonly AnyOperation[] = [
  ...medications.operations,
  listDueDoses,
  ...schedules.operations,
  ...intake.operations,
  ...reminders.operations,
]
