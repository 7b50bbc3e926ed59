import type { CitationAnnotation } from '../../assistant/gateway/open-responses/citation-annotation.ts'
import type { ExtensionItem } from '../../assistant/gateway/open-responses/items.ts'

type ItemOf<Type extends ExtensionItem['type']> = Extract<ExtensionItem, { readonly type: Type }>
export type Triage = Pick<ItemOf<'swasthwrap:triage'>, 'level' | 'calls'>
export type DocumentReading = Pick<
  ItemOf<'swasthwrap:document'>,
  'document_id' | 'name' | 'status' | 'stage' | 'page' | 'pages' | 'message'
>
export type Receipt = Pick<ItemOf<'swasthwrap:tool_call'>, 'name' | 'status' | 'summary' | 'pending_action_id'>
export type Citation = Pick<CitationAnnotation, 'title' | 'start_index' | 'end_index' | 'source'>

export type AnswerStatus =
  /** Asked, and nothing heard yet. */
  | 'waiting'
  /** The server has it and answers others first. */
  | 'queued'
  | 'writing'
  | 'completed'
  /** By the person. */
  | 'stopped'
  | 'failed'

/** What is known of one answer. */
export interface Answer {
  readonly status: AnswerStatus
  readonly responseId: string | undefined
  readonly conversationId: string | undefined
  /** Id of the row that the answer is kept in. */
  readonly messageId: string | undefined
  /** Number of the last event that is in here; -1 before the first. */
  readonly sequence: number
  readonly text: string
  readonly citations: readonly Citation[]
  readonly triage: Triage | undefined
  readonly readings: readonly DocumentReading[]
  readonly receipts: readonly Receipt[]
  /** The model that was configured failed, and another one answered. */
  readonly fellBack: boolean
  readonly suggestions: readonly string[]
  readonly model: string | undefined
  /** 0 to 1. */
  readonly confidence: number | undefined
  /** Language and script (BCP 47). */
  readonly language: string | undefined
  /** Why it failed, for people. */
  readonly problem: string | undefined
}

export const NO_ANSWER: Answer = {
  status: 'waiting',
  responseId: undefined,
  conversationId: undefined,
  messageId: undefined,
  sequence: -1,
  text: '',
  citations: [],
  triage: undefined,
  readings: [],
  receipts: [],
  fellBack: false,
  suggestions: [],
  model: undefined,
  confidence: undefined,
  language: undefined,
  problem: undefined,
}

/** An event of Open Responses, as far as the page reads it. */
export interface AnswerEvent {
  readonly type: string
  readonly sequence_number?: number
  readonly delta?: string
  readonly text?: string
  readonly annotation?: CitationAnnotation
  readonly item?: ExtensionItem | { readonly type: 'message' | 'function_call'; readonly id: string }
  readonly response?: {
    readonly id: string
    readonly conversation?: { readonly id: string } | null
    readonly error?: { readonly message: string } | null
  }
}

export const isOver = ({ status }: Answer): boolean =>
  status === 'completed' || status === 'stopped' || status === 'failed'

/**
 * Whether events before this one are missing, so that the answer must be asked for again from
 * {@link Answer.sequence} on.
 */
export function leavesGap(answer: Answer, event: AnswerEvent): boolean {
  return event.sequence_number !== undefined && event.sequence_number > answer.sequence + 1
}

/** The answer with one more event in it. One that it has already, or that comes too early, changes nothing. */
export function withEvent(answer: Answer, event: AnswerEvent): Answer {
  const { sequence_number: sequence } = event
  if (sequence === undefined || sequence !== answer.sequence + 1) return answer
  return { ...answer, ...changesBy(answer, event), sequence }
}

function changesBy(answer: Answer, event: AnswerEvent): Partial<Answer> {
  switch (event.type) {
    case 'response.created':
      return { responseId: event.response?.id, conversationId: event.response?.conversation?.id }
    case 'response.queued':
      return { status: 'queued' }
    case 'response.in_progress':
      return { status: answer.status === 'queued' ? 'waiting' : answer.status }
    case 'response.output_text.delta':
      return { status: 'writing', text: answer.text + (event.delta ?? '') }
    case 'response.output_text.done':
      return { text: event.text ?? answer.text }
    case 'response.output_text.annotation.added':
      return event.annotation ? { citations: [...answer.citations, event.annotation] } : {}
    case 'response.output_item.added':
    case 'response.output_item.done':
      return event.item ? changesByItem(answer, event.item) : {}
    case 'response.completed':
      return { status: 'completed' }
    case 'response.incomplete':
      return { status: 'stopped' }
    case 'response.failed':
      return { status: 'failed', problem: event.response?.error?.message }
    default:
      return {}
  }
}

function changesByItem(answer: Answer, item: NonNullable<AnswerEvent['item']>): Partial<Answer> {
  switch (item.type) {
    case 'message':
      return { messageId: rowId(item.id) }
    case 'swasthwrap:triage':
      return { triage: item }
    case 'swasthwrap:document':
      return {
        readings: [...answer.readings.filter(({ document_id }) => document_id !== item.document_id), item],
      }
    case 'swasthwrap:tool_call':
      return { receipts: withReceipt(answer.receipts, item) }
    case 'swasthwrap:model_fallback':
      return { fellBack: true }
    case 'swasthwrap:answer':
      return {
        suggestions: item.suggestions,
        model: item.model,
        confidence: item.confidence,
        language: item.language,
      }
    default:
      return {}
  }
}

/** Items are told twice, when they begin and when they are done. */
function withReceipt(receipts: readonly Receipt[], item: ItemOf<'swasthwrap:tool_call'>): readonly Receipt[] {
  const key = (receipt: Receipt): string => `${receipt.name} ${receipt.pending_action_id} ${receipt.summary}`
  return receipts.some((known) => key(known) === key(item)) ? receipts : [...receipts, item]
}

/** `msg_` and the digits of a UUID, as the UUID. */
function rowId(itemId: string): string {
  const digits = itemId.replace(/^msg_/, '')
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}
