import { readdir } from 'node:fs/promises'
import path from 'node:path'
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
