import { BullJobBackend, type JobBackendOptions } from './bull-job-backend.ts'
import type { JobBackend } from './job-backend.ts'
import { type PostgresJobOptions, postgresJobConnection } from './postgres-job-connection.ts'
import type { RedisJobOptions } from './redis-job-connection.ts'

export {
  type AnyJob,
  defineJob,
  type JobAttempt,
  JobCannotSucceed,
  type JobDefinition,
  type JobLane,
  type JobSchedule,
} from './define-job.ts'
export type { JobBackend, WorkerOptions } from './job-backend.ts'
export { migrateJobs } from './postgres-job-connection.ts'

/** Jobs in the database itself. `migrateJobs` must have run. */
export function openPostgresJobs(options: PostgresJobOptions & JobBackendOptions): JobBackend {
  return new BullJobBackend(postgresJobConnection(options), options)
}

/** Jobs in Redis, whose client is only loaded here: it takes 12 MB. */
export async function openRedisJobs(options: RedisJobOptions & JobBackendOptions): Promise<JobBackend> {
  const { redisJobConnection } = await import('./redis-job-connection.ts')
  const jobs = new BullJobBackend(redisJobConnection(options), options)
  jobs.openQueues()
  return jobs
}
