import { v7 as uuidv7 } from 'uuid'
import type { Language } from '../../clinical/language-forms.ts'
import type { enumerations, Transaction } from '../../platform/database/index.ts'
import { type Purpose, SETTING_OF, TEXT_VERSION, wordsOfPurpose } from './consent-purposes.ts'

type ConsentMethod = (typeof enumerations.consents.method)[number]

/** One decision. A refusal is a consent that ended in the moment in which it began. */
export interface ConsentRow {
  readonly id: string
  readonly user_id: string
  readonly purpose: Purpose
  readonly text_version: string
  readonly text_shown: string | null
  readonly language: Language
  readonly method: ConsentMethod | null
  readonly granted_at: Date
  readonly withdrawn_at: Date | null
}

export interface ConsentDecision {
  readonly userId: string
  readonly purpose: Purpose
  readonly allowed: boolean
  readonly language: Language
  readonly method: ConsentMethod
  readonly ipAddress?: string | undefined
  /** What was shown, where it was not the words of `consents:purposes`. */
  readonly shown?: { readonly version: string; readonly text: string }
}

/**
 * Keeps a decision, with the words that were shown, and brings the setting that says the same in line. A decision that
 * stands already changes nothing.
 * @returns whether something changed.
 */
export async function decideConsent(transaction: Transaction, decision: ConsentDecision): Promise<boolean> {
  const { sql } = transaction
  const { userId, purpose, allowed } = decision
  const last = await lastDecision(transaction, userId, purpose)
  const stands = last !== undefined && last.withdrawn_at === null
  const setting = SETTING_OF[purpose]
  if (setting !== undefined) {
    transaction.queue(
      sql('privacy_settings')
        .where({ user_id: userId })
        .update({ [setting]: allowed }),
    )
  }
  if (last !== undefined && stands === allowed) return false
  if (stands) {
    transaction.queue(
      sql('consents')
        .where({ id: last.id })
        .update({ withdrawn_at: sql.raw('current_timestamp') }),
    )
    return true
  }
  const shown = decision.shown ?? { version: TEXT_VERSION, text: wordsOfPurpose(purpose, decision.language).text }
  await transaction.affected(
    sql('consents')
      .insert({
        id: uuidv7(),
        user_id: userId,
        purpose,
        text_version: shown.version,
        text_shown: shown.text,
        language: decision.language,
        method: decision.method,
        ip_address: decision.ipAddress ?? null,
        granted_at: sql.raw('current_timestamp'),
        withdrawn_at: allowed ? null : sql.raw('current_timestamp'),
      })
      // Of two at once one stands, which is what both say.
      .onConflict(sql.raw('(user_id, purpose) where withdrawn_at is null'))
      .ignore(),
  )
  return true
}

function lastDecision(transaction: Transaction, userId: string, purpose: Purpose): Promise<ConsentRow | undefined> {
  return transaction.row<ConsentRow>(
    transaction
      .sql('consents')
      .where({ user_id: userId, purpose })
      .orderByRaw('withdrawn_at is null desc, granted_at desc')
      .limit(1),
  )
}

/** Every decision of the person, the newest first. */
export function decisionsOf(transaction: Transaction, userId: string): Promise<ConsentRow[]> {
  return transaction.rows<ConsentRow>(
    transaction
      .sql('consents')
      .where({ user_id: userId })
      .orderBy('granted_at', 'desc')
      .orderBy('id', 'desc')
      .limit(500),
  )
}

/**
 * Whether documents may be read and questions answered. Everybody agrees to that by making an account, so what counts is
 * whether they have taken it back since.
 */
export async function mayProcess(transaction: Transaction, userId: string): Promise<boolean> {
  const row = await transaction.row<{ allowed: boolean | null }>(
    transaction.sql.raw(
      `select bool_or(withdrawn_at is null) as allowed from consents where user_id = ? and purpose = 'processing'`,
      [userId],
    ),
  )
  return row?.allowed ?? true
}
