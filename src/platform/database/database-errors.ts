/** What PostgreSQL reports that we act on: https://www.postgresql.org/docs/current/errcodes-appendix.html */
interface ReportedError extends Error {
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly column?: string
  readonly routine?: string
}

/**
 * A statement that the database refused. Messages name constraints, tables and columns and never a value: the driver's own
 * `detail` quotes the row, which is health data.
 */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
  /** The five-character SQLSTATE, where the database gave one. */
  readonly code: string | undefined

  constructor(message: string, code?: string) {
    super(message)
    this.code = code
  }
}

/** A refusal that names the constraint behind it. */
export class ConstraintViolation extends DatabaseError {
  override name = 'ConstraintViolation'
  readonly constraint: string
  readonly table: string

  constructor(kind: string, error: ReportedError) {
    super(`${kind} "${error.constraint ?? error.column ?? '?'}" of ${error.table ?? '?'} was violated`, error.code)
    this.constraint = error.constraint ?? ''
    this.table = error.table ?? ''
  }
}

export class UniqueViolation extends ConstraintViolation {
  override name = 'UniqueViolation'
}

export class ForeignKeyViolation extends ConstraintViolation {
  override name = 'ForeignKeyViolation'
}

export class CheckViolation extends ConstraintViolation {
  override name = 'CheckViolation'
}

export class NotNullViolation extends ConstraintViolation {
  override name = 'NotNullViolation'
  readonly column: string

  constructor(kind: string, error: ReportedError) {
    super(kind, error)
    this.column = error.column ?? ''
  }
}

/** A value the column's type cannot hold: too long, out of range, an impossible date, U+0000 or half a surrogate pair. */
export class InvalidValue extends DatabaseError {
  override name = 'InvalidValue'
}

/** Row-level security or a missing grant refused the statement. */
export class AccessDenied extends DatabaseError {
  override name = 'AccessDenied'
}

/** Two transactions stood in each other's way; trying again helps. */
export class TransactionConflict extends DatabaseError {
  override name = 'TransactionConflict'
}

/** The tables have changed since the statement was prepared; under another name it can be run again. */
export class StatementOutdated extends TransactionConflict {
  override name = 'StatementOutdated'
}

/** A statement or a transaction took longer than it may. */
export class DatabaseTimeout extends DatabaseError {
  override name = 'DatabaseTimeout'
}

/** The database cannot be reached or takes no more connections. */
export class DatabaseUnavailable extends DatabaseError {
  override name = 'DatabaseUnavailable'
}

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])

const NETWORK_MESSAGES =
  /connection (terminated|ended)|not queryable|timeout exceeded when trying to connect|Cannot use a pool after calling end/i

/** Turns what the driver throws into one of the classes above; anything else comes back as it is. */
export function toDatabaseError(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof DatabaseError) return thrown
  const error: ReportedError = thrown
  const code = error.code ?? ''
  if (error.routine === 'RevalidateCachedQuery') return new StatementOutdated(error.message, code)
  const known = ERROR_BY_CODE[code]?.(error) ?? ERROR_BY_CLASS[code.slice(0, 2)]?.(error)
  if (known) return known
  if (/read timeout/i.test(error.message)) return new DatabaseTimeout('The database took too long to answer')
  if (NETWORK_CODES.has(code) || NETWORK_MESSAGES.test(error.message)) {
    return new DatabaseUnavailable(`The database cannot be reached: ${error.message}`, code)
  }
  return /^[0-9A-Z]{5}$/.test(code) ? new DatabaseError(error.message, code) : thrown
}

type Translation = (error: ReportedError) => DatabaseError

const ERROR_BY_CODE: Readonly<Record<string, Translation>> = {
  '23502': (error) => new NotNullViolation('The required column', error),
  '23503': (error) => new ForeignKeyViolation('The foreign key', error),
  '23505': (error) => new UniqueViolation('The unique constraint', error),
  '23514': (error) => new CheckViolation('The check', error),
  // Deleting a row that others are restricted to.
  '23001': (error) => new ForeignKeyViolation('The foreign key', error),
  '40001': (error) => new TransactionConflict(error.message, error.code),
  '40P01': (error) => new TransactionConflict(error.message, error.code),
  '42501': (error) => new AccessDenied(error.message, error.code),
  '57014': (error) => new DatabaseTimeout('A statement took longer than it may', error.code),
  // A server that was the primary and is no more.
  '25006': (error) => unavailable(error),
  '25P03': (error) => new DatabaseTimeout('A transaction stayed idle longer than it may', error.code),
}

const unavailable: Translation = (error) =>
  new DatabaseUnavailable(`The database cannot be reached: ${error.message}`, error.code)

const ERROR_BY_CLASS: Readonly<Record<string, Translation>> = {
  // The messages of class 22 quote the value.
  '22': (error) => new InvalidValue('A value does not fit its column', error.code),
  '08': unavailable,
  '53': unavailable,
  '57': unavailable,
}
