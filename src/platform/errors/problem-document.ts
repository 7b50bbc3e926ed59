import type { Language } from '../../clinical/language-forms.ts'
import { translator } from '../i18n/translator.ts'
import { type FieldError, type Problem, problemUrn } from './problem.ts'

/** A problem on the wire (RFC 9457, `application/problem+json`). */
export interface ProblemDocument {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Names the request in the logs, for whoever reports the problem. */
  readonly request_id: string
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[]
  /** Members of the problem's own kind. */
  readonly [extension: string]: unknown
}

/** Renders a problem in a language. */
export function problemDocument(problem: Problem, language: Language, requestId: string): ProblemDocument {
  const { definition, values, errors } = problem
  const translate = translator(language)
  return {
    type: problemUrn(definition),
    title: translate(`errors:${definition.type}.title`, values),
    status: definition.status,
    detail: translate(`errors:${definition.type}.detail`, values),
    request_id: requestId,
    ...(errors.length > 0
      ? { errors: errors.map((error) => ({ ...plain(error), detail: fieldErrorText(error, language) })) }
      : {}),
    ...problem.extensions,
  }
}

/** What is wrong with one field, as a sentence. */
export function fieldErrorText(error: FieldError, language: Language): string {
  return translator(language)([`errors:fields.${error.code}`, 'errors:fields.invalid'], error.values ?? {})
}

function plain(error: FieldError): { pointer: string; code: string } {
  return { pointer: error.pointer, code: error.code }
}
