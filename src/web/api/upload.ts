import { language } from '../words/words.ts'
import { ApiProblem, Unreachable } from './problem.ts'
import { renewSession } from './session.ts'

/** A document as far as lists show it. */
export interface UploadedDocument {
  readonly id: string
  readonly document_name: string
  readonly status: 'uploaded' | 'processing' | 'reviewed' | 'archived'
  readonly processing_error: string | null
}

export interface UploadOptions {
  /** The same for every try of one file: it becomes one document. */
  readonly key?: string
  /** Told the sent part, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
  readonly signal?: AbortSignal
}

/** Uploads a report. */
export const uploadDocument = (
  file: File,
  options: UploadOptions & { readonly key: string },
): Promise<UploadedDocument> => uploadFile('/api/v1/documents', file, options)

/**
 * Uploads a file as the part `file` of a form. Only the older way of asking tells how much has been sent.
 * @param path from the root.
 * @throws {ApiProblem} where it is refused, {@link Unreachable} where no answer comes.
 */
export async function uploadFile<Answer>(path: string, file: File, options: UploadOptions): Promise<Answer> {
  try {
    return await send<Answer>(path, file, options)
  } catch (error) {
    const hasRunOut = error instanceof ApiProblem && error.status === 401
    if (hasRunOut && (await renewSession())) return send<Answer>(path, file, options)
    throw error
  }
}

function send<Answer>(path: string, file: File, { key, onProgress, signal }: UploadOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    call.open('POST', path)
    call.responseType = 'json'
    call.setRequestHeader('accept', 'application/json')
    call.setRequestHeader('accept-language', language())
    if (key !== undefined) call.setRequestHeader('idempotency-key', key)
    call.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total))
    call.addEventListener('load', () => {
      if (call.status >= 200 && call.status < 300) resolve(call.response as Answer)
      else reject(new ApiProblem(call.status, call.response))
    })
    call.addEventListener('error', () => reject(new Unreachable('No answer came')))
    call.addEventListener('abort', () => reject(signal?.reason))
    signal?.addEventListener('abort', () => call.abort())
    const form = new FormData()
    form.append('file', file, file.name)
    call.send(form)
  })
}
