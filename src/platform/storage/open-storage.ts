import { openFolderStorage } from './folder-storage.ts'
import type { Storage } from './storage.ts'

/** A bucket of an S3-compatible server. */
export interface BucketSettings {
  readonly bucket: string
  /** What every key begins with there; ends in a slash, or is empty. */
  readonly prefix: string
  /** Absent: Amazon's, by the region. */
  readonly endpoint: string | undefined
  readonly region: string
  /** Absent: those that the machine has, by the rules of Amazon's clients. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined
}

/** Where uploads are kept. A folder is named by its absolute path. */
export type StorageSettings = { readonly folder: string } | BucketSettings

/** Opens the storage that the settings describe. The client of S3 is heavy: it is loaded only where it is needed. */
export async function openStorage(settings: StorageSettings): Promise<Storage> {
  if ('folder' in settings) return openFolderStorage(settings.folder)
  const { openS3Storage } = await import('./s3-storage.ts')
  return openS3Storage(settings)
}
