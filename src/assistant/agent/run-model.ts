import { BaseCallbackHandler, type NewTokenIndices } from '@langchain/core/callbacks/base'
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { UsageMetadata } from '@langchain/core/messages'
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages'
import type { StructuredToolInterface } from '@langchain/core/tools'
import { createAgent } from 'langchain'
import type { ToolOutcome } from '../../operations/adapters/call-as-tool.ts'
import type { NamedChatModel } from '../../platform/models/index.ts'
import { promptText } from '../../platform/prompts.ts'
import type { ClientTool, ClientToolChoice, Usage } from '../turn/stages.ts'
import { callDiscipline } from './call-discipline.ts'
import { EventQueue } from './event-queue.ts'
import { EmptyAnswer } from './model-failure.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { underPseudonyms } from './under-pseudonyms.ts'

export interface ModelRun {
  readonly model: BaseChatModel
  readonly heardBy?: NamedChatModel['heardBy']
  readonly messages: readonly BaseMessage[]
  readonly tools: readonly StructuredToolInterface[]
  readonly clientTools: readonly ClientTool[]
  readonly clientToolChoice: ClientToolChoice
  readonly signal: AbortSignal
  /** Where the model is outside: what it reads goes under these. */
  readonly pseudonyms?: Pseudonyms | undefined
}

/** What one model does with a turn. Tool results come without the words and the evidence made of them. */
export type ModelEvent =
  | { readonly type: 'text'; readonly text: string }
  | {
      readonly type: 'called'
      readonly callId: string
      readonly name: string
      readonly outcome: ToolOutcome | undefined
    }
  | { readonly type: 'client_call'; readonly callId: string; readonly name: string; readonly arguments: string }
  | { readonly type: 'usage'; readonly usage: Usage }

/** LangGraph counts every node; a model call with its middleware and tools takes at most four. */
const GRAPH_STEPS = 40

/**
 * Lets a model answer with LangChain's agent. What streams of a graph cost for each piece of text is more than all that
 * the turn does with it, so none is opened: text comes straight from the model, and what was called is read from the
 * messages, before the model is asked again.
 * @throws whatever the model's client throws, {@link EmptyAnswer}, or the signal's reason.
 */
export async function* runModel(run: ModelRun): AsyncGenerator<ModelEvent> {
  const said = new EventQueue<ModelEvent>()
  const left = new AbortController()
  const teller = new Teller(run, said)
  askAgent(run, teller, AbortSignal.any([run.signal, left.signal])).then(
    () => said.end(),
    (error: unknown) => said.fail(error),
  )
  try {
    for await (const event of said) {
      // What a model went on to say is of no more use to anybody.
      run.signal.throwIfAborted()
      yield event
    }
  } finally {
    // Whoever stops listening stops the model.
    if (!said.isOver) left.abort()
  }
}

async function askAgent(run: ModelRun, teller: Teller, signal: AbortSignal): Promise<void> {
  const clientNames = new Set(run.clientTools.map(({ name }) => name))
  const described = run.clientTools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, ...(description === undefined ? {} : { description }), parameters },
  }))
  const settings = run.heardBy?.(teller.hear)
  const agent = createAgent({
    model: run.model,
    tools: [...run.tools, ...(run.clientToolChoice === 'none' ? [] : described)],
    systemPrompt: promptText('assistant'),
    middleware: [
      callDiscipline({
        tools: run.tools,
        clientTools: clientNames,
        choice: run.clientToolChoice,
        settings,
        onMessages: (messages) => teller.tell(messages),
      }),
      ...(run.pseudonyms === undefined ? [] : [underPseudonyms(run.pseudonyms)]),
    ],
  })
  const { messages } = await agent.invoke(
    { messages: [...run.messages] },
    {
      callbacks: [settings === undefined ? new StreamingHandler(teller.hear) : new StreamingHandler()],
      signal,
      recursionLimit: GRAPH_STEPS,
    },
  )
  teller.tell(messages)
  if (!teller.hasSpoken && !teller.hasCalled) throw new EmptyAnswer('The model ended without an answer')
}

/** Puts what a model says and what it calls into one row of events. */
class Teller {
  hasSpoken = false
  hasCalled = false
  readonly #said: EventQueue<ModelEvent>
  readonly #clientNames: ReadonlySet<string>
  readonly #restoring: ReturnType<Pseudonyms['restoring']> | undefined
  /** Messages of the conversation that are known already. */
  #told: number
  #request: unknown

  constructor(run: ModelRun, said: EventQueue<ModelEvent>) {
    this.#said = said
    this.#told = run.messages.length
    this.#clientNames = new Set(run.clientTools.map(({ name }) => name))
    this.#restoring = run.pseudonyms?.restoring()
  }

  /** Takes text as it comes; that of separate requests to the model is separate paragraphs. */
  readonly hear = (piece: string, request: unknown): void => {
    if (piece === '') return
    const text = this.hasSpoken && request !== this.#request ? `\n\n${piece}` : piece
    this.#request = request
    this.hasSpoken = true
    this.#say(this.#restoring === undefined ? text : this.#restoring.take(text))
  }

  /** Tells what the messages that are new hold besides text. */
  tell(messages: readonly BaseMessage[]): void {
    this.#say(this.#restoring?.end() ?? '')
    for (const message of messages.slice(this.#told)) {
      if (ToolMessage.isInstance(message)) this.#answered(message)
      else if (AIMessage.isInstance(message)) this.#answer(message)
    }
    this.#told = Math.max(this.#told, messages.length)
  }

  #say(text: string): void {
    if (text !== '') this.#said.push({ type: 'text', text })
  }

  #answered(message: ToolMessage): void {
    this.hasCalled = true
    const outcome = message.status === 'error' ? undefined : (message.artifact as ToolOutcome | undefined)
    this.#said.push({ type: 'called', callId: message.tool_call_id, name: message.name ?? '', outcome })
  }

  #answer({ tool_calls: calls = [], usage_metadata }: AIMessage): void {
    for (const { id, name, args } of calls) {
      if (!this.#clientNames.has(name)) continue
      this.hasCalled = true
      this.#said.push({ type: 'client_call', callId: id ?? name, name, arguments: JSON.stringify(args) })
    }
    const usage = usage_metadata as UsageMetadata | undefined
    if (usage === undefined) return
    const { input_tokens: inputTokens, output_tokens: outputTokens } = usage
    this.#said.push({ type: 'usage', usage: { inputTokens, outputTokens } })
  }
}

/** Has LangChain stream, and hears what it streams where the text does not come straight from the model. */
class StreamingHandler extends BaseCallbackHandler {
  override readonly name = 'streaming'
  override readonly awaitHandlers = true
  readonly lc_prefer_streaming = true
  readonly #hear: Teller['hear'] | undefined

  constructor(hear?: Teller['hear']) {
    super()
    this.#hear = hear
  }

  override handleLLMNewToken(token: string, _place: NewTokenIndices, runId: string): void {
    this.#hear?.(token, runId)
  }
}
