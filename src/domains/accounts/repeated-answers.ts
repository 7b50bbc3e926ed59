import { createHmac } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { IdempotencyKeyReused } from '../../operations/problems.ts'
import { open, seal } from '../../platform/crypto/index.ts'
import type { Database, Transaction } from '../../platform/database/index.ts'
import { Problem } from '../../platform/errors/problem.ts'
import { queueAuditEntry } from '../audit/index.ts'
import type { Device } from './session-store.ts'

const KEPT_MILLISECONDS = 24 * 60 * 60 * 1_000
/** A request that has no answer after so long was broken off with its process, and may be carried out again. */
const UNDER_WAY_MILLISECONDS = 60 * 1_000

/** A request that its sender may repeat. */
export interface RepeatableRequest {
  readonly key: string
  /** Who the key belongs to: a person, or an address where nobody is known. */
  readonly scope: string
  /** All that makes another request of it, secrets included. It is kept as a keyed digest only. */
  readonly content: string
}

export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: string | null
}

/** `mine` is to be carried out and then kept or given up; `running` is being carried out elsewhere. */
export type Claim =
  | { readonly state: 'mine'; readonly id: string }
  | { readonly state: 'running' }
  | { readonly state: 'answered'; readonly answer: KeptAnswer }

interface Row {
  id: string
  request_digest: string
  subject_id: string | null
  answer: Buffer | null
}

export type RepeatedAnswers = ReturnType<typeof createRepeatedAnswers>

/**
 * First answers, kept for a day. They hold tokens, so each is sealed with a key made of the installation's secret and of
 * the request itself: only who sends the whole request again, its password or token included, gets it opened.
 * @param services.secret 32 bytes that only this installation knows.
 */
export function createRepeatedAnswers(services: {
  readonly database: Database
  readonly secret: Uint8Array
  readonly now: () => Date
}) {
  const { database, secret, now } = services
  const digest = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts))
  const keyDigest = ({ scope, key }: RepeatableRequest) => digest('key', scope, key).digest('hex')
  const requestDigest = ({ key, content }: RepeatableRequest) => digest('request', key, content).digest('hex')
  const sealingKey = ({ key, content }: RepeatableRequest) => digest('seal', key, content).digest()

  async function find(transaction: Transaction, request: RepeatableRequest): Promise<Row | undefined> {
    const same = requestDigest(request)
    const rows = await transaction.rows<Row>(
      transaction
        .sql('repeated_answers')
        .where({ key_digest: keyDigest(request) })
        .orWhere({ request_digest: same })
        .select('id', 'request_digest', 'subject_id', 'answer'),
    )
    return rows.find((row) => row.request_digest === same) ?? rows[0]
  }

  return {
    /** @throws {Problem} `idempotency-key-reused` where the key came with another request within a day. */
    claim: (request: RepeatableRequest, device: Device): Promise<Claim> =>
      database.asSystem(async (transaction) => {
        const { sql } = transaction
        const digests = { key_digest: keyDigest(request), request_digest: requestDigest(request) }
        transaction.queue(
          sql('repeated_answers')
            .where('expires_at', '<=', now())
            .where((either) =>
              either.where({ key_digest: digests.key_digest }).orWhere({ request_digest: digests.request_digest }),
            )
            .delete(),
        )
        const id = uuidv7()
        const expires_at = new Date(now().getTime() + UNDER_WAY_MILLISECONDS)
        const row = { id, ...digests, created_at: now(), expires_at }
        if ((await transaction.affected(sql('repeated_answers').insert(row).onConflict().ignore())) > 0) {
          return { state: 'mine', id }
        }
        const found = await find(transaction, request)
        if (found === undefined) return { state: 'running' }
        if (found.request_digest !== digests.request_digest) throw new Problem(IdempotencyKeyReused)
        if (found.answer === null) return { state: 'running' }
        const answer = JSON.parse(open(sealingKey(request), found.answer, found.id).toString()) as KeptAnswer
        const userId = found.subject_id ?? undefined
        queueAuditEntry(transaction, {
          userId,
          action: 'accounts.repeat',
          resourceType: 'users',
          resourceId: userId,
          success: true,
          ...device,
        })
        return { state: 'answered', answer }
      }),

    /** @param subjectId Whom the answer is about, where somebody is known: it goes with the account. */
    async keep(id: string, request: RepeatableRequest, answer: KeptAnswer, subjectId: string | null): Promise<void> {
      await database.asSystem((transaction) =>
        transaction.affected(
          transaction
            .sql('repeated_answers')
            .where({ id })
            .update({
              answer: seal(sealingKey(request), Buffer.from(JSON.stringify(answer)), id),
              subject_id: subjectId,
              expires_at: new Date(now().getTime() + KEPT_MILLISECONDS),
            }),
        ),
      )
    },

    /** Nothing came of the request: it may be sent again, corrected or not. */
    async giveUp(id: string): Promise<void> {
      await database.asSystem((transaction) =>
        transaction.affected(transaction.sql('repeated_answers').where({ id }).delete()),
      )
    },
  }
}
