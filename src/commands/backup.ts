import { openKeyWrapper } from '../open-key-wrapper.ts'
import { openFolderStorage, openStorage } from '../platform/storage/index.ts'
import { backUpDataFolder, backUpWithPgBackRest, mirrorFiles, openSealedFolder } from '../runtime/backup/index.ts'
import { runOffline } from './run-command.ts'

/**
 * `npm run backup [-- full|incr]`: copies database and files to BACKUP_DIR, encrypted under the master key, beside the running
 * server. On PostgreSQL the database goes through pgBackRest: wholly once a week, else what has changed, unless it is said.
 */
await runOffline(async ({ config, arguments: [type], say }) => {
  if (type !== undefined && type !== 'full' && type !== 'incr') {
    say('Only full or incr can be asked for.')
    return 2
  }
  const { directory, keepDays, pgBackRest } = config.backup
  const now = new Date()
  const backup = await openSealedFolder(await openFolderStorage(directory), await openKeyWrapper(config), true)
  // The database first: what comes to be between the two is then a file without a row, and never a row without a file.
  if (config.databaseUrl === undefined) {
    const { name, bytes, waitedMilliseconds } = await backUpDataFolder(backup, config.dataDirectory, keepDays, now)
    say(`The database is saved as ${name} (${megabytes(bytes)} MB); the server waited ${waitedMilliseconds} ms for it.`)
  } else if (pgBackRest.length > 0) {
    say(`The database is saved (${await backUpWithPgBackRest(pgBackRest, type, now)}).`)
  }
  const files = await mirrorFiles(backup, await openStorage(config.storage), keepDays, now)
  say(`${files.copied} new files are saved; the backup holds ${files.held}, and let go ${files.removed}.`)
  if (config.databaseUrl === undefined && config.masterKey === undefined) {
    say(`It opens with ${config.dataDirectory}/master.key alone: keep a copy of that file in another place.`)
  }
  return 0
})

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
