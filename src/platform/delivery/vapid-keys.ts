import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import webPush from 'web-push'
import { z } from 'zod'

/** The key pair by which push services know this server (RFC 8292), base64url. */
export interface VapidKeys {
  readonly publicKey: string
  readonly privateKey: string
}

const StoredKeys = z.object({ publicKey: z.string(), privateKey: z.string() })
const FILE = 'vapid-keys.json'

/** The keys in a data folder, made there (0600) where there are none yet. New keys would orphan every subscription. */
export async function vapidKeysOfFolder(folder: string): Promise<VapidKeys> {
  const file = path.join(folder, FILE)
  try {
    // Written only where there is none, so that two processes starting together agree on one pair.
    await writeFile(file, JSON.stringify(webPush.generateVAPIDKeys()), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return StoredKeys.parse(JSON.parse(await readFile(file, 'utf8')))
}
