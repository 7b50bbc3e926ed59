import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../database/index.ts'
import type { KeyWrapper } from './key-wrapper.ts'
import { DecryptionError, KEY_BYTES, open, seal } from './sealed-box.ts'

/** A data key as it stands beside what it encrypts. */
export interface WrappedDataKey {
  /** Base64; opens under the user's key of this version alone. */
  readonly wrapped: string
  readonly userKeyVersion: number
}

/**
 * Keys of users. A user's key wraps the data keys of what is theirs, and is itself wrapped by the master key: destroying
 * the user's keys makes all of it unreadable, copies in backups included.
 */
export interface UserKeys {
  /** Makes a user's first key. */
  create(transaction: Transaction, userId: string): Promise<void>
  /** A new data key, in the clear and wrapped. */
  newDataKey(
    transaction: Transaction,
    userId: string,
    identity: string,
  ): Promise<{ readonly key: Buffer; readonly stored: WrappedDataKey }>
  /** @throws {DecryptionError} where the user's key is gone or not the one that wrapped it. */
  openDataKey(transaction: Transaction, userId: string, identity: string, stored: WrappedDataKey): Promise<Buffer>
  /** Makes the next key of a user, which wraps from now on. What earlier ones wrapped still opens. */
  rotate(transaction: Transaction, userId: string): Promise<void>
  /** The same data key, wrapped by the user's newest key. */
  rewrap(transaction: Transaction, userId: string, identity: string, stored: WrappedDataKey): Promise<WrappedDataKey>
}

interface Row {
  version: number
  wrapped_key: Buffer
}

const identityOf = (userId: string, version: number) => `user-key:${userId}:${version}`

export function createUserKeys(keyWrapper: KeyWrapper): UserKeys {
  async function unwrap(userId: string, row: Row | undefined): Promise<Buffer> {
    if (row === undefined) {
      throw new DecryptionError('The key of this user is gone.')
    }
    return keyWrapper.unwrap(row.wrapped_key, identityOf(userId, row.version))
  }

  async function insert(transaction: Transaction, userId: string, version: number): Promise<void> {
    await transaction.affected(
      transaction.sql('user_keys').insert({
        id: uuidv7(),
        user_id: userId,
        version,
        wrapped_key: await keyWrapper.wrap(randomBytes(KEY_BYTES), identityOf(userId, version)),
        wrapper_id: keyWrapper.id,
      }),
    )
  }

  async function newest(transaction: Transaction, userId: string): Promise<Row | undefined> {
    return transaction.row<Row>(
      transaction
        .sql('user_keys')
        .where({ user_id: userId })
        .whereNull('rotated_at')
        .orderBy('version', 'desc')
        .limit(1)
        .select('version', 'wrapped_key'),
    )
  }

  async function openDataKey(
    transaction: Transaction,
    userId: string,
    identity: string,
    stored: WrappedDataKey,
  ): Promise<Buffer> {
    const row = await transaction.row<Row>(
      transaction
        .sql('user_keys')
        .where({ user_id: userId, version: stored.userKeyVersion })
        .select('version', 'wrapped_key'),
    )
    return open(await unwrap(userId, row), Buffer.from(stored.wrapped, 'base64'), identity)
  }

  async function wrapped(
    transaction: Transaction,
    userId: string,
    identity: string,
    key: Buffer,
  ): Promise<WrappedDataKey> {
    const row = await newest(transaction, userId)
    const userKey = await unwrap(userId, row)
    return { wrapped: seal(userKey, key, identity).toString('base64'), userKeyVersion: row?.version ?? 0 }
  }

  return {
    create: (transaction, userId) => insert(transaction, userId, 1),

    async newDataKey(transaction, userId, identity) {
      const key = randomBytes(KEY_BYTES)
      return { key, stored: await wrapped(transaction, userId, identity, key) }
    },

    openDataKey,

    async rotate(transaction, userId) {
      const { sql } = transaction
      const known = await transaction.row<{ version: number }>(
        sql('user_keys').where({ user_id: userId }).whereNull('rotated_at').forUpdate().select('version'),
      )
      if (known === undefined) throw new DecryptionError('The key of this user is gone.')
      await transaction.affected(
        sql('user_keys')
          .where({ user_id: userId, version: known.version })
          .update({ rotated_at: sql.raw('current_timestamp') }),
      )
      await insert(transaction, userId, known.version + 1)
    },

    async rewrap(transaction, userId, identity, stored) {
      const key = await openDataKey(transaction, userId, identity, stored)
      return wrapped(transaction, userId, identity, key)
    },
  }
}
