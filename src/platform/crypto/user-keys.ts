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

  return {
    async create(transaction, userId) {
      const version = 1
      await transaction.affected(
        transaction.sql('user_keys').insert({
          id: uuidv7(),
          user_id: userId,
          version,
          wrapped_key: await keyWrapper.wrap(randomBytes(KEY_BYTES), identityOf(userId, version)),
          wrapper_id: keyWrapper.id,
        }),
      )
    },

    async newDataKey(transaction, userId, identity) {
      const row = await transaction.row<Row>(
        transaction
          .sql('user_keys')
          .where({ user_id: userId })
          .whereNull('rotated_at')
          .orderBy('version', 'desc')
          .limit(1)
          .select('version', 'wrapped_key'),
      )
      const userKey = await unwrap(userId, row)
      const key = randomBytes(KEY_BYTES)
      return {
        key,
        stored: { wrapped: seal(userKey, key, identity).toString('base64'), userKeyVersion: row?.version ?? 0 },
      }
    },

    async openDataKey(transaction, userId, identity, stored) {
      const row = await transaction.row<Row>(
        transaction
          .sql('user_keys')
          .where({ user_id: userId, version: stored.userKeyVersion })
          .select('version', 'wrapped_key'),
      )
      return open(await unwrap(userId, row), Buffer.from(stored.wrapped, 'base64'), identity)
    },
  }
}
