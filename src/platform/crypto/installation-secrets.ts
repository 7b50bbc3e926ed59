import { randomBytes } from 'node:crypto'
import type { Database } from '../database/index.ts'
import type { KeyWrapper } from './key-wrapper.ts'
import { KEY_BYTES } from './sealed-box.ts'

const identityOf = (name: string) => `installation-secret:${name}`

interface Row {
  wrapped_secret: Buffer
}

/**
 * A secret of the whole installation: 32 bytes, the same in every process and after every start. Made at the first call,
 * and kept wrapped by the master key, so that it stays the same when the master key is replaced.
 * @throws {DecryptionError} where the master key is not the one that wrapped it.
 */
export async function openInstallationSecret(
  database: Database,
  keyWrapper: KeyWrapper,
  name: string,
): Promise<Buffer> {
  const wrapped = await database.asSystem(async (transaction) => {
    const { sql } = transaction
    const find = () => transaction.row<Row>(sql('installation_secrets').where({ name }).select('wrapped_secret'))
    const known = await find()
    if (known !== undefined) return known.wrapped_secret
    await transaction.affected(
      sql('installation_secrets')
        .insert({
          name,
          wrapped_secret: await keyWrapper.wrap(randomBytes(KEY_BYTES), identityOf(name)),
          wrapper_id: keyWrapper.id,
        })
        .onConflict('name')
        .ignore(),
    )
    // Of two processes at once, the one that was first counts.
    return (await find())?.wrapped_secret
  })
  if (wrapped === undefined) throw new Error('The secret that was kept is not there.')
  return keyWrapper.unwrap(wrapped, identityOf(name))
}
