import type { PictureReading } from './ocr/read-picture.ts'

/**
 * What was made of pictures before, for whoever reads on behalf of one person. Text recognition takes seconds a page, so a
 * page that was read is not read again.
 */
export interface PictureMemory {
  /** @param digest SHA-256 of the picture and of the version of the reader, in hexadecimal */
  recall(digest: string): Promise<PictureReading | undefined>
  keep(digest: string, reading: PictureReading): Promise<void>
}
