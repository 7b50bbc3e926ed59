import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

type Bytes = Uint8Array<ArrayBuffer>

let server: Awaited<ReturnType<typeof startTestServer>>
let meena: ApiClient
let ravi: ApiClient

beforeAll(async () => {
  server = await startTestServer()
  meena = await registerClient(server.address, { language: 'en' })
  ravi = await registerClient(server.address, { language: 'ta' })
})
afterAll(() => server.close())

interface DocumentBody {
  id: string
  document_name: string
  original_filename: string
  category: string
  status: string
  mime_type: string
  file_size: number
  is_sensitive: boolean
  document_date: string | null
  page_count: number | null
  processing_error: string | null
}

/** A PDF in memory, with as many pages as are wanted. */
function pdf(options: { pages?: number; text?: string; password?: string } = {}): Promise<Bytes> {
  const { pages = 1, text = 'Hello', password } = options
  return new Promise((resolve, reject) => {
    const document = new PDFDocument(password === undefined ? {} : { userPassword: password })
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.text(text)
    for (let page = 1; page < pages; page += 1) {
      document.addPage().text(`${text} ${page + 1}`)
    }
    document.end()
  })
}

async function picture(format: 'png' | 'jpeg' | 'webp' | 'tiff' | 'heic'): Promise<Bytes> {
  // Made up; nothing here encodes it as phones do.
  if (format === 'heic')
    return new Uint8Array(await readFile(new URL('../support/samples/report.heic', import.meta.url)))
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
  return new Uint8Array(await image.toFormat(format).toBuffer())
}

function form(parts: Record<string, string | { name: string; bytes: Bytes }>): FormData {
  const data = new FormData()
  for (const [key, value] of Object.entries(parts)) {
    if (typeof value === 'string') {
      data.append(key, value)
    } else {
      data.append(key, new Blob([value.bytes]), value.name)
    }
  }
  return data
}

function send(client: ApiClient, body: FormData, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.address}/api/v1/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${client.accessToken}`, ...headers },
    body,
  })
}

const get = (client: ApiClient, path: string, headers: Record<string, string> = {}) =>
  client.request('GET', `/api/v1/documents/${path}`, undefined, headers)

describe('an upload', () => {
  it('becomes a row and an encrypted file, whole', async () => {
    const bytes = await pdf({ text: 'a text to be found on the disk' })
    const response = await send(
      meena,
      form({
        file: { name: 'my_report.pdf', bytes },
        category: 'laboratory',
        description: 'Before breakfast',
        is_sensitive: 'true',
        document_date: '2026-03-12',
      }),
    )
    expect(response.status).toBe(201)
    const document = (await response.json()) as DocumentBody
    expect(document).toMatchObject({
      document_name: 'my report',
      original_filename: 'my_report.pdf',
      category: 'laboratory',
      mime_type: 'application/pdf',
      file_size: bytes.byteLength,
      is_sensitive: true,
      document_date: '2026-03-12',
      processing_error: null,
    })
    expect(response.headers.get('location')).toBe(`/api/v1/documents/${document.id}`)
    expect(JSON.stringify(document)).not.toMatch(/file_path|encryption|uploads\//)

    const now = new Date()
    const month = String(now.getUTCMonth() + 1).padStart(2, '0')
    const folder = path.join(
      server.dataDirectory,
      'uploads/documents',
      meena.userId,
      String(now.getUTCFullYear()),
      month,
    )
    const stored = await readFile(path.join(folder, document.id))
    expect(stored.includes('%PDF')).toBe(false)
    expect(await readdir(path.join(server.dataDirectory, 'uploads/.incoming'))).toEqual([])
    const back = await get(meena, `${document.id}/content`)
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  })

  it.each(['png', 'jpeg', 'webp', 'tiff', 'heic'] as const)('may be a %s, whatever its name says', async (format) => {
    const response = await send(meena, form({ file: { name: 'x.pdf', bytes: await picture(format) } }))
    expect(response.status).toBe(201)
    expect(((await response.json()) as DocumentBody).mime_type).toBe(`image/${format}`)
  })

  it.each<[string, () => Promise<Bytes>, number, string]>([
    ['nothing', async () => new Uint8Array(0), 422, 'file-empty'],
    [
      'a program',
      async () => new Uint8Array(await readFile(process.execPath).then((file) => file.subarray(0, 5_000))),
      415,
      'file-type-not-readable',
    ],
    ['text', async () => new TextEncoder().encode('HbA1c 8.2 %'), 415, 'file-type-not-readable'],
    [
      'a web page',
      async () => new TextEncoder().encode('<html><script>alert(1)</script></html>'),
      415,
      'file-type-not-readable',
    ],
    ['random bytes', async () => new Uint8Array(randomBytes(5_000)), 415, 'file-type-not-readable'],
    ['half a PDF', async () => (await pdf({ pages: 3 })).slice(0, 900), 422, 'file-truncated'],
    ['21 MB', async () => new Uint8Array(21 * 1024 * 1024), 413, 'file-too-large'],
    ['a picture that unfolds to a billion pixels', hugePicture, 422, 'file-has-too-many-pixels'],
  ])('of %s is refused with a clear word', async (_, make, status, type) => {
    const before = await meena.json<{ data: unknown[] }>('GET', '/api/v1/documents?limit=100')
    const response = await send(meena, form({ file: { name: 'report.pdf', bytes: await make() } }))
    const problem = (await response.json()) as { type: string; title: string; detail: string }
    expect(problem).toMatchObject({ type: `urn:swasthwrap:problem:${type}`, status })
    expect(`${problem.title} ${problem.detail}`).not.toMatch(/file-|\{\{/)
    const after = await meena.json<{ data: unknown[] }>('GET', '/api/v1/documents?limit=100')
    expect(after.data).toHaveLength(before.data.length)
  })

  it.each<[string, Record<string, string | { name: string; bytes: Bytes }>, string]>([
    ['without a file', { category: 'laboratory' }, '/file'],
    ['with a file under another name', { report: { name: 'x.pdf', bytes: new Uint8Array(3) } }, '/report'],
    ['with an unknown field', { file: { name: 'x.pdf', bytes: new Uint8Array(3) }, colour: 'red' }, '/colour'],
    [
      'with a category that does not exist',
      { file: { name: 'x.pdf', bytes: new Uint8Array(3) }, category: 'x' },
      '/category',
    ],
    [
      'with a day that does not exist',
      { file: { name: 'x.pdf', bytes: new Uint8Array(3) }, document_date: '2026-02-30' },
      '/document_date',
    ],
    ['that names its owner', { file: { name: 'x.pdf', bytes: new Uint8Array(3) }, user_id: 'x' }, '/user_id'],
  ])('%s is refused by name', async (_, parts, pointer) => {
    const response = await send(meena, form(parts))
    expect(response.status).toBe(422)
    const { errors } = (await response.json()) as { errors: { pointer: string }[] }
    expect(errors.map((error) => error.pointer)).toContain(pointer)
  })

  it('that is no form is refused', async () => {
    const response = await meena.request('POST', '/api/v1/documents', { file: 'x' })
    expect(response.status).toBe(415)
  })

  it('with a name full of folders keeps its last part', async () => {
    const response = await send(meena, form({ file: { name: '..\\..\\etc/पर्चा 2026.pdf', bytes: await pdf() } }))
    expect(response.status).toBe(201)
    expect(((await response.json()) as DocumentBody).original_filename).toBe('पर्चा 2026.pdf')
  })

  it('sent twice with one key is one document', async () => {
    const bytes = await pdf({ text: 'once' })
    const key = { 'idempotency-key': 'upload-1' }
    const first = await send(meena, form({ file: { name: 'once.pdf', bytes } }), key)
    const second = await send(meena, form({ file: { name: 'once.pdf', bytes } }), key)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    const [one, two] = [(await first.json()) as DocumentBody, (await second.json()) as DocumentBody]
    expect(two.id).toBe(one.id)
    const back = await get(meena, `${one.id}/content`)
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
    const other = await send(meena, form({ file: { name: 'once.pdf', bytes: await pdf({ text: 'twice' }) } }), key)
    expect(other.status).toBe(422)
  })

  it('needs a token that may write', async () => {
    const made = await meena.json<{ token: string }>('POST', '/api/v1/auth/tokens', { name: 'r', scopes: ['read'] })
    const response = await fetch(`${server.address}/api/v1/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${made.token}` },
      body: form({ file: { name: 'x.pdf', bytes: await pdf() } }),
    })
    expect(response.status).toBe(403)
  })
})

describe('the file of a document', () => {
  let id: string
  let bytes: Bytes
  beforeAll(async () => {
    // Several segments of the encrypted form.
    bytes = new Uint8Array(
      await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
        .png()
        .toBuffer(),
    )
    id = await meena.upload({ name: "Meena's (scan).png", bytes })
  })

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=65530-65545', 65_530, 65_546],
    ['bytes=200000-', 200_000, undefined],
    ['bytes=-5', -5, undefined],
  ])('is sent in parts: %s', async (range, start, end) => {
    const response = await get(meena, `${id}/content`, { range })
    expect(response.status).toBe(206)
    const expected = Buffer.from(bytes).subarray(start, end)
    expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true)
    const from = start < 0 ? bytes.byteLength + start : start
    expect(response.headers.get('content-range')).toBe(
      `bytes ${from}-${(end ?? bytes.byteLength) - 1}/${bytes.byteLength}`,
    )
  })

  it('has no part beyond its end', async () => {
    const response = await get(meena, `${id}/content`, { range: `bytes=${bytes.byteLength}-` })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe(`bytes */${bytes.byteLength}`)
  })

  it('says what it is, and lets a browser run nothing of it', async () => {
    const response = await get(meena, `${id}/content`)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''Meena%27s%20%28scan%29.png")
    const etag = response.headers.get('etag') ?? ''
    expect((await get(meena, `${id}/content`, { 'if-none-match': etag })).status).toBe(304)
    const head = await meena.request('HEAD', `/api/v1/documents/${id}/content`)
    expect(head.headers.get('content-length')).toBe(String(bytes.byteLength))
    expect((await get(meena, `${id}/content`, { range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
  })

  it('is nobody else’s', async () => {
    for (const suffix of ['', '/content', '/text', '/results', '/tags']) {
      const response = await get(ravi, `${id}${suffix}`)
      expect(response.status, suffix).toBe(404)
    }
    expect((await ravi.request('POST', `/api/v1/documents/${id}/retry`)).status).toBe(404)
    expect((await ravi.request('DELETE', `/api/v1/documents/${id}`)).status).toBe(404)
    expect((await get(meena, 'nonsense/content')).status).toBe(404)
  })

  it('goes with its row', async () => {
    const gone = await meena.upload({ name: 'gone.png', bytes: await picture('png') })
    const files = async () => (await readdir(path.join(server.dataDirectory, 'uploads'), { recursive: true })).join()
    expect(await files()).toContain(gone)
    expect((await meena.request('DELETE', `/api/v1/documents/${gone}`)).status).toBe(204)
    expect(await files()).not.toContain(gone)
    expect((await get(meena, `${gone}/content`)).status).toBe(404)
  })
})

describe('what is known of a document', () => {
  it('can be changed, but not its status as one likes', async () => {
    const id = await meena.upload({ name: 'a.png', bytes: await picture('png') })
    const patch = (body: object) => meena.request('PATCH', `/api/v1/documents/${id}`, body)
    const changed = await patch({ document_name: 'Chest X-ray', category: 'radiology', document_date: '2026-01-02' })
    expect(await changed.json()).toMatchObject({ document_name: 'Chest X-ray', category: 'radiology' })
    const refused = await patch({ file_size: 1 })
    expect(refused.status).toBe(422)
    expect((await patch({ processing_error: null })).status).toBe(422)
    const tag = await meena.json<{ id: string }>('POST', `/api/v1/documents/${id}/tags`, { tag_name: 'lungs' })
    expect((await meena.request('POST', `/api/v1/documents/${id}/tags`, { tag_name: 'lungs' })).status).toBe(409)
    expect((await meena.request('DELETE', `/api/v1/documents/${id}/tags/${tag.id}`)).status).toBe(204)
  })
})

/** A PNG of a few kilobytes whose header promises 40,000 by 30,000 pixels. */
async function hugePicture(): Promise<Bytes> {
  const small = Buffer.from(await picture('png'))
  small.writeUInt32BE(40_000, 16)
  small.writeUInt32BE(30_000, 20)
  const { crc32 } = await import('node:zlib')
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29)
  return new Uint8Array(small)
}
