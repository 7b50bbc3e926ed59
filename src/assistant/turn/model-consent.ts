import { LANGUAGE_FORMS, languageOf } from '../../clinical/language-forms.ts'
import { queueAuditEntry } from '../../domains/audit/index.ts'
import { decideConsent } from '../../domains/consents/index.ts'
import { translator } from '../../platform/i18n/translator.ts'
import { type ComposedEvent, reviewedBasis } from './answer-draft.ts'
import type { ReceivedTurn } from './received-turn.ts'
import type { TurnDependencies } from './turn-dependencies.ts'

/** Of the words under `builtin:consent.ask`. A change of what they promise is a new version, and a new consent. */
const TEXT_VERSION = 'conversation-1'

/**
 * Keeps the person's consent to a language model outside, or takes it back, where the message is one of the two
 * suggestions that offer it and nothing else. Returns whether it was.
 */
export async function* decideModelConsent(
  dependencies: TurnDependencies,
  turn: ReceivedTurn,
): AsyncGenerator<ComposedEvent, boolean> {
  if (dependencies.modelTerms === undefined) return false
  const decision = decisionIn(turn.text)
  if (decision === undefined) return false
  await keep(dependencies, turn, decision)
  const t = translator(turn.form)
  yield { type: 'text.delta', text: t(`builtin:consent.${decision === 'allow' ? 'allowed' : 'forbidden'}`) }
  const other = t(`builtin:consent.${decision === 'allow' ? 'forbid' : 'allow'}`)
  yield reviewedBasis(decision === 'allow' ? 'allow_model' : 'forbid_model', [other])
  return true
}

const WORDS = new Map(
  LANGUAGE_FORMS.flatMap((form) =>
    (['allow', 'forbid'] as const).map((decision) => [
      plain(translator(form)(`builtin:consent.${decision}`)),
      decision,
    ]),
  ),
)

function decisionIn(text: string): 'allow' | 'forbid' | undefined {
  return WORDS.get(plain(text)) as 'allow' | 'forbid' | undefined
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function keep({ database }: TurnDependencies, turn: ReceivedTurn, decision: 'allow' | 'forbid'): Promise<void> {
  const { caller, form } = turn
  return database.asUser(caller.userId, async (transaction) => {
    await decideConsent(transaction, {
      userId: caller.userId,
      purpose: 'external_language_model',
      allowed: decision === 'allow',
      language: languageOf(form),
      method: 'conversation',
      ipAddress: caller.ipAddress,
      shown: { version: TEXT_VERSION, text: translator(form)('builtin:consent.ask') },
    })
    queueAuditEntry(transaction, {
      userId: caller.userId,
      action: decision === 'allow' ? 'consents.grant' : 'consents.withdraw',
      resourceType: 'consents',
      success: true,
      ipAddress: caller.ipAddress,
      userAgent: caller.userAgent,
    })
  })
}
