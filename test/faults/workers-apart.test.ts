import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'
import { pictureOf, statusOf, until } from './support/readings.ts'

const programOf = (worker: string) => fileURLToPath(new URL(`../../workers/${worker}.ts`, import.meta.url))
const sample = Uint8Array.from(await readFile(new URL('../../src/demo/sample-report.pdf', import.meta.url)))

const databaseUrl = process.env['TEST_DATABASE_URL']

describe.skipIf(databaseUrl === undefined)('workers apart from the server (needs TEST_DATABASE_URL)', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>
  const workers: ChildProcess[] = []

  async function startWorker(name: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [programOf(name)], {
      env: { LOG_LEVEL: 'warn', SWASTHWRAP_DATA_DIR: server.dataDirectory, ...server.environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    workers.push(child)
    for await (const line of createInterface({ input: child.stdout })) if (line.includes('works on')) break
    child.stdout.resume()
    return child
  }

  beforeAll(async () => {
    server = await startTestServer({ WORKERS: 'apart' })
  })
  afterAll(async () => {
    for (const worker of workers) {
      if (worker.exitCode !== null || worker.signalCode !== null) continue
      const ended = once(worker, 'exit')
      worker.kill('SIGTERM')
      await ended
    }
    await server?.close()
  })

  it('do what the server leaves to them, and take over from one that is killed', async () => {
    const client = await registerClient(server.address, { name: 'Meena Raman' })
    const id = await client.upload({ name: 'sample.pdf', bytes: sample })
    await delay(1_500)
    expect(await statusOf(client, id)).toBe('uploaded')

    const first = await startWorker('reading')
    await until(client, id, 'reviewed', 20_000)
    const long = await client.upload({ name: 'scan.webp', bytes: await pictureOf(client, id) })
    await until(client, long, 'processing', 10_000)
    const ended = once(first, 'exit')
    first.kill('SIGKILL')
    await ended
    await startWorker('all')
    await until(client, long, 'reviewed', 110_000)
    const { data } = await client.json<{ data: unknown[] }>('GET', `/api/v1/documents/${long}/results`)
    expect(data.length).toBeGreaterThan(5)
  })
})

it('a worker without a shared database says what is missing', async () => {
  const child = spawn(process.execPath, [programOf('all')], {
    env: {},
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const [code] = (await once(child, 'exit')) as [number]
  expect(code).toBe(1)
  expect(complaint).toContain('DATABASE_URL is missing')
})
