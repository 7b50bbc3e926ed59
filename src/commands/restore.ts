import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../config.ts'
import { openKeyWrapper } from '../open-key-wrapper.ts'
import { openFolderStorage, openStorage } from '../platform/storage/index.ts'
import {
  BackupError,
  openSealedFolder,
  restoreDataFolder,
  restoreFiles,
  restoreWithPgBackRest,
} from '../runtime/backup/index.ts'
import { type CommandContext, runOffline } from './run-command.ts'

/**
 * `npm run restore`: puts database and files back from BACKUP_DIR, while nothing runs. `-- <name>` names an earlier copy of
 * the embedded database; on PostgreSQL `-- <time>` names the moment to go back to, such as 2026-11-23T17:20:00+05:30.
 */
await runOffline(async ({ config, arguments: [wanted], say }) => {
  if (!(await isFolder(config.backup.directory))) {
    throw new BackupError(`There is no folder ${config.backup.directory}: name in BACKUP_DIR where the backup lies.`)
  }
  await requireMasterKey(config)
  const place = await openFolderStorage(config.backup.directory)
  const backup = await openSealedFolder(place, await openKeyWrapper(config), false)
  if (config.databaseUrl === undefined) {
    const { name } = await restoreDataFolder(backup, config.dataDirectory, wanted)
    say(`The database is back, from ${name}.`)
  } else if ((await restorePostgres(config, wanted, say)) === false) {
    return 2
  }
  const { restored } = await restoreFiles(backup, await openStorage(config.storage))
  say(`${restored} files are back.`)
  return 0
})

async function restorePostgres({ backup }: Config, wanted: string | undefined, say: CommandContext['say']) {
  const until = wanted === undefined ? undefined : new Date(wanted)
  if (until !== undefined && (Number.isNaN(until.getTime()) || !/(?:Z|[+-]\d\d:?\d\d)$/.test(wanted ?? ''))) {
    say('A moment is written with its zone, such as 2026-11-23T17:20:00+05:30.')
    return false
  }
  if (backup.pgBackRest.length > 0) {
    await restoreWithPgBackRest(backup.pgBackRest, until)
    say('The folder of the database is back: start PostgreSQL, which goes through its log before it answers.')
  }
  return true
}

/** A key that was made now would open nothing. */
async function requireMasterKey({ masterKey, dataDirectory }: Config): Promise<void> {
  if (
    masterKey === undefined &&
    (await stat(path.join(dataDirectory, 'master.key')).catch(() => undefined)) === undefined
  ) {
    throw new BackupError(
      `Put the file master.key of the installation that was saved into ${dataDirectory} first, or set MASTER_KEY: nothing else opens the backup.`,
    )
  }
}

function isFolder(place: string): Promise<boolean> {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
