import type { LanguageForm } from '../../clinical/language-forms.ts'

/** Where a claim came from: a row of the person's record, a page of one of their documents, or a published source. */
export interface Citation {
  readonly source:
    | { readonly kind: 'record'; readonly table: string; readonly rowId: string }
    | { readonly kind: 'document'; readonly documentId: string; readonly page: number; readonly box?: Box }
    | { readonly kind: 'reference'; readonly title: string; readonly url?: string }
  /** For people, in the answer's language: "HbA1c, 12/03/2026, page 2". */
  readonly title: string
  /** Characters of the whole answer text that the citation supports, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Fractions of the page's width and height, origin top left. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type TriageLevel = 'emergency' | 'urgent' | 'routine' | 'self_care'

/** What the turn says while it runs. Each dialect (Open Responses, chat completions) is a rendering of these. */
export type TurnEvent =
  | { readonly type: 'turn.started'; readonly sessionId: string; readonly userMessageId: string }
  /** More answers are being made than this process makes well; this one waits in line, and is let in later. */
  | { readonly type: 'turn.queued' }
  | { readonly type: 'turn.admitted' }
  | { readonly type: 'language.detected'; readonly form: LanguageForm; readonly confidence: number }
  | {
      readonly type: 'triage.assessed'
      readonly level: TriageLevel
      readonly redFlags: readonly { readonly id: string; readonly source: string }[]
      readonly calls: readonly { readonly label: string; readonly number: string }[]
    }
  /** Long work that the answer waits for: an attached report being read. */
  | {
      readonly type: 'document.progress'
      readonly documentId: string
      readonly name: string
      readonly status: 'in_progress' | 'completed' | 'failed'
      /** What the reader is at: `extracting`, `recognising`, … */
      readonly stage: string
      readonly page: number
      readonly pages: number
      /** For the person, where it failed. */
      readonly message?: string
    }
  | {
      readonly type: 'tool.called'
      readonly callId: string
      readonly name: string
      readonly input: unknown
      readonly status: 'completed' | 'failed' | 'awaiting_confirmation'
      readonly pendingActionId?: string
      readonly summary: string
    }
  /** A function that the client offered and must run itself. Ends the turn with the call outstanding. */
  | { readonly type: 'client_tool.called'; readonly callId: string; readonly name: string; readonly arguments: string }
  /** The configured model failed and another answers: said to the person. */
  | { readonly type: 'model.fallback'; readonly from: string; readonly to: string; readonly reason: string }
  | { readonly type: 'text.delta'; readonly text: string }
  | { readonly type: 'citation.added'; readonly citation: Citation }
  | { readonly type: 'turn.completed'; readonly answer: Answer }
  /** `problem` is the type of a defined problem; `message` is for the person, in their language. */
  | { readonly type: 'turn.failed'; readonly problem: string; readonly message: string }
  | { readonly type: 'turn.cancelled' }

/** What is kept about a finished answer, and sent as `swasthwrap:answer`. */
export interface Answer {
  readonly messageId: string
  readonly text: string
  readonly form: LanguageForm
  readonly intent: string
  readonly entities: Readonly<Record<string, unknown>>
  readonly sources: readonly Citation[]
  readonly suggestions: readonly string[]
  /** 0–1, computed by the grounding stage. */
  readonly confidence: number
  /** How `confidence` came about: the parts and their weights. */
  readonly confidenceParts: Readonly<Record<string, number>>
  readonly model: string
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number }
  readonly milliseconds: number
}
