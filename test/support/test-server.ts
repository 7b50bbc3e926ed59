import { createServerDatabase } from './server-database.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from './server-process.ts'

/**
 * Starts the real server on a data folder and a database of its own, in the profile that the environment asks for:
 * `TEST_DATABASE_URL` and `TEST_REDIS_URL` put it on PostgreSQL and Redis.
 */
export async function startTestServer(
  environment: Record<string, string> = {},
  startedBy: readonly string[] = [],
): Promise<ServerProcess & { readonly environment: Record<string, string>; close(): Promise<void> }> {
  const folder = await temporaryFolder()
  const databaseUrl = process.env['TEST_DATABASE_URL']
  const redisUrl = process.env['TEST_REDIS_URL']
  const database = databaseUrl ? await createServerDatabase(databaseUrl) : undefined
  const complete = {
    ...(database && { DATABASE_URL: database.connectionString, MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }),
    ...(redisUrl && { REDIS_URL: redisUrl }),
    RATE_LIMIT_PER_MINUTE: '100000',
    AUTH_RATE_LIMIT_PER_MINUTE: '1000',
    ...environment,
  }
  const server = await startServerProcess(folder.path, complete, startedBy)
  return {
    ...server,
    environment: complete,
    async close() {
      await server.stop()
      await database?.remove()
      await folder.remove()
    },
  }
}
