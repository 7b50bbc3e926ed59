import type { Language } from '../../clinical/language-forms.ts'
import { type OpenResponsesError, openResponsesError, toProblem } from '../../platform/http/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { RunFailed } from './runs/run-failure.ts'

type ErrorType = OpenResponsesError['error']['type']

const CODES = {
  conversation_not_found: { status: 404, type: 'not_found' },
  duplicate_message: { status: 409, type: 'invalid_request' },
  file_not_found: { status: 404, type: 'not_found' },
  invalid_file_data: { status: 400, type: 'invalid_request' },
  invalid_json: { status: 400, type: 'invalid_request' },
  invalid_parameter: { status: 400, type: 'invalid_request' },
  missing_required_parameter: { status: 400, type: 'invalid_request' },
  model_not_found: { status: 404, type: 'not_found' },
  previous_response_not_found: { status: 400, type: 'invalid_request' },
  response_not_found: { status: 404, type: 'not_found' },
  string_above_max_length: { status: 400, type: 'invalid_request' },
  tool_call_not_found: { status: 400, type: 'invalid_request' },
  too_many_queued: { status: 429, type: 'too_many_requests' },
  websocket_expected: { status: 426, type: 'invalid_request' },
  unknown_event: { status: 400, type: 'invalid_request' },
  unsupported_parameter: { status: 400, type: 'invalid_request' },
  websocket_connection_limit_reached: { status: 400, type: 'invalid_request' },
} as const satisfies Record<string, { status: number; type: ErrorType }>

export type GatewayErrorCode = keyof typeof CODES

/**
 * A request that the gateway cannot serve. Its text stands in `locales/<language>/gateway.json` under
 * `errors.<code>` and may name the parameter and the values.
 */
export class GatewayError extends Error {
  override name = 'GatewayError'
  readonly code: GatewayErrorCode
  /** The request's field at fault: `input`, `metadata.language`. */
  readonly param: string | undefined
  readonly values: Readonly<Record<string, string | number>>

  constructor(code: GatewayErrorCode, param?: string, values: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.param = param
    this.values = values
  }
}

/** An error as clients are told of it. */
export interface WireError {
  readonly status: number
  /** The error object of Open Responses. */
  readonly error: {
    readonly type: ErrorType
    readonly code: string
    readonly message: string
    /** Empty where no parameter is at fault: some clients insist on a string. */
    readonly param: string
  }
  readonly headers: Readonly<Record<string, string>>
}

/** Any thrown value as the client may be told of it, in the client's language. */
export function wireError(
  thrown: unknown,
  context: { readonly language: Language; readonly requestId: string; readonly bodyLimit?: number },
): WireError {
  if (thrown instanceof GatewayError) {
    const { status, type } = CODES[thrown.code]
    const param = thrown.param ?? ''
    const message = translator(context.language)(`gateway:errors.${thrown.code}`, { ...thrown.values, param })
    return { status, error: { type, code: thrown.code, message, param }, headers: {} }
  }
  if (thrown instanceof RunFailed) {
    const { code, message } = thrown
    return { status: 500, error: { type: 'server_error', code, message, param: '' }, headers: {} }
  }
  const problem = toProblem(thrown, context.bodyLimit ?? 0)
  const { error } = openResponsesError(problem, context.language, context.requestId)
  return { status: problem.definition.status, error: { ...error, param: error.param ?? '' }, headers: problem.headers }
}
