export { chunkDocument, type DocumentChunk } from './chunk-document.ts'
export { createReader, type Reader, type ReaderOptions, type ReadOptions } from './create-reader.ts'
export { inspectUpload, type UploadInspection } from './inspect-upload.ts'
export type { EarlierResult } from './labs/checks/earlier-values.ts'
export { READ_LIMITS, type ReadLimits } from './limits.ts'
export type { PictureReading } from './ocr/read-picture.ts'
export { createPageImages, type PageImages } from './page-images/create-page-images.ts'
export type { PictureMemory } from './picture-memory.ts'
export {
  type Box,
  type DocumentCategory,
  type DocumentMetadata,
  type DoseTime,
  type LabResult,
  PROPOSAL_REVIEW_REASONS,
  type Proposal,
  type ProposedContent,
  READ_WARNINGS,
  READER_VERSION,
  type ReadableType,
  type ReadDocument,
  type ReadMedicine,
  type ReadPage,
  type ReadWarning,
  type ReviewReason,
  type TextLine,
  type Word,
} from './read-document.ts'
export { ReadError, type ReadErrorCode } from './read-error.ts'
export type { Person } from './read-upload.ts'
export type { TranscribePage } from './transcribe-page.ts'
