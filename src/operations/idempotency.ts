import { createHash } from 'node:crypto'
import type { Transaction } from '../platform/database/index.ts'
import { Problem, ValidationFailed } from '../platform/errors/problem.ts'
import type { AnyOperation } from './define-operation.ts'
import { IdempotencyKeyReused } from './problems.ts'

/** How long the first answer to a key is repeated. */
const LIFETIME_MILLISECONDS = 24 * 60 * 60 * 1000
const KEY = /^[\x21-\x7e]{1,255}$/

/** One call that its caller wants carried out once, however often it is sent. */
export interface IdempotentCall {
  readonly userId: string
  readonly key: string
  /** SHA-256 of what was asked: the operation and its input. */
  readonly fingerprint: string
}

export interface StoredAnswer {
  readonly output: unknown
  readonly etag: string | undefined
}

/** @throws {Problem} ValidationFailed naming the header where the key is not 1 to 255 visible ASCII characters. */
export function checkIdempotencyKey(key: string): void {
  if (KEY.test(key)) return
  throw new Problem(ValidationFailed, { errors: [{ pointer: '/Idempotency-Key', code: 'not_an_idempotency_key' }] })
}

/** @throws {Problem} as {@link checkIdempotencyKey} */
export function idempotentCall(
  userId: string,
  key: string,
  operation: Pick<AnyOperation, 'name'>,
  input: unknown,
): IdempotentCall {
  checkIdempotencyKey(key)
  const fingerprint = createHash('sha256')
    .update(canonicalJson([operation.name, input]))
    .digest('hex')
  return { userId, key, fingerprint }
}

/** JSON with keys in one order at every depth, so that the same input is the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}

/**
 * The answer that was given to this key before, if there was one in the last 24 hours.
 * @throws {Problem} IdempotencyKeyReused where the key came with another request then.
 */
export async function findAnswer(
  transaction: Transaction,
  call: IdempotentCall,
  now: Date,
): Promise<StoredAnswer | undefined> {
  const row = await transaction.row<{ fingerprint: string; answer: { output: unknown; etag: string | null } }>(
    transaction
      .sql('idempotency_keys')
      .select('fingerprint', 'answer')
      .where({ user_id: call.userId, key: call.key })
      .where('expires_at', '>', now),
  )
  if (!row) return undefined
  if (row.fingerprint !== call.fingerprint) throw new Problem(IdempotencyKeyReused)
  return { output: row.answer.output, etag: row.answer.etag ?? undefined }
}

/** Keeps the answer; of two calls with the same key at the same time, the second fails here and is repeated. */
export function queueAnswer(transaction: Transaction, call: IdempotentCall, answer: StoredAnswer, now: Date): void {
  const { sql } = transaction
  transaction.queue(
    sql('idempotency_keys').where({ user_id: call.userId, key: call.key }).where('expires_at', '<=', now).delete(),
  )
  transaction.queue(
    sql('idempotency_keys').insert({
      user_id: call.userId,
      key: call.key,
      fingerprint: call.fingerprint,
      answer: JSON.stringify({ output: answer.output, etag: answer.etag ?? null }),
      created_at: now,
      expires_at: new Date(now.getTime() + LIFETIME_MILLISECONDS),
    }),
  )
}
