import { z } from 'zod'
import { defineOperation, type OperationScope } from '../../operations/define-operation.ts'
import { clockTime, day, identifier, longText, moment, text } from '../../operations/field-types.ts'
import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import { Problem, ValidationFailed } from '../../platform/errors/problem.ts'

const MAXIMUM_DAYS = 31
const DAY_MILLISECONDS = 24 * 60 * 60 * 1000

const dueDose = z.object({
  medication_id: identifier('The medicine.'),
  schedule_id: identifier('The schedule that asks for the dose.'),
  medication_name: text('Name of the medicine.', { example: 'Glycomet 500 SR' }),
  dosage: text('How much is taken each time.', { example: '500 mg' }),
  dosage_amount: text('How much of it for this dose.', { example: '1 tablet' }).nullable(),
  special_instructions: longText('What to mind with this dose.', { example: 'With food.' }).nullable(),
  scheduled_time: moment('When the dose is due.', { example: '2026-03-12T03:00:00.000Z' }),
  local_date: day("The day of the dose in the person's time zone.", { example: '2026-03-12' }),
  local_time: clockTime("The time of the dose in the person's time zone.", { example: '08:30' }),
  overdue: z.boolean().meta({ description: 'Whether its time is over.', examples: [false] }),
})

/** A dose that a schedule asks for. */
export interface DoseRow {
  readonly medication_id: string
  readonly schedule_id: string
  readonly medication_name: string
  readonly dosage: string
  readonly dosage_amount: string | null
  readonly special_instructions: string | null
  readonly scheduled_time: Date
  readonly local_date: string
  readonly local_time: string
}

export interface DoseWindow {
  /** First and last day, in the person's time zone; today by default. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly medicationId?: string | undefined
}

/**
 * The doses that active schedules of active medicines ask for and that have no entry yet, earliest first. The database
 * expands them: it knows every time zone's rules, so a dose at 08:30 stays at 08:30 on the clock when the clock changes,
 * and one in the hour that is skipped moves to the hour after. Two schedules that meet are one dose.
 */
export async function dueDoses(
  { transaction, now }: Pick<OperationScope, 'transaction' | 'now'>,
  window: DoseWindow,
): Promise<DoseRow[]> {
  const today = `(?::timestamptz at time zone zone.name)::date`
  return await transaction.rows<DoseRow>(
    transaction.sql.raw(
      `with zone as (select ${PERSONS_TIME_ZONE} as name),
       days as (
         select coalesce(?::date, ${today}) as first, coalesce(?::date, ?::date, ${today}) as last from zone
       )
       select distinct on (dose.scheduled_time, m.id)
         m.id as medication_id, s.id as schedule_id, m.medication_name, m.dosage, s.dosage_amount,
         s.special_instructions, dose.scheduled_time,
         (dose.scheduled_time at time zone zone.name)::date as local_date,
         to_char(dose.scheduled_time at time zone zone.name, 'HH24:MI') as local_time
       from medications m
       join medication_schedules s on s.medication_id = m.id and s.is_active
       cross join zone
       cross join days
       cross join lateral generate_series(0, days.last - days.first) as step
       cross join lateral (select days.first + step as date) as day
       cross join lateral (select (day.date + s.time_of_day) at time zone zone.name as scheduled_time) as dose
       where m.status = 'active'
         and day.date >= m.start_date
         and (m.end_date is null or day.date <= m.end_date)
         and (s.days_of_week is null or s.days_of_week @> to_jsonb(extract(dow from day.date)::integer))
         and (?::uuid is null or m.id = ?::uuid)
         and not exists (
           select from medication_intake i
           where i.medication_id = m.id and i.scheduled_time = dose.scheduled_time
         )
       order by dose.scheduled_time, m.id, s.id`,
      [
        window.from ?? null,
        now,
        window.to ?? null,
        window.from ?? null,
        now,
        window.medicationId ?? null,
        window.medicationId ?? null,
      ],
    ),
  )
}

export const listDueDoses = defineOperation({
  name: 'medications.due',
  summary: 'List the doses that are due and have no entry yet',
  effect: 'read',
  input: z.strictObject({
    from: day("First day, in the person's time zone; today by default.", { example: '2026-03-12' }).optional(),
    to: day(`Last day, at most ${MAXIMUM_DAYS} days after the first; the first by default.`, {
      example: '2026-03-12',
    }).optional(),
  }),
  output: z.object({ data: z.array(dueDose).meta({ description: 'The doses, earliest first.' }) }),
  rest: { method: 'GET', path: '/medications/due' },
  tool: { guidance: 'tools/medications', confirm: 'never' },
  run: async (scope, input) => {
    const first = input.from ?? scope.now.toISOString().slice(0, 10)
    if (input.to !== undefined && Date.parse(input.to) - Date.parse(first) > MAXIMUM_DAYS * DAY_MILLISECONDS) {
      throw new Problem(ValidationFailed, {
        errors: [{ pointer: '/to', code: 'too_many_days', values: { maximum: MAXIMUM_DAYS } }],
      })
    }
    const doses = await dueDoses(scope, input)
    return {
      data: doses.map((dose) => ({
        ...dose,
        scheduled_time: dose.scheduled_time.toISOString(),
        overdue: dose.scheduled_time < scope.now,
      })),
    }
  },
})
