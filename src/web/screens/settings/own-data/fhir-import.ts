export const FHIR_PATH = '/api/v1/me/fhir'

interface Remark {
  /** Where the entry stands: `Bundle.entry[3].resource`. */
  readonly path: string
  readonly resource_type: string
  /** `pointer` leads to the field within the entry. */
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[]
}

export interface FhirImport {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
  /** What was not taken in. */
  readonly refused: readonly Remark[]
  /** What was taken in with something assumed. */
  readonly notes: readonly Remark[]
}

/** A file with the media type that its name says: a line for each resource, or one JSON text. */
export function asFhir(file: Blob & { readonly name: string }): Blob {
  const type = /\.ndjson$/i.test(file.name) ? 'application/fhir+ndjson' : 'application/fhir+json'
  return file.slice(0, file.size, type)
}
