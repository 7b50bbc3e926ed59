import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Connection, createConnection } from '../../../src/platform/database/index.ts'
import { createServerDatabase } from '../../support/server-database.ts'

const run = promisify(execFile)
const script = (name: string) => fileURLToPath(new URL(`../../support/${name}`, import.meta.url))

/** PostgreSQL and Redis of a suite, with a migrated database of its own. */
export interface BenchServices {
  /** As the server logs in: held by row-level security. */
  readonly databaseUrl: string
  /** As the superuser, past row-level security: what a server by hand would use. */
  readonly superuserUrl: string
  readonly redisUrl: string
  readonly postmasterPid: number
  readonly versions: { readonly postgres: string; readonly redis: string }
  /** A connection as the superuser, for making data and looking at sizes. */
  readonly connection: Connection
  close(): Promise<void>
}

/** Starts the services for one suite; `close` ends them. */
export async function startServices(): Promise<BenchServices> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-bench-'))
  const { stdout } = await run('bash', [script('start-services.sh'), folder])
  const addresses = Object.fromEntries(
    stdout
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  ) as { TEST_DATABASE_URL: string; TEST_REDIS_URL: string }
  const { TEST_DATABASE_URL: serverUrl, TEST_REDIS_URL: redisUrl } = addresses
  const database = await createServerDatabase(serverUrl)
  const superuser = new URL(database.connectionString)
  superuser.username = 'postgres'
  const connection = createConnection(superuser.href)
  await connection.connect()
  const version = await connection.query<{ version: string }>("select current_setting('server_version') as version")
  const { stdout: redis } = await run('redis-server', ['--version'])
  return {
    databaseUrl: database.connectionString,
    superuserUrl: superuser.href,
    redisUrl,
    postmasterPid: Number(readFileSync(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n', 1)[0]),
    versions: {
      postgres: version.rows[0]?.version.split(' ', 1)[0] ?? '?',
      redis: /v=(\S+)/.exec(redis)?.[1] ?? '?',
    },
    connection,
    async close() {
      await connection.end()
      await run('bash', [script('stop-services.sh'), folder])
    },
  }
}
