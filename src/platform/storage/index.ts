export { openFolderStorage } from './folder-storage.ts'
export { type Storage, StorageFull, type StoredFile, storagePaths } from './storage.ts'
