import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

let server: Awaited<ReturnType<typeof startTestServer>>
let meena: ApiClient
let ravi: ApiClient
let documentId: string
let picture: Uint8Array<ArrayBuffer>

interface Share {
  id: string
  link: string | null
  share_type: string
  shared_with: string
  expires_at: string
  access_count: number
  last_accessed: string | null
  revoked_at: string | null
}

const DOCTOR = 'Doctor.Iyer@example.org'

beforeAll(async () => {
  server = await startTestServer()
  meena = await registerClient(server.address)
  ravi = await registerClient(server.address)
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
  picture = new Uint8Array(await image.png().toBuffer())
  documentId = await meena.upload({ name: 'scan "<b>".png', bytes: picture })
})
afterAll(() => server.close())

const collection = () => `/api/v1/documents/${documentId}/shares`
const share = (body: object): Promise<Share> =>
  meena.json<Share>('POST', collection(), { shared_with: DOCTOR, ...body })
const read = ({ id }: Share): Promise<Share> => meena.json<Share>('GET', `${collection()}/${id}`)

/** What a person without an account does, who has the link. */
function visit(link: string | null, email: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.address}${link}`, { method: 'POST', headers, body: new URLSearchParams({ email }) })
}

describe('a share', () => {
  it('tells its link once and stays in the list', async () => {
    const made = await share({})
    expect(made).toMatchObject({ share_type: 'view', shared_with: DOCTOR, access_count: 0, revoked_at: null })
    expect(made.link).toMatch(/^\/shared\/swd_[\w-]{43}$/)
    const days = (Date.parse(made.expires_at) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThanOrEqual(7)
    const listed = await meena.json<{ data: Share[] }>('GET', collection())
    expect(JSON.stringify(listed)).not.toMatch(/swd_|digest/)
    expect(listed.data.map(({ id }) => id)).toContain(made.id)
    expect((await ravi.request('GET', collection())).status).toBe(404)
  })

  it('is made once by one idempotency key, and the repeat keeps the link to itself', async () => {
    const send = () =>
      meena
        .request('POST', collection(), { shared_with: DOCTOR }, { 'idempotency-key': 'share-once' })
        .then(async (answer) => (await answer.json()) as Share)
    const [first, again] = [await send(), await send()]
    expect(first.link).toMatch(/^\/shared\//)
    expect(again).toEqual({ ...first, link: null })
  })

  it('to download hands out the file, and counts', async () => {
    const made = await share({ share_type: 'download' })
    const answer = await visit(made.link, ' doctor.iyer@EXAMPLE.org ')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''scan/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(picture))).toBe(true)
    await fetch(`${server.address}${made.link}?email=${encodeURIComponent(DOCTOR)}`).then((each) => each.arrayBuffer())
    const after = await read(made)
    expect(after.access_count).toBe(2)
    expect(Date.parse(after.last_accessed ?? '')).toBeGreaterThan(Date.now() - 60_000)
    const log = await meena.json<{ data: { action: string; resource_id: string; success: boolean }[] }>(
      'GET',
      `/api/v1/audit-logs?resource_id=${made.id}`,
    )
    expect(log.data.map(({ action }) => action)).toContain('documents.shares.content')
  })

  it('to view shows a page without scripts, and the file only inside of it', async () => {
    const made = await share({ share_type: 'view' })
    const page = await visit(made.link, DOCTOR)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
    const html = await page.text()
    expect(html).not.toMatch(/<script|<b>/)
    const source = (/<img src="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&#38;', '&')
    const content = await fetch(`${server.address}${source}`, {
      headers: { range: 'bytes=0-9', 'sec-fetch-dest': 'image' },
    })
    expect(content.status).toBe(200)
    expect(content.headers.get('content-disposition')).toBe('inline')
    expect(content.headers.get('accept-ranges')).toBe('none')
    expect((await content.arrayBuffer()).byteLength).toBe(picture.byteLength)
    const alone = await fetch(`${server.address}${source}`, { headers: { 'sec-fetch-dest': 'document' } })
    expect(alone.status).toBe(404)
    expect((await read(made)).access_count).toBe(1)
  })

  it('asks for the address alike, whether the link works or not', async () => {
    const made = await share({})
    const texts = [made.link, '/shared/swd_unknown'].map(async (link) => {
      const answer = await fetch(`${server.address}${link}`, { headers: { 'accept-language': 'ta' } })
      return `${answer.status} ${await answer.text()}`
    })
    const [known, unknown] = await Promise.all(texts)
    expect(known).toBe(unknown)
    expect(known).toMatch(/^200 .*<form method="post">.*மின்னஞ்சல்/)
  })

  it('that is unknown, taken back, another person’s or out of time is nothing at all, and says nothing more', async () => {
    const [wrong, revoked, switchedOff] = await Promise.all([share({}), share({}), share({})])
    expect((await meena.request('DELETE', `${collection()}/${revoked.id}`)).status).toBe(204)
    expect((await read(revoked)).revoked_at).not.toBeNull()
    expect((await ravi.request('DELETE', `${collection()}/${wrong.id}`)).status).toBe(404)
    await meena.request('PATCH', '/api/v1/me/privacy', { share_data_with_doctors: false })
    const refused = await meena.request('POST', collection(), { shared_with: DOCTOR }, { 'accept-language': 'hi' })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({
      type: 'urn:swasthwrap:problem:sharing-switched-off',
      title: 'दिखाना बंद है',
    })
    const off = await visit(switchedOff.link, DOCTOR)
    await meena.request('PATCH', '/api/v1/me/privacy', { share_data_with_doctors: true })
    const answers = [
      off,
      await visit('/shared/swd_unknown', DOCTOR),
      await visit(revoked.link, DOCTOR),
      await visit(wrong.link, 'stranger@example.org'),
      await visit(wrong.link, ''),
    ]
    const said = await Promise.all(
      answers.map(async (answer) => {
        const { request_id: _, ...body } = (await answer.json()) as Record<string, unknown>
        return JSON.stringify([answer.status, body])
      }),
    )
    expect(new Set(said).size).toBe(1)
    expect(answers[0]?.status).toBe(404)
    const page = await visit(wrong.link, 'stranger@example.org', { accept: 'text/html' })
    expect(`${page.status} ${await page.text()}`).toMatch(/^404 .*This link does not work/)
    expect((await read(wrong)).access_count).toBe(0)
  })
})
