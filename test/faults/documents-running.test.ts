import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, apiClient, registerClient } from '../support/api-client.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { startTestServer } from '../support/test-server.ts'

/** Readings that are cut off, and readings that other processes do. */

const asked = (path: string) => fileURLToPath(new URL(path, import.meta.url))
let sample: Uint8Array<ArrayBuffer>
let scan: Uint8Array<ArrayBuffer>

/** A picture of a page, which takes some seconds to read. */
async function pictureOf(client: ApiClient, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const id = await client.upload({ name: 'sample.pdf', bytes })
  await client.waitForReading(id)
  const image = await client.request('GET', `/api/v1/documents/${id}/pages/1/image?width=1600`)
  return new Uint8Array(await image.arrayBuffer())
}

/** A PDF of pages that are pictures. */
async function scannedPages(picture: Uint8Array, pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const image = await sharp(picture).jpeg({ quality: 80 }).toBuffer()
  const document = new PDFDocument({ size: 'A4', margin: 0 })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(document, 'end')
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) document.addPage()
    document.image(image, 0, 0, { width: 595 })
  }
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

const statusOf = async (client: ApiClient, id: string) =>
  (await client.json<{ status: string }>('GET', `/api/v1/documents/${id}`)).status

async function until(client: ApiClient, id: string, status: string, milliseconds: number): Promise<number> {
  const started = performance.now()
  while ((await statusOf(client, id)) !== status) {
    if (performance.now() - started > milliseconds) throw new Error(`Not ${status} after ${milliseconds} ms`)
    await delay(50)
  }
  return performance.now() - started
}

beforeAll(async () => {
  sample = Uint8Array.from(await readFile(asked('../../src/demo/sample-report.pdf')))
})

describe('a reading that a kill -9 cuts off', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let server: ServerProcess
  beforeAll(async () => {
    folder = await temporaryFolder()
    server = await startServerProcess(folder.path)
    scan = await pictureOf(await registerClient(server.address), sample)
  })
  afterAll(async () => {
    await server.stop()
    await folder.remove()
  })

  it('begins again at once after the next start', async () => {
    const client = await registerClient(server.address)
    const whole = await client.upload({ name: 'scan.webp', bytes: scan })
    const usual = await until(client, whole, 'reviewed', 90_000)

    const id = await client.upload({ name: 'scan.webp', bytes: scan })
    await until(client, id, 'processing', 10_000)
    await delay(200)
    await server.kill()
    server = await startServerProcess(folder.path)
    const again = apiClient(server.address, client.userId, client.accessToken)
    const took = await until(again, id, 'reviewed', 90_000)
    // The lock of whoever was killed runs out after 15 seconds; nobody may wait for that.
    expect(took).toBeLessThan(2 * usual + 8_000)
  })

  it('of many pages lets another person’s document in beside it', async () => {
    const [many, one] = [await registerClient(server.address), await registerClient(server.address)]
    const long = await many.upload({ name: 'many.pdf', bytes: await scannedPages(scan, 5) })
    await until(many, long, 'processing', 10_000)
    const short = await one.upload({ name: 'sample.pdf', bytes: sample })
    await until(one, short, 'reviewed', 100_000)
    expect(await statusOf(many, long)).toBe('processing')
    await many.json('POST', `/api/v1/documents/${long}/cancel`)
  })

  it('leaves off when it is ended, and the next one in line does not wait for it', async () => {
    const client = await registerClient(server.address)
    const id = await client.upload({ name: 'scan.webp', bytes: scan })
    await until(client, id, 'processing', 10_000)
    const next = await client.upload({ name: 'sample.pdf', bytes: sample })
    await client.json('POST', `/api/v1/documents/${id}/cancel`)
    await until(client, next, 'reviewed', 20_000)
    await delay(500)
    expect(await client.json('GET', `/api/v1/documents/${id}`)).toMatchObject({
      status: 'uploaded',
      processing_error: expect.stringContaining('ended'),
    })
  })
})

const databaseUrl = process.env['TEST_DATABASE_URL']

describe.skipIf(databaseUrl === undefined)('workers apart from the server (needs TEST_DATABASE_URL)', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>
  const workers: ChildProcess[] = []

  async function startWorker(name: string): Promise<ChildProcess> {
    const child = spawn(process.execPath, [asked(`../../workers/${name}.ts`)], {
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
    const long = await client.upload({ name: 'scan.webp', bytes: scan })
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
  const child = spawn(process.execPath, [asked('../../workers/all.ts')], {
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
