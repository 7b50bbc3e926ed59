import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { UsageMetadata } from '@langchain/core/messages'
import { type AIMessage, AIMessageChunk, type BaseMessage, ToolMessage } from '@langchain/core/messages'
import type { StructuredToolInterface } from '@langchain/core/tools'
import { createAgent } from 'langchain'
import type { ToolOutcome } from '../../operations/adapters/call-as-tool.ts'
import type { ClientTool, ClientToolChoice, Usage } from '../turn/stages.ts'
import { callDiscipline } from './call-discipline.ts'
import { EmptyAnswer } from './model-failure.ts'
import { promptText } from './prompt-file.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { underPseudonyms } from './under-pseudonyms.ts'

export interface ModelRun {
  readonly model: BaseChatModel
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
 * Lets a model answer with LangChain's agent.
 * @throws whatever the model's client throws, {@link EmptyAnswer}, or the signal's reason.
 */
export async function* runModel(run: ModelRun): AsyncGenerator<ModelEvent> {
  const clientNames = new Set(run.clientTools.map(({ name }) => name))
  const described = run.clientTools.map(({ name, description, parameters }) => ({
    type: 'function',
    function: { name, ...(description === undefined ? {} : { description }), parameters },
  }))
  const agent = createAgent({
    model: run.model,
    tools: [...run.tools, ...(run.clientToolChoice === 'none' ? [] : described)],
    systemPrompt: promptText('assistant'),
    middleware: [
      callDiscipline(run.tools, clientNames, run.clientToolChoice),
      ...(run.pseudonyms === undefined ? [] : [underPseudonyms(run.pseudonyms)]),
    ],
  })
  const stream = await agent.stream(
    { messages: [...run.messages] },
    { streamMode: ['messages', 'updates'], signal: run.signal, recursionLimit: GRAPH_STEPS },
  )
  let spoken = false
  let called = false
  /** Text of separate messages of the model is separate paragraphs. */
  let messageId: string | undefined
  const restoring = run.pseudonyms?.restoring()
  for await (const [mode, payload] of stream as AsyncIterable<[string, unknown]>) {
    if (mode === 'messages') {
      const [chunk] = payload as [BaseMessage, unknown]
      if (!AIMessageChunk.isInstance(chunk) || chunk.text === '') continue
      const next = chunk.id ?? messageId
      const piece = spoken && next !== messageId ? `\n\n${chunk.text}` : chunk.text
      messageId = next
      spoken = true
      const text = restoring === undefined ? piece : restoring.take(piece)
      if (text !== '') yield { type: 'text', text }
      continue
    }
    const rest = restoring?.end() ?? ''
    if (rest !== '') yield { type: 'text', text: rest }
    for (const update of Object.values(payload as Record<string, { messages?: BaseMessage[] } | null>)) {
      for (const message of update?.messages ?? []) {
        if (ToolMessage.isInstance(message)) {
          called = true
          const outcome = message.status === 'error' ? undefined : (message.artifact as ToolOutcome | undefined)
          yield { type: 'called', callId: message.tool_call_id, name: message.name ?? '', outcome }
        } else if (message.type === 'ai') {
          const answer = message as AIMessage
          for (const call of answer.tool_calls ?? []) {
            if (!clientNames.has(call.name)) continue
            called = true
            yield {
              type: 'client_call',
              callId: call.id ?? call.name,
              name: call.name,
              arguments: JSON.stringify(call.args),
            }
          }
          const usage = answer.usage_metadata as UsageMetadata | undefined
          if (usage)
            yield { type: 'usage', usage: { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens } }
        }
      }
    }
  }
  if (!spoken && !called) throw new EmptyAnswer('The model ended without an answer')
}
