import type { ReadErrorCode } from '../read-error.ts'

/** To the process that draws pages. It draws one at a time. */
export interface DrawRequest {
  readonly bytes: Uint8Array
  /** From 1. */
  readonly page: number
  /** Pixels that the picture is to be wide. */
  readonly width: number
}

/** A page as a picture. */
export interface PageImage {
  readonly webp: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** From that process: one for each request. */
export type DrawReply =
  | { readonly type: 'drawn'; readonly image: PageImage }
  /** `code` is absent where drawing itself failed. */
  | { readonly type: 'failed'; readonly code: ReadErrorCode | 'no_such_page' | undefined; readonly message: string }
