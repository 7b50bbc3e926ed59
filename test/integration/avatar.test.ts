import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let meena: ApiClient
beforeAll(async () => {
  server = await startTestServer()
  meena = await registerClient(server.address)
})
afterAll(() => server.close())

const PATH = '/api/v1/me/avatar'
const folder = () => path.join(server.dataDirectory, 'uploads/avatars', meena.userId)

function put(bytes: Uint8Array<ArrayBuffer>, method = 'PUT', field = 'file'): Promise<Response> {
  const form = new FormData()
  form.append(field, new Blob([bytes]), 'me.jpg')
  const headers = { authorization: `Bearer ${meena.accessToken}`, 'accept-language': 'ta' }
  return fetch(`${server.address}${PATH}`, { method, headers, body: form })
}

/** A photo as a phone takes it: turned by a mark, with place and time in it. */
async function photo(format: 'jpeg' | 'png' | 'webp' | 'tiff'): Promise<Uint8Array<ArrayBuffer>> {
  const image = sharp({ create: { width: 600, height: 400, channels: 3, background: 'green' } })
  const marked = image.withExif({ IFD0: { Artist: 'Meena Secret' }, IFD3: { GPSLatitudeRef: 'N' } })
  return new Uint8Array(await marked.withMetadata({ orientation: 6 }).toFormat(format).toBuffer())
}

describe('the picture of an account', () => {
  it.each(['jpeg', 'png', 'webp', 'tiff'] as const)('from a %s is a square WebP without metadata', async (format) => {
    expect(await (await put(await photo(format))).json()).toEqual({ avatar: PATH })
    expect(await meena.json('GET', '/api/v1/me')).toMatchObject({ avatar: PATH })
    const answer = await meena.request('GET', PATH)
    expect(answer.headers.get('content-type')).toBe('image/webp')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const metadata = await sharp(bytes).metadata()
    expect(metadata).toMatchObject({ format: 'webp', width: 256, height: 256 })
    expect([metadata.exif, metadata.xmp, metadata.orientation]).toEqual([undefined, undefined, undefined])
    const again = await meena.request('GET', PATH, undefined, { 'if-none-match': answer.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(await readdir(folder())).toEqual(['avatar.webp'])
  })

  it('may be posted too, belongs to one person, and can be taken away', async () => {
    expect((await put(await photo('png'), 'POST')).status).toBe(200)
    const ravi = await registerClient(server.address)
    expect((await ravi.request('GET', PATH)).status).toBe(404)
    expect((await fetch(`${server.address}${PATH}`)).status).toBe(401)
    expect((await meena.request('DELETE', PATH)).status).toBe(204)
    expect((await meena.request('DELETE', PATH)).status).toBe(404)
    expect((await meena.request('GET', PATH)).status).toBe(404)
    expect(await meena.json('GET', '/api/v1/me')).toMatchObject({ avatar: null })
    expect(await readdir(folder())).toEqual([])
  })

  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))
  it.each([
    ['nothing', async () => new Uint8Array(), 422, 'file-empty'],
    ['text', async () => bytesOf('not a picture'), 415, 'picture-type-not-readable'],
    [
      'a script in a picture',
      async () => bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      415,
      'picture-type-not-readable',
    ],
    ['a PDF', async () => bytesOf('%PDF-1.7\n%%EOF'), 415, 'picture-type-not-readable'],
    ['half a picture', async () => (await photo('jpeg')).slice(0, 900), 422, 'file-unreadable'],
    ['too much', async () => new Uint8Array(21 * 1024 * 1024), 413, 'file-too-large'],
  ])('of %s is refused in the language of the person', async (_what, bytes, status, type) => {
    const answer = await put(await bytes())
    const problem = (await answer.json()) as { type: string; title: string }
    expect({ status: answer.status, type: problem.type }).toEqual({ status, type: `urn:swasthwrap:problem:${type}` })
    expect(problem.title).toMatch(/\p{Script=Tamil}/u)
  })

  it('comes in the field `file` of a form', async () => {
    expect((await put(await photo('png'), 'PUT', 'picture')).status).toBe(422)
    expect((await meena.request('PUT', PATH, {})).status).toBe(415)
  })
})

describe('a program that speaks MCP', () => {
  const png = async (side: number) =>
    (
      await sharp({ create: { width: side, height: side, channels: 3, background: 'teal' } })
        .png()
        .toBuffer()
    ).toString('base64')
  let client: Client
  beforeAll(async () => {
    client = new Client({ name: 'test', version: '1.0.0' })
    const transport = new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`), {
      requestInit: { headers: { authorization: `Bearer ${meena.accessToken}` } },
    })
    // The SDK's own types disagree with exactOptionalPropertyTypes.
    await client.connect(transport as Parameters<Client['connect']>[0])
  })
  afterAll(() => client.close())

  interface Proposed {
    readonly status: string
    readonly pending_action_id: string
    readonly summary: string
  }
  const propose = async (name: string, given: object) =>
    (await client.callTool({ name, arguments: { ...given } })).structuredContent as unknown as Proposed
  const decide = (action: Proposed, word: 'confirm' | 'cancel') =>
    meena.json<{ result: { id: string } }>('POST', `/api/v1/pending-actions/${action.pending_action_id}/${word}`)
  const filesOf = async (folder: string) =>
    (
      await readdir(path.join(server.dataDirectory, 'uploads', folder, meena.userId), {
        recursive: true,
        withFileTypes: true,
      }).catch(() => [])
    ).filter((entry) => entry.isFile())

  it('changes and takes away the picture once the person has agreed', async () => {
    expect((await meena.request('GET', PATH)).status).toBe(404)
    const change = await propose('me_avatar_update', { file: await png(300) })
    expect(change).toMatchObject({ status: 'awaiting_confirmation', summary: 'Change the picture' })
    expect((await meena.request('GET', PATH)).status).toBe(404)
    await decide(change, 'confirm')
    const picture = await sharp(Buffer.from(await (await meena.request('GET', PATH)).arrayBuffer())).metadata()
    expect(picture).toMatchObject({ format: 'webp', width: 256 })
    const removal = await propose('me_avatar_delete', {})
    expect((await meena.request('GET', PATH)).status).toBe(200)
    await decide(removal, 'confirm')
    expect((await meena.request('GET', PATH)).status).toBe(404)
    expect(await filesOf('avatars')).toEqual([])
  })

  it('adds a document once the person has agreed; until then its file is kept encrypted, and away if they refuse', async () => {
    const file = await png(80)
    const given = { file, original_filename: 'C:\\scans\\report.png', document_name: 'Scan', category: 'radiology' }
    const listed = async () => (await meena.json<{ data: unknown[] }>('GET', '/api/v1/documents')).data
    const action = await propose('documents_add', given)
    expect(action.summary).toBe('Add a document – file: report.png, name: Scan, kind: scan or X-ray')
    expect(await listed()).toEqual([])
    const [kept, ...more] = await filesOf('documents')
    expect(more).toEqual([])
    const bytes = await readFile(path.join(kept?.parentPath ?? '', kept?.name ?? ''))
    expect(bytes.includes('PNG')).toBe(false)
    const waiting = await meena.json('GET', `/api/v1/pending-actions/${action.pending_action_id}`)
    expect(JSON.stringify(waiting)).not.toContain(file.slice(0, 40))
    const { result } = await decide(action, 'confirm')
    expect(result).toMatchObject({ document_name: 'Scan', original_filename: 'report.png', mime_type: 'image/png' })
    const content = await meena.request('GET', `/api/v1/documents/${result.id}/content`)
    expect(Buffer.from(await content.arrayBuffer()).toString('base64')).toBe(file)

    await decide(await propose('documents_add', given), 'cancel')
    expect(await filesOf('documents')).toHaveLength(1)
    expect(await listed()).toHaveLength(1)
  })

  it.each([
    ['no base64', 'documents_add', { file: '<html>', original_filename: 'a.png' }, '/file', 'not_base64'],
    ['no file', 'documents_add', { original_filename: 'a.png' }, '/file', 'required'],
    [
      'more than 5 MB',
      'documents_add',
      { file: 'A'.repeat(6_990_512), original_filename: 'a.png' },
      '/file',
      'too_long',
    ],
    ['an unknown field', 'me_avatar_update', { file: 'AAAA', picture: 'AAAA' }, '/picture', 'unknown_field'],
  ])('hears that %s is wrong, and nothing is kept', async (_what, name, given, pointer, code) => {
    const before = await filesOf('documents')
    expect(await propose(name, given)).toMatchObject({ status: 422, errors: [{ pointer, code }] })
    expect(await filesOf('documents')).toHaveLength(before.length)
  })

  it('hears that a file is none that can be read', async () => {
    const file = Buffer.from('just text').toString('base64')
    expect(await propose('documents_add', { file, original_filename: 'a.txt' })).toMatchObject({ status: 415 })
    expect(await propose('me_avatar_update', { file })).toMatchObject({ status: 415 })
  })
})
