import {
  CheckViolation,
  ConstraintViolation,
  DatabaseTimeout,
  DatabaseUnavailable,
  ForeignKeyViolation,
  InvalidValue,
  NotNullViolation,
  TransactionConflict,
  UniqueViolation,
} from '../platform/database/index.ts'
import { Problem, ServiceUnavailable, ValidationFailed } from '../platform/errors/problem.ts'
import type { Conflicts } from './define-operation.ts'
import { AlreadyExists, StillInUse } from './problems.ts'

/**
 * What a failure of the database means to the caller, or the failure itself where it is ours alone. `conflicts` says what
 * the violation of a named constraint means.
 */
export function toProblem(thrown: unknown, conflicts: Conflicts = {}): unknown {
  if (thrown instanceof ConstraintViolation) {
    const meaning = conflicts[thrown.constraint]
    if (meaning && 'pointer' in meaning) return new Problem(ValidationFailed, { errors: [meaning], cause: thrown })
    if (meaning) return new Problem(meaning, { cause: thrown })
  }
  const options = { cause: thrown }
  if (thrown instanceof UniqueViolation) return new Problem(AlreadyExists, options)
  if (thrown instanceof ForeignKeyViolation) return new Problem(StillInUse, options)
  if (thrown instanceof CheckViolation || thrown instanceof NotNullViolation || thrown instanceof InvalidValue) {
    return new Problem(ValidationFailed, options)
  }
  if (
    thrown instanceof DatabaseTimeout ||
    thrown instanceof DatabaseUnavailable ||
    thrown instanceof TransactionConflict
  ) {
    return new Problem(ServiceUnavailable, { ...options, headers: { 'retry-after': '5' } })
  }
  return thrown
}
