export { openFolderStorage } from './folder-storage.ts'
export { type Storage, storagePaths } from './storage.ts'
