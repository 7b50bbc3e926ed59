import { z } from 'zod'
import { METRIC_TYPES } from '../../clinical/vitals/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { defineJob } from '../../platform/jobs/index.ts'
import type { Analysis } from './analysis-queue.ts'
import { computeAdherence } from './compute-adherence.ts'
import { computeTrends } from './compute-trends.ts'

export interface AnalysisContext {
  readonly database: Database
}

interface WaitingRow {
  readonly analysis: Analysis
  readonly reference: string
  readonly day: string
}

const BATCH = 500

/** Computes what waits to be computed for one person, until nothing waits. */
export const analyseRecordJob = defineJob({
  name: 'analytics.compute',
  payload: z.object({ user_id: z.uuid() }),
  run: async ({ database }: AnalysisContext, { user_id }, { signal }) => {
    while (!signal.aborted) {
      const done = await database.asUser(user_id, (transaction) => analyseBatch(transaction, user_id))
      if (done === 0) return
    }
  },
  sweep: async ({ database }) => {
    const people = await database.asSystem((transaction) =>
      transaction.rows<{ user_id: string }>(transaction.sql('waiting_analyses').distinct('user_id').limit(500)),
    )
    return people.map(({ user_id }) => ({ jobId: analysisJobId(user_id), payload: { user_id } }))
  },
})

export function analysisJobId(userId: string): string {
  return `analyse-${userId}`
}

/** Takes waiting rows away and does their work, all in one transaction. */
async function analyseBatch(transaction: Transaction, userId: string): Promise<number> {
  const now = new Date()
  const waiting = await transaction.rows<WaitingRow>(
    transaction
      .sql('waiting_analyses')
      .whereIn('id', transaction.sql('waiting_analyses').select('id').orderBy('created_at').limit(BATCH))
      .delete()
      .returning(['analysis', 'reference', 'day']),
  )
  const of = (analysis: Analysis) => waiting.filter((row) => row.analysis === analysis)
  for (const type of METRIC_TYPES) {
    const days = of('trend').flatMap(({ reference, day }) => (reference === type ? [day] : []))
    if (days.length > 0) await computeTrends(transaction, { userId, type, days, now })
  }
  const doses = of('adherence')
  if (doses.length > 0) {
    await computeAdherence(transaction, {
      userId,
      medicationIds: doses.map(({ reference }) => reference),
      days: doses.map(({ day }) => day),
      now,
    })
  }
  return waiting.length
}

/** How often doses are looked at that were missed without anybody saying so. */
export const MISSED_DOSES_EVERY_MILLISECONDS = 60 * 60 * 1000

/**
 * Has the adherence of every medicine computed for this week and for the one before: time passes without any row being
 * written.
 */
export const missedDosesJob = defineJob({
  name: 'analytics.missed-doses',
  payload: z.object({}),
  run: async ({ database }: AnalysisContext) => {
    await database.asSystem((transaction) =>
      transaction.affected(
        transaction.sql.raw(
          `insert into waiting_analyses (user_id, analysis, reference, day)
           select m.user_id, 'adherence', m.id::text, (current_timestamp at time zone zone.name)::date - back.days
           from medications m
           left join user_preferences p on p.user_id = m.user_id
           cross join lateral (select coalesce(p.timezone, 'Asia/Kolkata') as name) as zone
           cross join (values (0), (7)) as back (days)
           where (m.status = 'active' or m.end_date >= current_date - 14)
             and exists (select from medication_schedules s where s.medication_id = m.id and s.is_active)
           on conflict (user_id, analysis, reference, day) do update set created_at = excluded.created_at`,
        ),
      ),
    )
  },
})
