import type { JWK } from 'jose'
import type { Database, Transaction } from '../database/index.ts'

export interface StoredSigningKey {
  /** A UUID, which tokens name as `kid`. */
  readonly id: string
  readonly publicKey: JWK
  readonly wrappedPrivateKey: Buffer
  /** Names the key that wraps it. */
  readonly wrapperId: string
  /** Signs from here … */
  readonly activeFrom: Date
  /** … to here, … */
  readonly retiresAt: Date
  /** … and is published until here, when its last token has ended. */
  readonly expiresAt: Date
}

interface Row {
  id: string
  public_key: JWK
  wrapped_private_key: Buffer
  wrapper_id: string
  active_from: Date
  retires_at: Date
  expires_at: Date
}

/** Reads every key that a token may still be signed with. */
export function validSigningKeys(database: Database, now: Date): Promise<StoredSigningKey[]> {
  return database.asSystem((transaction) => readValid(transaction, now))
}

/**
 * Changes the keys while no other process does, so that processes that start at once agree on one key.
 * @param decide Given the valid keys, says what to change.
 */
export function changeSigningKeys(
  database: Database,
  now: Date,
  decide: (valid: readonly StoredSigningKey[]) => Promise<{
    readonly add?: StoredSigningKey
    /** Sign nothing more from `now` on. */
    readonly retire?: { readonly ids: readonly string[]; readonly expiresAt: Date }
    readonly revoke?: readonly string[]
  }>,
): Promise<void> {
  return database.asSystem(async (transaction) => {
    const { sql } = transaction
    await transaction.rows(sql.raw('lock table signing_keys in share row exclusive mode'))
    const { add, retire, revoke } = await decide(await readValid(transaction, now))
    if (retire !== undefined) {
      await transaction.affected(
        sql('signing_keys')
          .whereIn('id', [...retire.ids])
          .update({ retires_at: now, expires_at: retire.expiresAt }),
      )
    }
    if (revoke !== undefined) {
      await transaction.affected(
        sql('signing_keys')
          .whereIn('id', [...revoke])
          .update({ revoked_at: now }),
      )
    }
    if (add !== undefined) {
      await transaction.affected(
        sql('signing_keys').insert({
          id: add.id,
          algorithm: 'RS256',
          public_key: JSON.stringify(add.publicKey),
          wrapped_private_key: add.wrappedPrivateKey,
          wrapper_id: add.wrapperId,
          active_from: add.activeFrom,
          retires_at: add.retiresAt,
          expires_at: add.expiresAt,
        }),
      )
    }
  })
}

async function readValid(transaction: Transaction, now: Date): Promise<StoredSigningKey[]> {
  const rows = await transaction.rows<Row>(
    transaction
      .sql('signing_keys')
      .whereNull('revoked_at')
      .where('expires_at', '>', now)
      .orderBy('active_from', 'desc'),
  )
  return rows.map((row) => ({
    id: row.id,
    publicKey: row.public_key,
    wrappedPrivateKey: row.wrapped_private_key,
    wrapperId: row.wrapper_id,
    activeFrom: row.active_from,
    retiresAt: row.retires_at,
    expiresAt: row.expires_at,
  }))
}
