import type { Readable } from 'node:stream'
import { defineProblem } from '../errors/problem.ts'

/** The folder of a key in every storage: what is kept there and under which names. */
export const storagePaths = {
  avatar: (userId: string, fileName: string) => `uploads/avatars/${userId}/${fileName}`,
  /** Year and month are those of the upload, in UTC. */
  document: (userId: string, uploadedAt: Date, fileName: string) => {
    const month = String(uploadedAt.getUTCMonth() + 1).padStart(2, '0')
    return `uploads/documents/${userId}/${uploadedAt.getUTCFullYear()}/${month}/${fileName}`
  },
  chatAttachment: (sessionId: string, fileName: string) => `uploads/chat_attachments/${sessionId}/${fileName}`,
  /** An archive of a connected service, until it is read. */
  serviceImport: (userId: string, fileName: string) => `uploads/service_imports/${userId}/${fileName}`,
  backup: (userId: string, fileName: string) => `backups/user_data/${userId}/${fileName}`,
  /** A key of a person, wrapped. */
  userKey: (userId: string, keyId: string) => `keys/users/${userId}/${keyId}`,
  /** All keys of a person. They go before everything else, so they are not among the folders below. */
  keysOfUser: (userId: string) => `keys/users/${userId}`,
  /** Says that a user was erased. */
  erasure: (userId: string) => `erasures/users/${userId}`,
  /** Folders of everything that belongs to one user, for erasure. Chat attachments lie under their sessions. */
  foldersOfUser: (userId: string) => [
    `uploads/avatars/${userId}`,
    `uploads/documents/${userId}`,
    `uploads/service_imports/${userId}`,
    `backups/user_data/${userId}`,
  ],
} as const

/** Folders that together hold every file. */
export const storageFolders = [
  'uploads/avatars',
  'uploads/documents',
  'uploads/chat_attachments',
  'uploads/service_imports',
  'backups/user_data',
  'keys/users',
  'erasures/users',
] as const

const DOCUMENT_KEY = /^uploads\/documents\/([0-9a-f-]{36})\/\d{4}\/\d\d\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Whose document a key is of; nothing for keys of other things. */
export function documentPlace(key: string): { readonly userId: string; readonly documentId: string } | undefined {
  const [, userId, documentId] = DOCUMENT_KEY.exec(key) ?? []
  return userId === undefined || documentId === undefined ? undefined : { userId, documentId }
}

const OWNED_KEY = /^(?:uploads\/(?:avatars|documents|service_imports)|backups\/user_data|keys\/users)\/([^/]+)\//

/** Whose a file is, by its key; nothing where its key does not say. */
export function ownerOf(key: string): string | undefined {
  return OWNED_KEY.exec(key)?.[1]
}

export interface ListedFile {
  readonly key: string
  readonly changedAt: Date
}

export interface StoredFile {
  readonly bytes: number
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string
}

/** Where files are kept. Keys are relative paths as {@link storagePaths} makes them. */
export interface Storage {
  /**
   * Keeps a file, whole or not at all: once this returns it survives a power cut, and before that no reader sees it.
   * Replaces what was there.
   * @param limits.maximumBytes A source that has more is refused, and nothing is kept.
   * @throws {Problem} `payload-too-large` beyond the limit, `storage-full` where the disk is full.
   */
  put(key: string, source: AsyncIterable<Uint8Array>, limits?: { maximumBytes?: number }): Promise<StoredFile>
  /**
   * Opens a file, or a part of it (both ends included).
   * @throws {Problem} `not-found`
   */
  read(key: string, range?: { start: number; end: number }): Promise<Readable>
  /** Size in bytes, or nothing where there is no such file. */
  size(key: string): Promise<number | undefined>
  /** The files below a folder, in no order. What comes or goes meanwhile may be in it or not. */
  list(folder: string): AsyncIterable<ListedFile>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
  removeFolder(folder: string): Promise<void>
}

/** The storage cannot be reached at all. The message is a sentence for the operator. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable'
}

export const StorageFull = defineProblem({ type: 'storage-full', status: 507 })

const SAFE_KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

/**
 * Refuses every key that could leave the storage or name a hidden file. Keys are made by our own code from ids, so one
 * that fails here is a fault of ours, not of the caller.
 */
export function assertStorageKey(key: string): void {
  if (!SAFE_KEY.test(key) || key.length > 500) {
    throw new Error('A storage key must be a plain relative path.')
  }
}
