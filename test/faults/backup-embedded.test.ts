import { randomBytes } from 'node:crypto'
import { copyFile, cp, glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionStringOf, startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts'
import { type ApiClient, apiClient, registerClient } from '../support/api-client.ts'
import { type ServerProcess, startServerProcess, temporaryFolder } from '../support/server-process.ts'
import { waitFor } from '../support/wait-for.ts'
import { contentOfDatabase, countVectors, type DatabaseContent } from './support/database-content.ts'
import { eraseWith } from './support/erase.ts'
import { runOperatorCommand } from './support/run-command.ts'
import { whatOpens } from './support/what-opens.ts'

const report = new Uint8Array(
  await readFile(fileURLToPath(new URL('../../src/demo/sample-report.pdf', import.meta.url))),
)

const OFTEN = { AUTH_RATE_LIMIT_PER_MINUTE: '1000' }
const PASSWORD = 'mango leaves in the rain'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
let environment: Record<string, string>
let server: ServerProcess
let meena: ApiClient
let kavya: ApiClient
let document: string

beforeAll(async () => {
  folder = await temporaryFolder()
  data = path.join(folder.path, 'data')
  environment = { SWASTHWRAP_DATA_DIR: data, BACKUP_DIR: path.join(folder.path, 'backups') }
  server = await startServerProcess(data, OFTEN)
  meena = await registerClient(server.address, { name: 'Meena Rajagopalan' })
  document = await meena.upload({ name: 'report.pdf', bytes: report })
  await meena.waitForReading(document)
  await meena.json('POST', '/api/v1/allergies', { substance: 'Penicillin' })
  kavya = await registerClient(server.address, { password: PASSWORD })
  await kavya.waitForReading(await kavya.upload({ name: 'report.pdf', bytes: report }))
})

afterAll(async () => {
  await server?.stop()
  await folder.remove()
})

test('a backup of a running server brings back every row, file and vector after everything was destroyed', async () => {
  const database = connectionStringOf(path.join(data, 'postgres'))
  await waitFor('vectors', async () => (await countVectors(database)) > 0)
  const saved = await saveUnchanged(database)
  expect(saved['record_chunks']?.rows).toBeGreaterThan(0)
  await expectUnreadable(path.join(folder.path, 'backups'))
  // What is written after the backup is no part of it.
  await meena.json('POST', '/api/v1/allergies', { substance: 'Dust' })

  await server.kill()
  await copyFile(path.join(data, 'master.key'), path.join(folder.path, 'master.key'))
  await rm(data, { recursive: true })

  expect(await runOperatorCommand('restore', environment)).toMatchObject({ code: 1, text: /Put the file master\.key/ })
  await mkdir(data)
  await writeFile(path.join(data, 'master.key'), `${randomBytes(32).toString('base64')}\n`)
  expect(await runOperatorCommand('restore', environment)).toMatchObject({ code: 1, text: /master key does not open/ })
  await copyFile(path.join(folder.path, 'master.key'), path.join(data, 'master.key'))
  expect(await runOperatorCommand('restore', environment)).toEqual({
    code: 0,
    text: expect.stringMatching(/^4 files/m),
  })

  const postgres = await startEmbeddedPostgres(path.join(data, 'postgres'), { report: throwIt, durable: false })
  expect(await contentOfDatabase(postgres.connectionString)).toEqual(saved)
  await postgres.close()

  server = await startServerProcess(data, OFTEN)
  meena = apiClient(server.address, meena.userId, meena.accessToken)
  const content = await meena.request('GET', `/api/v1/documents/${document}/content`)
  expect(Buffer.from(await content.arrayBuffer()).equals(Buffer.from(report))).toBe(true)
  const { data: kept } = await meena.json<{ data: { substance: string }[] }>('GET', '/api/v1/allergies')
  expect(kept.map(({ substance }) => substance)).toEqual(['Penicillin'])
})

test('an older copy can be had, though it opens nothing of whom was erased since; a database is never written over', async () => {
  await meena.upload({ name: 'another.pdf', bytes: report })
  const filesOfKavya = path.join(data, 'uploads/documents', kavya.userId)
  await cp(filesOfKavya, path.join(folder.path, 'kept'), { recursive: true })
  await eraseWith(apiClient(server.address, kavya.userId, kavya.accessToken), PASSWORD)
  // The new one, and those that the restore wrote anew: Meena's file and key. Of Kavya the note that she was erased.
  const second = await runOperatorCommand('backup', environment)
  expect(second).toEqual({
    code: 0,
    text: expect.stringMatching(/^4 new files are saved; the backup holds 4, and let go 2\.$/m),
  })
  const left: string[] = []
  for await (const name of glob('files/{keys,uploads}/**/*', { cwd: path.join(folder.path, 'backups') }))
    left.push(name)
  expect(left).toContainEqual(expect.stringMatching(`keys/users/${meena.userId}/.`))
  expect(left).not.toContainEqual(expect.stringMatching(`${kavya.userId}/.*[0-9a-f-]{36}`))
  const copies = (await readdir(path.join(folder.path, 'backups/archives/database'))).sort()
  expect(copies.length).toBeGreaterThan(1)
  expect(await runOperatorCommand('restore', environment)).toMatchObject({
    code: 1,
    text: /Another Swasthwrap process/,
  })
  await server.stop()
  expect(await runOperatorCommand('restore', environment)).toMatchObject({ code: 1, text: /holds a database already/ })

  const elsewhere = { ...environment, SWASTHWRAP_DATA_DIR: path.join(folder.path, 'elsewhere') }
  await mkdir(elsewhere.SWASTHWRAP_DATA_DIR)
  await copyFile(path.join(data, 'master.key'), path.join(elsewhere.SWASTHWRAP_DATA_DIR, 'master.key'))
  const older = await runOperatorCommand('restore', elsewhere, `archives/database/${copies[0]}`)
  expect(older).toEqual({ code: 0, text: expect.stringContaining(`from archives/database/${copies[0]}`) })

  // Everything that an operator can have: the copy, the master key, and a file that somebody put aside in time.
  await cp(path.join(folder.path, 'kept'), filesOfKavya.replace(data, elsewhere.SWASTHWRAP_DATA_DIR), {
    recursive: true,
  })
  const postgres = await startEmbeddedPostgres(path.join(elsewhere.SWASTHWRAP_DATA_DIR, 'postgres'), {
    report: throwIt,
    durable: false,
  })
  const masterKey = Buffer.from((await readFile(path.join(data, 'master.key'), 'utf8')).trim(), 'base64')
  const there = { connectionString: postgres.connectionString, files: elsewhere.SWASTHWRAP_DATA_DIR, masterKey }
  const ofMeena = await whatOpens({ ...there, userId: meena.userId })
  const ofKavya = await whatOpens({ ...there, userId: kavya.userId })
  await postgres.close()
  expect(ofMeena).toEqual({ text: expect.stringMatching(/\w{4}/), file: '%PDF-' })
  expect(ofMeena.text).not.toContain('swx1')
  expect(ofKavya).toEqual({ text: 'sealed', file: 'sealed' })
})

test('a changed copy is refused, and nothing of it appears', async () => {
  const newest = (await readdir(path.join(folder.path, 'backups/archives/database'))).sort().at(-1) ?? ''
  const file = path.join(folder.path, 'backups/archives/database', newest)
  const bytes = await readFile(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  await writeFile(file, bytes)
  const elsewhere = { ...environment, SWASTHWRAP_DATA_DIR: path.join(folder.path, 'third') }
  await mkdir(elsewhere.SWASTHWRAP_DATA_DIR)
  await copyFile(path.join(data, 'master.key'), path.join(elsewhere.SWASTHWRAP_DATA_DIR, 'master.key'))
  expect((await runOperatorCommand('restore', elsewhere)).code).toBe(1)
  expect((await readdir(elsewhere.SWASTHWRAP_DATA_DIR)).filter((name) => !name.startsWith('lock'))).toEqual([
    'master.key',
  ])
})

/** Saves the database at a moment in which no job changed it on the way, so that the copy can be compared with it. */
async function saveUnchanged(database: string): Promise<DatabaseContent> {
  return await waitFor(
    'a backup without a change on the way',
    async () => {
      const before = await contentOfDatabase(database)
      const outcome = await runOperatorCommand('backup', environment)
      expect(outcome).toEqual({ code: 0, text: expect.stringMatching(/The database is saved as archives\/database\//) })
      return JSON.stringify(await contentOfDatabase(database)) === JSON.stringify(before) && before
    },
    60_000,
  )
}

async function expectUnreadable(backups: string): Promise<void> {
  for (const entry of await readdir(backups, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = await readFile(path.join(entry.parentPath, entry.name))
    for (const word of ['Rajagopalan', 'Penicillin', '%PDF', 'ustar']) expect(bytes.includes(word)).toBe(false)
  }
}

function throwIt(error: unknown): never {
  throw error
}
