import { Problem } from '../errors/problem.ts'

/** An error as the log keeps it. */
export interface LoggedError {
  readonly type: string
  /** Absent where the text might quote what a person wrote. */
  readonly message?: string
  /** SQLSTATE, errno or the like. */
  readonly code?: string
  readonly stack: readonly string[]
  readonly cause?: LoggedError
}

/**
 * Many libraries quote their input in their messages: a JSON parser the body, a database driver the row, a model's client
 * the conversation. So only those kinds of error keep their message that are known to name no data: our own, and the
 * language's complaints about code.
 */
const MESSAGE_IS_SAFE = new Set([
  'AccessDenied',
  'CheckViolation',
  'ConfigurationError',
  'ConstraintViolation',
  'DatabaseTimeout',
  'DatabaseUnavailable',
  'DecryptionError',
  'ForeignKeyViolation',
  'InvalidValue',
  'MasterKeyError',
  'NotNullViolation',
  'RangeError',
  'ReferenceError',
  'TransactionConflict',
  'TypeError',
  'UniqueViolation',
])

/** Reduces an error to what may stand in a log: kind, code, place, and the message where it is known to be harmless. */
export function errorForLog(thrown: unknown, depth = 0): LoggedError {
  if (!(thrown instanceof Error)) {
    return { type: thrown === null ? 'null' : typeof thrown, stack: [] }
  }
  const { code, syscall } = thrown as NodeJS.ErrnoException
  const showsMessage = thrown instanceof Problem || MESSAGE_IS_SAFE.has(thrown.name) || syscall !== undefined
  return {
    type: thrown.name,
    ...(showsMessage ? { message: thrown.message } : {}),
    ...(typeof code === 'string' ? { code } : {}),
    stack: framesOf(thrown),
    ...(thrown.cause !== undefined && depth < 4 ? { cause: errorForLog(thrown.cause, depth + 1) } : {}),
  }
}

/** The frames of a stack, without the message that stands above them. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*[:(]/.test(line))
    .slice(0, 20)
    .map((line) => line.trim())
}
