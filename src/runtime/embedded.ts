import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { migrate, openDatabase } from '../platform/database/index.ts'
import { inProcessEventBus } from '../platform/events/index.ts'
import { migrateJobs, openPostgresJobs } from '../platform/jobs/index.ts'
import { lockDataFolder } from './data-folder-lock.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { createDataFolder, templateFolder } from './embedded-template.ts'
import type { Runtime, RuntimeConfig } from './runtime.ts'

/** One session serves all connections in turn, so more of them would only wait in another place. */
const CONNECTIONS = 16

/**
 * Everything in one process on one folder. The database is on its way when this returns its promise, which is why the
 * steps before do not wait.
 * @throws {DataFolderInUse}
 */
export async function openEmbeddedRuntime(config: RuntimeConfig): Promise<Runtime> {
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  const lock = lockDataFolder(config.dataDirectory)
  try {
    const folder = path.join(config.dataDirectory, 'postgres')
    removeUnfinished(config.dataDirectory)
    const template = templateFolder()
    if (!existsSync(folder) && !existsSync(template)) await createDataFolder(folder, config.report)
    const postgres = await startEmbeddedPostgres(folder, { report: config.report, durable: true, template })
    try {
      await migrate(postgres.connectionString)
      await migrateJobs(postgres.connectionString)
      const { connectionString } = postgres
      const database = await openDatabase({ connectionString, maxConnections: CONNECTIONS, report: config.report })
      const jobs = openPostgresJobs({ connectionString, oneSession: true, alone: true, report: config.report })
      const events = inProcessEventBus(config.report)
      return {
        profile: 'embedded',
        database,
        jobs,
        events,
        close: async () => {
          await jobs.close()
          await events.close()
          await database.close()
          await postgres.close()
          lock.release()
        },
      }
    } catch (error) {
      await postgres.close()
      throw error
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** What a first start left that was killed halfway, or a restore. */
function removeUnfinished(dataDirectory: string): void {
  for (const name of readdirSync(dataDirectory)) {
    if (/^(?:postgres|restore)\.\d+\.(?:unfinished|making)/.test(name))
      rmSync(path.join(dataDirectory, name), { recursive: true })
  }
}
