import type { Language } from '../../clinical/language-forms.ts'
import type { Problem } from '../errors/problem.ts'
import { problemDocument } from '../errors/problem-document.ts'

/** The error object of Open Responses, which the chat endpoints answer with. */
export interface OpenResponsesError {
  readonly error: {
    readonly type: 'invalid_request' | 'not_found' | 'too_many_requests' | 'server_error'
    readonly code: string
    readonly message: string
    readonly param: string
  }
}

/** Renders a problem for the chat endpoints, in a language. */
export function openResponsesError(problem: Problem, language: Language, requestId: string): OpenResponsesError {
  const document = problemDocument(problem, language, requestId)
  const first = document.errors?.[0]
  return {
    error: {
      type: errorType(document.status),
      code: problem.definition.type.replaceAll('-', '_'),
      message: first === undefined ? document.detail : `${document.detail} ${first.pointer}: ${first.detail}`,
      // Empty rather than null: some clients insist on a string.
      param: first?.pointer.slice(1).replaceAll('/', '.') ?? '',
    },
  }
}

function errorType(status: number): OpenResponsesError['error']['type'] {
  if (status === 404) {
    return 'not_found'
  }
  if (status === 429) {
    return 'too_many_requests'
  }
  return status < 500 ? 'invalid_request' : 'server_error'
}
