export const EXPORT_PATH = '/api/v1/me/export'

export interface DataExport {
  readonly id: string
  readonly status: 'waiting' | 'running' | 'completed' | 'failed' | 'expired'
  /** Per cent. */
  readonly progress: number
  /** Bytes. */
  readonly file_size: number | null
  readonly sha256: string | null
  readonly parts: number | null
  readonly rows: number | null
  /** Where it is downloaded, while it can be. */
  readonly content: string | null
  readonly created_at: string
  readonly expires_at: string | null
}

/** Whether somebody works on it. */
export function isUnderWay({ status }: { readonly status: string }): boolean {
  return status === 'waiting' || status === 'running'
}
