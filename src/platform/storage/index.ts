export { openFolderStorage } from './folder-storage.ts'
export { openStorage, type StorageSettings } from './open-storage.ts'
export {
  documentPlace,
  ownerOf,
  type Storage,
  StorageUnavailable,
  type StoredFile,
  storageFolders,
  storagePaths,
} from './storage.ts'
