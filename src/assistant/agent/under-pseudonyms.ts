import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import type { Pseudonyms } from './pseudonyms.ts'

type ToolCalls = NonNullable<AIMessage['tool_calls']>

/** A conversation as it goes to a model outside: without what tells who the person is. */
export function hiddenMessages(messages: readonly BaseMessage[], pseudonyms: Pseudonyms): BaseMessage[] {
  return messages.map((message) => hidden(message, pseudonyms))
}

/** Calls with what their pseudonyms stand for, so that tools work on the real record. */
export function restoredCalls(calls: ToolCalls, pseudonyms: Pseudonyms): ToolCalls {
  return calls.map((call) => ({ ...call, args: pseudonyms.restoreIn(call.args) as ToolCalls[number]['args'] }))
}

function hidden(message: BaseMessage, pseudonyms: Pseudonyms): BaseMessage {
  const content = contentOf(message, pseudonyms)
  if (HumanMessage.isInstance(message)) return new HumanMessage({ content })
  if (SystemMessage.isInstance(message)) return message
  if (ToolMessage.isInstance(message)) {
    return new ToolMessage({
      content,
      tool_call_id: message.tool_call_id,
      ...(message.name === undefined ? {} : { name: message.name }),
      ...(message.status === undefined ? {} : { status: message.status }),
    })
  }
  if (AIMessage.isInstance(message)) {
    return new AIMessage({
      content,
      tool_calls: (message.tool_calls ?? []).map((call) => ({ ...call, args: pseudonyms.hideIn(call.args) })),
    })
  }
  return message
}

/** Images go as they are. */
function contentOf(message: BaseMessage, pseudonyms: Pseudonyms) {
  const { content } = message
  if (typeof content === 'string') return pseudonyms.hide(content)
  return content.map((part) =>
    part.type === 'text' && typeof part['text'] === 'string' ? { ...part, text: pseudonyms.hide(part['text']) } : part,
  )
}
