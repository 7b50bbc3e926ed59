import { openEmbeddedRuntime } from './embedded.ts'
import type { Runtime, RuntimeConfig } from './runtime.ts'
import { openServerRuntime } from './server.ts'

export { DataFolderInUse } from './data-folder-lock.ts'
export type { Runtime, RuntimeConfig } from './runtime.ts'

/**
 * Opens the profile that the settings describe: the server's where a database is named, else the embedded one.
 * @throws {DataFolderInUse} where another process works on the data folder.
 * @throws {UnsafeDatabaseAddress} where the database's address would send health data unencrypted.
 */
export async function openRuntime(config: RuntimeConfig): Promise<Runtime> {
  const { databaseUrl } = config
  return databaseUrl ? openServerRuntime({ ...config, databaseUrl }) : openEmbeddedRuntime(config)
}
