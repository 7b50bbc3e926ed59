import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface ServerProcess {
  readonly address: string
  readonly dataDirectory: string
  readonly process: ChildProcess
  /** SIGTERM, and waits for the end. */
  stop(): Promise<void>
  /** SIGKILL, and waits for the end. */
  kill(): Promise<void>
}

/** A folder of its own, gone when `remove` is called. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  return { path: folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/**
 * Starts the real server as a process of its own, with the environment that is given here and nothing else, and returns
 * once it says where it listens.
 * @throws with what it wrote to standard error when it ends before that.
 */
export async function startServerProcess(
  dataDirectory: string,
  environment: Record<string, string> = {},
  /** The words of a program that starts it, as `nice` would. */
  startedBy: readonly string[] = [],
): Promise<ServerProcess> {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
  const [program = process.execPath, ...words] = [...startedBy, process.execPath, main]
  const child = spawn(program, words, {
    env: { SWASTHWRAP_DATA_DIR: dataDirectory, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (!address) continue
    child.stdout.resume()
    return { address, dataDirectory, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
  }
  throw new Error(`The server ended before it was ready: ${complaint}`)
}

/** Runs the server until it ends by itself. */
export async function failedStart(
  environment: Record<string, string>,
): Promise<{ code: number | null; complaint: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/main.ts', import.meta.url))], {
    env: { PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, complaint }
}
