import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { type Connection, createConnection, migrate } from '../../src/platform/database/index.ts'
import { migrateJobs } from '../../src/platform/jobs/index.ts'
import { templateFolder } from '../../src/runtime/embedded-template.ts'

/** Held while the template is being made, so that test files starting together make it once. The number means nothing. */
const TEMPLATE_LOCK = 7_260_452

/** A database of its own on the server that `serverUrl` names, copied from a migrated template. */
export async function createServerDatabase(
  serverUrl: string,
): Promise<{ connectionString: string; remove: () => Promise<void> }> {
  const name = `swasthwrap_test_${randomUUID().replaceAll('-', '')}`
  await withServer(serverUrl, async (client) => {
    await client.query(`create database ${name} template ${await ensureServerTemplate(client, serverUrl)}`)
  })
  return {
    connectionString: urlOf(serverUrl, name),
    remove: () =>
      withServer(serverUrl, async (client) => {
        await client.query(`drop database ${name} with (force)`)
      }),
  }
}

async function ensureServerTemplate(client: Connection, serverUrl: string): Promise<string> {
  const name = `swasthwrap_${path.basename(await templateFolder()).replaceAll('-', '_')}`
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
  if (rowCount === 0) {
    const unfinished = `${name}_unfinished`
    await client.query(`drop database if exists ${unfinished} with (force)`)
    await client.query(`create database ${unfinished}`)
    await migrate(urlOf(serverUrl, unfinished))
    await migrateJobs(urlOf(serverUrl, unfinished))
    await client.query(`alter database ${unfinished} rename to ${name}`)
  }
  await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  return name
}

async function withServer(serverUrl: string, work: (client: Connection) => Promise<void>): Promise<void> {
  const client = createConnection(serverUrl)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
