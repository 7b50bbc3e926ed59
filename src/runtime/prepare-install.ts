import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ensureTemplate } from './embedded-template.ts'

/*
 * Run by npm after an install, so that the first start copies a database instead of making one, and finds the program
 * compiled. The product works without it, only slower at its first start, so nothing that goes wrong here may fail the install.
 */
const LONGEST_START_MILLISECONDS = 60_000

try {
  await ensureTemplate(say)
  await startOnce()
} catch (error) {
  say(error)
}

/** Starts the server on a folder that is thrown away and stops it: it keeps what it compiled (see `main.ts`). */
async function startOnce(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-install-'))
  const server = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
    env: { SWASTHWRAP_DATA_DIR: folder, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST_START_MILLISECONDS,
  })
  const ended = once(server, 'exit')
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.includes('http://')) server.kill('SIGTERM')
  }
  const [code] = await ended
  await rm(folder, { recursive: true, force: true })
  if (code !== 0) throw new Error(`The first start ended with ${code}.`)
}

function say(error: unknown): void {
  process.stderr.write(`The first start will take a few seconds longer than later ones. ${String(error)}\n`)
}
