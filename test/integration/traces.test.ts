import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
let userId: string
let status: number

beforeAll(async () => {
  collector.listen(0, '127.0.0.1')
  await once(collector, 'listening')
  const { port } = collector.address() as AddressInfo
  const server = await startTestServer({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` })
  try {
    const meena = await registerClient(server.address, { name: 'Meena Rajagopalan', email: 'meena.traced@example.org' })
    userId = meena.userId
    await meena.json('POST', '/api/v1/allergies', { substance: 'Penicillin' })
    status = (await meena.request('GET', '/api/v1/search?q=penicillin')).status
    const socket = await SocketClient.open(`${server.address.replace('http', 'ws')}/v1/responses`, meena.accessToken)
    socket.send({ type: 'response.create', model: 'swasthwrap', input: 'Am I allergic to Penicillin?' })
    await socket.until('response.completed')
    socket.socket.close()
    await socket.closed
  } finally {
    // What has not been sent is sent at the end.
    await server.close()
  }
})

afterAll(async () => {
  collector.close()
  await once(collector, 'close')
})

/** The names of a span and of those above it, the topmost first. */
function pathOf(span: Span): string[] {
  const parent = spans.find(({ spanId, traceId }) => spanId === span.parentSpanId && traceId === span.traceId)
  return [...(parent ? pathOf(parent) : []), span.name]
}

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
    expect(Object.fromEntries(request?.attributes.map(({ key, value }) => [key, Object.values(value)[0]]) ?? [])).toEqual(
      { 'http.request.method': 'GET', 'http.route': '/api/v1/search', 'http.response.status_code': 200 },
    )
  })

  it.each(['Rajagopalan', 'meena.traced', 'enicillin', 'llergic to'])('hold nothing of what people write: %s', (words) => {
    expect(spans.length).toBeGreaterThan(20)
    expect(JSON.stringify(spans).toLowerCase()).not.toContain(words.toLowerCase())
  })

  it('name no person', () => {
    expect(JSON.stringify(spans)).not.toContain(userId)
  })
})
