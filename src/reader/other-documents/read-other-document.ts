import type { DocumentCategory, Proposal, ReadPage } from '../read-document.ts'

export interface OtherReading {
  readonly proposals: readonly Proposal[]
  readonly doctor: string | null
  readonly summary: string | null
}

/** What documents other than lab reports say, by their kind. */
export function readOtherDocument(
  _pages: readonly ReadPage[],
  _category: DocumentCategory,
  _documentDate: string | null,
): OtherReading {
  return { proposals: [], doctor: null, summary: null }
}
