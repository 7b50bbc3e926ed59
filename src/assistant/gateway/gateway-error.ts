import type { TFunction } from 'i18next'
import { Problem } from '../../platform/errors/problem.ts'

/** Categories of errors in Open Responses, which clients decide by whether to try again. */
type ErrorType = 'invalid_request' | 'not_found' | 'model_error' | 'server_error' | 'too_many_requests'

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
  unknown_event: { status: 400, type: 'invalid_request' },
  unsupported_parameter: { status: 400, type: 'invalid_request' },
  websocket_connection_limit_reached: { status: 400, type: 'invalid_request' },
} as const satisfies Record<string, { status: number; type: ErrorType }>

export type GatewayErrorCode = keyof typeof CODES

/**
 * A request that the gateway cannot serve. Its text stands in `locales/<language>/assistant.json` under
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

/** The error object of Open Responses. */
export interface WireError {
  readonly status: number
  readonly error: {
    readonly type: ErrorType
    readonly code: string
    readonly message: string
    /** Empty where no parameter is at fault: some clients insist on a string. */
    readonly param: string
  }
  readonly headers: Readonly<Record<string, string>>
}

/** What a client is told about a failure; whatever is not meant for clients becomes a `server_error` without details. */
export function wireError(error: unknown, translate: TFunction): WireError {
  if (error instanceof GatewayError) {
    const { status, type } = CODES[error.code]
    const param = error.param ?? ''
    const message = translate(`assistant:errors.${error.code}`, { ...error.values, param })
    return { status, error: { type, code: error.code, message, param }, headers: {} }
  }
  if (error instanceof Problem) {
    const { definition, values, headers } = error
    return {
      status: definition.status,
      error: {
        type: typeOfStatus(definition.status),
        code: definition.type.replaceAll('-', '_'),
        message: translate(`errors:${definition.type}.detail`, { ...values }),
        param: error.errors[0]?.pointer.replace(/^\//, '').replaceAll('/', '.') ?? '',
      },
      headers,
    }
  }
  return {
    status: 500,
    error: {
      type: 'server_error',
      code: 'internal_error',
      message: translate('errors:internal-error.detail'),
      param: '',
    },
    headers: {},
  }
}

function typeOfStatus(status: number): ErrorType {
  if (status === 404) return 'not_found'
  if (status === 429) return 'too_many_requests'
  return status < 500 ? 'invalid_request' : 'server_error'
}
