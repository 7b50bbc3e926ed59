import { type Config, loadConfig } from '../config.ts'
import { openKeyWrapper } from '../open-key-wrapper.ts'
import type { KeyWrapper } from '../platform/crypto/index.ts'
import type { Database } from '../platform/database/index.ts'
import { openDatabaseForCommand } from '../runtime/database-for-command.ts'
import { sentenceFor } from '../start.ts'

export interface CommandContext {
  readonly config: Config
  readonly database: Database
  readonly keyWrapper: KeyWrapper
  readonly arguments: readonly string[]
  /** A line on standard output. */
  say(line: string): void
}

/**
 * Runs a command of the operator's on the installation that the settings describe, whether its server is running or not.
 * @param work gives the exit code.
 */
export async function runCommand(work: (context: CommandContext) => Promise<number>): Promise<never> {
  const complain = (error: unknown): void => void process.stderr.write(`${sentenceFor(error)}\n`)
  try {
    const config = loadConfig()
    const { database, close } = await openDatabaseForCommand({
      dataDirectory: config.dataDirectory,
      databaseUrl: config.databaseUrl,
      redisUrl: config.redisUrl,
      report: complain,
    })
    try {
      const code = await work({
        config,
        database,
        keyWrapper: await openKeyWrapper(config),
        arguments: process.argv.slice(2),
        say: (line) => void process.stdout.write(`${line}\n`),
      })
      await close()
      process.exit(code)
    } catch (error) {
      await close()
      throw error
    }
  } catch (error) {
    complain(error)
    process.exit(1)
  }
}
