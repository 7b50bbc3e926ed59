import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ApiClient, apiClient, registerClient } from '../support/api-client.ts'
import {
  asPostgres,
  giveToPostgres,
  missingForCluster,
  type PostgresCluster,
  startPostgresCluster,
} from '../support/postgres-cluster.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { waitFor } from '../support/wait-for.ts'
import { contentOfDatabase, countVectors } from './support/database-content.ts'
import { eraseWith } from './support/erase.ts'
import { runOperatorCommand } from './support/run-command.ts'
import { whatOpens } from './support/what-opens.ts'

const report = new Uint8Array(
  await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))),
)
const PASSWORD = 'mango leaves in the rain'
const missing = missingForCluster('/usr/bin/pgbackrest')

describe.skipIf(missing !== undefined)(missing === undefined ? 'with pgBackRest' : `missing: ${missing}`, () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let cluster: PostgresCluster
  let environment: Record<string, string>
  let server: ServerProcess
  let meena: ApiClient
  let kavya: ApiClient
  let first: string
  let second: string

  beforeAll(async () => {
    folder = await temporaryFolder()
    const backrest = path.join(folder.path, 'backrest')
    await mkdir(backrest)
    await giveToPostgres(backrest)
    const pgBackRest = {
      PGBACKREST_CONFIG: path.join(backrest, 'pgbackrest.conf'),
      PGBACKREST_REPO1_CIPHER_PASS: 'a pass phrase of this test alone',
    }
    cluster = await startPostgresCluster({
      folder: folder.path,
      environment: pgBackRest,
      settings: { archive_mode: 'on', archive_command: 'pgbackrest --stanza=swasthwrap archive-push %p' },
    })
    const configuration = await readFile(
      new URL('../../src/runtime/backup/database-container/pgbackrest.conf', import.meta.url),
      'utf8',
    )
    const here = {
      'repo1-path': path.join(backrest, 'repository'),
      'log-level-file': `off\nlock-path=${backrest}\nspool-path=${backrest}`,
      'pg1-path': `${cluster.dataFolder}\npg1-port=${cluster.port}`,
      'pg1-socket-path': folder.path,
      'pg1-user': 'postgres',
      'pg1-database': 'postgres',
    }
    const changed = Object.entries(here).reduce(
      (text, [name, value]) => text.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}=${value}`),
      configuration,
    )
    await writeFile(pgBackRest.PGBACKREST_CONFIG, changed)
    await cluster.administer('create database care owner swasthwrap_test')
    environment = {
      ...pgBackRest,
      PGBACKREST: [...asPostgres, 'pgbackrest'].join(' '),
      DATABASE_URL: cluster.urlOf('care'),
      MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      SWASTHWRAP_DATA_DIR: path.join(folder.path, 'data'),
      BACKUP_DIR: path.join(folder.path, 'backups'),
      AUTH_RATE_LIMIT_PER_MINUTE: '1000',
    }
    server = await startServerProcess(path.join(folder.path, 'data'), environment)
    meena = await registerClient(server.address, { name: 'Meena Rajagopalan' })
    first = await meena.upload({ name: 'first.pdf', bytes: report })
    await meena.waitForReading(first)
    kavya = await registerClient(server.address, { password: PASSWORD })
    await kavya.waitForReading(await kavya.upload({ name: 'report.pdf', bytes: report }))
  })

  afterAll(async () => {
    await server?.stop()
    await cluster?.remove()
    await folder.remove()
  })

  test('everything destroyed is back as it was in the second before a bad delete; of whom was erased since, nothing opens', async () => {
    const asOwner = `postgresql://postgres@127.0.0.1:${cluster.port}/care`
    expect(await runOperatorCommand('backup', environment)).toEqual({
      code: 0,
      text: expect.stringMatching(/^The database is saved \(full\)\.\n4 new files/),
    })
    second = await meena.upload({ name: 'second.pdf', bytes: report })
    await meena.waitForReading(second)
    await waitFor('vectors', async () => (await countVectors(asOwner)) > 0)
    expect(await runOperatorCommand('backup', environment)).toEqual({
      code: 0,
      text: expect.stringMatching(/^The database is saved \(incr\)\.\n1 new files .* holds 5/),
    })
    // After both copies: comes back from the log alone.
    await meena.json('POST', '/api/v1/allergies', { substance: 'Penicillin' })
    await server.stop()

    const saved = await contentOfDatabase(asOwner)
    const goodMoment = new Date().toISOString()
    await delay(1_000)
    server = await startServerProcess(path.join(folder.path, 'data'), environment)
    const filesOfKavya = path.join(folder.path, 'data/uploads/documents', kavya.userId)
    await cp(filesOfKavya, path.join(folder.path, 'kept'), { recursive: true })
    await eraseWith(apiClient(server.address, kavya.userId, kavya.accessToken), PASSWORD)
    await server.stop()
    expect(await runOperatorCommand('backup', { ...environment, PGBACKREST: 'none' })).toEqual({
      code: 0,
      text: expect.stringMatching(/^1 new files .* holds 4, and let go 2/),
    })
    await cluster.administer('delete from medical_documents', 'care')
    await cluster.administer('delete from allergies', 'care')
    await cluster.stop('fast')
    await rm(cluster.dataFolder, { recursive: true })
    await rm(path.join(folder.path, 'data'), { recursive: true })

    await mkdir(cluster.dataFolder, { mode: 0o700 })
    await giveToPostgres(cluster.dataFolder)
    expect(await runOperatorCommand('restore', environment, goodMoment)).toEqual({
      code: 0,
      text: expect.stringMatching(/start PostgreSQL.*\n4 files are back/),
    })
    await cluster.start()
    await waitFor('the end of recovery', async () => {
      const [state] = await cluster.administer('select pg_is_in_recovery() as recovering')
      return state?.['recovering'] === false
    })
    expect(await contentOfDatabase(asOwner)).toEqual(saved)

    // Everything that an operator can have: the database of before, the master key, and a file that somebody put aside in time.
    await cp(path.join(folder.path, 'kept'), filesOfKavya, { recursive: true })
    const masterKey = Buffer.from(environment['MASTER_KEY'] ?? '', 'base64')
    const place = { connectionString: cluster.urlOf('care'), files: path.join(folder.path, 'data'), masterKey }
    const ofMeena = await whatOpens({ ...place, userId: meena.userId })
    expect(ofMeena).toEqual({ text: expect.not.stringContaining('swx1'), file: '%PDF-' })
    expect(await whatOpens({ ...place, userId: kavya.userId })).toEqual({ text: 'sealed', file: 'sealed' })

    server = await startServerProcess(path.join(folder.path, 'data'), environment)
    meena = apiClient(server.address, meena.userId, meena.accessToken)
    for (const document of [first, second]) {
      const content = await meena.request('GET', `/api/v1/documents/${document}/content`)
      expect(Buffer.from(await content.arrayBuffer()).equals(Buffer.from(report))).toBe(true)
    }
  })

  test.each([
    ['a moment without a zone', 'restore', '2026-11-23T17:20:00', 2, /written with its zone/],
    ['a database that is running', 'restore', undefined, 1, /while PostgreSQL is running/],
    ['a kind of backup that there is not', 'backup', 'partial', 2, /Only full or incr/],
  ] as const)('%s is refused with a sentence', async (_, command, word, code, text) => {
    const outcome = await runOperatorCommand(command, environment, ...(word === undefined ? [] : [word]))
    expect(outcome).toEqual({ code, text: expect.stringMatching(text) })
  })
})
