import type { Citation } from '../../turn/turn-events.ts'

/**
 * An annotation on `output_text`. Its standard part is the specification's `url_citation`, which every client knows how
 * to show; `source` is ours and names the row or the page exactly.
 */
export interface CitationAnnotation {
  readonly type: 'url_citation'
  readonly url: string
  readonly title: string
  readonly start_index: number
  readonly end_index: number
  readonly source: SourceOnWire
}

/** A source as `swasthwrap:answer` and the annotations show it. */
export type SourceOnWire =
  | { readonly kind: 'record'; readonly table: string; readonly id: string }
  | {
      readonly kind: 'document'
      readonly document_id: string
      readonly page: number
      readonly box: { x: number; y: number; width: number; height: number } | null
    }
  | { readonly kind: 'reference'; readonly title: string; readonly url: string | null }

/** REST collections whose rows an answer may cite, by table. A table without its own collection is named by URN. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  allergies: 'allergies',
  appointments: 'appointments',
  emergency_contacts: 'emergency/contacts',
  health_goals: 'goals',
  health_metrics: 'metrics',
  medical_conditions: 'conditions',
  medical_documents: 'documents',
  medications: 'medications',
  notifications: 'notifications',
}

/** @param origin of our own server as the client reaches it, without a trailing slash; '' gives relative references. */
export function citationAnnotation(citation: Citation, origin: string): CitationAnnotation {
  return {
    type: 'url_citation',
    url: citationUrl(citation.source, origin),
    title: citation.title,
    start_index: citation.start,
    end_index: citation.end,
    source: sourceOnWire(citation.source),
  }
}

export function sourceOnWire(source: Citation['source']): SourceOnWire {
  switch (source.kind) {
    case 'record':
      return { kind: 'record', table: source.table, id: source.rowId }
    case 'document':
      return { kind: 'document', document_id: source.documentId, page: source.page, box: source.box ?? null }
    case 'reference':
      return { kind: 'reference', title: source.title, url: source.url ?? null }
  }
}

function citationUrl(source: Citation['source'], origin: string): string {
  switch (source.kind) {
    case 'record': {
      const collection = COLLECTIONS[source.table]
      return collection
        ? `${origin}/api/v1/${collection}/${source.rowId}`
        : `urn:swasthwrap:record:${source.table}:${source.rowId}`
    }
    case 'document':
      return `${origin}/api/v1/documents/${source.documentId}/content#page=${source.page}`
    case 'reference':
      return source.url ?? `urn:swasthwrap:reference:${encodeURIComponent(source.title)}`
  }
}
