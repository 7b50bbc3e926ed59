import path from 'node:path'
import { type Database, openDatabase } from '../platform/database/index.ts'
import { DataFolderInUse } from './data-folder-lock.ts'
import { openEmbeddedRuntime } from './embedded.ts'
import { connectionStringOf } from './embedded-postgres.ts'
import type { RuntimeConfig } from './runtime.ts'

/**
 * The database alone, for a command that an operator runs. The server may be running: its embedded database is then
 * spoken to through the socket that the server opened.
 */
export async function openDatabaseForCommand(
  config: RuntimeConfig,
): Promise<{ readonly database: Database; close(): Promise<void> }> {
  const { databaseUrl, dataDirectory, report } = config
  if (databaseUrl !== undefined) return opened(databaseUrl, report)
  try {
    const runtime = await openEmbeddedRuntime(config)
    return { database: runtime.database, close: () => runtime.close() }
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error
    return opened(connectionStringOf(path.join(dataDirectory, 'postgres')), report)
  }
}

async function opened(connectionString: string, report: (error: unknown) => void) {
  const database = await openDatabase({ connectionString, maxConnections: 2, report })
  return { database, close: () => database.close() }
}
