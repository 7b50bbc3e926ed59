import type { ReadDocument } from '../read-document.ts'
import type { ReadErrorCode } from '../read-error.ts'
import type { Person } from '../read-upload.ts'

/** To the reading process. It reads one upload at a time. */
export interface ReadRequest {
  readonly bytes: Uint8Array
  readonly person: Person
}

/** From the reading process: any number of `page`, then one of the others. */
export type ReadReply =
  | { readonly type: 'page'; readonly page: number; readonly pages: number }
  | { readonly type: 'read'; readonly document: ReadDocument }
  /** `code` is absent where the reader itself failed. */
  | { readonly type: 'failed'; readonly code: ReadErrorCode | undefined; readonly message: string }
