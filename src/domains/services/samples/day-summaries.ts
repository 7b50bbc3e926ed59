import { z } from 'zod'
import { defineOperation } from '../../../operations/define-operation.ts'
import { day, decimal, wholeNumber } from '../../../operations/field-types.ts'
import { PERSONS_TIME_ZONE } from '../../../operations/time-range.ts'
import { type FieldError, Problem, ValidationFailed } from '../../../platform/errors/problem.ts'

const MOST_DAYS = 366
const DAY_MILLISECONDS = 86_400_000

const daySummary = z
  .object({
    date: day("The day, in the person's time zone.", { example: '2026-03-12' }),
    steps: wholeNumber('Steps of the day; null where nothing counted.', { example: 7421 }).nullable(),
    sleep_minutes: wholeNumber('Minutes of the sleep that ended on this day.', { example: 412 }).nullable(),
    respiratory_rate: decimal('Breaths a minute, the mean of the day.', { example: 14.5, maximum: 120 }).nullable(),
  })
  .meta({ id: 'DaySummary' })

/**
 * Days as phones and watches counted them. A phone in the pocket and a watch on the wrist count the same steps, so of each
 * hour the device that counted most counts, and the others do not; sleep that two devices saw is the time that either of
 * them saw.
 */
export const listDaySummaries = defineOperation({
  name: 'day-summaries.list',
  summary: 'Read steps, sleep and breathing of each day, with what several devices counted brought together',
  effect: 'read',
  input: z.strictObject({
    from: day('The first day.', { example: '2026-03-01' }),
    to: day('The last day; at most 366 days at once.', { example: '2026-03-31' }),
  }),
  output: z.object({
    data: z.array(daySummary).meta({ description: 'The days with any count, oldest first.' }),
  }),
  rest: { method: 'GET', path: '/day-summaries' },
  tool: { guidance: 'tools/day-summaries', confirm: 'never' },
  run: async ({ transaction }, { from, to }) => {
    const wrong = rangeErrors(from, to)
    if (wrong.length > 0) throw new Problem(ValidationFailed, { errors: wrong })
    const data = await transaction.rows<z.input<typeof daySummary>>(
      transaction.sql.raw(
        `with zone as (select ${PERSONS_TIME_ZONE} as name),
         bounds as (
           select ?::date::timestamp at time zone name as first, (?::date + 1)::timestamp at time zone name as last from zone
         ),
         devices as (
           select date_trunc('hour', started_at at time zone zone.name) as hour, source, device_used, sum(value) as steps
           from activity_samples cross join zone cross join bounds
           where kind = 'steps' and started_at >= bounds.first and started_at < bounds.last
           group by 1, 2, 3
         ),
         hours as (select hour, max(steps) as steps from devices group by hour),
         walked as (select hour::date as date, round(sum(steps))::integer as steps from hours group by 1),
         nights as (
           select range_agg(tstzrange(started_at, ended_at)) as slept
           from activity_samples cross join bounds
           where kind = 'sleep' and ended_at >= bounds.first - interval '2 days' and started_at < bounds.last
         ),
         slept as (
           select (upper(part) at time zone zone.name)::date as date,
             round(sum(extract(epoch from upper(part) - lower(part))) / 60)::integer as sleep_minutes
           from nights cross join lateral unnest(nights.slept) as part cross join zone cross join bounds
           where upper(part) >= bounds.first and upper(part) < bounds.last
           group by 1
         ),
         breathed as (
           select (started_at at time zone zone.name)::date as date, round(avg(value), 1) as respiratory_rate
           from activity_samples cross join zone cross join bounds
           where kind = 'respiratory_rate' and started_at >= bounds.first and started_at < bounds.last
           group by 1
         )
         select date, steps, sleep_minutes, respiratory_rate
         from walked full join slept using (date) full join breathed using (date)
         order by date`,
        [from, to],
      ),
    )
    return { data }
  },
})

function rangeErrors(from: string, to: string): readonly FieldError[] {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS + 1
  if (days < 1) return [{ pointer: '/to', code: 'ends_before_start' }]
  return days > MOST_DAYS ? [{ pointer: '/to', code: 'too_many_days', values: { maximum: MOST_DAYS } }] : []
}
