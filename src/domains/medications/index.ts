import type { AnyOperation } from '../../operations/define-operation.ts'
import { answerDueDoses } from './answer-due-doses.ts'
import { listDueDoses } from './due-doses.ts'
import { intake } from './intake-operations.ts'
import { medications, reminders, schedules } from './medication-operations.ts'

export { meantDoses, openDoses } from './answer-due-doses.ts'
export { type DoseRow, dueDoses } from './due-doses.ts'
export { addIntake } from './intake-operations.ts'
export { DoseAlreadyRecorded } from './medication.ts'

export const medicationOperations: readonly AnyOperation[] = [
  ...medications.operations,
  listDueDoses,
  answerDueDoses,
  ...schedules.operations,
  ...intake.operations,
  ...reminders.operations,
]
