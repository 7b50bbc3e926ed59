import { v7 as uuidv7 } from 'uuid'
import type { Database, Transaction } from '../../platform/database/index.ts'
import type { PictureMemory, PictureReading } from '../../reader/index.ts'

/** Long enough for a reading that begins anew, and for the same report sent twice; the pages of the document stay anyway. */
const KEPT_DAYS = 30

/** What was made of a person's pictures, sealed, under a fingerprint that tells nothing without the person's key. */
export function pictureMemoryOf(database: Database, userId: string): PictureMemory {
  const place = (id: string) => ({ userId, column: 'read_pictures.reading', row: id })
  return {
    recall: (digest) =>
      database.asUser(userId, async (transaction) => {
        const fingerprint = await transaction.texts.fingerprint(transaction, userId, digest)
        const row = await transaction.row<{ reading: string }>(
          transaction.sql('read_pictures').where({ fingerprint }).select('id', 'reading'),
        )
        return row && (JSON.parse(row.reading) as PictureReading)
      }),
    keep: (digest, reading) =>
      database.asUser(userId, async (transaction) => {
        const id = uuidv7()
        const sealed = await transaction.texts.seal(transaction, place(id), JSON.stringify(reading))
        const fingerprint = await transaction.texts.fingerprint(transaction, userId, digest)
        await transaction.affected(
          transaction
            .sql('read_pictures')
            .insert({ id, user_id: userId, fingerprint, reading: sealed })
            .onConflict(['user_id', 'fingerprint'])
            .ignore(),
        )
      }),
  }
}

/** Forgets what was read long ago. */
export function forgetOldPictures(transaction: Transaction, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  return transaction.affected(transaction.sql('read_pictures').where('created_at', '<', before).delete())
}
