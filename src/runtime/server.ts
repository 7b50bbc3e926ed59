import { migrate, openDatabase } from '../platform/database/index.ts'
import { postgresEventBus, redisEventBus } from '../platform/events/index.ts'
import { migrateJobs, openPostgresJobs, openRedisJobs } from '../platform/jobs/index.ts'
import type { Runtime, RuntimeConfig } from './runtime.ts'

const CONNECTIONS = 20

/** PostgreSQL by its address, and Redis for jobs and events where there is one. Any number of processes may share them. */
export async function openServerRuntime(config: RuntimeConfig & { readonly databaseUrl: string }): Promise<Runtime> {
  const { databaseUrl: connectionString, redisUrl, report } = config
  await migrate(connectionString)
  if (!redisUrl) await migrateJobs(connectionString)
  const database = await openDatabase({ connectionString, maxConnections: CONNECTIONS, report })
  const jobs = redisUrl ? openRedisJobs({ redisUrl, report }) : openPostgresJobs({ connectionString, report })
  const events = redisUrl ? redisEventBus(redisUrl, report) : postgresEventBus(connectionString, report)
  return {
    profile: 'server',
    database,
    jobs,
    events,
    close: async () => {
      await jobs.close()
      await events.close()
      await database.close()
    },
  }
}
