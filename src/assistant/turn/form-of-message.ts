import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { PastEntry } from './stages.ts'
import type { FormOfMessage, TurnDependencies } from './turn-dependencies.ts'

/** A message of this many words says little about its language where it only answers a question: "dr iyer", "Ravi". */
const SHORT = 3
const SURE = 0.9
const LATIN: ReadonlySet<LanguageForm> = new Set(['en', 'hi-Latn', 'ta-Latn'])

/** Language and script of a message, in its conversation. The answer to a question of ours stays in that question's. */
export function formOfMessage(
  detectLanguage: TurnDependencies['detectLanguage'],
  message: { readonly text: string; readonly forms: readonly LanguageForm[]; readonly history: readonly PastEntry[] },
): FormOfMessage {
  const { text, forms, history } = message
  const detected = detectLanguage(text, forms)
  const before = forms.at(-1)
  if (before === undefined || before === detected.form || detected.confidence >= SURE) return detected
  const last = history.findLast((entry) => entry.kind === 'message' && entry.role === 'assistant')
  const asked = last?.kind === 'message' && (last.request !== undefined || last.consultation?.open != null)
  const answers = asked && text.trim().split(/\s+/).length <= SHORT
  return answers && LATIN.has(before) && LATIN.has(detected.form) ? { ...detected, form: before } : detected
}
