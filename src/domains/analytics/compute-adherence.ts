import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import type { Transaction } from '../../platform/database/index.ts'

/**
 * A dose without an entry counts as missed when so much time is over: until then "I took it" still means this dose (see
 * `intake-operations.ts` of the medicines).
 */
const GRACE_HOURS = 12

export interface AdherenceWork {
  readonly userId: string
  /** Medicines and the days whose doses changed, `YYYY-MM-DD`, at the same places. */
  readonly medicationIds: readonly string[]
  readonly days: readonly string[]
  readonly now: Date
}

/**
 * Computes how the doses of medicines were taken over the weeks and months that hold the given days.
 *
 * Doses are those with an entry, and those that active schedules ask for and that have none. The latter count from the day
 * on which the schedule was made or the first entry of the medicine lies, whichever came first: of doses before that the
 * record cannot know that they were missed. A streak is a row of days on which every dose was taken; days without doses
 * neither lengthen nor break it.
 */
export async function computeAdherence(transaction: Transaction, work: AdherenceWork): Promise<void> {
  const { userId, medicationIds, days, now } = work
  const pairs = [`{${medicationIds.join(',')}}`, `{${days.join(',')}}`]
  const periods = `
    zone as (select ${PERSONS_TIME_ZONE} as name),
    periods as (
      select distinct m.id as medication_id, date_trunc(period.part, marked.day)::date as first,
        (date_trunc(period.part, marked.day) + period.length - interval '1 day')::date as last
      from unnest(?::uuid[], ?::date[]) as marked (medication_id, day)
      join medications m on m.id = marked.medication_id
      cross join (values ('week', interval '1 week'), ('month', interval '1 month')) as period (part, length)
    )`
  // First what is there is taken away, as there may be no dose left in a period.
  transaction.queue(
    transaction.sql.raw(
      `with ${periods}
       delete from medication_adherence a using periods p
       where a.medication_id = p.medication_id and a.period_start = p.first and a.period_end = p.last`,
      pairs,
    ),
  )
  transaction.queue(
    transaction.sql.raw(
      `with ${periods},
       asked as (
         select p.medication_id, p.first, p.last, dose.scheduled_time
         from periods p
         cross join zone
         join medications m on m.id = p.medication_id and (m.status = 'active' or m.end_date is not null)
         join medication_schedules s on s.medication_id = m.id and s.is_active
         cross join lateral generate_series(0, p.last - p.first) as step
         cross join lateral (select p.first + step as date) as day
         cross join lateral (select (day.date + s.time_of_day) at time zone zone.name as scheduled_time) as dose
         where day.date >= m.start_date
           and (m.end_date is null or day.date <= m.end_date)
           and (s.days_of_week is null or s.days_of_week @> to_jsonb(extract(dow from day.date)::integer))
           and dose.scheduled_time <= ?::timestamptz - ?::integer * interval '1 hour'
           and day.date >= (least(
             s.created_at, (select min(i.scheduled_time) from medication_intake i where i.medication_id = m.id)
           ) at time zone zone.name)::date
       ),
       doses as (
         select p.medication_id, p.first, p.last, i.scheduled_time, i.status in ('taken', 'delayed') as taken
         from periods p
         cross join zone
         join medication_intake i on i.medication_id = p.medication_id
           and i.scheduled_time >= p.first::timestamp at time zone zone.name
           and i.scheduled_time < (p.last + 1)::timestamp at time zone zone.name
         union
         select a.medication_id, a.first, a.last, a.scheduled_time, false
         from asked a
         where not exists (
           select from medication_intake i
           where i.medication_id = a.medication_id and i.scheduled_time = a.scheduled_time
         )
       ),
       daily as (
         select medication_id, first, last, (scheduled_time at time zone zone.name)::date as day,
           count(*) as scheduled, count(*) filter (where taken) as taken, bool_and(taken) as whole
         from doses cross join zone
         group by 1, 2, 3, 4
       ),
       runs as (
         select *, sum((not whole)::integer) over (partition by medication_id, first, last order by day) as run from daily
       ),
       streaks as (
         select medication_id, first, last, run, count(*) filter (where whole) as length,
           sum(scheduled) as scheduled, sum(taken) as taken
         from runs group by 1, 2, 3, 4
       )
       insert into medication_adherence (user_id, medication_id, period_start, period_end, total_scheduled, total_taken,
         total_missed, adherence_percentage, longest_streak, current_streak, calculated_at)
       select ?::uuid, medication_id, first, last, sum(scheduled), sum(taken), sum(scheduled) - sum(taken),
         round(100 * sum(taken) / sum(scheduled), 2), max(length), (array_agg(length order by run desc))[1],
         ?::timestamptz
       from streaks
       group by medication_id, first, last`,
      [...pairs, now, GRACE_HOURS, userId, now],
    ),
  )
}
