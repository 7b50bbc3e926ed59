import type { OutputItem } from './items.ts'

export type ResponseStatus = 'queued' | 'in_progress' | 'completed' | 'incomplete' | 'failed' | 'cancelled'

interface FunctionToolOnWire {
  readonly type: 'function'
  readonly name: string
  readonly description: string | null
  readonly parameters: Readonly<Record<string, unknown>> | null
  readonly strict: boolean | null
}

export type ToolChoiceOnWire =
  | 'auto'
  | 'required'
  | 'none'
  | { readonly type: 'function'; readonly name: string }
  | {
      readonly type: 'allowed_tools'
      readonly mode: 'auto' | 'required' | 'none'
      readonly tools: readonly { readonly type: 'function'; readonly name: string }[]
    }

/** The parts of a request that its response repeats to the client. */
export interface EchoedRequest {
  readonly model: string
  readonly previousResponseId: string | null
  readonly instructions: string | null
  readonly tools: readonly FunctionToolOnWire[]
  readonly toolChoice: ToolChoiceOnWire
  readonly parallelToolCalls: boolean
  readonly temperature: number
  readonly topP: number
  readonly presencePenalty: number
  readonly frequencyPenalty: number
  readonly topLogprobs: number
  readonly truncation: 'auto' | 'disabled'
  readonly maxOutputTokens: number | null
  readonly maxToolCalls: number | null
  readonly store: boolean
  readonly background: boolean
  readonly metadata: Readonly<Record<string, string>>
  readonly safetyIdentifier: string | null
  readonly promptCacheKey: string | null
}

export interface ResponseUsage {
  readonly input_tokens: number
  readonly input_tokens_details: { readonly cached_tokens: number }
  readonly output_tokens: number
  readonly output_tokens_details: { readonly reasoning_tokens: number }
  readonly total_tokens: number
}

/** What stays the same in every snapshot of one response. */
export interface ResponseFrame {
  readonly id: string
  /** The chat session. */
  readonly conversationId: string
  readonly createdAt: Date
  readonly request: EchoedRequest
}

/** What changes from one snapshot of a response to the next. */
export interface ResponseState {
  readonly status: ResponseStatus
  readonly output: readonly OutputItem[]
  readonly completedAt?: Date
  readonly usage?: ResponseUsage
  readonly error?: { readonly code: string; readonly message: string }
  readonly incompleteReason?: string
}

export type ResponseResource = ReturnType<typeof responseResource>

/** The response object of Open Responses, version 2026-04-24, with every field that the specification requires. */
export function responseResource(frame: ResponseFrame, state: ResponseState) {
  const { request } = frame
  return {
    id: frame.id,
    object: 'response' as const,
    created_at: seconds(frame.createdAt),
    completed_at: state.completedAt ? seconds(state.completedAt) : null,
    status: state.status,
    incomplete_details: state.incompleteReason ? { reason: state.incompleteReason } : null,
    model: request.model,
    previous_response_id: request.previousResponseId,
    instructions: request.instructions,
    output: state.output,
    error: state.error ?? null,
    tools: request.tools,
    tool_choice: request.toolChoice,
    truncation: request.truncation,
    parallel_tool_calls: request.parallelToolCalls,
    text: { format: { type: 'text' as const }, verbosity: 'medium' as const },
    top_p: request.topP,
    presence_penalty: request.presencePenalty,
    frequency_penalty: request.frequencyPenalty,
    top_logprobs: request.topLogprobs,
    temperature: request.temperature,
    reasoning: null,
    usage: state.usage ?? null,
    max_output_tokens: request.maxOutputTokens,
    max_tool_calls: request.maxToolCalls,
    store: request.store,
    background: request.background,
    service_tier: 'default',
    metadata: request.metadata,
    safety_identifier: request.safetyIdentifier,
    prompt_cache_key: request.promptCacheKey,
    conversation: { id: frame.conversationId },
  }
}

export function responseUsage(inputTokens: number, outputTokens: number): ResponseUsage {
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: inputTokens + outputTokens,
  }
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000)
}
