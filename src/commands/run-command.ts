import { type Config, loadConfig } from '../config.ts'
import { openKeyWrapper } from '../open-key-wrapper.ts'
import type { KeyWrapper } from '../platform/crypto/index.ts'
import type { Database } from '../platform/database/index.ts'
import { BackupError } from '../runtime/backup/backup-error.ts'
import { openDatabaseForCommand } from '../runtime/database-for-command.ts'
import { sentenceFor } from '../start.ts'

export interface CommandContext {
  readonly config: Config
  readonly arguments: readonly string[]
  /** A line on standard output. */
  say(line: string): void
}

export interface DatabaseCommandContext extends CommandContext {
  readonly database: Database
  readonly keyWrapper: KeyWrapper
}

function complain(error: unknown): void {
  process.stderr.write(`${error instanceof BackupError ? error.message : sentenceFor(error)}\n`)
}

/**
 * Runs a command of the operator's on the installation that the settings describe, without its database.
 * @param work gives the exit code.
 */
export async function runOffline(work: (context: CommandContext) => Promise<number>): Promise<never> {
  try {
    const say = (line: string): void => void process.stdout.write(`${line}\n`)
    process.exit(await work({ config: loadConfig(), arguments: process.argv.slice(2), say }))
  } catch (error) {
    complain(error)
    process.exit(1)
  }
}

/**
 * Runs a command of the operator's on the installation that the settings describe, whether its server is running or not.
 * @param work gives the exit code.
 */
export async function runCommand(work: (context: DatabaseCommandContext) => Promise<number>): Promise<never> {
  return runOffline(async (context) => {
    const { dataDirectory, databaseUrl, redisUrl } = context.config
    const { database, close } = await openDatabaseForCommand({ dataDirectory, databaseUrl, redisUrl, report: complain })
    try {
      return await work({ ...context, database, keyWrapper: await openKeyWrapper(context.config) })
    } finally {
      await close()
    }
  })
}
