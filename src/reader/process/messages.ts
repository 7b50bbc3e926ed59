import type { PictureReading } from '../ocr/read-picture.ts'
import type { ReadDocument } from '../read-document.ts'
import type { ReadErrorCode } from '../read-error.ts'
import type { Person } from '../read-upload.ts'

/** To the reading process. It reads one upload at a time. */
export interface ReadRequest {
  readonly type: 'read'
  readonly bytes: Uint8Array
  readonly person: Person
}

/** To the reading process, which asked: what was made of a picture before. */
export interface RecalledPicture {
  readonly type: 'recalled'
  readonly reading: PictureReading | undefined
}

export type ToReadingProcess = ReadRequest | RecalledPicture

/** From the reading process: any number of `page`, `recall` and `keep`, then one of the others. */
export type ReadReply =
  | { readonly type: 'recall'; readonly digest: string }
  | { readonly type: 'keep'; readonly digest: string; readonly reading: PictureReading }
  | { readonly type: 'page'; readonly page: number; readonly pages: number }
  | { readonly type: 'read'; readonly document: ReadDocument }
  /** `code` is absent where the reader itself failed. */
  | { readonly type: 'failed'; readonly code: ReadErrorCode | undefined; readonly message: string }
