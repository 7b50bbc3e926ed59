import { request } from '../../api/client.ts'

/** Fractions of the page's picture, from its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type Flag = 'low' | 'high' | 'normal' | 'critical_low' | 'critical_high' | 'abnormal'

/** A value that was read from a report. */
export interface Result {
  readonly id: string
  readonly test: string
  readonly code: string | null
  readonly value: string
  readonly value_number: number | null
  readonly unit: string | null
  readonly unit_printed: string | null
  readonly reference_low: number | null
  readonly reference_high: number | null
  readonly reference_text: string | null
  readonly flag: Flag | null
  readonly flag_printed: string | null
  readonly page: number
  readonly box: Box | null
  readonly confidence: number | null
  readonly needs_review: boolean
  readonly review_reason: string | null
  readonly candidate: string | null
  readonly review_status: 'open' | 'confirmed' | 'rejected'
  readonly original: { readonly value: string; readonly unit_printed: string | null } | null
  readonly metric_id: string | null
}

export interface Decision {
  readonly review_status?: Result['review_status']
  readonly value?: string
  readonly unit_printed?: string | null
}

/** How a value moved since the report before. */
export interface Comparison {
  readonly current: Result
  readonly previous: { readonly value: string; readonly unit_printed: string | null; readonly measured_on: string }
  readonly direction: 'up' | 'down' | 'same' | 'changed' | 'unknown'
  readonly towards: 'into_range' | 'out_of_range' | 'still_out_of_range' | 'still_in_range' | 'unknown'
}

const results = (documentId: string): string => `/api/v1/documents/${documentId}/results`

/** All values of a document, in the order of its pages. */
export async function listResults(documentId: string, signal?: AbortSignal): Promise<readonly Result[]> {
  const path = results(documentId)
  const { data } = await request<{ data: readonly Result[] }>('GET', path, signal ? { signal } : {})
  return data
}

/** @throws {ApiProblem} `document-person-unclear` where it must first be said whose the document is. */
export function decideResult(documentId: string, id: string, decision: Decision): Promise<Result> {
  return request('PATCH', `${results(documentId)}/${id}`, { body: decision })
}

/** Confirms every open value that was read without doubt. */
export async function confirmSure(documentId: string): Promise<readonly Result[]> {
  const { data } = await request<{ data: readonly Result[] }>('POST', `${results(documentId)}/review`, {
    body: { confirm_sure: true },
  })
  return data
}

export async function compareWithPrevious(documentId: string, signal?: AbortSignal): Promise<readonly Comparison[]> {
  const path = `/api/v1/documents/${documentId}/comparison`
  const { data } = await request<{ data: readonly Comparison[] }>('GET', path, signal ? { signal } : {})
  return data
}

export function pageImageAddress(documentId: string, page: number, width: number): string {
  return `/api/v1/documents/${documentId}/pages/${page}/image?width=${width}`
}

/** As printed: "8.2 %". */
export function printedValue({ value, unit_printed: unit }: Pick<Result, 'value' | 'unit_printed'>): string {
  return unit === null ? value : `${value} ${unit}`
}
