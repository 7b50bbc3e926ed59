import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Database } from '../../../platform/database/index.ts'
import { defineJob, type JobBackend } from '../../../platform/jobs/index.ts'
import { importJobId, serviceImportJob } from '../imports/import-job.ts'
import type { ServiceAdapters } from './service-access.ts'

export interface SyncClockContext {
  readonly database: Database
  readonly jobs: JobBackend
  readonly serviceAdapters: ServiceAdapters
  readonly now: () => Date
}

/** How often the clock looks whose sync is due. */
export const SYNC_CLOCK_EVERY_MILLISECONDS = 5 * 60_000
const AT_ONCE = 500

/**
 * Begins the syncs that are due: an hour, a day or a week after the last one began, whatever became of that. What was
 * missed while nothing ran is one sync, which looks back as far as it has to.
 */
export const syncClockJob = defineJob({
  name: 'connected-services.sync-clock',
  payload: z.strictObject({}),
  run: async ({ database, jobs, serviceAdapters, now }: SyncClockContext) => {
    const due = await database.asSystem((transaction) =>
      transaction.rows<{ id: string; user_id: string }>(
        transaction.sql.raw(
          `select s.id, s.user_id from connected_services s
           join users u on u.id = s.user_id and u.is_active
           left join lateral (
             select max(i.created_at) as at from service_imports i where i.service_id = s.id and i.kind = 'sync'
           ) as last on true
           where s.is_connected and s.signed_in and s.service_name = any (?::text[])
             and coalesce(last.at, '-infinity') <= ?::timestamptz - case s.sync_frequency
               when 'hourly' then interval '1 hour' when 'daily' then interval '1 day'
               when 'weekly' then interval '1 week' end
             and not exists (select from service_imports i where i.service_id = s.id and i.settled_at is null)
           order by last.at nulls first
           limit ?`,
          [`{${[...serviceAdapters.keys()].join(',')}}`, now(), AT_ONCE],
        ),
      ),
    )
    for (const { id: service_id, user_id } of due) {
      const id = uuidv7()
      const added = await database.asUser(user_id, (transaction) =>
        transaction.affected(
          transaction
            .sql('service_imports')
            .insert({ id, user_id, service_id, kind: 'sync', created_at: now() })
            .onConflict()
            .ignore(),
        ),
      )
      if (added === 1) await jobs.enqueue(serviceImportJob, { import_id: id, user_id }, { jobId: importJobId(id) })
    }
  },
})
