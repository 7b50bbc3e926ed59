import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('stream-server.ts', import.meta.url))

export interface StreamProcess {
  readonly url: string
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts a server process that says `words` to everything, and waits until it listens. */
export async function startStreamProcess(options: {
  readonly connectionString: string
  readonly words: readonly string[]
  readonly pauseMilliseconds?: number
  readonly quietSeconds?: number
}): Promise<StreamProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      SERVER,
      options.connectionString,
      JSON.stringify(options.words),
      String(options.pauseMilliseconds ?? 20),
      String(options.quietSeconds ?? 0),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    if (child.stdout) createInterface(child.stdout).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`The server process ended with ${code} before it listened`)))
  })
  return {
    url,
    kill: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}
