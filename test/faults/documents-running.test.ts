import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiClient, registerClient } from '../support/api-client.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { pictureOf, statusOf, until } from './support/readings.ts'

const sample = Uint8Array.from(await readFile(new URL('../../src/demo/sample-report.pdf', import.meta.url)))
let scan: Uint8Array<ArrayBuffer>
let otherScan: Uint8Array<ArrayBuffer>

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

describe('a reading that a kill -9 cuts off', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let server: ServerProcess
  beforeAll(async () => {
    folder = await temporaryFolder()
    server = await startServerProcess(folder.path)
    const client = await registerClient(server.address)
    const id = await client.upload({ name: 'sample.pdf', bytes: sample })
    await client.waitForReading(id)
    scan = await pictureOf(client, id)
    otherScan = await pictureOf(client, id, 1580)
  })
  afterAll(async () => {
    await server.stop()
    await folder.remove()
  })

  it('begins again at once after the next start', async () => {
    const client = await registerClient(server.address)
    const whole = await client.upload({ name: 'scan.webp', bytes: scan })
    const usual = await until(client, whole, 'reviewed', 90_000)

    // A picture that was read before would be done at once.
    const id = await client.upload({ name: 'scan.webp', bytes: otherScan })
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
