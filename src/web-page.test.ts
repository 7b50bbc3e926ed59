import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { webPage } from './web-page.ts'

let folder: string
const open = async () => {
  const app = Fastify()
  await app.register(webPage, { directory: folder })
  return app
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-page-'))
})

afterEach(() => rm(folder, { recursive: true }))

it('says in one sentence that the page was not built', async () => {
  const answer = await (await open()).inject('/')
  expect(answer.statusCode).toBe(503)
  expect(answer.headers['content-type']).toContain('text/plain')
  expect(answer.body).toContain('npm run build')
})

describe('a page that was built', () => {
  const script = 'export const answer = 42'

  beforeEach(async () => {
    await mkdir(path.join(folder, 'assets'))
    await writeFile(path.join(folder, 'index.html'), '<!doctype html>')
    await writeFile(path.join(folder, 'assets', 'page-abc.js'), script)
    await writeFile(path.join(folder, 'assets', 'page-abc.js.br'), brotliCompressSync(script))
  })

  it.each([
    ['/', 'no-cache', 'text/html'],
    ['/assets/page-abc.js', 'public, max-age=31536000, immutable', 'javascript'],
  ])('gives %s with cache-control %s', async (url, caching, type) => {
    const answer = await (await open()).inject(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe(caching)
    expect(answer.headers['content-type']).toContain(type)
  })

  it('gives what was compressed to those who take it', async () => {
    const app = await open()
    const compressed = await app.inject({ url: '/assets/page-abc.js', headers: { 'accept-encoding': 'br' } })
    expect(compressed.headers['content-encoding']).toBe('br')
    const plain = await app.inject('/assets/page-abc.js')
    expect(plain.body).toBe(script)
  })

  it.each(['/assets/../index.html', '/assets/nothing.js', '/index.html'])('gives nothing at %s', async (url) => {
    expect((await (await open()).inject(url)).statusCode).toBe(404)
  })

  it('leads links of mails to their place on the page', async () => {
    const answer = await (await open()).inject('/medications/due')
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/#/medications/due')
  })
})
