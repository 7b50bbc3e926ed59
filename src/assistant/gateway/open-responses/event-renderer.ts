import type { Answer, TurnEvent } from '../../turn/turn-events.ts'
import type { AlreadySaid } from '../runs/except-what-was-said.ts'
import type { LoggedEvent } from '../runs/logged-event.ts'
import { type CitationAnnotation, citationAnnotation, sourceOnWire } from './citation-annotation.ts'
import { itemId, messageItemId } from './identifiers.ts'
import type { DocumentItem, ExtensionItem, FunctionCallItem, MessageItem, OutputItem } from './items.ts'
import { type ResponseFrame, type ResponseState, responseResource, responseUsage } from './response-resource.ts'

export interface RendererOptions {
  readonly runId: string
  /** Id of the row that the answer will be kept in. */
  readonly answerMessageId: string
  readonly frame: ResponseFrame
  /** Our own server as the client reaches it, for links in annotations. */
  readonly origin: string
  /** False for clients that validate against the specification's closed list of items. */
  readonly extensions: boolean
}

interface OpenMessage {
  readonly item: MessageItem
  readonly outputIndex: number
  text: string
  readonly annotations: CitationAnnotation[]
}

/** The turn event that each kind of item renders. */
const EVENT_OF_ITEM: Readonly<Partial<Record<OutputItem['type'], TurnEvent['type']>>> = {
  'swasthwrap:triage': 'triage.assessed',
  'swasthwrap:tool_call': 'tool.called',
  'swasthwrap:model_fallback': 'model.fallback',
  function_call: 'client_tool.called',
}

/**
 * Renders the events of a turn as the semantic streaming events of Open Responses. It keeps what the response has become
 * so far, so one renderer serves one run from its first event to its last.
 */
export class EventRenderer {
  readonly #options: RendererOptions
  readonly #output: OutputItem[] = []
  readonly #documents = new Map<string, number>()
  #message: OpenMessage | undefined
  #sequence = 0

  constructor(options: RendererOptions) {
    this.#options = options
  }

  /** The events that open every response. */
  start(): LoggedEvent[] {
    return [
      this.#event('response.created', { response: this.snapshot({ status: 'in_progress' }) }),
      this.#event('response.in_progress', { response: this.snapshot({ status: 'in_progress' }) }),
    ]
  }

  render(event: TurnEvent): LoggedEvent[] {
    switch (event.type) {
      case 'turn.started':
      case 'language.detected':
        return []
      case 'turn.queued':
        return [this.#event('response.queued', { response: this.snapshot({ status: 'queued' }) })]
      case 'turn.admitted':
        return [this.#event('response.in_progress', { response: this.snapshot({ status: 'in_progress' }) })]
      case 'triage.assessed':
        return this.#extension('tri', (id) => ({
          type: 'swasthwrap:triage',
          id,
          status: 'completed',
          level: event.level,
          red_flags: event.redFlags,
          calls: event.calls,
        }))
      case 'document.progress':
        return this.#documentProgress(event)
      case 'tool.called':
        return this.#extension('tool', (id) => ({
          type: 'swasthwrap:tool_call',
          id,
          status: event.status,
          call_id: event.callId,
          name: event.name,
          input: event.input,
          summary: event.summary,
          pending_action_id: event.pendingActionId ?? null,
        }))
      case 'model.fallback':
        return this.#extension('fallback', (id) => ({
          type: 'swasthwrap:model_fallback',
          id,
          status: 'completed',
          from: event.from,
          to: event.to,
          reason: event.reason,
        }))
      case 'client_tool.called':
        return this.#functionCall(event)
      case 'text.delta':
        return this.#textDelta(event.text)
      case 'citation.added':
        return this.#annotation(citationAnnotation(event.citation, this.#options.origin))
      case 'turn.completed':
        return this.#completed(event.answer)
      case 'turn.failed':
        return [
          ...this.#closeMessage('incomplete'),
          this.#event('response.failed', {
            response: this.snapshot({
              status: 'failed',
              completedAt: new Date(),
              error: { code: event.problem.replaceAll('-', '_'), message: event.message },
            }),
          }),
        ]
      case 'turn.cancelled':
        return [
          ...this.#closeMessage('incomplete'),
          this.#event('response.incomplete', {
            response: this.snapshot({ status: 'cancelled', completedAt: new Date(), incompleteReason: 'cancelled' }),
          }),
        ]
    }
  }

  /** The response as it is now. */
  snapshot(state: Omit<ResponseState, 'output'>) {
    return responseResource(this.#options.frame, { ...state, output: this.#outputNow() })
  }

  /** What clients have been sent so far, for an answer that is begun again. */
  get said(): AlreadySaid {
    const items: Partial<Record<TurnEvent['type'], number>> = {}
    const finishedDocuments = new Set<string>()
    for (const item of this.#output) {
      const event = EVENT_OF_ITEM[item.type]
      if (event) items[event] = (items[event] ?? 0) + 1
      if (item.type === 'swasthwrap:document' && item.status !== 'in_progress') finishedDocuments.add(item.document_id)
    }
    return {
      text: this.#message?.text ?? '',
      citations: this.#message?.annotations.length ?? 0,
      items,
      finishedDocuments,
    }
  }

  /**
   * Takes up a run where its log ends: the renderer of a process that died is rebuilt from the events it logged.
   * @param log all events of the run so far, from number 0.
   */
  static restore(options: RendererOptions, log: readonly LoggedEvent[]): EventRenderer {
    const renderer = new EventRenderer(options)
    for (const event of log) renderer.#replay(event)
    return renderer
  }

  #replay(logged: LoggedEvent): void {
    this.#sequence = logged.sequence + 1
    const event = JSON.parse(logged.json) as {
      output_index?: number
      item?: OutputItem
      delta?: string
      annotation?: CitationAnnotation
    }
    const { item, output_index: outputIndex } = event
    switch (logged.type) {
      case 'response.output_item.added':
      case 'response.output_item.done':
        if (!item || outputIndex === undefined) return
        this.#output[outputIndex] = item
        if (item.type === 'swasthwrap:document') this.#documents.set(item.document_id, outputIndex)
        if (item.type !== 'message') return
        this.#message = item.status === 'in_progress' ? { item, outputIndex, text: '', annotations: [] } : undefined
        return
      case 'response.output_text.delta':
        if (this.#message) this.#message.text += event.delta ?? ''
        return
      case 'response.output_text.annotation.added':
        if (event.annotation) this.#message?.annotations.push(event.annotation)
        return
    }
  }

  #completed(answer: Answer): LoggedEvent[] {
    const closing = this.#closeMessage('completed')
    const answerItem = this.#extension('ans', (id) => ({
      type: 'swasthwrap:answer',
      id,
      status: 'completed',
      language: answer.form,
      intent: answer.intent,
      entities: answer.entities,
      sources: answer.sources.map(({ title, source }) => ({ title, source: sourceOnWire(source) })),
      suggestions: answer.suggestions,
      confidence: answer.confidence,
      confidence_parts: answer.confidenceParts,
      model: answer.model,
      processing_time_ms: answer.milliseconds,
    }))
    const completed = this.#event('response.completed', {
      response: this.snapshot({
        status: 'completed',
        completedAt: new Date(),
        usage: responseUsage(answer.usage.inputTokens, answer.usage.outputTokens),
      }),
    })
    return [...closing, ...answerItem, completed]
  }

  #textDelta(delta: string): LoggedEvent[] {
    if (delta === '') return []
    const opening = this.#message ? [] : this.#openMessage()
    const message = this.#message as OpenMessage
    message.text += delta
    // Written by hand: this is the one event that is made for every few words of every answer.
    const sequence = this.#sequence++
    const json =
      `{"type":"response.output_text.delta","sequence_number":${sequence},"item_id":"${message.item.id}",` +
      `"output_index":${message.outputIndex},"content_index":0,"delta":${JSON.stringify(delta)},"logprobs":[]}`
    return [...opening, { sequence, type: 'response.output_text.delta', json }]
  }

  #openMessage(): LoggedEvent[] {
    const item: MessageItem = {
      type: 'message',
      id: messageItemId(this.#options.answerMessageId),
      status: 'in_progress',
      role: 'assistant',
      content: [],
    }
    const outputIndex = this.#output.push(item) - 1
    this.#message = { item, outputIndex, text: '', annotations: [] }
    return [
      this.#event('response.output_item.added', { output_index: outputIndex, item }),
      this.#event('response.content_part.added', {
        item_id: item.id,
        output_index: outputIndex,
        content_index: 0,
        part: { type: 'output_text', text: '', annotations: [], logprobs: [] },
      }),
    ]
  }

  #annotation(annotation: CitationAnnotation): LoggedEvent[] {
    const opening = this.#message ? [] : this.#openMessage()
    const message = this.#message as OpenMessage
    const index = message.annotations.push(annotation) - 1
    return [
      ...opening,
      this.#event('response.output_text.annotation.added', {
        item_id: message.item.id,
        output_index: message.outputIndex,
        content_index: 0,
        annotation_index: index,
        annotation,
      }),
    ]
  }

  #closeMessage(status: 'completed' | 'incomplete'): LoggedEvent[] {
    const message = this.#message
    if (!message) return []
    const item = { ...finishedMessage(message), status }
    this.#output[message.outputIndex] = item
    this.#message = undefined
    const at = { item_id: item.id, output_index: message.outputIndex, content_index: 0 }
    return [
      this.#event('response.output_text.done', { ...at, text: message.text, logprobs: [] }),
      this.#event('response.content_part.done', { ...at, part: item.content[0] }),
      this.#event('response.output_item.done', { output_index: message.outputIndex, item }),
    ]
  }

  #functionCall(call: { callId: string; name: string; arguments: string }): LoggedEvent[] {
    const outputIndex = this.#output.length
    const item: FunctionCallItem = {
      type: 'function_call',
      id: itemId('fc', this.#options.runId, outputIndex),
      call_id: call.callId,
      name: call.name,
      arguments: call.arguments,
      status: 'completed',
    }
    this.#output.push(item)
    const at = { item_id: item.id, output_index: outputIndex }
    return [
      this.#event('response.output_item.added', {
        output_index: outputIndex,
        item: { ...item, arguments: '', status: 'in_progress' },
      }),
      this.#event('response.function_call_arguments.delta', { ...at, delta: call.arguments }),
      this.#event('response.function_call_arguments.done', { ...at, name: call.name, arguments: call.arguments }),
      this.#event('response.output_item.done', { output_index: outputIndex, item }),
    ]
  }

  #documentProgress(event: Extract<TurnEvent, { type: 'document.progress' }>): LoggedEvent[] {
    if (!this.#options.extensions) return []
    const known = this.#documents.get(event.documentId)
    // Between the first word of a document and the last there is no standard event to carry progress, and unknown event
    // types break strict clients; sockets get it as `swasthwrap:document`.
    if (known !== undefined && event.status === 'in_progress') return []
    const outputIndex = known ?? this.#output.length
    const item: DocumentItem = {
      type: 'swasthwrap:document',
      id: itemId('doc', this.#options.runId, outputIndex),
      status: event.status,
      document_id: event.documentId,
      name: event.name,
      stage: event.stage,
      page: event.page,
      pages: event.pages,
      message: event.message ?? null,
    }
    this.#output[outputIndex] = item
    this.#documents.set(event.documentId, outputIndex)
    const fields = { output_index: outputIndex, item }
    const added = known === undefined ? [this.#event('response.output_item.added', fields)] : []
    return event.status === 'in_progress' ? added : [...added, this.#event('response.output_item.done', fields)]
  }

  #extension(prefix: string, make: (id: string) => ExtensionItem): LoggedEvent[] {
    if (!this.#options.extensions) return []
    const outputIndex = this.#output.length
    const item = make(itemId(prefix, this.#options.runId, outputIndex))
    this.#output.push(item)
    return [
      this.#event('response.output_item.added', { output_index: outputIndex, item }),
      this.#event('response.output_item.done', { output_index: outputIndex, item }),
    ]
  }

  #outputNow(): OutputItem[] {
    const message = this.#message
    if (!message) return [...this.#output]
    return this.#output.map((item, index) => (index === message.outputIndex ? finishedMessage(message) : item))
  }

  #event(type: string, fields: Readonly<Record<string, unknown>>): LoggedEvent {
    const sequence = this.#sequence++
    return { sequence, type, json: JSON.stringify({ type, sequence_number: sequence, ...fields }) }
  }
}

function finishedMessage(message: OpenMessage): MessageItem {
  return {
    ...message.item,
    content: [{ type: 'output_text', text: message.text, annotations: message.annotations, logprobs: [] }],
  }
}
