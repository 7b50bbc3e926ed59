import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createConnection, DatabaseUnavailable, openDatabase } from '../../src/platform/database/index.ts'
import { startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts'
import { ensureTemplate } from '../../src/runtime/embedded-template.ts'
import { DataFolderInUse, openRuntime, type Runtime } from '../../src/runtime/index.ts'
import { addUser } from '../support/database.ts'

const reported: unknown[] = []
const report = (error: unknown) => void reported.push(error)

let parent: string

beforeAll(async () => {
  await ensureTemplate(report)
  parent = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
})

afterAll(async () => {
  await rm(parent, { recursive: true, force: true })
})

function open(name: string): Promise<Runtime> {
  return openRuntime({ dataDirectory: path.join(parent, name), report })
}

async function allergyIds(runtime: Runtime): Promise<string[]> {
  const rows = await runtime.database.asSystem((transaction) =>
    transaction.rows<{ id: string }>(transaction.sql('allergies').select('id')),
  )
  return rows.map((row) => row.id)
}

describe('the embedded profile', () => {
  it('is there without any server, and keeps its rows over a restart', async () => {
    const first = await open('restart')
    const userId = await addUser(first.database)
    const { profile } = first
    await first.close()
    const second = await open('restart')
    const row = await second.database.asUser(userId, (transaction) =>
      transaction.row<{ id: string }>(transaction.sql('users').select('id')),
    )
    await second.close()
    expect({ profile, row }).toEqual({ profile: 'embedded', row: { id: userId } })
  })

  it('starts a new folder from the template, without making a database or migrating one', async () => {
    const started = new Date()
    const runtime = await open('copied')
    const socketFolder = encodeURIComponent(path.join(parent, 'copied', 'postgres-socket'))
    const owner = createConnection(`postgresql://postgres@${socketFolder}:5432/postgres`)
    await owner.connect()
    const { rows } = await owner.query<{ last: Date }>('select max(migration_time) as last from schema_migrations')
    await owner.end()
    await runtime.close()
    expect(rows[0]?.last.getTime()).toBeLessThan(started.getTime())
  })

  it('refuses a folder that is in use, with a sentence, and takes it once it is free', async () => {
    const first = await open('shared')
    const second = open('shared')
    await expect(second).rejects.toThrow(DataFolderInUse)
    await expect(second).rejects.toThrow(/^Another Swasthwrap process is using the data folder .*shared\./)
    // The one that was there first is not disturbed.
    await first.database.ping()
    await first.close()
    await (await open('shared')).close()
  })

  it('works in a folder whose path is too long for a socket', async () => {
    const runtime = await open('long'.repeat(40))
    await runtime.database.ping()
    await runtime.close()
    expect(await readdir(path.join(parent, 'long'.repeat(40)))).toContain('postgres')
  })

  it('starts after a first start that was cut short', async () => {
    const folder = path.join(parent, 'cut')
    await (await open('cut')).close()
    await rename(path.join(folder, 'postgres'), path.join(folder, 'postgres.99.unfinished'))
    const runtime = await open('cut')
    await runtime.database.ping()
    await runtime.close()
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([])
  })

  it('loses nothing that it acknowledged when it is killed', async () => {
    const folder = path.join(parent, 'killed')
    const first = await open('killed')
    const userId = await addUser(first.database)
    await first.close()
    const acknowledged: string[] = []
    for (const milliseconds of [20, 150, 400]) {
      const before = acknowledged.length
      const child = startWriter(folder, userId, acknowledged)
      await vi.waitUntil(() => acknowledged.length > before, { timeout: 20_000, interval: 5 })
      await delay(milliseconds)
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    const runtime = await open('killed')
    const kept = new Set(await allergyIds(runtime))
    await runtime.close()
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    // At most the one of each round that was committed when the process died, and not yet said.
    expect(kept.size - acknowledged.length).toBeLessThanOrEqual(3)
  })
})

describe('the embedded engine', () => {
  it.each([
    [
      'fails, here by an overflow of its stack',
      `create function pg_temp.f(int) returns int language plpgsql as $$ begin return pg_temp.f($1 + 1); end $$;
       select pg_temp.f(1)`,
    ],
    ['goes on for ever', 'do $$ begin loop end loop; end $$'],
  ])('is started anew when it %s, and keeps what was committed', async (_name, sql) => {
    const folder = path.join(parent, `engine-${Date.now()}`)
    const complaints: unknown[] = []
    const complain = (error: unknown) => void complaints.push(error)
    const template = await ensureTemplate(complain)
    const postgres = await startEmbeddedPostgres(folder, {
      report: complain,
      durable: false,
      hangMilliseconds: 2_000,
      template,
    })
    const { connectionString } = postgres
    const database = await openDatabase({ connectionString, maxConnections: 2, report: complain })
    const userId = await addUser(database)
    const fatal = database.asSystem((transaction) => transaction.rows(transaction.sql.raw(sql)))
    await expect(fatal).rejects.toThrow(DatabaseUnavailable)
    const readUser = () =>
      database.asUser(userId, (transaction) => transaction.rows(transaction.sql('users').select('id')))
    let rows: unknown[] = []
    await vi.waitUntil(
      async () => {
        rows = await readUser().catch(() => [])
        return rows.length > 0
      },
      { timeout: 20_000, interval: 100 },
    )
    await database.close()
    await postgres.close()
    expect(rows).toEqual([{ id: userId }])
    expect(complaints.length).toBeGreaterThan(0)
  })
})

function startWriter(folder: string, userId: string, acknowledged: string[]): ChildProcess {
  const script = fileURLToPath(new URL('./support/writer-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, folder, userId], { stdio: ['ignore', 'pipe', 'inherit'] })
  createInterface({ input: child.stdout! }).on('line', (line) => acknowledged.push(line))
  return child
}
