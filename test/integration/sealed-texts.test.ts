import { readFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Connection, createConnection } from '../../src/platform/database/index.ts'
import { connectionStringOf } from '../../src/runtime/embedded-postgres.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'
import { waitFor } from '../support/wait-for.ts'

/** The bundled sample report: HbA1c 8.2 %, Haemoglobin 10.2 g/dL. */
const REPORT = new URL('../../src/demo/sample-report.pdf', import.meta.url)

let server: Awaited<ReturnType<typeof startTestServer>>
let owner: Connection
let asha: ApiClient
let documentId: string
/** What the server has written since it was ready, at its most talkative. */
const logs: string[] = []

beforeAll(async () => {
  server = await startTestServer({ LOG_LEVEL: 'trace' })
  for (const stream of [server.process.stdout, server.process.stderr])
    stream?.on('data', (data) => logs.push(String(data)))
  owner = createConnection(
    server.environment['DATABASE_URL'] ?? connectionStringOf(path.join(server.dataDirectory, 'postgres')),
  )
  await owner.connect()
  asha = await registerClient(server.address)
  documentId = await asha.upload({ name: 'report.pdf', bytes: new Uint8Array(await readFile(REPORT)) })
  expect(await asha.waitForReading(documentId)).toMatchObject({ status: 'reviewed', processing_error: null })
})
afterAll(async () => {
  await owner.end()
  await server.close()
})

/** Everything that the database holds of what was read, as somebody with a copy of it sees it. */
async function stored(): Promise<string> {
  const texts: string[] = []
  for (const query of [
    'select text, words::text from document_pages',
    'select value, value_number, unit, reference_low, reference_high, reference_text, flag, candidate::text, original::text, sealed from document_results',
    'select content::text, printed from document_proposals',
    'select summary from medical_documents',
    "select searchable_content from search_index where source_table = 'medical_documents'",
    "select text from record_chunks where source_table = 'medical_documents'",
    "select old_values::text, new_values::text from audit_logs where resource_type like 'document%' or resource_type = 'medical_documents'",
  ]) {
    texts.push(JSON.stringify((await owner.query(query)).rows))
  }
  return texts.join('\n')
}

const document = () =>
  asha.json<{ is_sensitive: boolean; category: string; summary: string | null }>(
    'GET',
    `/api/v1/documents/${documentId}`,
  )
const results = () =>
  asha.json<{ data: { id: string; test: string; value: string; value_number: number; unit: string; flag: string }[] }>(
    'GET',
    `/api/v1/documents/${documentId}/results`,
  )

/** That the person themselves sees everything. */
async function expectReadable(): Promise<void> {
  const { text } = await asha.json<{ text: string }>('GET', `/api/v1/documents/${documentId}/text`)
  expect(text).toContain('HbA1c')
  const hba1c = (await results()).data.find(({ test }) => test.includes('HbA1c'))
  expect(hba1c).toMatchObject({ value: '8.2', value_number: 8.2, unit: '%', flag: 'high' })
  const { data } = await asha.json<{
    data: { excerpt: string; highlights: { start_index: number; end_index: number }[] }[]
  }>('GET', '/api/v1/search?q=HbA1c&content_type=document')
  const [hit] = data
  const [place] = hit?.highlights ?? []
  expect(hit?.excerpt.slice(place?.start_index, place?.end_index).toLowerCase()).toBe('hba1c')
}

describe('a laboratory report', () => {
  it('is sensitive unless somebody says otherwise, and sealed wherever its text stands', async () => {
    expect(await document()).toMatchObject({ category: 'laboratory', is_sensitive: true })
    const seen = await stored()
    expect(seen).not.toMatch(/HbA1c|Haemoglobin|(?<!\d)8\.2(?!\d)/i)
    expect(seen.match(/swx1:/g)?.length).toBeGreaterThan(20)
  })

  it('is read, found and asked about by its owner as before', async () => {
    await expectReadable()
    const { text, conversation } = await asha.ask('What is my HbA1c?')
    expect(text).toContain('8.2')
    // What was said about it is sealed as it is, and stays readable to the person.
    const said = await owner.query<{ content: string }>('select content from chat_messages')
    expect(said.rows).toHaveLength(2)
    for (const { content } of said.rows) expect(content).toMatch(/^.swx1:t:/)
    const chunks = await owner.query("select text from record_chunks where source_table = 'chat_messages'")
    expect(JSON.stringify(chunks.rows)).not.toMatch(/HbA1c|(?<!\d)8\.2(?!\d)/)
    const { data } = await asha.json<{ data: { content: string }[] }>(
      'GET',
      `/api/v1/chat/sessions/${conversation.id}/messages?sort=created_at`,
    )
    expect(data.map(({ content }) => content)).toEqual(['What is my HbA1c?', text])
    const again = await asha.ask('And is that high?', { conversation: conversation.id })
    expect(again.text).toMatch(/high/i)
  })

  it('leaves nothing of itself, of its owner or of the conversation in the logs', async () => {
    const sent = await asha.request('GET', '/api/v1/search?q=Haemoglobin')
    const requestId = sent.headers.get('x-request-id') ?? ''
    await asha.json('POST', '/api/v1/metrics', { metric_type: 'blood_glucose', value: '187.25', unit: 'mg/dL' })
    await asha.ask('I am Meenakshi and my sugar was 187.25, is my HbA1c of 8.2 bad?')
    await waitFor('the request in the logs', () => logs.join('').includes(requestId))
    const written = logs.join('')
    const lines = written.split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), msg: expect.any(String) })
    expect(written).not.toMatch(/HbA1c|Haemoglobin|187\.25|Meenakshi|@example\.org|swx1:|Bearer|eyJ[\w-]{10}/i)
    expect(written).not.toContain(asha.accessToken)
    // A request that a person reports is found by its id.
    expect(lines.some((line) => (JSON.parse(line) as { reqId?: string }).reqId === requestId)).toBe(true)
  })

  it('is opened for good when its owner says so, and sealed again', async () => {
    await asha.json('PATCH', `/api/v1/documents/${documentId}`, { is_sensitive: false })
    expect(await stored()).toMatch(/HbA1c/)
    expect(await stored()).not.toContain('swx1:')
    await expectReadable()
    await asha.json('PATCH', `/api/v1/documents/${documentId}`, { is_sensitive: true })
    expect(await stored()).not.toMatch(/HbA1c|(?<!\d)8\.2(?!\d)/)
    await expectReadable()
  })

  it('stays sealed when a value is corrected', async () => {
    const { data } = await results()
    const { id } = data.find(({ test }) => test.includes('HbA1c')) ?? { id: '' }
    await asha.json('PATCH', `/api/v1/documents/${documentId}/results/${id}`, { value: '7.4', is_mine: true })
    expect((await results()).data.find((each) => each.id === id)?.value).toBe('7.4')
    expect(await stored()).not.toMatch(/(?<!\d)(?:7\.4|8\.2)(?!\d)/)
  })

  it('does not open in another row, nor for another person', async () => {
    const [first, second] = (
      await owner.query<{ id: string; sealed: string }>(
        'select id, sealed from document_results order by position limit 2',
      )
    ).rows
    await owner.query('update document_results set sealed = $1 where id = $2', [second?.sealed, first?.id])
    const moved = await asha.request('GET', `/api/v1/documents/${documentId}/results`)
    expect(moved.status).toBe(500)
    expect(await moved.text()).not.toContain('swx1')
    await owner.query('update document_results set sealed = $1 where id = $2', [first?.sealed, first?.id])
    expect((await results()).data.length).toBeGreaterThan(2)
  })

  it('is worth nothing without the keys of its owner', async () => {
    await owner.query('delete from user_keys')
    const answer = await asha.request('GET', `/api/v1/documents/${documentId}/content`)
    expect(answer.ok).toBe(false)
  })
})

it('a page that comes twice as a picture is read once, and what was made of it is kept sealed', async () => {
  const bela = await registerClient(server.address)
  const report = await bela.upload({ name: 'again.pdf', bytes: new Uint8Array(await readFile(REPORT)) })
  await bela.waitForReading(report)
  const page = await bela.request('GET', `/api/v1/documents/${report}/pages/1/image?width=1600`)
  const drawn = sharp(Buffer.from(await page.arrayBuffer()))
  const { width, height } = await drawn.metadata()
  const rows = { left: 0, top: Math.round(height * 0.38), width, height: Math.round(height * 0.1) }
  const bytes = Uint8Array.from(await drawn.extract(rows).png().toBuffer())
  const texts: string[] = []
  for (const name of ['first.png', 'second.png']) {
    const id = await bela.upload({ name, bytes })
    expect(await bela.waitForReading(id)).toMatchObject({ status: 'reviewed', processing_error: null })
    texts.push((await bela.json<{ text: string }>('GET', `/api/v1/documents/${id}/text`)).text)
  }
  expect(texts[0]).toContain('HbA1c')
  expect(texts[1]).toBe(texts[0])
  const { rows: kept } = await owner.query<{ reading: string }>('select reading from read_pictures')
  expect(kept).toEqual([{ reading: expect.stringMatching(/^.swx1:t:/) }])
})
