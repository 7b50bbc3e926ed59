import { v7 as uuidv7 } from 'uuid'
import { randomToken, sha256Hex } from '../../platform/crypto/index.ts'
import type { Transaction } from '../../platform/database/index.ts'

/** What a challenge is a step of. */
export type ChallengePurpose = 'second-factor' | 'passkey-sign-in' | 'passkey-registration'

export const CHALLENGE_SECONDS = 5 * 60

/** Wrong answers that one challenge bears. */
export const CHALLENGE_ATTEMPTS = 5

export interface HeldChallenge {
  readonly id: string
  readonly subject_id: string | null
  readonly challenge: string | null
  readonly attempts: number
}

/** Begins a step. The token goes to the caller and is kept as a digest. */
export async function beginChallenge(
  transaction: Transaction,
  step: {
    readonly purpose: ChallengePurpose
    readonly subjectId?: string
    readonly challenge?: string
    readonly now: Date
  },
): Promise<string> {
  const token = randomToken('swc_')
  await transaction.affected(
    transaction.sql('sign_in_challenges').insert({
      id: uuidv7(),
      purpose: step.purpose,
      subject_id: step.subjectId ?? null,
      token_digest: sha256Hex(token),
      challenge: step.challenge ?? null,
      expires_at: new Date(step.now.getTime() + CHALLENGE_SECONDS * 1_000),
    }),
  )
  return token
}

/** Finds a step that is still open and holds its row, so that it is answered once. */
export function holdChallenge(
  transaction: Transaction,
  purpose: ChallengePurpose,
  token: string,
  now: Date,
): Promise<HeldChallenge | undefined> {
  return transaction.row<HeldChallenge>(
    transaction
      .sql('sign_in_challenges')
      .where({ purpose, token_digest: sha256Hex(token) })
      .where('expires_at', '>', now)
      .where('attempts', '<', CHALLENGE_ATTEMPTS)
      .forUpdate()
      .select('id', 'subject_id', 'challenge', 'attempts'),
  )
}

/** Takes a step away: it has been answered. */
export async function endChallenge(transaction: Transaction, id: string): Promise<void> {
  await transaction.affected(transaction.sql('sign_in_challenges').where({ id }).delete())
}
