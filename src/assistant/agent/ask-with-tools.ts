import {
  AIMessage,
  type AIMessageChunk,
  type BaseMessage,
  HumanMessage,
  SystemMessage,
  ToolMessage,
} from '@langchain/core/messages'
import { type StructuredToolInterface, ToolInputParsingException } from '@langchain/core/tools'
import { filledPrompt, promptText } from '../../platform/prompts.ts'
import type { ClientToolChoice } from '../turn/stages.ts'
import { TurnLimitReached } from './model-failure.ts'
import type { ModelRun } from './run-model.ts'
import { hiddenMessages, restoredCalls } from './under-pseudonyms.ts'

/** Model calls in one turn; the last of them goes without tools, so that it has to answer. */
const MODEL_CALLS = 6
/** How often unreadable arguments are sent back. */
const CORRECTIONS = 2

type ToolCall = NonNullable<AIMessage['tool_calls']>[number]

/** What hears a model and its tools. */
export interface Listener {
  /** Takes text as it comes. `request` is the same object for all text of one request. */
  readonly hear: (text: string, request: unknown) => void
  /** Takes what a model or a tool said, whole. */
  readonly tell: (message: AIMessage | ToolMessage) => void
}

/**
 * The loop of an agent: the model is asked, its calls are carried out and answered, and it is asked again, until it says
 * something without calling. Unreadable calls are sent back to it, and a call of the client's function ends the turn.
 * The loop stands here and not in LangChain's `createAgent`, whose graph costs a turn more than everything it does with
 * the model: models, messages and tools are LangChain's.
 * @throws whatever the model's client throws, {@link TurnLimitReached}, or the signal's reason.
 */
export async function askWithTools(run: ModelRun, listener: Listener, signal: AbortSignal): Promise<void> {
  const tools = new Map(run.tools.map((tool) => [tool.name, tool]))
  const clientNames = new Set(run.clientTools.map(({ name }) => name))
  const conversation: BaseMessage[] = [...run.messages]
  let corrections = 0
  for (let calls = 1; ; calls += 1) {
    const last = calls === MODEL_CALLS
    const answer = await ask(run, conversation, { listener, signal, first: calls === 1, offering: !last })
    const { tool_calls: wanted = [], invalid_tool_calls: broken = [] } = answer
    if (broken.length > 0 && wanted.length === 0 && corrections < CORRECTIONS && !last) {
      corrections += 1
      if (answer.text !== '') conversation.push(new AIMessage(answer.text))
      const name = broken.map((call) => call.name ?? '?').join(', ')
      conversation.push(new HumanMessage(filledPrompt('correct-call', { name })))
      continue
    }
    for (const call of wanted) fillIn(call, tools.get(call.name))
    listener.tell(answer)
    if (wanted.length === 0 || wanted.some(({ name }) => clientNames.has(name))) return
    if (last) throw new TurnLimitReached('The model went on calling tools')
    conversation.push(answer)
    for (const result of await Promise.all(wanted.map((call) => carryOut(run, call, tools, signal)))) {
      conversation.push(result)
      listener.tell(result)
    }
  }
}

interface Asking {
  readonly listener: Listener
  readonly signal: AbortSignal
  /** Whether this is the first time in the turn, for which alone the client's choice holds. */
  readonly first: boolean
  readonly offering: boolean
}

async function ask(
  run: ModelRun,
  conversation: readonly BaseMessage[],
  { listener, signal, first, offering }: Asking,
): Promise<AIMessage> {
  const { pseudonyms, clientTools, clientToolChoice: choice } = run
  const described = clientTools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, ...(description === undefined ? {} : { description }), parameters },
  }))
  const tools = offering ? [...run.tools, ...(choice === 'none' ? [] : described)] : []
  const chosen = first && clientTools.length > 0 ? { tool_choice: toolChoice(choice) } : {}
  const model = tools.length === 0 ? run.model : (run.model.bindTools?.(tools, chosen) ?? run.model)
  const messages = pseudonyms === undefined ? conversation : hiddenMessages(conversation, pseudonyms)
  const heardBy = run.heardBy?.(listener.hear)
  const request = {}
  let whole: AIMessageChunk | undefined
  const chunks = await model.stream([new SystemMessage(promptText('assistant')), ...messages], { ...heardBy, signal })
  for await (const chunk of chunks) {
    if (heardBy === undefined) listener.hear(chunk.text, request)
    whole = whole === undefined ? chunk : whole.concat(chunk)
  }
  const { content = '', tool_calls: calls = [], invalid_tool_calls = [], usage_metadata } = whole ?? {}
  return new AIMessage({
    content,
    tool_calls: pseudonyms === undefined ? calls : restoredCalls(calls, pseudonyms),
    invalid_tool_calls,
    ...(usage_metadata === undefined ? {} : { usage_metadata }),
  })
}

function toolChoice(choice: ClientToolChoice) {
  return typeof choice === 'object' ? { type: 'function' as const, function: { name: choice.name } } : choice
}

/** Tool schemas name every field, with null for one that is not wanted; models leave such fields out all the same. */
function fillIn({ args }: ToolCall, tool: StructuredToolInterface | undefined): void {
  const { shape = {} } = (tool?.schema ?? {}) as { shape?: Readonly<Record<string, unknown>> }
  for (const name of Object.keys(shape)) if (args[name] === undefined) args[name] = null
}

/** What a tool says to a call; what is wrong with the call goes back to the model, which may know better. */
async function carryOut(
  run: ModelRun,
  call: ToolCall,
  tools: ReadonlyMap<string, StructuredToolInterface>,
  signal: AbortSignal,
): Promise<ToolMessage> {
  const { name, id = name } = call
  const failed = (content: string) => new ToolMessage({ content, tool_call_id: id, name, status: 'error' })
  const tool = tools.get(name)
  if (tool === undefined) return failed(filledPrompt('unknown-tool', { name, names: [...tools.keys()].join(', ') }))
  try {
    return (await tool.invoke({ ...call, id, type: 'tool_call' }, { signal })) as ToolMessage
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ToolInputParsingException) {
      return failed(filledPrompt('invalid-call', { name, reason: error.message }))
    }
    run.reportToolFailure?.(error)
    return failed(filledPrompt('failed-tool', { name }))
  }
}
