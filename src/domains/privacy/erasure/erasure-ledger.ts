import { v7 as uuidv7 } from 'uuid'
import { randomToken, sha256Hex } from '../../../platform/crypto/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import { type Storage, type storageFolders, storagePaths } from '../../../platform/storage/index.ts'

const FOLDER = 'erasures/users' satisfies (typeof storageFolders)[number]
const BATCH = 500

/**
 * Notes beside the files, and so in every backup from now on, that a person was erased: a database that is restored from
 * before knows nothing of it. The note is the id that nothing else carries any more.
 */
export async function noteErasure(storage: Storage, userId: string): Promise<void> {
  await storage.put(storagePaths.erasure(userId), nothing())
}

/**
 * Begins to erase anew whom a restored database brought back. Safe at every start and from several processes; those of
 * whom nothing is there cost nothing.
 * @returns how many there were.
 */
export async function reapplyErasures(context: {
  readonly database: Database
  readonly storage: Storage
  readonly now: () => Date
}): Promise<number> {
  const noted: string[] = []
  for await (const { key } of context.storage.list(FOLDER)) noted.push(key.slice(FOLDER.length + 1))
  let begun = 0
  for (let from = 0; from < noted.length; from += BATCH) {
    const ids = noted.slice(from, from + BATCH)
    begun += await context.database.asSystem(async (transaction) => {
      const { sql } = transaction
      const back = await transaction.rows<{ id: string }>(sql('users').whereIn('id', ids).select('id'))
      for (const { id } of back) {
        transaction.queue(sql('users').where({ id }).update({ is_active: false }))
        transaction.queue(
          sql('erasures')
            .insert({
              id: uuidv7(),
              subject_id: id,
              // Nobody holds what opens this certificate: the person has that of the first time.
              token_digest: sha256Hex(randomToken('swe_')),
              requested_at: context.now(),
            })
            .onConflict('subject_id')
            .ignore(),
        )
      }
      return back.length
    })
  }
  return begun
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // The name says all.
}
