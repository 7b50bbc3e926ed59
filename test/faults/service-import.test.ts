import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type ApiClient, apiClient, registerClient } from '../support/api-client.ts'
import { addUser, openTestDatabase } from '../support/database.ts'
import { startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { zipOf, zipStream } from '../support/vendor-archives.ts'
import { waitFor } from '../support/wait-for.ts'
import { appleRecordsOf } from './support/apple-records.ts'

interface ImportRow {
  readonly status: string
  readonly imported: number
  readonly duplicates: number
  readonly bytes_done: number
}

describe('an import of a large archive', () => {
  it('goes on after a kill -9 behind what was kept, and brings nothing twice', async () => {
    const folder = await temporaryFolder()
    const xml = [...appleRecordsOf(9_000_000)].join('')
    const kept = [...xml.matchAll(/HKQuantityTypeIdentifier(?:HeartRate|StepCount)"/g)].length
    const address = (service: string, id: string) => `/api/v1/connected-services/${service}/imports/${id}`
    let client: ApiClient
    let service: string
    let id: string
    try {
      const first = await startServerProcess(folder.path)
      try {
        client = await registerClient(first.address)
        service = (
          await client.json<{ id: string }>('POST', '/api/v1/connected-services', { service_name: 'apple_health' })
        ).id
        const form = new FormData()
        form.append('file', new Blob([new Uint8Array(await zipOf({ 'apple_health_export/export.xml': xml }))]), 'a.zip')
        const response = await fetch(`${first.address}/api/v1/connected-services/${service}/imports`, {
          method: 'POST',
          headers: { authorization: `Bearer ${client.accessToken}` },
          body: form,
        })
        id = ((await response.json()) as { id: string }).id
        await waitFor('the first batch', async () => {
          const row = await client.json<ImportRow>('GET', address(service, id))
          return row.imported > 0 && row.status === 'running'
        })
      } finally {
        await first.kill()
      }
      const second = await startServerProcess(folder.path)
      try {
        const again = apiClient(second.address, client.userId, client.accessToken)
        const row = await waitFor(
          'the import to end',
          async () => {
            const now = await again.json<ImportRow>('GET', address(service, id))
            return now.status !== 'running' && now
          },
          90_000,
        )
        expect(row).toMatchObject({ status: 'completed', imported: kept, duplicates: 0 })
      } finally {
        await second.stop()
      }
    } finally {
      await folder.remove()
    }
  })

  // IMPORT_XML_MEGABYTES=1000 measures a gigabyte, which takes minutes.
  it('takes little memory, whatever its size', async () => {
    const megabytes = process.env['IMPORT_XML_MEGABYTES'] ?? '24'
    const test = await openTestDatabase()
    const folder = await temporaryFolder()
    try {
      const userId = await addUser(test.database)
      const [service] = await test.query<{ id: string }>(
        "insert into connected_services (user_id, service_name) values ($1, 'apple_health') returning id",
        [userId],
      )
      // Made while it is packed: it is nowhere whole.
      const packed = path.join(folder.path, 'export.zip')
      await pipeline(
        zipStream({ 'apple_health_export/export.xml': () => appleRecordsOf(Number(megabytes) * 1_000_000) }),
        createWriteStream(packed),
      )
      const script = fileURLToPath(new URL('support/import-process.ts', import.meta.url))
      const { stdout } = await promisify(execFile)(
        process.execPath,
        // With a heap that ends the process where the import needs more, not only where V8 is in no hurry to collect.
        [
          '--max-semi-space-size=4',
          '--max-old-space-size=80',
          script,
          test.connectionString,
          userId,
          service?.id ?? '',
          packed,
        ],
        { env: { PATH: process.env['PATH'] } },
      )
      const measured = JSON.parse(stdout) as { megabytes: number; seconds: number; unpacked: number; packed: number }
      const [row] = await test.query<ImportRow>(
        'select status, imported, duplicates, bytes_done::float8 from service_imports',
      )
      expect(row?.status).toBe('completed')
      expect(row?.bytes_done).toBe(measured.unpacked)
      expect(row?.imported).toBeGreaterThan(Number(megabytes) * 500)
      if (process.env['IMPORT_XML_MEGABYTES'] !== undefined) {
        process.stderr.write(`${JSON.stringify({ ...measured, ...row })}\n`)
      }
      expect(measured.megabytes).toBeLessThan(200)
    } finally {
      await test.close()
      await folder.remove()
    }
  }, 3_600_000)
})
