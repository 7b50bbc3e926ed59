import { randomBytes } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../database/index.ts'
import { NotFound, Problem } from '../errors/problem.ts'
import { type Storage, storagePaths } from '../storage/index.ts'
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
 * the user's keys makes all of it unreadable. The database knows which keys there are, and the storage holds them: copies of
 * the database are kept for weeks and cannot forget, of the stored keys there is no copy but the newest. So what was
 * destroyed is gone from every earlier copy of the rows and files too, while a database of any moment opens with the keys of
 * today.
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
  /**
   * Wraps a stored key anew with the present master key, and moves one that an earlier version kept in the database.
   * @returns whether there is such a key.
   */
  settle(transaction: Transaction, keyId: string): Promise<boolean>
  /** Destroys a key that wraps nothing more. */
  remove(transaction: Transaction, userId: string, keyId: string): Promise<void>
  /** The same data key, wrapped by the user's newest key. */
  rewrap(transaction: Transaction, userId: string, identity: string, stored: WrappedDataKey): Promise<WrappedDataKey>
}

interface Row {
  readonly id: string
  readonly version: number
  /** Of an earlier version of this program; else it is in the storage. */
  readonly wrapped_key: Buffer | null
}

const identityOf = (userId: string, version: number) => `user-key:${userId}:${version}`

export function createUserKeys(keyWrapper: KeyWrapper, storage: Storage): UserKeys {
  async function read(userId: string, row: Row | undefined): Promise<Buffer | undefined> {
    if (row === undefined) return undefined
    if (row.wrapped_key !== null) return row.wrapped_key
    try {
      return await buffer(await storage.read(storagePaths.userKey(userId, row.id)))
    } catch (error) {
      if (error instanceof Problem && error.definition === NotFound) return undefined
      throw error
    }
  }

  async function unwrap(userId: string, row: Row | undefined): Promise<Buffer> {
    const wrapped = await read(userId, row)
    if (row === undefined || wrapped === undefined) {
      throw new DecryptionError('The key of this user is gone.')
    }
    return keyWrapper.unwrap(wrapped, identityOf(userId, row.version))
  }

  async function keep(userId: string, row: Pick<Row, 'id' | 'version'>, key: Uint8Array): Promise<void> {
    const wrapped = await keyWrapper.wrap(key, identityOf(userId, row.version))
    await storage.put(storagePaths.userKey(userId, row.id), once(wrapped))
  }

  /** The key lies safe before the row that names it is: no commit can be left without it. */
  async function insert(transaction: Transaction, userId: string, version: number): Promise<void> {
    const id = uuidv7()
    await keep(userId, { id, version }, randomBytes(KEY_BYTES))
    await transaction.affected(
      transaction.sql('user_keys').insert({ id, user_id: userId, version, wrapper_id: keyWrapper.id }),
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
        .select('id', 'version', 'wrapped_key'),
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
        .select('id', 'version', 'wrapped_key'),
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

    async settle(transaction, keyId) {
      const { sql } = transaction
      // Locked, so that whoever erases the person waits, and then finds what was put here.
      const row = await transaction.row<Row & { user_id: string }>(
        sql('user_keys').where({ id: keyId }).forUpdate().select('id', 'user_id', 'version', 'wrapped_key'),
      )
      const wrapped = row && (await read(row.user_id, row))
      if (row === undefined || wrapped === undefined) return false
      await keep(row.user_id, row, await keyWrapper.unwrap(wrapped, identityOf(row.user_id, row.version)))
      await transaction.affected(
        sql('user_keys').where({ id: keyId }).update({ wrapped_key: null, wrapper_id: keyWrapper.id }),
      )
      return true
    },

    async remove(transaction, userId, keyId) {
      await storage.remove(storagePaths.userKey(userId, keyId))
      await transaction.affected(transaction.sql('user_keys').where({ id: keyId }).delete())
    },

    async rewrap(transaction, userId, identity, stored) {
      const key = await openDataKey(transaction, userId, identity, stored)
      return wrapped(transaction, userId, identity, key)
    },
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
