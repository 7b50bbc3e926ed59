import type { PastEntry } from '../../turn/stages.ts'
import type { Attachment } from '../../turn/turn-input.ts'
import { GatewayError } from '../gateway-error.ts'
import { type ContentPart, type CreateRequest, type InputItem, MAXIMUM_TEXT } from './create-request.ts'
import { readAttachment } from './read-attachment.ts'

/** Opens the sealed conversation of a `compaction` item; throws {@link GatewayError} where it is not one of ours. */
export type OpenCompaction = (encryptedContent: string) => readonly PastEntry[]

export interface InputOfTurn {
  readonly text: string
  readonly attachments: readonly Attachment[]
  readonly supplied: readonly PastEntry[]
  readonly toolResults: readonly { readonly callId: string; readonly output: string }[]
  /** Texts of system and developer messages. */
  readonly instructions: readonly string[]
  /** The client's id of the newest message. */
  readonly messageId: string | undefined
}

type MessageItem = Extract<InputItem, { role: string }>

/**
 * Splits the input of a request into what is new and what went before. New are the user messages at the end, read as one
 * message, or the results of the client's functions at the end.
 * @throws {GatewayError}
 */
export function readInput(input: NonNullable<CreateRequest['input']>, openCompaction: OpenCompaction): InputOfTurn {
  if (typeof input === 'string') return inputOf({ fresh: [{ role: 'user', content: input }] })
  const conversation: InputItem[] = []
  const instructions: string[] = []
  for (const item of input) {
    if (isMessage(item) && (item.role === 'system' || item.role === 'developer')) {
      instructions.push(textOf(item.content))
    } else if (isConversation(item)) {
      conversation.push(item)
    }
  }
  const start = startOfNew(conversation)
  const past = conversation.slice(0, start).flatMap((item) => pastEntries(item, openCompaction))
  const fresh = conversation.slice(start)
  return inputOf({
    fresh: fresh.filter(isMessage),
    toolResults: fresh.filter((item) => 'output' in item).map(toolResult),
    past,
    instructions,
  })
}

function inputOf(parts: {
  fresh: readonly MessageItem[]
  toolResults?: readonly { callId: string; output: string }[]
  past?: readonly PastEntry[]
  instructions?: readonly string[]
}): InputOfTurn {
  const text = parts.fresh
    .map((message) => textOf(message.content))
    .filter((part) => part !== '')
    .join('\n\n')
    .trim()
  if (text.length > MAXIMUM_TEXT) throw new GatewayError('string_above_max_length', 'input', { maximum: MAXIMUM_TEXT })
  const attachments = parts.fresh.flatMap((message) => attachmentsOf(message.content))
  const toolResults = parts.toolResults ?? []
  if (text === '' && attachments.length === 0 && toolResults.length === 0) {
    throw new GatewayError('missing_required_parameter', 'input')
  }
  return {
    text,
    attachments,
    supplied: parts.past ?? [],
    toolResults,
    instructions: parts.instructions ?? [],
    messageId: parts.fresh.at(-1)?.id ?? undefined,
  }
}

/** Where the run of user messages, or of function results, at the end of the conversation begins. */
function startOfNew(conversation: readonly InputItem[]): number {
  let start = conversation.length
  while (start > 0) {
    const item = conversation[start - 1]
    if (!item || !(('role' in item && item.role === 'user') || 'output' in item)) break
    start--
  }
  return start
}

function pastEntries(item: InputItem, openCompaction: OpenCompaction): readonly PastEntry[] {
  if ('encrypted_content' in item) return openCompaction(item.encrypted_content)
  if ('arguments' in item) {
    return [{ kind: 'client_tool_call', callId: item.call_id, name: item.name, arguments: item.arguments }]
  }
  if ('output' in item) return [{ kind: 'client_tool_result', ...toolResult(item) }]
  if (!isMessage(item)) return []
  const role = item.role === 'assistant' ? 'assistant' : 'user'
  const text = textOf(item.content)
  return text === '' ? [] : [{ kind: 'message', role, text, at: new Date() }]
}

function toolResult(item: Extract<InputItem, { output: unknown }>): { callId: string; output: string } {
  return { callId: item.call_id, output: textOf(item.output) }
}

function isMessage(item: InputItem): item is MessageItem {
  return 'role' in item
}

function isConversation(item: InputItem): boolean {
  return isMessage(item) || 'call_id' in item || 'encrypted_content' in item
}

function textOf(content: string | readonly ContentPart[]): string {
  if (typeof content === 'string') return content
  return content
    .map((part) => ('text' in part ? part.text : 'refusal' in part ? part.refusal : ''))
    .filter((text) => text !== '')
    .join('\n')
}

function attachmentsOf(content: string | readonly ContentPart[]): Attachment[] {
  if (typeof content === 'string') return []
  return content.flatMap((part) =>
    part.type === 'input_image' || part.type === 'input_file' ? [readAttachment(part)] : [],
  )
}
