import { type Page, request } from '../../api/client.ts'
import type { UploadedDocument } from '../../api/upload.ts'

export const CATEGORIES = [
  'laboratory',
  'radiology',
  'prescription',
  'discharge_summary',
  'vaccination',
  'insurance',
  'other',
] as const
export type Category = (typeof CATEGORIES)[number]

/** A document as the server shows it. */
export interface HealthDocument extends UploadedDocument {
  readonly category: Category
  /** `YYYY-MM-DD`, the day that it speaks about. */
  readonly document_date: string | null
  readonly page_count: number | null
  readonly mime_type: string
  readonly title: string | null
  readonly laboratory: string | null
  readonly summary: string | null
  readonly patient_name: string | null
  readonly subject: 'self' | 'family' | 'unclear'
  readonly reading_notes: readonly { readonly code: string; readonly page: number | null; readonly text: string }[]
  readonly created_at: string
}

const DOCUMENTS = '/api/v1/documents'

export function listDocuments(
  { category, cursor }: { readonly category?: Category | undefined; readonly cursor?: string | undefined },
  signal?: AbortSignal,
): Promise<Page<HealthDocument>> {
  const query = { category, cursor, sort: '-created_at', limit: 30 }
  return request('GET', DOCUMENTS, { query, ...(signal && { signal }) })
}

export function getDocument(id: string, signal?: AbortSignal): Promise<HealthDocument> {
  return request('GET', `${DOCUMENTS}/${id}`, signal ? { signal } : {})
}

export function updateDocument(
  id: string,
  changes: Partial<Pick<HealthDocument, 'document_name' | 'category' | 'document_date'>>,
): Promise<HealthDocument> {
  return request('PATCH', `${DOCUMENTS}/${id}`, { body: changes })
}

export function deleteDocument(id: string): Promise<void> {
  return request('DELETE', `${DOCUMENTS}/${id}`)
}

/** `retry` after a failure, `cancel` while it is being read, `read-again` once it has been. */
export function changeReading(id: string, step: 'retry' | 'cancel' | 'read-again'): Promise<HealthDocument> {
  return request('POST', `${DOCUMENTS}/${id}/${step}`, { body: {} })
}

export function setSubject(id: string, subject: 'self' | 'family'): Promise<HealthDocument> {
  return request('PUT', `${DOCUMENTS}/${id}/person`, { body: { subject } })
}

/** Whether its reading has not ended, well or badly. */
export function isBeingRead({ status, processing_error: problem }: UploadedDocument): boolean {
  return problem === null && (status === 'uploaded' || status === 'processing')
}
