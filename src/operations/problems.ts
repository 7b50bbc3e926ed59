import { defineProblem } from '../platform/errors/problem.ts'

/** The key was used for another request before: same key, other input. */
export const IdempotencyKeyReused = defineProblem({ type: 'idempotency-key-reused', status: 422 })
/** The request that came first with this key is still being carried out. */
export const IdempotencyKeyInUse = defineProblem({ type: 'idempotency-key-in-use', status: 409 })
/** A row that must be the only one of its kind is there already. */
export const AlreadyExists = defineProblem({ type: 'already-exists', status: 409 })
/** Other rows refer to the one that should go. */
export const StillInUse = defineProblem({ type: 'still-in-use', status: 409 })
