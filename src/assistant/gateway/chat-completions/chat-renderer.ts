import type { FunctionCallItem } from '../open-responses/items.ts'
import type { ResponseResource } from '../open-responses/response-resource.ts'
import type { LoggedEvent } from '../runs/logged-event.ts'

interface WireEvent {
  readonly delta?: string
  readonly item?: { readonly type: string }
  readonly response?: ResponseResource
}

/** A finished response as a chat completion. */
export function chatCompletion(response: ResponseResource) {
  const text = textOf(response)
  const calls = callsOf(response)
  return {
    id: completionId(response),
    object: 'chat.completion' as const,
    created: response.created_at,
    model: response.model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant' as const,
          content: text === '' && calls.length > 0 ? null : text,
          refusal: null,
          ...(calls.length > 0 && { tool_calls: calls.map(toolCall) }),
        },
        logprobs: null,
        finish_reason: finishReason(response),
      },
    ],
    usage: usageOf(response),
  }
}

/** Renders the events of a run as chunks of a streamed chat completion. One renderer serves one stream. */
export class ChatChunkRenderer {
  readonly #includeUsage: boolean
  #head: { id: string; object: 'chat.completion.chunk'; created: number; model: string } | undefined
  #calls = 0

  constructor(includeUsage: boolean) {
    this.#includeUsage = includeUsage
  }

  /** The event as the text of an SSE stream; empty where this dialect has nothing to say about it. */
  render(event: LoggedEvent): string {
    switch (event.type) {
      case 'response.created': {
        const { response } = parse(event)
        if (!response) return ''
        const { id, created_at: created, model } = { ...response, id: completionId(response) }
        this.#head = { id, object: 'chat.completion.chunk', created, model }
        return this.#chunk({ role: 'assistant', content: '' })
      }
      case 'response.output_text.delta':
        return this.#chunk({ content: parse(event).delta ?? '' })
      case 'response.output_item.done': {
        const { item } = parse(event)
        if (item?.type !== 'function_call') return ''
        const call = { index: this.#calls++, ...toolCall(item as FunctionCallItem) }
        return this.#chunk({ tool_calls: [call] })
      }
      case 'response.completed':
      case 'response.incomplete':
        return this.#end(parse(event).response)
      case 'response.failed': {
        const { error } = parse(event).response ?? {}
        return frame({ error: { message: error?.message ?? '', type: 'server_error', code: error?.code, param: '' } })
      }
      default:
        return ''
    }
  }

  #end(response: ResponseResource | undefined): string {
    if (!response) return ''
    const last = this.#chunk({}, finishReason(response))
    return this.#includeUsage ? last + frame({ ...this.#head, choices: [], usage: usageOf(response) }) : last
  }

  #chunk(delta: object, finish: string | null = null): string {
    return frame({
      ...this.#head,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...(this.#includeUsage && { usage: null }),
    })
  }
}

function frame(value: object): string {
  return `data: ${JSON.stringify(value)}\n\n`
}

function parse(event: LoggedEvent): WireEvent {
  return JSON.parse(event.json) as WireEvent
}

function completionId({ id }: ResponseResource): string {
  return id.replace(/^resp_/, 'chatcmpl-')
}

function textOf({ output }: ResponseResource): string {
  return output
    .flatMap((item) => (item.type === 'message' ? item.content : []))
    .map((part) => part.text)
    .join('')
}

function callsOf({ output }: ResponseResource): FunctionCallItem[] {
  return output.filter((item) => item.type === 'function_call')
}

function toolCall(call: FunctionCallItem) {
  return { id: call.call_id, type: 'function' as const, function: { name: call.name, arguments: call.arguments } }
}

function finishReason(response: ResponseResource): string {
  return callsOf(response).length > 0 ? 'tool_calls' : 'stop'
}

function usageOf({ usage }: ResponseResource) {
  return {
    prompt_tokens: usage?.input_tokens ?? 0,
    completion_tokens: usage?.output_tokens ?? 0,
    total_tokens: usage?.total_tokens ?? 0,
  }
}
