import { addressesOf, migrate, openDatabase } from '../platform/database/index.ts'
import { openRedisEventBus, postgresEventBus } from '../platform/events/index.ts'
import { migrateJobs, openPostgresJobs, openRedisJobs } from '../platform/jobs/index.ts'
import type { Runtime, RuntimeConfig } from './runtime.ts'

const CONNECTIONS = 20

/** PostgreSQL by its address, and Redis for jobs and events where there is one. Any number of processes may share them. */
export async function openServerRuntime(config: RuntimeConfig & { readonly databaseUrl: string }): Promise<Runtime> {
  const { databaseUrl: connectionString, redisUrl, report } = config
  await migrate(connectionString)
  if (!redisUrl) await migrateJobs(connectionString)
  const database = await openDatabase({
    connectionString,
    replicaConnectionString: config.replicaDatabaseUrl,
    maxConnections: CONNECTIONS,
    ownSessions: true,
    report,
  })
  const jobs = redisUrl
    ? await openRedisJobs({ redisUrl, databaseName: databaseNameOf(connectionString), report })
    : openPostgresJobs({ connectionString, report })
  // A wrong address should end the start and not the first job.
  await jobs.ping()
  const events = redisUrl ? await openRedisEventBus(redisUrl, report) : postgresEventBus(connectionString, report)
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

function databaseNameOf(connectionString: string): string {
  return decodeURIComponent(new URL(addressesOf(connectionString)[0]).pathname.slice(1))
}
