import type { OperationScope } from '../../operations/define-operation.ts'
import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import { scoreOf, scoreParts } from '../analytics/index.ts'
import { dueDoses } from '../medications/index.ts'

/** The figures of a person that are derived from the rows they summarise, here and nowhere else. */
export interface AccountFigures {
  /** 0 to 100, by the formula of `GET /health-score`, which shows its parts. 0 where nothing is known. */
  readonly health_score: number
  /** Days in a row, up to today or yesterday, on which the person did anything here. */
  readonly streak: number
  /** Appointments that stand, today or later. */
  readonly upcoming_appointments: number
  /** Doses of today without an entry. */
  readonly medications_due: number
}

interface FigureRow {
  readonly streak: number
  readonly upcoming_appointments: number
}

export async function accountFigures(scope: OperationScope): Promise<AccountFigures> {
  const { transaction, now } = scope
  const [row, parts, doses] = await Promise.all([
    transaction.row<FigureRow>(
      transaction.sql.raw(
        `with today as (select (?::timestamptz at time zone ${PERSONS_TIME_ZONE})::date as date),
         days as (
           select distinct (created_at at time zone ${PERSONS_TIME_ZONE})::date as date from user_activity
         ),
         -- Days in a row share the difference between the day and its rank.
         runs as (
           select count(*)::integer as length, max(date) as last
           from (select date, date + (rank() over (order by date desc))::integer as run from days) as ranked
           group by run
         )
         select
           coalesce((select length from runs, today where last >= today.date - 1 order by last desc limit 1), 0) as streak,
           (
             select count(*)::integer from appointments, today
             where status in ('scheduled', 'confirmed') and appointment_date >= today.date
           ) as upcoming_appointments`,
        [now],
      ),
    ),
    scoreParts(scope),
    dueDoses(scope, {}),
  ])
  return {
    health_score: scoreOf(parts) ?? 0,
    streak: row?.streak ?? 0,
    upcoming_appointments: row?.upcoming_appointments ?? 0,
    medications_due: doses.length,
  }
}
