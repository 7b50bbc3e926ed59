import type { AnyOperation, OperationScope } from '../../operations/define-operation.ts'
import { recordDomain } from '../../operations/record-domain.ts'
import { recordActivity } from '../../operations/user-activity.ts'
import { dueDoses } from './due-doses.ts'
import { DoseAlreadyRecorded, intakeFields, intakeRules } from './medication.ts'

/**
 * How long ago a dose may have been due that somebody means without saying which, and how far it may lie ahead: one that is
 * taken for a later one keeps that one's reminder back.
 */
const PAST_MILLISECONDS = 12 * 60 * 60 * 1000
const AHEAD_MILLISECONDS = 3 * 60 * 60 * 1000
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

export const intake = recordDomain({
  name: 'medications.intake',
  noun: 'dose entry',
  table: 'medication_intake',
  path: '/medications/{medication_id}/intake',
  parent: {
    table: 'medications',
    column: 'medication_id',
    description: 'The medicine.',
    foreignKey: 'medication_intake_medication_fkey',
  },
  fields: intakeFields,
  filledIn: ['scheduled_time'],
  timeColumn: 'scheduled_time',
  filterable: ['status'],
  sortable: ['-scheduled_time', 'created_at'],
  errors: [DoseAlreadyRecorded],
  conflicts: { medication_intake_dose_key: DoseAlreadyRecorded },
  rules: intakeRules,
  guidance: 'tools/medications',
  beforeWrite: async (scope, { record, before, input }) => {
    const taken = record.status === 'taken' || record.status === 'delayed'
    if (before) return taken && record.actual_time === null ? { actual_time: scope.now.toISOString() } : {}
    const actual_time = taken ? (record.actual_time ?? scope.now.toISOString()) : null
    const scheduled_time =
      record.scheduled_time ?? (await meantDose(scope, String(input['medication_id']), actual_time))
    return { actual_time, scheduled_time }
  },
  afterWrite: async (scope, record) => {
    if (record.status === 'taken') recordActivity(scope, 'medication_taken', { intake_id: record.id })
  },
})

/** Records a dose; other operations perform it. */
export const addIntake: AnyOperation = named('medications.intake.add')

function named(name: string): AnyOperation {
  const found = intake.operations.find((operation) => operation.name === name)
  if (!found) throw new Error(`There is no operation ${name}`)
  return found
}

/** The dose without an entry that is nearest to when it was taken; one taken as needed stands for itself. */
async function meantDose(scope: OperationScope, medicationId: string, actualTime: string | null): Promise<string> {
  const moment = actualTime === null ? scope.now : new Date(actualTime)
  const dayOf = (offset: number) => new Date(moment.getTime() + offset).toISOString().slice(0, 10)
  const doses = await dueDoses(scope, { from: dayOf(-DAY_MILLISECONDS), to: dayOf(DAY_MILLISECONDS), medicationId })
  const distance = (time: Date) => Math.abs(time.getTime() - moment.getTime())
  const [nearest] = doses
    .map((dose) => dose.scheduled_time)
    .filter((time) => distance(time) <= (time > moment ? AHEAD_MILLISECONDS : PAST_MILLISECONDS))
    .sort((left, right) => distance(left) - distance(right))
  return (nearest ?? moment).toISOString()
}
