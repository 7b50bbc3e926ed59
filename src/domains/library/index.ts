export { findInLibrary, type LibraryPassage, putCollection } from './library-store.ts'
export { type LibraryText, LibraryTextError } from './library-text.ts'
export { isLibraryFile, readLibraryFile } from './read-library-file.ts'
export { putStarterLibrary } from './starter-library.ts'
