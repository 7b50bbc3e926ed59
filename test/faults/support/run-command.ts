import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface CommandOutcome {
  readonly code: number
  /** Standard output and standard error. */
  readonly text: string
}

/** Runs one of the operator's commands in a process of its own, with this environment and the program search path. */
export async function runOperatorCommand(
  name: 'backup' | 'restore' | 'account-link',
  environment: Readonly<Record<string, string>>,
  ...words: string[]
): Promise<CommandOutcome> {
  const file = fileURLToPath(new URL(`../../../src/commands/${name}.ts`, import.meta.url))
  const env = { PATH: process.env['PATH'], ...environment }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file, ...words], { env })
    return { code: 0, text: stdout + stderr }
  } catch (error) {
    const { code, stdout = '', stderr = '' } = error as { code?: unknown; stdout?: string; stderr?: string }
    if (typeof code !== 'number') throw error
    return { code, text: stdout + stderr }
  }
}
