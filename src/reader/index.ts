export { chunkDocument, type DocumentChunk } from './chunk-document.ts'
export { createReader, type Reader, type ReaderOptions, type ReadOptions } from './create-reader.ts'
export { inspectUpload, type UploadInspection } from './inspect-upload.ts'
export { READ_LIMITS, type ReadLimits } from './limits.ts'
export {
  type Box,
  DOCUMENT_CATEGORIES,
  type DocumentCategory,
  type DocumentMetadata,
  type LabResult,
  READABLE_TYPES,
  REVIEW_REASONS,
  type ReadableType,
  type ReadDocument,
  type ReadPage,
  type ReadWarning,
  type ReviewReason,
  type TextLine,
  type Word,
} from './read-document.ts'
export { READ_ERROR_CODES, ReadError, type ReadErrorCode } from './read-error.ts'
export type { Person } from './read-upload.ts'
