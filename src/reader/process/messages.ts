import type { PictureReading } from '../ocr/read-picture.ts'
import type { ReadDocument } from '../read-document.ts'
import type { ReadErrorCode } from '../read-error.ts'
import type { Person } from '../read-upload.ts'
import type { Transcript } from '../transcribe-page.ts'

/** To the reading process. It reads one upload at a time. */
export interface ReadRequest {
  readonly type: 'read'
  readonly bytes: Uint8Array
  readonly person: Person
  /** Whether somebody else may be asked to look at a page. */
  readonly mayAsk: boolean
}

/** To the reading process, which asked: what was made of a picture before, or what somebody else makes of it. */
export type ReadAnswer =
  | { readonly type: 'recalled'; readonly reading: PictureReading | undefined }
  | { readonly type: 'transcribed'; readonly transcript: Transcript | undefined }

export type ToReadingProcess = ReadRequest | ReadAnswer

/** From the reading process: any number of `page`, `recall`, `keep` and `transcribe`, then one of the others. */
export type ReadReply =
  | { readonly type: 'recall'; readonly digest: string }
  | { readonly type: 'transcribe'; readonly picture: Uint8Array }
  | { readonly type: 'keep'; readonly digest: string; readonly reading: PictureReading }
  | { readonly type: 'page'; readonly page: number; readonly pages: number }
  | { readonly type: 'read'; readonly document: ReadDocument }
  /** `code` is absent where the reader itself failed. */
  | { readonly type: 'failed'; readonly code: ReadErrorCode | undefined; readonly message: string }
