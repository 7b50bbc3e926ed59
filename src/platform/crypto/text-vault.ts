import { createHmac } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { SEALED_MARK, type TextPlace, type TextVault, type Transaction } from '../database/index.ts'
import { DecryptionError, open, seal } from './sealed-box.ts'
import type { UserKeys } from './user-keys.ts'

const PURPOSE = 'texts'
const REMEMBERED = 2_000
const REMEMBERED_MILLISECONDS = 10 * 60_000

/** `swx1:t:<user>:<column>:<row>:<sealed, base64>`; `j` in the place of `t` for JSON. */
const FORM = new RegExp(`^${SEALED_MARK}([tj]):([^:]+):([^:]+):([^:]+):([A-Za-z0-9+/]+=*)$`)
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

interface KeyRow {
  readonly id: string
  readonly wrapped_key: string
  readonly user_key_version: number
}

/**
 * Seals texts with a key of their person's own (AES-256-GCM), which the person's key wraps and destroying it makes
 * worthless. The associated data are person, column and row, so a text that somebody with the database moves to another
 * row, column or person does not open there. A key is remembered for ten minutes: reading a sealed text costs no round trip.
 */
export function createTextVault(userKeys: UserKeys, now: () => number = Date.now): TextVault {
  const remembered = new Map<string, { readonly key: Buffer; readonly until: number }>()

  function remember(userId: string, key: Buffer): void {
    remembered.delete(userId)
    if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(userId, { key, until: now() + REMEMBERED_MILLISECONDS })
  }

  async function keyOf(transaction: Transaction, userId: string): Promise<Buffer> {
    const known = remembered.get(userId)
    if (known !== undefined && known.until > now()) return known.key
    const stored = await findKey(transaction, userId)
    if (stored !== undefined) {
      const key = await opened(transaction, userId, stored)
      remember(userId, key)
      return key
    }
    return makeKey(transaction, userId)
  }

  async function makeKey(transaction: Transaction, userId: string): Promise<Buffer> {
    const id = uuidv7()
    const made = await userKeys.newDataKey(transaction, userId, identityOf(id))
    await transaction.affected(
      transaction
        .sql('user_data_keys')
        .insert({
          id,
          user_id: userId,
          purpose: PURPOSE,
          wrapped_key: made.stored.wrapped,
          user_key_version: made.stored.userKeyVersion,
        })
        .onConflict(['user_id', 'purpose'])
        .ignore(),
    )
    const stored = await findKey(transaction, userId)
    if (stored === undefined) throw new DecryptionError('The key of this person’s texts is not there.')
    const key = stored.id === id ? made.key : await opened(transaction, userId, stored)
    // Not before the commit: what is sealed with a key that was rolled back could never be opened.
    transaction.afterCommit(() => remember(userId, key))
    return key
  }

  async function opened(transaction: Transaction, userId: string, stored: KeyRow): Promise<Buffer> {
    return userKeys.openDataKey(transaction, userId, identityOf(stored.id), {
      wrapped: stored.wrapped_key,
      userKeyVersion: stored.user_key_version,
    })
  }

  async function sealed(transaction: Transaction, kind: 't' | 'j', place: TextPlace, text: string): Promise<string> {
    const { userId, column, row } = place
    const key = await keyOf(transaction, userId)
    const box = seal(key, Buffer.from(text), placeOf(kind, userId, column, row)).toString('base64')
    return `${SEALED_MARK}${kind}:${userId}:${column}:${row}:${box}`
  }

  async function unsealed(transaction: Transaction, tenant: string | undefined, text: string, ids: readonly string[]) {
    const [, kind, userId = '', column = '', row = '', box = ''] = FORM.exec(text) ?? []
    if (kind === undefined || (tenant !== undefined && userId !== tenant)) {
      throw new DecryptionError('A sealed text has an unknown form, or is another person’s.')
    }
    if (ids.length > 0 && !ids.includes(row))
      throw new DecryptionError('A sealed text stands in another row than its own.')
    const plain = open(await keyOf(transaction, userId), Buffer.from(box, 'base64'), placeOf(kind, userId, column, row))
    return kind === 'j' ? (JSON.parse(plain.toString()) as unknown) : plain.toString()
  }

  return {
    seal: (transaction, place, text) => sealed(transaction, 't', place, text),
    sealJson: (transaction, place, value) => sealed(transaction, 'j', place, JSON.stringify(value)),
    async fingerprint(transaction, userId, text) {
      return createHmac('sha256', await keyOf(transaction, userId))
        .update('fingerprint ')
        .update(text)
        .digest('hex')
    },
    async openRows(transaction, tenant, rows) {
      for (const row of rows) {
        const texts = Object.entries(row).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].startsWith(SEALED_MARK),
        )
        if (texts.length === 0) continue
        const ids = Object.values(row).filter((value): value is string => typeof value === 'string' && UUID.test(value))
        for (const [name, text] of texts) {
          const plain = await unsealed(transaction, tenant, text, ids)
          // A column of this name holds what belongs into the others.
          Object.assign(row, name === 'sealed' ? { ...(plain as object), sealed: true } : { [name]: plain })
        }
      }
    },
  }
}

const identityOf = (keyId: string) => `user-data-key:${keyId}`

const placeOf = (kind: string, userId: string, column: string, row: string) =>
  `sealed-text:${kind}:${userId}:${column}:${row}`

function findKey(transaction: Transaction, userId: string): Promise<KeyRow | undefined> {
  return transaction.row<KeyRow>(
    transaction
      .sql('user_data_keys')
      .where({ user_id: userId, purpose: PURPOSE })
      .select('id', 'wrapped_key', 'user_key_version'),
  )
}
