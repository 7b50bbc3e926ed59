import { PERSONS_TIME_ZONE } from '../../operations/time-range.ts'
import type { Transaction } from '../../platform/database/index.ts'

/**
 * Has the trends computed of all periods in which measurements lie, once, after many came in at the same time. One day
 * stands for the others of its week and month.
 * @param touched Of each kind of measurement the first and the last time. RFC 3339.
 */
export function markTrends(
  transaction: Transaction,
  userId: string,
  touched: Readonly<Record<string, readonly [string, string]>>,
): void {
  const ranges = Object.entries(touched).map(([metric_type, [first, last]]) => ({ metric_type, first, last }))
  if (ranges.length === 0) return
  transaction.queue(
    transaction.sql.raw(
      `insert into waiting_analyses (user_id, analysis, reference, day)
       select ?::uuid, 'trend', local.metric_type, min(local.at::date)
       from (
         select m.metric_type, m.measured_at at time zone zone.name as at
         from jsonb_to_recordset(?::jsonb) as range (metric_type text, first timestamptz, last timestamptz)
         join health_metrics m
           on m.metric_type = range.metric_type and m.measured_at between range.first and range.last
         cross join (select ${PERSONS_TIME_ZONE} as name) as zone
         where m.user_id = ?::uuid
       ) as local
       group by local.metric_type, date_trunc('week', local.at), date_trunc('month', local.at)
       on conflict (user_id, analysis, reference, day) do update set created_at = excluded.created_at`,
      [userId, JSON.stringify(ranges), userId],
    ),
  )
}
