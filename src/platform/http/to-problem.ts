import type { FastifyError } from 'fastify'
import { DatabaseTimeout, DatabaseUnavailable, InvalidValue, TransactionConflict } from '../database/database-errors.ts'
import {
  Conflict,
  InternalError,
  MalformedRequest,
  NotFound,
  PayloadTooLarge,
  Problem,
  type ProblemDefinition,
  RequestTimeout,
  ServiceUnavailable,
  UnsupportedMediaType,
  ValidationFailed,
} from '../errors/problem.ts'

/** What Fastify and its plugins refuse, by their error code. */
const BY_CODE: Readonly<Record<string, ProblemDefinition>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: PayloadTooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: UnsupportedMediaType,
  FST_ERR_CTP_EMPTY_JSON_BODY: MalformedRequest,
  FST_ERR_CTP_INVALID_JSON_BODY: MalformedRequest,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: MalformedRequest,
  FST_ERR_BAD_URL: NotFound,
  FST_ERR_MAX_PARAM_LENGTH: NotFound,
  FST_ERR_HANDLER_TIMEOUT: ServiceUnavailable,
  FST_REQ_FILE_TOO_LARGE: PayloadTooLarge,
  FST_FILES_LIMIT: MalformedRequest,
  FST_FIELDS_LIMIT: MalformedRequest,
  FST_PARTS_LIMIT: MalformedRequest,
  FST_PROTO_VIOLATION: MalformedRequest,
  FST_INVALID_MULTIPART_CONTENT_TYPE: UnsupportedMediaType,
  ERR_FASTIFY_MULTIPART_PREMATURE_CLOSE: MalformedRequest,
}

/** Names for the statuses that plugins of others answer with. */
const BY_STATUS: Readonly<Record<number, ProblemDefinition>> = {
  400: MalformedRequest,
  404: NotFound,
  408: RequestTimeout,
  409: Conflict,
  413: PayloadTooLarge,
  415: UnsupportedMediaType,
  422: ValidationFailed,
  503: ServiceUnavailable,
}

/**
 * Any thrown value as a problem that may be told to the caller.
 * @param bodyLimitBytes What the route accepts, to be named where more came.
 */
export function toProblem(thrown: unknown, bodyLimitBytes: number): Problem {
  if (thrown instanceof Problem) {
    return thrown
  }
  if (thrown instanceof DatabaseUnavailable || thrown instanceof DatabaseTimeout) {
    return new Problem(ServiceUnavailable, { cause: thrown, headers: { 'retry-after': '5' } })
  }
  if (thrown instanceof TransactionConflict) {
    return new Problem(ServiceUnavailable, { cause: thrown, headers: { 'retry-after': '1' } })
  }
  if (thrown instanceof InvalidValue) {
    return new Problem(ValidationFailed, { cause: thrown })
  }
  const { code, statusCode } = (thrown ?? {}) as Partial<FastifyError>
  const definition = BY_CODE[code ?? ''] ?? (isClientStatus(statusCode) ? BY_STATUS[statusCode] : undefined)
  return new Problem(definition ?? InternalError, {
    cause: thrown,
    values: definition === PayloadTooLarge ? { megabytes: Math.max(1, Math.floor(bodyLimitBytes / 1_000_000)) } : {},
  })
}

function isClientStatus(status: number | undefined): status is number {
  return status !== undefined && ((status >= 400 && status < 500) || status === 503)
}
