import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages'
import { createMiddleware } from 'langchain'
import type { Pseudonyms } from './pseudonyms.ts'

/**
 * Keeps what tells who the person is from a model outside: every message goes out under pseudonyms, and calls come back
 * with what these stand for, so that tools work on the real record. The text of the answer is restored where it streams.
 */
export function underPseudonyms(pseudonyms: Pseudonyms) {
  return createMiddleware({
    name: 'under-pseudonyms',
    wrapModelCall: async (request, handler) => {
      const response = await handler({
        ...request,
        messages: request.messages.map((message) => hidden(message, pseudonyms)),
      })
      if (!AIMessage.isInstance(response) || (response.tool_calls?.length ?? 0) === 0) return response
      return new AIMessage({
        content: response.content,
        tool_calls: (response.tool_calls ?? []).map((call) => ({ ...call, args: pseudonyms.restoreIn(call.args) })),
        invalid_tool_calls: response.invalid_tool_calls ?? [],
        ...(response.id === undefined ? {} : { id: response.id }),
        ...(response.usage_metadata ? { usage_metadata: response.usage_metadata } : {}),
      })
    },
  })
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
