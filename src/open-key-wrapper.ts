import type { Config } from './config.ts'
import { type KeyWrapper, localKeyWrapper, masterKeysOfFolder } from './platform/crypto/index.ts'

/** The master key of the settings or, where they name none, of the data folder. Another kind of key service goes here. */
export async function openKeyWrapper(config: Config): Promise<KeyWrapper> {
  const [current, ...previous] =
    config.masterKey === undefined
      ? await masterKeysOfFolder(config.dataDirectory)
      : [config.masterKey, ...config.previousMasterKeys]
  if (current === undefined) throw new Error('There is no master key.')
  return localKeyWrapper(current, previous)
}
