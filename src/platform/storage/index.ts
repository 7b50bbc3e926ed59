export { openFolderStorage } from './folder-storage.ts'
export { documentPlace, type Storage, storagePaths } from './storage.ts'
