import type { Database } from '../database/index.ts'
import type { KeyWrapper } from './key-wrapper.ts'
import type { UserKeys } from './user-keys.ts'

/** A column that holds data keys wrapped by a user's key. */
export interface WrappedColumn {
  readonly table: string
  readonly keyColumn: string
  readonly versionColumn: string
  /** What the data key was wrapped for, of the row with this id. */
  readonly identityOf: (id: string) => string
}

export interface KeyRotation {
  readonly database: Database
  readonly keyWrapper: KeyWrapper
  readonly userKeys: UserKeys
  readonly columns: readonly WrappedColumn[]
  /**
   * For how many days a user's key stays after the next one took its place: as long as a backup may be gone back to that
   * needs it, and at least two, since an upload that began before may still end under the old key.
   */
  readonly keepOldDays: number
  readonly now?: () => Date
}

export interface RotationReport {
  readonly usersRotated: number
  readonly dataKeysRewrapped: number
  readonly userKeysRemoved: number
  readonly rewrappedByMasterKey: number
  /** When the oldest key that the present master key wraps was made, where there is one. */
  readonly masterKeyInUseSince: Date | undefined
}

const DAY = 24 * 60 * 60 * 1_000
/** "Key rotation every 6 months": the data model. */
export const ROTATED_EVERY_DAYS = 182
const BATCH = 200

/** What the master key wraps in the database. */
const BY_MASTER_KEY = [
  { table: 'signing_keys', id: 'id', column: 'wrapped_private_key', identity: "'signing-key:' || id" },
  { table: 'installation_secrets', id: 'name', column: 'wrapped_secret', identity: "'installation-secret:' || name" },
] as const

/**
 * Replaces users' keys that are half a year old, wraps what they wrapped anew, and does the same for the master key where
 * it has been replaced. In small transactions beside everything else: nothing waits, and it may be cut off anywhere.
 */
export async function rotateKeys(rotation: KeyRotation, signal?: AbortSignal): Promise<RotationReport> {
  const now = rotation.now?.() ?? new Date()
  const usersRotated = await rotateUserKeys(rotation, new Date(now.getTime() - ROTATED_EVERY_DAYS * DAY), signal)
  const dataKeysRewrapped = await rewrapDataKeys(rotation, signal)
  const userKeysRemoved = await removeOldUserKeys(rotation, new Date(now.getTime() - rotation.keepOldDays * DAY))
  const since = await masterKeyInUseSince(rotation)
  if (since !== undefined && now.getTime() - since.getTime() > ROTATED_EVERY_DAYS * DAY) {
    await rotation.keyWrapper.rotate?.()
  }
  const rewrappedByMasterKey = (await settleUserKeys(rotation, signal)) + (await rewrapByMasterKey(rotation, signal))
  const masterKeySince = await masterKeyInUseSince(rotation)
  return { usersRotated, dataKeysRewrapped, userKeysRemoved, rewrappedByMasterKey, masterKeyInUseSince: masterKeySince }
}

async function rotateUserKeys({ database, userKeys }: KeyRotation, before: Date, signal?: AbortSignal) {
  let rotated = 0
  while (!signal?.aborted) {
    const users = await database.asSystem((transaction) =>
      transaction.rows<{ user_id: string }>(
        transaction
          .sql('user_keys')
          .whereNull('rotated_at')
          .where('created_at', '<', before)
          .limit(BATCH)
          .select('user_id'),
      ),
    )
    if (users.length === 0) break
    for (const { user_id } of users) {
      await database.asSystem((transaction) => userKeys.rotate(transaction, user_id))
      rotated += 1
    }
  }
  return rotated
}

async function rewrapDataKeys({ database, userKeys, columns }: KeyRotation, signal?: AbortSignal): Promise<number> {
  let rewrapped = 0
  for (const { table, keyColumn, versionColumn, identityOf } of columns) {
    while (!signal?.aborted) {
      const count = await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const rows = await transaction.rows<{ id: string; user_id: string; wrapped: string; version: number }>(
          sql(table)
            .join('user_keys as k', (on) =>
              on.on('k.user_id', `${table}.user_id`).andOn('k.version', `${table}.${versionColumn}`),
            )
            .whereNotNull('k.rotated_at')
            .whereNotNull(`${table}.${keyColumn}`)
            .limit(BATCH)
            .select(`${table}.id`, `${table}.user_id`, {
              wrapped: `${table}.${keyColumn}`,
              version: `${table}.${versionColumn}`,
            }),
        )
        for (const { id, user_id, wrapped, version } of rows) {
          const stored = { wrapped, userKeyVersion: version }
          const next = await userKeys.rewrap(transaction, user_id, identityOf(id), stored)
          transaction.queue(
            sql(table)
              .where({ id, [versionColumn]: version })
              .update({ [keyColumn]: next.wrapped, [versionColumn]: next.userKeyVersion }),
          )
        }
        return rows.length
      })
      rewrapped += count
      if (count < BATCH) break
    }
  }
  return rewrapped
}

async function removeOldUserKeys({ database, userKeys, columns }: KeyRotation, rotatedBefore: Date): Promise<number> {
  const old = await database.asSystem((transaction) => {
    const { sql } = transaction
    const query = sql('user_keys as k').where('k.rotated_at', '<', rotatedBefore)
    for (const { table, versionColumn } of columns) {
      query.whereNotExists(
        sql(table).whereRaw('??.user_id = k.user_id and ??.?? = k.version', [table, table, versionColumn]),
      )
    }
    return transaction.rows<{ id: string; user_id: string }>(query.select('k.id', 'k.user_id'))
  })
  for (const { id, user_id } of old) {
    await database.asSystem((transaction) => userKeys.remove(transaction, user_id, id))
  }
  return old.length
}

/** One that is not there keeps no other waiting: the restore that lost it may not have ended yet. */
async function settleUserKeys({ database, keyWrapper, userKeys }: KeyRotation, signal?: AbortSignal): Promise<number> {
  let settled = 0
  let last = '00000000-0000-0000-0000-000000000000'
  while (!signal?.aborted) {
    const keys = await database.asSystem((transaction) =>
      transaction.rows<{ id: string }>(
        transaction
          .sql('user_keys')
          .where('id', '>', last)
          .andWhere((either) => either.whereNot({ wrapper_id: keyWrapper.id }).orWhereNotNull('wrapped_key'))
          .orderBy('id')
          .limit(BATCH)
          .select('id'),
      ),
    )
    for (const { id } of keys) {
      if (await database.asSystem((transaction) => userKeys.settle(transaction, id))) settled += 1
    }
    if (keys.length < BATCH) break
    last = keys.at(-1)?.id ?? last
  }
  return settled
}

async function masterKeyInUseSince({ database, keyWrapper }: KeyRotation): Promise<Date | undefined> {
  const row = await database.asSystem((transaction) =>
    transaction.row<{ since: Date | null }>(
      transaction.sql('installation_secrets').where({ wrapper_id: keyWrapper.id }).min({ since: 'created_at' }),
    ),
  )
  return row?.since ?? undefined
}

async function rewrapByMasterKey({ database, keyWrapper }: KeyRotation, signal?: AbortSignal): Promise<number> {
  let rewrapped = 0
  for (const { table, id, column, identity } of BY_MASTER_KEY) {
    while (!signal?.aborted) {
      const count = await database.asSystem(async (transaction) => {
        const { sql } = transaction
        const rows = await transaction.rows<{ id: string; wrapped: Buffer; identity: string; wrapper_id: string }>(
          sql(table)
            .whereNot({ wrapper_id: keyWrapper.id })
            .limit(BATCH)
            .select('wrapper_id', { id, wrapped: column }, sql.raw(`${identity} as identity`)),
        )
        for (const row of rows) {
          const key = await keyWrapper.unwrap(row.wrapped, row.identity)
          transaction.queue(
            sql(table)
              .where({ [id]: row.id, wrapper_id: row.wrapper_id })
              .update({
                [column]: await keyWrapper.wrap(key, row.identity),
                wrapper_id: keyWrapper.id,
                // The beginning of the present master key's use is read from here.
                ...(table === 'installation_secrets' ? { created_at: sql.raw('current_timestamp') } : {}),
              }),
          )
        }
        return rows.length
      })
      rewrapped += count
      if (count < BATCH) break
    }
  }
  return rewrapped
}
