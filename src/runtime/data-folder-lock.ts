import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Another process works on this data folder. The message is a sentence for the operator. */
export class DataFolderInUse extends Error {
  override name = 'DataFolderInUse'
}

/** SQLite's answer when somebody else holds the file: https://www.sqlite.org/rescode.html#busy */
const BUSY = 5

/**
 * Takes the data folder for this process alone, until `release`. An SQLite file serves as the lock because Node offers no
 * file lock of its own: the kernel frees it however the process ends, so nothing stale is left after a `kill -9` and no
 * process id has to be guessed at.
 * @throws {DataFolderInUse}
 */
export function lockDataFolder(folder: string): { release(): void } {
  const file = new DatabaseSync(path.join(folder, 'lock'))
  try {
    file.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode !== BUSY) throw error
    throw new DataFolderInUse(
      `Another Swasthwrap process is using the data folder ${folder}. Stop it first, or set SWASTHWRAP_DATA_DIR to another folder.`,
    )
  }
  return { release: () => file.close() }
}
