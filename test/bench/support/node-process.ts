import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own. */
export interface NodeProcess {
  readonly address: string
  readonly pid: number
  stop(): Promise<void>
}

const PROGRAM = '../../../src/main.ts'

/**
 * Starts a program that says where it listens, with these settings and nothing else. With `BENCH_PROFILE` set to a folder,
 * each server leaves a profile of its processor time there (`node --cpu-prof`).
 * @param program relative to this file; the product itself where left out.
 * @throws with what it wrote to standard error when it ends before it listens.
 */
export async function startNode(
  environment: Readonly<Record<string, string>>,
  program = PROGRAM,
): Promise<NodeProcess> {
  const profiles = process.env['BENCH_PROFILE']
  const profiling = profiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`]
  const child = spawn(
    process.execPath,
    // As `npm start` does.
    ['--max-semi-space-size=24', ...profiling, fileURLToPath(new URL(program, import.meta.url))],
    { env: { PORT: '0', LOG_LEVEL: 'warn', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  // A suite that fails leaves nothing running.
  const end = () => void child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-4_000)
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined || child.pid === undefined) continue
    child.stdout.resume()
    return {
      address,
      pid: child.pid,
      async stop() {
        if (child.exitCode !== null || child.signalCode !== null) {
          throw new Error(`${program} ended before it was stopped: ${complaint}`)
        }
        const ended = once(child, 'exit')
        child.kill('SIGTERM')
        await ended
      },
    }
  }
  throw new Error(`${program} ended before it was ready: ${complaint}`)
}
