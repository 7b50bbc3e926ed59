import { mkdtemp, rm, utimes } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sweepFilesJob } from '../../src/domains/documents/index.ts'
import { openFolderStorage, type Storage, storagePaths } from '../../src/platform/storage/index.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'

let test: TestDatabase
let root: string
let storage: Storage

beforeAll(async () => {
  test = await openTestDatabase()
  root = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  storage = await openFolderStorage(root)
})
afterAll(async () => {
  await test.close()
  await rm(root, { recursive: true })
})

async function* content(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('encrypted')
}

async function keep(key: string, ageHours: number): Promise<string> {
  await storage.put(key, content())
  const at = new Date(Date.now() - ageHours * 3_600_000)
  await utimes(path.join(root, key), at, at)
  return key
}

it('files without a row are swept, once they are old enough to be nobody’s upload', async () => {
  const userId = await addUser(test.database)
  const place = (id: string) => storagePaths.document(userId, new Date('2026-03-01'), id)
  const known = uuidv7()
  await test.query(
    `insert into medical_documents
       (id, user_id, document_name, original_filename, file_path, file_size, file_type, mime_type, category)
     values ($1, $2, 'a', 'a.pdf', $3, 9, 'pdf', 'application/pdf', 'other')`,
    [known, userId, place(known)],
  )
  const kept = [
    await keep(place(known), 100),
    await keep(place(uuidv7()), 2),
    await keep(storagePaths.avatar(userId, 'a.png'), 100),
    await keep(storagePaths.document(userId, new Date('2026-03-01'), 'by-hand.txt'), 100),
  ]
  const orphan = await keep(place(uuidv7()), 100)
  const attempt = { number: 1, last: true, signal: new AbortController().signal, standAside: () => undefined }
  await sweepFilesJob.run({ database: test.database, storage }, {}, attempt)
  expect(await storage.size(orphan)).toBeUndefined()
  expect(await Promise.all(kept.map((key) => storage.size(key)))).toEqual([9, 9, 9, 9])
})
