/** One thing that is wrong with one field of a request body or query. */
export interface FieldError {
  /** JSON pointer (RFC 6901) to the field: `/start_date`. */
  readonly pointer: string
  /** Key under `fields` in `locales/<language>/errors.json`: `too_long`. */
  readonly code: string
  /** Values that the text names: `{ maximum: 255 }`. */
  readonly values?: Readonly<Record<string, string | number>>
}

/**
 * A kind of failure that callers can be told about. Its `type` is also the key of its `title` and `detail` in
 * `locales/<language>/errors.json`, and the last part of the problem's URN on the wire.
 */
export interface ProblemDefinition {
  readonly type: string
  /** HTTP status, 400–599. */
  readonly status: number
  /** A question rather than a refusal: the same call is carried out when this field of its input is `true`. */
  readonly confirmedBy?: string
}

/** A failure on its way to the caller; the surface that answers renders it in the caller's language (RFC 9457). */
export class Problem extends Error {
  override name = 'Problem'
  readonly definition: ProblemDefinition
  /** Values that `title` and `detail` name. Never health data: problems are logged. */
  readonly values: Readonly<Record<string, string | number>>
  readonly errors: readonly FieldError[]
  readonly headers: Readonly<Record<string, string>>
  /** Further members of the body (RFC 9457, 3.2). They may hold the caller's own data, so they are never logged. */
  readonly extensions: Readonly<Record<string, unknown>>

  constructor(
    definition: ProblemDefinition,
    options: {
      values?: Readonly<Record<string, string | number>>
      errors?: readonly FieldError[]
      headers?: Readonly<Record<string, string>>
      extensions?: Readonly<Record<string, unknown>>
      cause?: unknown
    } = {},
  ) {
    super(definition.type, options.cause === undefined ? undefined : { cause: options.cause })
    this.definition = definition
    this.values = options.values ?? {}
    this.errors = options.errors ?? []
    this.headers = options.headers ?? {}
    this.extensions = options.extensions ?? {}
  }
}

/** The URN that names a problem on the wire (RFC 9457 `type`). */
export function problemUrn(definition: ProblemDefinition): string {
  return `urn:swasthwrap:problem:${definition.type}`
}

export function defineProblem<const Definition extends ProblemDefinition>(definition: Definition): Definition {
  return Object.freeze(definition)
}

export const ValidationFailed = defineProblem({ type: 'validation-failed', status: 422 })
export const MalformedRequest = defineProblem({ type: 'malformed-request', status: 400 })
export const Unauthenticated = defineProblem({ type: 'unauthenticated', status: 401 })
export const InsufficientScope = defineProblem({ type: 'insufficient-scope', status: 403 })
export const NotFound = defineProblem({ type: 'not-found', status: 404 })
export const MethodNotAllowed = defineProblem({ type: 'method-not-allowed', status: 405 })
export const RequestTimeout = defineProblem({ type: 'request-timeout', status: 408 })
export const Conflict = defineProblem({ type: 'conflict', status: 409 })
export const PreconditionFailed = defineProblem({ type: 'precondition-failed', status: 412 })
export const PayloadTooLarge = defineProblem({ type: 'payload-too-large', status: 413 })
export const UnsupportedMediaType = defineProblem({ type: 'unsupported-media-type', status: 415 })
export const TooManyRequests = defineProblem({ type: 'too-many-requests', status: 429 })
export const HeadersTooLarge = defineProblem({ type: 'headers-too-large', status: 431 })
export const InternalError = defineProblem({ type: 'internal-error', status: 500 })
export const ServiceUnavailable = defineProblem({ type: 'service-unavailable', status: 503 })
