import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Question } from '../retrieval/question.ts'
import type { ConsultationStep, Evidence, RequestState, TriageAssessment } from '../turn/stages.ts'

/** What the built-in assistant answers from. */
export interface AnswerContext {
  readonly text: string
  readonly question: Question
  readonly evidence: Evidence
  readonly form: LanguageForm
  /** `YYYY-MM-DD` on the person's own calendar. */
  readonly today: string
  readonly triage: TriageAssessment
  readonly consultation: ConsultationStep | undefined
  /** Whether a language model is there that the person has not consented to. */
  readonly modelsWithheld: boolean
  /** Fixed words of the assistant, in the form of the message: `t('greeting')`. */
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string
  /** Whether the model may call a tool of this name. */
  readonly canCall: (tool: string) => boolean
}

export interface WrittenAnswer {
  /** Paragraphs. */
  readonly paragraphs: readonly string[]
  /** Questions that make sense next, in the form of the message. */
  readonly suggestions: readonly string[]
  /** What the person wants done, where the answer asks for something that is missing. */
  readonly request?: RequestState
}

/** What the built-in assistant decides to do. */
export type Decision =
  | { readonly kind: 'answer'; readonly answer: WrittenAnswer }
  | {
      readonly kind: 'call'
      readonly tool: string
      readonly input: Readonly<Record<string, unknown>>
      /** Further calls of the same tool. */
      readonly more?: readonly Readonly<Record<string, unknown>>[]
    }

export function answer(
  paragraphs: readonly (string | undefined)[],
  suggestions: readonly string[] = [],
): WrittenAnswer {
  return { paragraphs: paragraphs.flatMap((part) => (part ? [part] : [])), suggestions: suggestions.slice(0, 3) }
}
