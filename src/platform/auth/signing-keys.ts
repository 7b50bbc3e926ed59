import { type CryptoKey, errors, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { v7 as uuidv7 } from 'uuid'
import type { KeyWrapper } from '../crypto/index.ts'
import type { Database } from '../database/index.ts'
import { changeSigningKeys, type StoredSigningKey, validSigningKeys } from './signing-key-store.ts'

export interface SigningKeys {
  /** The key that new tokens are signed with. */
  current(): { readonly id: string; readonly privateKey: CryptoKey }
  /** @throws {errors.JWKSNoMatchingKey} for a key that is not, or no longer, ours. */
  verificationKey(id: string | undefined): Promise<CryptoKey>
  isValid(id: string): boolean
  /** Every key that a valid token may be signed with, now or next (RFC 7517). */
  publicKeySet(): { readonly keys: readonly JWK[] }
  /** Takes over what other processes changed, and makes the next key when it is time. To be called every hour or so. */
  maintain(): Promise<void>
  /** Takes over what other processes changed. To be called more often than a revoked key may be trusted. */
  refresh(): Promise<void>
  /** Signs with a new key from now on. Tokens of the old one stay valid until they expire. */
  rotate(): Promise<void>
  /** Makes every token of a key invalid: at once here, in other processes at their next refresh. */
  revoke(id: string): Promise<void>
}

const SECOND = 1_000
const HOUR = 60 * 60 * SECOND
const DAY = 24 * HOUR
/** How long one key signs. */
const SIGNING_PERIOD = 90 * DAY
/** How long before its turn a key is published, for those who keep a copy of the list. */
const PUBLISHED_AHEAD = 2 * DAY
/** How long after its turn a key is published: the life of an access token, and a margin for slow clocks. */
const PUBLISHED_AFTER = HOUR
const RELOAD_FOR_UNKNOWN_KEY_AT_MOST_EVERY = 10 * SECOND

interface OpenedKey {
  readonly stored: StoredSigningKey
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
}

const identityOf = (keyId: string) => `signing-key:${keyId}`

/**
 * The RS256 key pairs of the installation, kept in the database with the private half wrapped by the master key, so that
 * every process signs and verifies with the same ones. Makes the first at the first start.
 * @throws {DecryptionError} where the master key is not the one that wrapped them.
 */
export async function openSigningKeys(options: {
  readonly database: Database
  readonly keyWrapper: KeyWrapper
  readonly now?: () => Date
}): Promise<SigningKeys> {
  const { database, keyWrapper } = options
  const now = options.now ?? (() => new Date())
  let keys = new Map<string, OpenedKey>()
  let loadedAt = 0

  async function open(stored: StoredSigningKey): Promise<OpenedKey> {
    const known = keys.get(stored.id)
    if (known !== undefined) {
      return { ...known, stored }
    }
    const privateJwk = await keyWrapper.unwrap(stored.wrappedPrivateKey, identityOf(stored.id))
    return {
      stored,
      publicKey: await importKey(stored.publicKey),
      privateKey: await importKey(JSON.parse(privateJwk.toString()) as JWK),
    }
  }

  async function reload(): Promise<void> {
    const stored = await validSigningKeys(database, now())
    keys = new Map(await Promise.all(stored.map(async (key) => [key.id, await open(key)] as const)))
    loadedAt = now().getTime()
  }

  async function makeKey(activeFrom: Date): Promise<StoredSigningKey> {
    const id = uuidv7()
    const pair = await generateKeyPair('RS256', { modulusLength: 3072, extractable: true })
    const privateJwk = Buffer.from(JSON.stringify(await exportJWK(pair.privateKey)))
    const retiresAt = new Date(activeFrom.getTime() + SIGNING_PERIOD)
    return {
      id,
      publicKey: { ...(await exportJWK(pair.publicKey)), kid: id, alg: 'RS256', use: 'sig' },
      wrappedPrivateKey: await keyWrapper.wrap(privateJwk, identityOf(id)),
      wrapperId: keyWrapper.id,
      activeFrom,
      retiresAt,
      expiresAt: new Date(retiresAt.getTime() + PUBLISHED_AFTER),
    }
  }

  /** When the next key must begin, if it is time to make one. */
  function nextStart(valid: readonly StoredSigningKey[]): Date | undefined {
    const at = now().getTime()
    const last = Math.max(...valid.map((key) => key.retiresAt.getTime()), Number.NEGATIVE_INFINITY)
    if (last <= at) {
      return new Date(at)
    }
    return last - PUBLISHED_AHEAD <= at ? new Date(last) : undefined
  }

  async function maintain(): Promise<void> {
    await reload()
    if (nextStart([...keys.values()].map((key) => key.stored)) === undefined) {
      return
    }
    await changeSigningKeys(database, now(), async (valid) => {
      const start = nextStart(valid)
      return start === undefined ? {} : { add: await makeKey(start) }
    })
    await reload()
  }

  function isValid(key: OpenedKey | undefined): key is OpenedKey {
    return key !== undefined && key.stored.expiresAt > now()
  }

  await maintain()

  return {
    current() {
      const at = now()
      // The one whose turn began last comes first.
      const key = [...keys.values()].find(({ stored }) => stored.activeFrom <= at && at < stored.retiresAt)
      if (key === undefined) {
        throw new Error('There is no key to sign with.')
      }
      return { id: key.stored.id, privateKey: key.privateKey }
    },
    async verificationKey(id) {
      const known = id === undefined ? undefined : keys.get(id)
      if (known === undefined && now().getTime() - loadedAt > RELOAD_FOR_UNKNOWN_KEY_AT_MOST_EVERY) {
        // Another process may have begun to sign with a new one.
        await reload()
      }
      const key = id === undefined ? undefined : keys.get(id)
      if (!isValid(key)) {
        throw new errors.JWKSNoMatchingKey()
      }
      return key.publicKey
    },
    isValid: (id) => isValid(keys.get(id)),
    publicKeySet: () => ({ keys: [...keys.values()].filter(isValid).map((key) => key.stored.publicKey) }),
    maintain,
    refresh: reload,
    async rotate() {
      const at = now()
      await changeSigningKeys(database, at, async (valid) => ({
        retire: {
          ids: valid.filter((key) => key.retiresAt > at).map((key) => key.id),
          expiresAt: new Date(at.getTime() + PUBLISHED_AFTER),
        },
        add: await makeKey(at),
      }))
      await reload()
    },
    async revoke(id) {
      await changeSigningKeys(database, now(), async (valid) => {
        const start = nextStart(valid.filter((key) => key.id !== id))
        return { revoke: [id], ...(start === undefined ? {} : { add: await makeKey(start) }) }
      })
      await reload()
    },
  }
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256')
  if (key instanceof Uint8Array) {
    throw new TypeError('A signing key must be asymmetric.')
  }
  return key
}
