import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { BackupError } from './backup-error.ts'

const STANZA = '--stanza=swasthwrap'

/** A little under a week: the daily run that makes it a week old may come some minutes early. */
const FULL_EVERY_SECONDS = 6.5 * 86_400

export type BackupType = 'full' | 'incr'

interface StanzaReport {
  readonly backup?: readonly { readonly type: string; readonly timestamp: { readonly stop: number } }[]
}

/**
 * Backs the database up with pgBackRest (https://pgbackrest.org), which finds it and its repository by its own configuration:
 * wholly where the newest whole copy is a week old, else what has changed since the last copy.
 * @param command The words that start pgBackRest where it may read the database's folder.
 * @throws {BackupError}
 */
export async function backUpWithPgBackRest(
  command: readonly string[],
  wanted: BackupType | undefined,
  now: Date,
): Promise<BackupType> {
  // Says nothing where the repository knows the database already.
  await run(command, [STANZA, 'stanza-create'])
  const type = wanted ?? (await dueType(command, now))
  await run(command, [STANZA, `--type=${type}`, 'backup'])
  return type
}

/**
 * Puts the database's folder back as it was at a moment, or as late as the archive goes. PostgreSQL must not be running;
 * started afterwards, it replays its log up to there and takes up its work.
 * @throws {BackupError}
 */
export async function restoreWithPgBackRest(command: readonly string[], until: Date | undefined): Promise<void> {
  const target =
    until === undefined ? [] : ['--type=time', `--target=${postgresTime(until)}`, '--target-action=promote']
  await run(command, [STANZA, '--delta', ...target, 'restore'])
}

async function dueType(command: readonly string[], now: Date): Promise<BackupType> {
  const [stanza] = JSON.parse(await run(command, [STANZA, '--output=json', 'info'])) as StanzaReport[]
  const whole = (stanza?.backup ?? []).filter(({ type }) => type === 'full').map(({ timestamp }) => timestamp.stop)
  return now.getTime() / 1_000 - Math.max(0, ...whole) > FULL_EVERY_SECONDS ? 'full' : 'incr'
}

/** `2026-11-23 17:20:01.250+00` */
const postgresTime = (time: Date) => time.toISOString().replace('T', ' ').replace('Z', '+00')

async function run(command: readonly string[], parameters: readonly string[]): Promise<string> {
  const [program = '', ...words] = command
  try {
    return (await promisify(execFile)(program, [...words, ...parameters], { maxBuffer: 64_000_000 })).stdout
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as NodeJS.ErrnoException & { stdout?: string; stderr?: string }
    if (code === 'ENOENT') {
      throw new BackupError(
        `There is no program ${program}. Install pgBackRest on the database's host, or say in PGBACKREST how to reach it.`,
      )
    }
    throw new BackupError(`pgBackRest failed: ${`${stdout}\n${stderr}`.trim()}`, { cause: error })
  }
}
