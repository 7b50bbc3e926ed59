import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { failedStart, type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'

describe('a server on a new folder', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let server: ServerProcess

  beforeAll(async () => {
    folder = await temporaryFolder()
    server = await startServerProcess(folder.path)
  })
  afterAll(async () => {
    await server.stop()
    await folder.remove()
  })

  it('says that it is alive and ready, and what that rests on', async () => {
    expect(await (await fetch(`${server.address}/healthz`)).json()).toEqual({ status: 'alive' })
    const ready = await fetch(`${server.address}/readyz`)
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({
      status: 'ready',
      checks: { database: { status: 'ok' }, queue: { status: 'ok' } },
      // What is not configured is off.
      details: { channels: { 'in-app': 'on', push: 'on', email: 'off', sms: 'off', voice: 'off' } },
    })
  })

  it('publishes metrics to this host alone, without the address of any request in them', async () => {
    await fetch(`${server.address}/api/v1/medications?q=secret-word`)
    const metrics = await fetch(`${server.address}/metrics`)
    expect(metrics.status).toBe(200)
    const text = await metrics.text()
    expect(text).toContain('http_request_duration_seconds_count')
    expect(text).not.toContain('secret-word')
    const proxied = await fetch(`${server.address}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } })
    expect(proxied.status).toBe(404)
  })

  it('publishes its keys without their private half', async () => {
    const { keys } = (await (await fetch(`${server.address}/.well-known/jwks.json`)).json()) as { keys: object[] }
    expect(keys).toHaveLength(1)
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })

  it('documents itself with what it serves itself', async () => {
    const document = (await (await fetch(`${server.address}/openapi.json`)).json()) as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toContain('/api/v1/auth/register')
    const page = await fetch(`${server.address}/docs/`)
    const html = await page.text()
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source)
    expect(sources).toEqual(['js/scalar.js'])
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/=]+'/)
    const script = await fetch(`${server.address}/docs/js/scalar.js`)
    expect(script.status).toBe(200)
    expect(script.headers.get('content-type')).toContain('javascript')
  })

  it('shows the page, with a script that it serves itself', async () => {
    const response = await fetch(`${server.address}/`)
    expect(response.headers.get('content-type')).toContain('text/html')
    const [, script] = /<script[^>]* src="([^"]+)"/.exec(await response.text()) ?? []
    expect(script).toMatch(/^\/assets\//)
    const served = await fetch(`${server.address}${script}`)
    expect(served.headers.get('content-type')).toContain('javascript')
  })

  it('sends its security headers with every answer', async () => {
    for (const path of ['/', '/healthz', '/nowhere', '/api/v1/me']) {
      const { headers } = await fetch(`${server.address}${path}`)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it.each([
    ['GET', '/nowhere', undefined, 404, 'not-found'],
    ['GET', '/%zz', undefined, 404, 'not-found'],
    ['GET', '/api/v1/auth/login', undefined, 405, 'method-not-allowed'],
    ['POST', '/api/v1/auth/login', '{"email":', 400, 'malformed-request'],
    ['POST', '/api/v1/auth/login', '', 400, 'malformed-request'],
    ['POST', '/api/v1/auth/login', '[]', 422, 'validation-failed'],
    ['POST', '/api/v1/auth/login', '{"__proto__":{"a":1}}', 400, 'malformed-request'],
    ['POST', '/api/v1/auth/login', JSON.stringify({ email: 'a'.repeat(1_100_000) }), 413, 'payload-too-large'],
  ])('answers %s %s with a problem', async (method, path, body, status, type) => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = (await response.json()) as Record<string, unknown>
    expect(problem).toMatchObject({ type: `urn:swasthwrap:problem:${type}`, status })
    expect(problem['title']).not.toContain(type)
    expect(JSON.stringify(problem)).not.toMatch(/\{\{|at .*\.ts/)
  })

  it.each([
    ['nonsense\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('answers what is no request with a problem', async (bytes, status) => {
    const { hostname, port } = new URL(server.address)
    const socket = connect(Number(port), hostname)
    socket.write(bytes)
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text
    })
    await once(socket, 'close')
    expect(answer).toContain(`HTTP/1.1 ${status}`)
    expect(answer).toContain('application/problem+json')
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
  })

  it('refuses what it cannot read', async () => {
    const response = await fetch(`${server.address}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml' },
      body: '<a/>',
    })
    expect(response.status).toBe(415)
  })

  it.each([
    ['hi', 'नहीं मिला'],
    ['ta-IN, en;q=0.5', 'கிடைக்கவில்லை'],
    ['de', 'Not found'],
  ])('says problems in the language %j', async (language, title) => {
    const response = await fetch(`${server.address}/nowhere`, { headers: { 'accept-language': language } })
    expect(await response.json()).toMatchObject({ title })
  })

  it("answers failures below /v1 with Open Responses' error object", async () => {
    const response = await fetch(`${server.address}/v1/nowhere`)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { type: 'not_found', code: 'not_found' } })
  })

  it('refuses a second process on the same folder with a sentence', async () => {
    const { code, complaint } = await failedStart({ SWASTHWRAP_DATA_DIR: folder.path })
    expect(code).toBe(1)
    expect(complaint.trim().split('\n')).toHaveLength(1)
    expect(complaint).toContain(folder.path)
    expect((await fetch(`${server.address}/readyz`)).status).toBe(200)
  })
})

describe('a start that cannot succeed', () => {
  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ DATABASE_URL: 'mysql://127.0.0.1/x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, 'MASTER_KEY'],
    [{ MASTER_KEY: 'short' }, 'MASTER_KEY'],
    [{ OPENAI_BASE_URL: 'http://127.0.0.1:1' }, 'CHAT_MODEL'],
    [{ RATE_LIMIT_PER_MINUTE: '0' }, 'RATE_LIMIT_PER_MINUTE'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8, somewhere' }, 'TRUSTED_PROXIES'],
    [{ STORAGE_URL: 'ftp://example.org/files' }, 'STORAGE_URL'],
  ])('with %j ends with one sentence that names the setting', async (environment, name) => {
    const folder = await temporaryFolder()
    const { code, complaint } = await failedStart({ SWASTHWRAP_DATA_DIR: folder.path, ...environment })
    await folder.remove()
    expect(code).toBe(1)
    expect(complaint.trim().split('\n')).toHaveLength(1)
    expect(complaint).toContain(name)
  })

  it('on a port in use ends with one sentence', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const folder = await temporaryFolder()
    const { code, complaint } = await failedStart({ SWASTHWRAP_DATA_DIR: folder.path, PORT: String(port) })
    await folder.remove()
    other.close()
    expect(code).toBe(1)
    expect(complaint.trim().split('\n')).toHaveLength(1)
    expect(complaint).toContain(`port ${port}`)
  })
})
