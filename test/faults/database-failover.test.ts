import { execFile } from 'node:child_process'
import { chmod, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConnection } from '../../src/platform/database/index.ts'
import { forgetPrimary, primaryAddress } from '../../src/platform/database/primary-client.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import {
  giveToPostgres,
  missingForCluster,
  type PostgresCluster,
  startPostgresCluster,
} from '../support/postgres-cluster.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { waitFor } from '../support/wait-for.ts'

const missing = missingForCluster('/usr/bin/openssl')

describe.skipIf(missing !== undefined)(missing === undefined ? 'two PostgreSQL servers' : `missing: ${missing}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let certificate: string
  let primary: PostgresCluster
  let replica: PostgresCluster
  let both: string
  let server: ServerProcess
  let meena: ApiClient

  beforeAll(async () => {
    folder = await temporaryFolder()
    certificate = path.join(folder.path, 'certificate.pem')
    const key = path.join(folder.path, 'key.pem')
    const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
    const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
    await promisify(execFile)('openssl', ['req', '-x509', ...kind, ...names, '-keyout', key, '-out', certificate])
    await giveToPostgres(key)
    await chmod(key, 0o600)
    primary = await startPostgresCluster({
      folder: folder.path,
      settings: { ssl: 'on', ssl_cert_file: certificate, ssl_key_file: key },
    })
    await primary.administer('create database care owner swasthwrap_test')
    replica = await startPostgresCluster({ folder: folder.path, replicaOf: primary })
    both = primary.urlOf('care').replace(/(127[^/]*)\//, `$1,127.0.0.1:${replica.port}/`)
    server = await startServerProcess(path.join(folder.path, 'data'), {
      DATABASE_URL: both,
      DATABASE_READ_URL: replica.urlOf('care'),
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    })
    meena = await registerClient(server.address)
  })

  afterAll(async () => {
    await server?.stop()
    await replica?.remove()
    await primary?.remove()
    await folder.remove()
  })

  const addPulse = (value: number) =>
    meena.json('POST', '/api/v1/metrics', { metric_type: 'heart_rate', value, unit: '/min' })
  const pulses = async () => {
    const { data } = await meena.json<{ data: { count: number }[] }>(
      'GET',
      '/api/v1/metrics/summary?metric_type=heart_rate&bucket=year',
    )
    return data.reduce((sum, { count }) => sum + count, 0)
  }

  test('over TLS 1.3 with a known certificate, and with nothing less', async () => {
    const address = `postgresql://postgres@localhost:${primary.port}/care?sslmode=verify-full`
    const connection = createConnection(`${address}&sslrootcert=${certificate}`)
    await connection.connect()
    const { rows } = await connection.query('select version from pg_stat_ssl where pid = pg_backend_pid()')
    await connection.end()
    expect(rows).toEqual([{ version: 'TLSv1.3' }])
    await expect(createConnection(address).connect()).rejects.toThrow(/self-signed certificate/)
    await primary.administer("alter system set ssl_max_protocol_version = 'TLSv1.2'")
    await primary.administer('select pg_reload_conf()')
    await waitFor('the older protocol', async () => {
      const [setting] = await primary.administer('show ssl_max_protocol_version')
      return setting?.['ssl_max_protocol_version'] === 'TLSv1.2'
    })
    await expect(createConnection(`${address}&sslrootcert=${certificate}`).connect()).rejects.toThrow(
      /protocol version/,
    )
  })

  test('the replica answers what reads much, and everybody finds what they have just written', async () => {
    for (let count = 1; count <= 15; count += 1) {
      await addPulse(60 + count)
      expect(await pulses()).toBe(count)
    }
    await waitFor('the replica to have read the measurements', async () => {
      const [scans] = await replica.administer(
        "select seq_scan + coalesce(idx_scan, 0) > 0 as happened from pg_stat_user_tables where relname = 'health_metrics'",
        'care',
      )
      return scans?.['happened'] === true
    })
    await replica.administer('select pg_wal_replay_pause()')
    await addPulse(90)
    expect(await pulses()).toBe(16)
    await replica.administer('select pg_wal_replay_resume()')
    // Every reading is in the audit log, which only the primary can write.
    const [lines] = await primary.administer(
      "select count(*)::int as count from audit_logs where action = 'metrics.summary'",
      'care',
    )
    expect(lines?.['count']).toBe(16)
  })

  test('when the primary is killed the promoted replica takes over, with everything that it had', async () => {
    await waitFor('the replica to have everything', async () => {
      const [{ position } = {}] = await primary.administer('select pg_current_wal_flush_lsn()::text as position')
      const [state] = await replica.administer(`select pg_last_wal_replay_lsn() >= '${String(position)}' as caught_up`)
      return state?.['caught_up'] === true
    })
    await primary.stop('immediate')
    expect((await meena.request('GET', '/api/v1/metrics')).status).toBe(503)
    await replica.administer('select pg_promote()')
    await waitFor('the server to work again', async () => (await meena.request('GET', '/api/v1/metrics')).ok, 30_000)
    expect(await pulses()).toBe(16)
    await addPulse(91)
    expect(await pulses()).toBe(17)
    // Jobs and events have found their way too.
    const sample = await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url)))
    const document = await meena.upload({ name: 'report.pdf', bytes: new Uint8Array(sample) })
    expect((await meena.waitForReading(document)).status).toBe('reviewed')
  })

  test('a primary of old that comes back is not taken for the primary', async () => {
    await primary.start()
    forgetPrimary(both)
    expect(await primaryAddress(both)).toContain(`:${replica.port}/`)
  })
})
