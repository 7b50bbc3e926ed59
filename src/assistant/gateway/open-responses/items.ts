import type { LanguageForm } from '../../../clinical/language-forms.ts'
import type { TriageLevel } from '../../turn/turn-events.ts'
import type { CitationAnnotation, SourceOnWire } from './citation-annotation.ts'

type ItemStatus = 'in_progress' | 'completed' | 'incomplete'

interface OutputText {
  readonly type: 'output_text'
  readonly text: string
  readonly annotations: readonly CitationAnnotation[]
  readonly logprobs: readonly never[]
}

export interface MessageItem {
  readonly type: 'message'
  readonly id: string
  readonly status: ItemStatus
  readonly role: 'assistant'
  readonly content: readonly OutputText[]
}

/** A call of a function that the client offered; the client runs it and sends the output back. */
export interface FunctionCallItem {
  readonly type: 'function_call'
  readonly id: string
  readonly call_id: string
  readonly name: string
  readonly arguments: string
  readonly status: ItemStatus
}

/** How urgent the message is by the deterministic rules, and the numbers to call where it is an emergency. */
interface TriageItem {
  readonly type: 'swasthwrap:triage'
  readonly id: string
  readonly status: 'completed'
  readonly level: TriageLevel
  readonly red_flags: readonly { readonly id: string; readonly source: string }[]
  readonly calls: readonly { readonly label: string; readonly number: string }[]
}

/** An attached report being read before the answer begins. */
export interface DocumentItem {
  readonly type: 'swasthwrap:document'
  readonly id: string
  readonly status: 'in_progress' | 'completed' | 'failed'
  readonly document_id: string
  readonly name: string
  readonly stage: string
  readonly page: number
  readonly pages: number
  readonly message: string | null
}

/** The receipt of one run of a tool of ours. */
interface ToolCallItem {
  readonly type: 'swasthwrap:tool_call'
  readonly id: string
  readonly status: 'completed' | 'failed' | 'awaiting_confirmation'
  readonly call_id: string
  readonly name: string
  readonly input: unknown
  readonly summary: string
  /** Set where the person must confirm before anything changes. */
  readonly pending_action_id: string | null
}

/** The configured model failed and another one answers. */
interface ModelFallbackItem {
  readonly type: 'swasthwrap:model_fallback'
  readonly id: string
  readonly status: 'completed'
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** What is known about the answer beyond its text. */
interface AnswerItem {
  readonly type: 'swasthwrap:answer'
  readonly id: string
  readonly status: 'completed'
  /** BCP 47: the language and script of the answer. */
  readonly language: LanguageForm
  readonly intent: string
  readonly entities: Readonly<Record<string, unknown>>
  readonly sources: readonly { readonly title: string; readonly source: SourceOnWire }[]
  readonly suggestions: readonly string[]
  readonly confidence: number
  readonly confidence_parts: Readonly<Record<string, number>>
  readonly model: string
  readonly processing_time_ms: number
}

/** Items of ours, which clients that do not know them ignore. */
export type ExtensionItem = TriageItem | DocumentItem | ToolCallItem | ModelFallbackItem | AnswerItem

export type OutputItem = MessageItem | FunctionCallItem | ExtensionItem
