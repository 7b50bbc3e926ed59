import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandOutcome, runOperatorCommand } from '../faults/support/run-command.ts'
import { registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'
import { SocketClient } from './gateway/socket-client.ts'

interface Span {
  readonly spanId: string
  readonly parentSpanId?: string
  readonly traceId: string
  readonly name: string
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[]
}

interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[]
}

const spans: Span[] = []
const collector = createServer(async (request, response) => {
  const sent = (await json(request)) as Export
  for (const { scopeSpans } of sent.resourceSpans) for (const scope of scopeSpans) spans.push(...scope.spans)
  response.setHeader('content-type', 'application/json').end('{}')
})
const report = new Uint8Array(
  await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))),
)
let userId: string
let status: number
let bucket: string
let bucketServer: S3rver
let reading: string
let content: Buffer
let part: Buffer
let kept: string[]
let left: string[]
let keys: string[]
const email = 'meena.traced@example.org'
let forgotten: string
let reset: string
let signedIn: string
let stranger: CommandOutcome

beforeAll(async () => {
  collector.listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const { port } = collector.address() as AddressInfo
  bucket = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  bucketServer = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: bucket,
    configureBuckets: [{ name: 'records' }],
  })
  const { port: bucketPort } = await bucketServer.run()
  const server = await startTestServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    STORAGE_URL: 's3://records',
    S3_ENDPOINT: `http://127.0.0.1:${bucketPort}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  })
  try {
    const meena = await registerClient(server.address, { name: 'Meena Rajagopalan', email })
    userId = meena.userId
    await meena.json('POST', '/api/v1/allergies', { substance: 'Penicillin' })
    status = (await meena.request('GET', '/api/v1/search?q=penicillin')).status
    const socket = await SocketClient.open(`${server.address.replace('http', 'ws')}/v1/responses`, meena.accessToken)
    socket.send({ type: 'response.create', model: 'swasthwrap', input: 'Am I allergic to Penicillin?' })
    await socket.until('response.completed')
    socket.socket.close()
    await socket.closed
    const id = await meena.upload({ name: 'report.pdf', bytes: report })
    reading = (await meena.waitForReading(id)).status
    const file = `/api/v1/documents/${id}/content`
    content = Buffer.from(await (await meena.request('GET', file)).arrayBuffer())
    const ranged = await meena.request('GET', file, undefined, { range: 'bytes=100-199' })
    part = Buffer.from(await ranged.arrayBuffer())
    kept = await uploads()
    expect((await meena.request('DELETE', `/api/v1/documents/${id}`)).status).toBe(204)
    left = await uploads()
    keys = await readdir(path.join(bucket, 'records/keys/users'))
    const settings = { ...server.environment, SWASTHWRAP_DATA_DIR: server.dataDirectory }
    forgotten = await problemOf(server.address, 'password/forgot', { email })
    const link = await runOperatorCommand('account-link', settings, 'reset-password', email)
    const token = /#\/reset-password\?token=(swp_\S+)\n/.exec(link.text)?.[1]
    reset = await problemOf(server.address, 'password/reset', { token, password: 'tamarind rice on a train' })
    signedIn = await problemOf(server.address, 'login', { email, password: 'tamarind rice on a train' })
    stranger = await runOperatorCommand('account-link', settings, 'verify-email', 'nobody@example.org')
  } finally {
    // What has not been sent is sent at the end.
    await server.close()
  }
})

afterAll(async () => {
  collector.close()
  await once(collector, 'close')
  await bucketServer.close()
  await rm(bucket, { recursive: true })
})

/** What lies in the bucket, as text that shows every byte. */
async function uploads(): Promise<string[]> {
  const entries = await readdir(path.join(bucket, 'records'), { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.name.endsWith('_object') && entry.parentPath.includes('/uploads/'))
  return await Promise.all(files.map((entry) => readFile(path.join(entry.parentPath, entry.name), 'latin1')))
}

/** The names of a span and of those above it, the topmost first. */
function pathOf(span: Span): string[] {
  const parent = spans.find(({ spanId, traceId }) => spanId === span.parentSpanId && traceId === span.traceId)
  return [...(parent ? pathOf(parent) : []), span.name]
}

/** Type of the problem that a request is answered with; else the status. */
async function problemOf(address: string, place: string, body: unknown): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${address}/api/v1/auth/${place}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (answer.ok) return String(answer.status)
  return ((await answer.json()) as { type: string }).type.replace('urn:swasthwrap:problem:', '')
}

describe('without a mail server', () => {
  it('nobody waits for a link that never comes: the operator hands it over', () => {
    expect({ forgotten, reset, signedIn }).toEqual({ forgotten: 'no-mail-server', reset: '204', signedIn: '200' })
    expect(stranger).toEqual({ code: 1, text: expect.stringMatching(/No account/) })
  })
})

describe('traces', () => {
  it.each([
    ['a request', ['POST /api/v1/allergies', 'operation allergies.add', 'insert']],
    ['a frame of a socket', ['frame response.create', 'insert']],
  ])('lead from %s to its SQL', (_, path) => {
    expect(spans.map(pathOf)).toContainEqual(path)
  })

  it('tell what happened', () => {
    expect(status).toBe(200)
    const request = spans.find(({ name }) => name === 'GET /api/v1/search')
    expect(
      Object.fromEntries(request?.attributes.map(({ key, value }) => [key, Object.values(value)[0]]) ?? []),
    ).toEqual({ 'http.request.method': 'GET', 'http.route': '/api/v1/search', 'http.response.status_code': 200 })
  })

  it.each(['Rajagopalan', 'meena.traced', 'enicillin', 'llergic to'])(
    'hold nothing of what people write: %s',
    (words) => {
      expect(spans.length).toBeGreaterThan(20)
      expect(JSON.stringify(spans).toLowerCase()).not.toContain(words.toLowerCase())
    },
  )

  it('name no person', () => {
    expect(JSON.stringify(spans)).not.toContain(userId)
  })
})

describe('uploads in a bucket', () => {
  it('are read, given back whole and in part, encrypted there, and removed', () => {
    expect(reading).toBe('reviewed')
    expect(content.equals(Buffer.from(report))).toBe(true)
    expect(part.equals(Buffer.from(report.subarray(100, 200)))).toBe(true)
    expect(kept).toHaveLength(1)
    expect(kept.join()).toMatch(/^SWE1/)
    expect(left).toEqual([])
    expect(keys).toEqual([userId])
  })
})
