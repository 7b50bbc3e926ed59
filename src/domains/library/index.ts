export { findInLibrary, type LibraryPassage, putCollection } from './library-store.ts'
export { fieldsIn, type LibraryText, LibraryTextError, libraryText, readFrontMatter } from './library-text.ts'
export { putStarterLibrary } from './starter-library.ts'
