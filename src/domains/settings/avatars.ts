import { sha256Hex } from '../../platform/crypto/index.ts'
import { type Storage, storagePaths } from '../../platform/storage/index.ts'

/** The pictures of accounts, one a person. */
export interface Avatars {
  put(userId: string, picture: Uint8Array): Promise<void>
  read(userId: string): Promise<Buffer>
  remove(userId: string): Promise<void>
}

export function createAvatars(storage: Storage): Avatars {
  const keyOf = (userId: string) => storagePaths.avatar(userId, 'avatar.webp')
  return {
    put: async (userId, picture) => {
      await storage.put(keyOf(userId), once(picture))
    },
    read: async (userId) => {
      const parts: Uint8Array[] = []
      for await (const part of await storage.read(keyOf(userId))) parts.push(part)
      return Buffer.concat(parts)
    },
    remove: (userId) => storage.remove(keyOf(userId)),
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content
}

/** The entity tag of a picture: that of its bytes. */
export function pictureTag(picture: Uint8Array): string {
  return `"${sha256Hex(picture).slice(0, 22)}"`
}
