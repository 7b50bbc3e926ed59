import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { createImportFiles } from '../../../src/domains/services/imports/import-files.ts'
import { planStoredArchive } from '../../../src/domains/services/imports/import-plan.ts'
import { beginImport } from '../../../src/domains/services/imports/import-store.ts'
import { runImport } from '../../../src/domains/services/imports/run-import.ts'
import { openDatabase } from '../../../src/platform/database/index.ts'
import { openFolderStorage } from '../../../src/platform/storage/index.ts'

/*
 * Imports an archive of Apple Health, and writes how that went and how much memory this process had at most. Arguments:
 * address of the database, id of the person, id of their service, the archive.
 */
const [connectionString = '', userId = '', serviceId = '', packed = ''] = process.argv.slice(2)
const throwError = (error: unknown): never => {
  throw error
}

const database = await openDatabase({ connectionString, maxConnections: 2, report: throwError })
const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-import-'))
try {
  const files = createImportFiles(await openFolderStorage(folder))
  const id = uuidv7()
  const source = await open(packed)
  const stored = await files.put(userId, id, source.createReadStream(), Number.MAX_SAFE_INTEGER)
  await database.asUser(userId, (transaction) =>
    transaction.affected(
      transaction.sql('service_imports').insert({
        id,
        user_id: userId,
        service_id: serviceId,
        kind: 'archive',
        file_size: stored.bytes,
        file_path: stored.path,
        file_key: stored.key,
      }),
    ),
  )
  const before = process.resourceUsage().maxRSS
  const begun = performance.now()
  const row = await database.asUser(userId, (transaction) => beginImport(transaction, id, new Date()))
  if (row === undefined) throw new Error('The import is not there')
  let unpacked = 0
  await runImport(
    {
      database,
      events: { publish: () => undefined, subscribe: () => () => undefined, close: async () => undefined },
      now: () => new Date(),
      planImport: async (each, service) => {
        const plan = await planStoredArchive(files, each, service, { timeZone: 'Asia/Kolkata' })
        unpacked = plan.bytesTotal ?? 0
        return plan
      },
    },
    row,
    new AbortController().signal,
  )
  const seconds = (performance.now() - begun) / 1000
  const maxRSS = process.resourceUsage().maxRSS
  const { size } = await stat(packed)
  await database.asUser(userId, (transaction) =>
    transaction.affected(transaction.sql('service_imports').where({ id }).update({ settled_at: new Date() })),
  )
  const result = {
    importId: id,
    unpacked,
    packed: size,
    seconds,
    megabytesBefore: before / 1000,
    megabytes: maxRSS / 1000,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  await database.close()
  await rm(folder, { recursive: true })
}
