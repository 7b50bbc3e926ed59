import { execFileSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'

/** What the disk of the files holds. */
const DISK_BYTES = 2_000_000

/** Starts a program that may mount what nobody outside sees, without being root. */
const ownMounts = ['unshare', '--user', '--map-root-user', '--mount']

/** Starts a program whose uploads lie on a small disk of its own. */
const onSmallDisk = [
  ...ownMounts,
  'sh',
  '-c',
  `mkdir -p "$SWASTHWRAP_DATA_DIR/uploads" && mount -t tmpfs -o size=${DISK_BYTES} none "$SWASTHWRAP_DATA_DIR/uploads" && exec "$@"`,
  'sh',
]
const missing = whatIsMissing()

describe.skipIf(missing)(missing ? `missing: ${missing}` : 'a disk that is full', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>
  let asha: ApiClient
  let uploads: string
  let report: Uint8Array<ArrayBuffer>

  beforeAll(async () => {
    report = new Uint8Array(await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))))
    server = await startTestServer({ PATH: process.env['PATH'] ?? '' }, onSmallDisk)
    // As the server sees it.
    uploads = path.join(`/proc/${server.process.pid}/root`, server.dataDirectory, 'uploads')
    asha = await registerClient(server.address)
  })
  afterAll(() => server?.close())

  /** A report that has so many bytes more than it needs. */
  const upload = (bytes: number, language = 'en') => {
    const form = new FormData()
    form.append('file', new Blob([report, new Uint8Array(bytes), '%%EOF']), 'long.pdf')
    return fetch(`${asha.address}/api/v1/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${asha.accessToken}`, 'accept-language': language },
      body: form,
    })
  }
  const filesThere = async () =>
    (await readdir(uploads, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

  it.each([
    ['en', 'No room left'],
    ['hi', 'जगह नहीं बची'],
    ['ta', 'இடம் இல்லை'],
  ])('refuses a file in words (%s), and keeps no part of it', async (language, title) => {
    const response = await upload(DISK_BYTES + 500_000, language)
    expect(response.status).toBe(507)
    expect(await response.json()).toMatchObject({ type: 'urn:swasthwrap:problem:storage-full', title })
    expect(await filesThere()).toBe(0)
    expect(await asha.json('GET', '/api/v1/documents')).toMatchObject({ data: [] })
  })

  it('takes what there is room for, and goes on when there is room again', async () => {
    const first = await upload(1_200_000)
    expect(first.status).toBe(201)
    expect((await upload(1_200_001)).status).toBe(507)
    // The rest of the record does not need this disk.
    const pulse = { metric_type: 'heart_rate', value: 72, unit: '/min' }
    expect((await asha.request('POST', '/api/v1/metrics', pulse)).status).toBe(201)
    const { id } = (await first.json()) as { id: string }
    expect((await asha.request('DELETE', `/api/v1/documents/${id}`)).status).toBe(204)
    await expect.poll(filesThere, { timeout: 10_000 }).toBe(0)
    expect((await upload(1_200_001)).status).toBe(201)
    expect(await filesThere()).toBe(1)
  })
})

function whatIsMissing(): string | undefined {
  try {
    const [program = '', ...words] = [...ownMounts, 'mount', '-t', 'tmpfs', 'none', '/mnt']
    execFileSync(program, words, { stdio: 'pipe' })
    return undefined
  } catch (error) {
    return `a file system of a process's own (${String(error).split('\n')[0]})`
  }
}
