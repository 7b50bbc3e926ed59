import { z } from 'zod'

/**
 * The closed schemas of Open Responses, version 2026-04-24, as its acceptance tests apply them: items and events of ours
 * do not pass. Written from the specification's TypeSpec (github.com/openresponses/openresponses, schema/).
 */

const urlCitation = z.object({
  type: z.literal('url_citation'),
  url: z.string(),
  start_index: z.int(),
  end_index: z.int(),
  title: z.string(),
})
const outputText = z.object({ type: z.literal('output_text'), text: z.string(), annotations: z.array(urlCitation) })
const itemStatus = z.enum(['in_progress', 'completed', 'incomplete'])
const message = z.object({
  type: z.literal('message'),
  id: z.string(),
  status: itemStatus,
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.array(outputText),
})
const functionCall = z.object({
  type: z.literal('function_call'),
  id: z.string(),
  call_id: z.string(),
  name: z.string(),
  arguments: z.string(),
  status: itemStatus,
})
const item = z.discriminatedUnion('type', [message, functionCall])

const usage = z.object({
  input_tokens: z.int(),
  output_tokens: z.int(),
  total_tokens: z.int(),
  input_tokens_details: z.object({ cached_tokens: z.int() }),
  output_tokens_details: z.object({ reasoning_tokens: z.int() }),
})
const functionTool = z.object({
  type: z.literal('function'),
  name: z.string(),
  description: z.string().nullable(),
  parameters: z.looseObject({}).nullable(),
  strict: z.boolean().nullable(),
})
const choice = z.enum(['none', 'auto', 'required'])

export const responseSchema = z.object({
  id: z.string(),
  object: z.literal('response'),
  created_at: z.int(),
  completed_at: z.int().nullable(),
  status: z.string(),
  incomplete_details: z.object({ reason: z.string() }).nullable(),
  model: z.string(),
  previous_response_id: z.string().nullable(),
  instructions: z.string().nullable(),
  output: z.array(item),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  tools: z.array(functionTool),
  tool_choice: z.union([choice, z.object({ type: z.literal('function'), name: z.string() })]),
  truncation: z.enum(['auto', 'disabled']),
  parallel_tool_calls: z.boolean(),
  text: z.object({
    format: z.object({ type: z.literal('text') }),
    verbosity: z.enum(['low', 'medium', 'high']).optional(),
  }),
  top_p: z.number(),
  presence_penalty: z.number(),
  frequency_penalty: z.number(),
  top_logprobs: z.int(),
  temperature: z.number(),
  reasoning: z.looseObject({}).nullable(),
  usage: usage.nullable(),
  max_output_tokens: z.int().nullable(),
  max_tool_calls: z.int().nullable(),
  store: z.boolean(),
  background: z.boolean(),
  service_tier: z.string(),
  metadata: z.unknown(),
  safety_identifier: z.string().nullable(),
  prompt_cache_key: z.string().nullable(),
  conversation: z.object({ id: z.string() }).nullable().optional(),
})

const numbered = { sequence_number: z.int() }
const inItem = { ...numbered, item_id: z.string(), output_index: z.int() }
const inPart = { ...inItem, content_index: z.int() }
const lifecycle = (type: string) => z.object({ type: z.literal(type), ...numbered, response: responseSchema })
const ofItem = (type: string) => z.object({ type: z.literal(type), ...numbered, output_index: z.int(), item })

export const eventSchema = z.discriminatedUnion('type', [
  lifecycle('response.created'),
  lifecycle('response.queued'),
  lifecycle('response.in_progress'),
  lifecycle('response.completed'),
  lifecycle('response.failed'),
  lifecycle('response.incomplete'),
  ofItem('response.output_item.added'),
  ofItem('response.output_item.done'),
  z.object({ type: z.literal('response.content_part.added'), ...inPart, part: outputText }),
  z.object({ type: z.literal('response.content_part.done'), ...inPart, part: outputText }),
  z.object({
    type: z.literal('response.output_text.delta'),
    ...inPart,
    delta: z.string(),
    logprobs: z.array(z.never()).optional(),
  }),
  z.object({
    type: z.literal('response.output_text.done'),
    ...inPart,
    text: z.string(),
    logprobs: z.array(z.never()).optional(),
  }),
  z.object({
    type: z.literal('response.output_text.annotation.added'),
    ...inPart,
    annotation_index: z.int(),
    annotation: urlCitation,
  }),
  z.object({ type: z.literal('response.function_call_arguments.delta'), ...inItem, delta: z.string() }),
  z.object({ type: z.literal('response.function_call_arguments.done'), ...inItem, arguments: z.string() }),
])

/** The envelope of errors on a socket. */
export const socketErrorSchema = z.object({
  type: z.literal('error'),
  status: z.int(),
  error: z.object({ type: z.string(), code: z.string(), message: z.string(), param: z.string().nullable() }),
})

export const compactionSchema = z.object({
  id: z.string(),
  object: z.literal('response.compaction'),
  created_at: z.int(),
  output: z.array(z.object({ type: z.literal('compaction'), id: z.string(), encrypted_content: z.string() })).min(1),
  usage,
})
