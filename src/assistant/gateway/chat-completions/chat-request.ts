import { z } from 'zod'
import { GatewayError } from '../gateway-error.ts'
import { invalidParameter } from '../open-responses/read-request.ts'

/**
 * Requests of the older chat completions API. They are translated into requests for a response, so everything that holds
 * for those holds here.
 */

/** What the API document shows of a field. */
const like = <Value>(example: Value) => ({ examples: [example] })
const QUESTION = 'What is my HbA1c?'

const textPart = z.object({ type: z.literal('text'), text: z.string().meta(like(QUESTION)) })
const refusalPart = z.object({
  type: z.literal('refusal'),
  refusal: z.string().meta(like('I cannot help with that.')),
})
const imagePart = z.object({
  type: z.literal('image_url'),
  image_url: z.object({ url: z.string().meta(like('data:image/png;base64,iVBORw0KGgo=')) }),
})
const filePart = z.object({
  type: z.literal('file'),
  file: z.object({
    file_data: z.string().meta(like('data:application/pdf;base64,JVBERi0xLjcK')).nullish(),
    file_id: z.string().meta(like('0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21')).nullish(),
    filename: z.string().meta(like('report.pdf')).nullish(),
  }),
})
const content = z.union([
  z.string().meta(like(QUESTION)),
  z.array(z.discriminatedUnion('type', [textPart, refusalPart, imagePart, filePart])).max(512),
])

const callId = z.string().meta(like('call_1'))
const name = z.string().meta(like('weather'))

const message = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['system', 'developer', 'user']), content }),
  z.object({
    role: z.literal('assistant'),
    content: content.nullish(),
    tool_calls: z
      .array(
        z.object({ id: callId, function: z.object({ name, arguments: z.string().meta(like('{"city":"Chennai"}')) }) }),
      )
      .nullish(),
  }),
  z.object({ role: z.literal('tool'), tool_call_id: callId, content }),
])

export const chatRequestSchema = z.object({
  model: z.string().meta(like('swasthwrap')).nullish(),
  messages: z.array(message).min(1).max(512),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.int().nullish(),
  tools: z
    .array(
      z.object({
        type: z.literal('function'),
        function: z.object({
          name,
          description: z.string().meta(like('Tells the weather of a city.')).nullish(),
          parameters: z
            .record(z.string(), z.unknown())
            .meta(like({ type: 'object', properties: { city: { type: 'string' } } }))
            .nullish(),
          strict: z.boolean().nullish(),
        }),
      }),
    )
    .nullish(),
  tool_choice: z
    .union([
      z.enum(['auto', 'required', 'none']),
      z.object({ type: z.literal('function'), function: z.object({ name }) }),
    ])
    .nullish(),
  response_format: z.object({ type: z.string().meta(like('text')) }).nullish(),
  metadata: z
    .record(z.string(), z.string())
    .meta(like({ language: 'ta' }))
    .nullish(),
  temperature: z.number().meta(like(0.2)).nullish(),
  top_p: z.number().meta(like(0.9)).nullish(),
  max_tokens: z.int().meta(like(1000)).nullish(),
  max_completion_tokens: z.int().meta(like(1000)).nullish(),
  parallel_tool_calls: z.boolean().nullish(),
})

type ChatMessage = z.infer<typeof message>
type Content = z.infer<typeof content>

export interface ChatRequest {
  /** Body of the request for a response that says the same. */
  readonly body: Readonly<Record<string, unknown>>
  readonly stream: boolean
  readonly includeUsage: boolean
}

/** @throws {GatewayError} naming the first field that cannot be served. */
export function readChatRequest(body: unknown): ChatRequest {
  const parsed = chatRequestSchema.safeParse(body)
  if (!parsed.success) throw invalidParameter(parsed.error)
  const request = parsed.data
  if ((request.n ?? 1) !== 1) throw new GatewayError('unsupported_parameter', 'n')
  if ((request.response_format?.type ?? 'text') !== 'text') {
    throw new GatewayError('unsupported_parameter', 'response_format')
  }
  const choice = request.tool_choice
  return {
    body: {
      model: request.model,
      input: request.messages.flatMap(inputItems),
      tools: request.tools?.map((tool) => ({ type: 'function', ...tool.function })),
      tool_choice: typeof choice === 'object' && choice ? { type: 'function', name: choice.function.name } : choice,
      metadata: request.metadata,
      temperature: request.temperature,
      top_p: request.top_p,
      max_output_tokens: request.max_completion_tokens ?? request.max_tokens,
      parallel_tool_calls: request.parallel_tool_calls,
    },
    stream: request.stream ?? false,
    includeUsage: request.stream_options?.include_usage ?? false,
  }
}

function inputItems(message: ChatMessage): object[] {
  if (message.role === 'tool') {
    return [{ type: 'function_call_output', call_id: message.tool_call_id, output: parts(message.content) }]
  }
  if (message.role !== 'assistant') {
    return [{ type: 'message', role: message.role, content: parts(message.content) }]
  }
  const said = message.content ? [{ type: 'message', role: 'assistant', content: parts(message.content) }] : []
  const calls = (message.tool_calls ?? []).map((call) => ({
    type: 'function_call',
    call_id: call.id,
    name: call.function.name,
    arguments: call.function.arguments,
  }))
  return [...said, ...calls]
}

function parts(content: Content): string | object[] {
  return typeof content === 'string' ? content : content.map(inputPart)
}

function inputPart(part: Exclude<Content, string>[number]): object {
  switch (part.type) {
    case 'text':
      return { type: 'input_text', text: part.text }
    case 'refusal':
      return part
    case 'image_url':
      return { type: 'input_image', image_url: part.image_url.url }
    case 'file':
      return { type: 'input_file', ...part.file }
  }
}
