import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { openFolderStorage, type Storage } from '../../src/platform/storage/index.ts'

/** A storage on a folder of its own. */
export async function openTemporaryStorage(): Promise<{ folder: string; storage: Storage; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'swasthwrap-test-'))
  return {
    folder,
    storage: await openFolderStorage(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
