import { randomBytes } from 'node:crypto'
import type { Config } from './config.ts'
import { type KeyWrapper, keepMasterKeys, localKeyWrapper, masterKeysOfFolder } from './platform/crypto/index.ts'

/** Master keys of a data folder that are kept: the one in use, and those that backups may still need. */
const KEPT = 4
const KEY_BYTES = 32

/**
 * The master key of the settings or, where they name none, of the data folder, which may also go over to a new one. Another
 * kind of key service goes here.
 */
export async function openKeyWrapper(config: Config): Promise<KeyWrapper> {
  if (config.masterKey !== undefined) return localKeyWrapper(config.masterKey, config.previousMasterKeys)
  const [current, ...previous] = await masterKeysOfFolder(config.dataDirectory)
  if (current === undefined) throw new Error('There is no master key.')
  return localKeyWrapper(current, previous, async (earlier) => {
    const next = randomBytes(KEY_BYTES)
    await keepMasterKeys(config.dataDirectory, [next, ...earlier.slice(0, KEPT - 1).map((key) => Buffer.from(key))])
    return next
  })
}
