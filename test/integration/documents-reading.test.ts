import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

type Bytes = Uint8Array<ArrayBuffer>

let server: Awaited<ReturnType<typeof startTestServer>>
let sample: Bytes

beforeAll(async () => {
  server = await startTestServer()
  sample = new Uint8Array(await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))))
})
afterAll(() => server.close())

interface Result {
  test: string
  code: string | null
  value: string
  unit: string | null
  flag: string | null
  page: number
}

function pdf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const document = new PDFDocument(options)
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.text('Page 1')
    for (let page = 1; page < pages; page += 1) {
      document.addPage()
    }
    document.end()
  })
}

const resultsOf = async (client: ApiClient, id: string): Promise<Result[]> =>
  (await client.json<{ data: Result[] }>('GET', `/api/v1/documents/${id}/results`)).data

describe('reading a report', () => {
  it('ends in text, lab values and what the report says about itself, and tells open sockets how it goes', async () => {
    const client = await registerClient(server.address)
    const events: Record<string, unknown>[] = []
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/v1/responses`, {
      headers: { authorization: `Bearer ${client.accessToken}` },
    })
    socket.on('message', (data) => events.push(JSON.parse(String(data)) as Record<string, unknown>))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))

    const id = await client.upload({ name: 'sample.pdf', bytes: sample })
    expect((await client.waitForReading(id)).status).toBe('reviewed')

    const document = await client.json<Record<string, unknown>>('GET', `/api/v1/documents/${id}`)
    expect(document).toMatchObject({
      status: 'reviewed',
      category: 'laboratory',
      document_date: '2026-10-12',
      page_count: 1,
      language: 'en',
      processing_error: null,
    })
    const results = await resultsOf(client, id)
    expect(results.length).toBeGreaterThan(10)
    expect(results.find((result) => result.code === '4548-4')).toMatchObject({
      value: '8.2',
      unit: '%',
      flag: 'high',
      page: 1,
      reference_high: 5.6,
      confirmed: false,
    })
    const text = await client.json<{ text: string; pages: unknown[] }>('GET', `/api/v1/documents/${id}/text`)
    expect(text.text).toContain('HbA1c')
    expect(text.pages).toHaveLength(1)

    await delay(200)
    socket.close()
    const told = events.filter((event) => event['type'] === 'swasthwrap:document')
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect(told.at(-1)).toMatchObject({ document_id: id, status: 'completed', page: 1, pages: 1 })
    expect(JSON.stringify(told)).not.toMatch(/HbA1c|8\.2|sample/)
  })

  it('leaves alone what the person said about the document', async () => {
    const client = await registerClient(server.address)
    const form = new FormData()
    form.append('file', new Blob([sample]), 'sample.pdf')
    form.append('category', 'insurance')
    form.append('document_date', '2020-01-01')
    const response = await fetch(`${server.address}/api/v1/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.accessToken}` },
      body: form,
    })
    const { id } = (await response.json()) as { id: string }
    await client.waitForReading(id)
    const document = await client.json<Record<string, unknown>>('GET', `/api/v1/documents/${id}`)
    expect(document).toMatchObject({ status: 'reviewed', category: 'insurance', document_date: '2020-01-01' })
  })

  it('can be asked for again, and puts the new results in the place of the old', async () => {
    const client = await registerClient(server.address)
    const id = await client.upload({ name: 'sample.pdf', bytes: sample })
    await client.waitForReading(id)
    const before = await resultsOf(client, id)
    const retry = await client.request('POST', `/api/v1/documents/${id}/retry`)
    expect(retry.status).toBe(202)
    expect((await client.waitForReading(id)).status).toBe('reviewed')
    const after = await resultsOf(client, id)
    const values = (results: Result[]) => results.map(({ test, value, unit }) => [test, value, unit])
    expect(values(after)).toEqual(values(before))
  })
})

describe('a file that cannot be read', () => {
  it.each<[string, () => Promise<Bytes>, string, RegExp]>([
    ['locked with a password', () => pdf(1, { userPassword: 'secret' }), 'en', /password.*without the password/s],
    ['locked with a password', () => pdf(1, { userPassword: 'secret' }), 'hi', /पासवर्ड/],
    ['of 10,000 pages', () => pdf(10_000), 'ta', /30 பக்கங்கள்/],
    [
      'that only calls itself a PDF',
      async () => new TextEncoder().encode('%PDF-1.7\nnonsense\n%%EOF'),
      'en',
      /damaged/,
    ],
  ])('%s says so in the person’s language, and the server lives on', async (_, make, language, words) => {
    const client = await registerClient(server.address, { language: language as 'en' | 'hi' | 'ta' })
    const bytes = await make()
    const id = await client.upload({ name: 'report.pdf', bytes })
    const document = await client.waitForReading(id)
    expect(document.status).toBe('uploaded')
    expect(document.processing_error).toMatch(words)
    expect(await resultsOf(client, id)).toEqual([])
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
    // Whatever it is, its owner can have it back.
    const content = await client.request('GET', `/api/v1/documents/${id}/content`)
    expect((await content.arrayBuffer()).byteLength).toBe(bytes.byteLength)
  })
})
