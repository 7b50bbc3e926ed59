import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { type AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages'
import type { StructuredToolInterface } from '@langchain/core/tools'
import type { ToolOutcome } from '../../operations/adapters/call-as-tool.ts'
import type { NamedChatModel } from '../../platform/models/index.ts'
import type { ClientTool, ClientToolChoice, Usage } from '../turn/stages.ts'
import { askWithTools, type Listener } from './ask-with-tools.ts'
import { EventQueue } from './event-queue.ts'
import { EmptyAnswer } from './model-failure.ts'
import type { Pseudonyms } from './pseudonyms.ts'

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
  /** Told of a tool that failed for a reason of ours. */
  readonly reportToolFailure?: ((error: unknown) => void) | undefined
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

/**
 * Lets a model answer, with tools where it wants them.
 * @throws whatever the model's client throws, {@link EmptyAnswer}, or the signal's reason.
 */
export async function* runModel(run: ModelRun): AsyncGenerator<ModelEvent> {
  const said = new EventQueue<ModelEvent>()
  const left = new AbortController()
  const teller = new Teller(run, said)
  askWithTools(run, teller, AbortSignal.any([run.signal, left.signal])).then(
    () => (teller.hasSaidNothing ? said.fail(new EmptyAnswer('The model ended without an answer')) : said.end()),
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

/** Puts what a model says and what it calls into one row of events. */
class Teller implements Listener {
  #hasSpoken = false
  #hasCalled = false
  readonly #said: EventQueue<ModelEvent>
  readonly #clientNames: ReadonlySet<string>
  readonly #restoring: ReturnType<Pseudonyms['restoring']> | undefined
  #request: unknown

  constructor(run: ModelRun, said: EventQueue<ModelEvent>) {
    this.#said = said
    this.#clientNames = new Set(run.clientTools.map(({ name }) => name))
    this.#restoring = run.pseudonyms?.restoring()
  }

  get hasSaidNothing(): boolean {
    return !this.#hasSpoken && !this.#hasCalled
  }

  /** Takes text as it comes; that of separate requests to the model is separate paragraphs. */
  readonly hear = (piece: string, request: unknown): void => {
    if (piece === '') return
    const text = this.#hasSpoken && request !== this.#request ? `\n\n${piece}` : piece
    this.#request = request
    this.#hasSpoken = true
    this.#say(this.#restoring === undefined ? text : this.#restoring.take(text))
  }

  /** Tells what a message holds besides text. */
  readonly tell = (message: AIMessage | ToolMessage): void => {
    this.#say(this.#restoring?.end() ?? '')
    if (ToolMessage.isInstance(message)) this.#answered(message)
    else this.#answer(message)
  }

  #say(text: string): void {
    if (text !== '') this.#said.push({ type: 'text', text })
  }

  #answered(message: ToolMessage): void {
    this.#hasCalled = true
    const outcome = message.status === 'error' ? undefined : (message.artifact as ToolOutcome | undefined)
    this.#said.push({ type: 'called', callId: message.tool_call_id, name: message.name ?? '', outcome })
  }

  #answer({ tool_calls: calls = [], usage_metadata }: AIMessage): void {
    for (const { id, name, args } of calls) {
      if (!this.#clientNames.has(name)) continue
      this.#hasCalled = true
      this.#said.push({ type: 'client_call', callId: id ?? name, name, arguments: JSON.stringify(args) })
    }
    if (usage_metadata === undefined) return
    const { input_tokens: inputTokens, output_tokens: outputTokens } = usage_metadata
    this.#said.push({ type: 'usage', usage: { inputTokens, outputTokens } })
  }
}
