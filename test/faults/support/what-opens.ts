import {
  createTextVault,
  createUserKeys,
  DecryptionError,
  decryptStream,
  localKeyWrapper,
  plainSize,
} from '../../../src/platform/crypto/index.ts'
import { openDatabase } from '../../../src/platform/database/index.ts'
import { openFolderStorage, type Storage } from '../../../src/platform/storage/index.ts'

export interface Opened {
  /** The text of a person's first page, of which the database holds the sealed form. */
  readonly text: string
  /** The first bytes of their first document's file, which must be there. */
  readonly file: string
}

/** What can be read of a person in a restored database by whoever has the master key, the files, and this program. */
export async function whatOpens(place: {
  readonly connectionString: string
  readonly files: string
  readonly masterKey: Buffer
  readonly userId: string
}): Promise<Opened> {
  const { connectionString, userId } = place
  const storage = await openFolderStorage(place.files)
  const database = await openDatabase({ connectionString, maxConnections: 1, report: () => undefined })
  try {
    const userKeys = createUserKeys(localKeyWrapper(place.masterKey), storage)
    const sealed = await database.asUser(userId, (transaction) =>
      transaction.row<{ count: number }>(
        transaction.sql('document_pages').whereLike('text', '%swx1:%').count({ count: '*' }),
      ),
    )
    if (!sealed?.count) throw new Error('The database does not hold the sealed text.')
    database.useTexts(createTextVault(userKeys))
    return {
      text: await orSealed(async () => {
        const row = await database.asUser(userId, (transaction) =>
          transaction.row<{ text: string }>(transaction.sql('document_pages').orderBy('page_number').select('text')),
        )
        return row?.text ?? ''
      }),
      file: await orSealed(async () => {
        const [row, key] = await database.asUser(userId, async (transaction) => {
          const found = await transaction.row<{ id: string; path: string; key: string; version: number }>(
            transaction.sql('medical_documents').orderBy('created_at').limit(1).select('id', {
              path: 'file_path',
              key: 'encryption_key',
              version: 'encryption_key_version',
            }),
          )
          if (found === undefined) throw new Error('The database does not hold the document.')
          const stored = { wrapped: found.key, userKeyVersion: found.version }
          return [found, await userKeys.openDataKey(transaction, userId, `document:${found.id}`, stored)] as const
        })
        return firstBytes(storage, row, key)
      }),
    }
  } finally {
    await database.close()
  }
}

async function firstBytes(storage: Storage, row: { id: string; path: string }, key: Buffer): Promise<string> {
  const size = await storage.size(row.path)
  if (size === undefined) throw new Error('The file is not there.')
  const read = (range: { start: number; end: number }) => storage.read(row.path, range)
  for await (const chunk of decryptStream(read, key, `document:${row.id}`, plainSize(size))) {
    return chunk.subarray(0, 5).toString('latin1')
  }
  return ''
}

async function orSealed(open: () => Promise<string>): Promise<string> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof DecryptionError) return 'sealed'
    throw error
  }
}
