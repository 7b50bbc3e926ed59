export { chunkDocument, type DocumentChunk } from './chunk-document.ts'
export { createReader, type Reader, type ReaderOptions, type ReadOptions } from './create-reader.ts'
export { inspectUpload, type UploadInspection } from './inspect-upload.ts'
export { READ_LIMITS, type ReadLimits } from './limits.ts'
export type {
  Box,
  DocumentCategory,
  DocumentMetadata,
  LabResult,
  ReadableType,
  ReadDocument,
  ReadPage,
  ReadWarning,
  ReviewReason,
  TextLine,
  Word,
} from './read-document.ts'
export { ReadError, type ReadErrorCode } from './read-error.ts'
export type { Person } from './read-upload.ts'
