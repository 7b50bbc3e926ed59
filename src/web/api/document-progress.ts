import { signal } from '@preact/signals'
import { live } from './live.ts'

/** How the reading of a document goes. */
export interface DocumentProgress {
  readonly status: 'in_progress' | 'completed' | 'failed'
  /** From 1; 0 before the first page. */
  readonly page: number
  /** 0 while not known. */
  readonly pages: number
}

const progress = signal<ReadonlyMap<string, DocumentProgress>>(new Map())

/** What the server has told of a document's reading during this visit. Components are drawn again when it changes. */
export const documentProgress = (documentId: string): DocumentProgress | undefined => progress.value.get(documentId)

/** Hears how documents are read, for as long as the page is open. */
live.onFrame((frame) => {
  if (frame.type !== 'swasthwrap:document') return
  const { document_id: id, status, page, pages } = frame
  if (typeof id !== 'string' || (status !== 'in_progress' && status !== 'completed' && status !== 'failed')) return
  progress.value = new Map(progress.value).set(id, { status, page: Number(page), pages: Number(pages) })
})
