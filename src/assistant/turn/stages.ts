import type { LanguageForm } from '../../clinical/language-forms.ts'
import type { Caller } from '../../operations/define-operation.ts'
import type { Citation, TriageLevel } from './turn-events.ts'

/**
 * What the stages of a turn hand to one another. Each stage lives in a folder of its own and is bound to its
 * dependencies where the process is put together; the turn knows them by these shapes alone.
 */
export interface TurnStages {
  readonly retrieve: (request: RetrievalRequest) => Promise<Evidence>
  /** Ends with exactly one `finished`. Ends early, by return or by throwing the signal's reason, once it is aborted. */
  readonly runAgent: (request: AgentRequest) => AsyncGenerator<AgentEvent>
  /** Ends with exactly one `answer.grounded`. */
  readonly ground: (
    events: AsyncIterable<AgentEvent>,
    evidence: Evidence,
    /** `question` is what the person wrote. */
    options: { readonly form: LanguageForm; readonly question?: string },
  ) => AsyncGenerator<GroundedEvent>
}

/** One thing said or done earlier in the conversation. Lists of them run from the oldest to the newest. */
export type PastEntry =
  | {
      readonly kind: 'message'
      readonly role: 'user' | 'assistant'
      readonly text: string
      readonly at: Date
      /** Of an answer that belongs to a consultation: where that stood. */
      readonly consultation?: ConsultationState
      /** Of an answer that asked for something still missing in what the person wants done. */
      readonly request?: RequestState
      /** Ids of the documents that an answer cites, the first cited first. */
      readonly documents?: readonly string[]
    }
  /** A call of a function that the client offered, and what the client answered. */
  | {
      readonly kind: 'client_tool_call'
      readonly callId: string
      readonly name: string
      /** JSON text, as the model wrote it. */
      readonly arguments: string
    }
  | { readonly kind: 'client_tool_result'; readonly callId: string; readonly output: string }

/** Where the asking back about a complaint stands. Kept with the answer, under `consultation` of its entities. */
export interface ConsultationState {
  /** Id of one of the complaints in `src/clinical/complaints`. */
  readonly complaint: string
  /** Ids of the questions that have had their turn. */
  readonly asked: readonly string[]
  /** The question that the answer ended with; null once the advice was given. */
  readonly open: string | null
}

export const REQUEST_KINDS = ['book_appointment', 'set_reminder', 'add_goal', 'add_contact', 'add_medicine'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** Something that the person wants noted or set, as far as it is said. Kept with the answer, under `request` of its entities. */
export interface RequestState {
  readonly kind: RequestKind
  /** All that was said for it, oldest first. */
  readonly said: readonly string[]
  /** What was last asked for. */
  readonly open: string
}

/** What the answer to a complaint is to be: one question, or the advice. */
export interface ConsultationStep {
  readonly complaint: string
  /** What the complaint is called, in the form of the person. */
  readonly name: string
  readonly asked: readonly string[]
  readonly question: { readonly id: string; readonly text: string; readonly taps: readonly string[] } | undefined
  /** Whether the message is the first about it. */
  readonly begins: boolean
  /** Reviewed texts in the form of the person, and the document they rest on. */
  readonly advice: { readonly selfCare: string; readonly watchFor: string; readonly source: string }
}

/** What the triage rules made of the message. */
export interface TriageAssessment {
  readonly level: TriageLevel
  readonly redFlags: readonly { readonly id: string; readonly source: string }[]
}

export interface RetrievalRequest {
  readonly caller: Caller
  /** The person's message. Empty when the turn only carries results of the client's functions. */
  readonly text: string
  readonly form: LanguageForm
  readonly sessionId: string
  /** Earlier entries of this conversation, without the message itself. */
  readonly history: readonly PastEntry[]
  /** Documents attached to this message, already read: these are what the message is about. */
  readonly documentIds: readonly string[]
}

/** What is known about the question, every piece with an address that a citation can point at. */
export interface Evidence {
  readonly facts: readonly Fact[]
  readonly passages: readonly Passage[]
  /** IANA name of the person's time zone, where the record was read. */
  readonly timeZone?: string
  /** What was said in this conversation before what the history still holds. */
  readonly summary?: string
  /** Doses without an entry that "I took it" may be about, where the person said that; earliest first. */
  readonly openDoses?: readonly OpenDose[]
}

/** A dose that is due about now. Times on the person's clock are `HH:MM`. */
export interface OpenDose {
  readonly medication_id: string
  readonly scheduled_time: Date
  readonly local_time: string
}

/** Something that a row of the record or a document states. */
export interface Fact {
  readonly source: Citation['source']
  /** For people, in the answer's language: "HbA1c, 12/03/2026, page 2". */
  readonly title: string
  /** One line for a model to read, with every value in it: "HbA1c 8.2 % (high; printed range 4.0–5.6), 2026-03-12". */
  readonly text: string
  /** The checkable parts of the fact. A fact without numbers has none. */
  readonly values: readonly FactValue[]
}

/** One value that a fact states, for claims to be checked against. */
export interface FactValue {
  /** What was measured or named, as its row says it: `HbA1c`, `Metformin`. */
  readonly name: string
  /** LOINC, where there is one. */
  readonly code?: string
  /** As stated: `8.2`, `120/80`, `500 mg`, `negative`. */
  readonly value: string
  /** UCUM, where there is one. */
  readonly unit?: string
  /** The unit as the report prints it: what the person sees on the paper is what they are told. */
  readonly unitPrinted?: string
  /** The day or moment the value holds for: `YYYY-MM-DD` or RFC 3339. */
  readonly at?: string
  readonly flag?: 'low' | 'high' | 'normal' | 'critical_low' | 'critical_high' | 'abnormal'
  readonly referenceLow?: number
  readonly referenceHigh?: number
}

/** A stretch of text found by search. */
export interface Passage {
  readonly source: Citation['source']
  readonly title: string
  readonly text: string
  /** Fused rank score; comparable within one answer of retrieval only. */
  readonly score: number
}

/** A function that the client offers and runs itself. */
export interface ClientTool {
  readonly name: string
  readonly description: string | undefined
  /** JSON Schema of the arguments. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Whether the model may, must or must not call the client's functions. */
export type ClientToolChoice = 'auto' | 'required' | 'none' | { readonly name: string }

/** An image of the message, for models that see. It is also a document of the person. */
export interface TurnImage {
  readonly mediaType: string
  readonly dataUrl: string
}

/** What holds for the text of one person where language models outside the installation are configured. */
export interface ModelTerms {
  /** Whether the person has consented to such a model. */
  readonly allowed: boolean
  /** Names, numbers and addresses that never go out as they are. */
  readonly identities: readonly {
    readonly kind: 'NAME' | 'PHONE' | 'EMAIL' | 'ADDRESS' | 'NUMBER'
    readonly text: string
  }[]
}

export interface AgentRequest {
  readonly caller: Caller
  readonly sessionId: string
  /** Empty when `history` ends with results of the client's functions that the model now goes on from. */
  readonly text: string
  readonly form: LanguageForm
  readonly history: readonly PastEntry[]
  readonly evidence: Evidence
  readonly triage: TriageAssessment
  /** Where the message is about a complaint that has a set of questions. */
  readonly consultation?: ConsultationStep | undefined
  readonly images: readonly TurnImage[]
  readonly clientTools: readonly ClientTool[]
  readonly clientToolChoice: ClientToolChoice
  /** What the client asked of the tone and manner of the answer. It never loosens our own rules. */
  readonly instructions: string | undefined
  /** Absent where every configured model is the installation's own. */
  readonly modelTerms?: ModelTerms | undefined
  /** Aborted when the person cancels the answer. The model's request must end with it. */
  readonly signal: AbortSignal
}

interface ToolCalled {
  readonly type: 'tool.called'
  readonly callId: string
  readonly name: string
  readonly input: unknown
  readonly status: 'completed' | 'failed' | 'awaiting_confirmation'
  readonly pendingActionId?: string
  /** One line for the person, in the answer's language. */
  readonly summary: string
}

interface ClientToolCalled {
  readonly type: 'client_tool.called'
  readonly callId: string
  readonly name: string
  readonly arguments: string
}

interface ModelFallback {
  readonly type: 'model.fallback'
  readonly from: string
  readonly to: string
  readonly reason: string
}

interface TextDelta {
  readonly type: 'text.delta'
  readonly text: string
}

export interface Usage {
  readonly inputTokens: number
  readonly outputTokens: number
}

/** What the agent says while it works. */
export type AgentEvent =
  | TextDelta
  /** `evidence` is what the tool said, for grounding to check the answer against. */
  | (ToolCalled & { readonly evidence: Evidence })
  | ClientToolCalled
  | ModelFallback
  | {
      readonly type: 'finished'
      /** Name of the model that answered; `swasthwrap-builtin` where it was the built-in assistant. */
      readonly model: string
      readonly usage: Usage
      readonly intent: string
      readonly entities: Readonly<Record<string, unknown>>
      readonly suggestions: readonly string[]
    }

/** What grounding lets through: checked text, and a citation as soon as the claim it supports has been sent. */
export type GroundedEvent =
  | TextDelta
  | { readonly type: 'citation.added'; readonly citation: Citation }
  | ToolCalled
  | ClientToolCalled
  | ModelFallback
  | {
      readonly type: 'answer.grounded'
      /** Every citation that was added, in order. */
      readonly sources: readonly Citation[]
      readonly confidence: number
      readonly confidenceParts: Readonly<Record<string, number>>
      readonly model: string
      readonly usage: Usage
      readonly intent: string
      readonly entities: Readonly<Record<string, unknown>>
      readonly suggestions: readonly string[]
    }
