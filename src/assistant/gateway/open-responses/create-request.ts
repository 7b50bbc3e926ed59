import { z } from 'zod'

/**
 * The body of `POST /v1/responses`, which is also the rest of a `response.create` frame. Stock clients send many fields
 * that concern models of other kinds, and newer ones than the specification names: those are let pass. What would change
 * the meaning of the answer and is not served is refused where the request is read.
 */

/** Characters of one message. Longer texts belong in a document. */
export const MAXIMUM_TEXT = 32_768
const MAXIMUM_ITEMS = 512
const MAXIMUM_TOOLS = 64

/** What the API document shows of a field. */
const like = <Value>(example: Value) => ({ examples: [example] })
const ID = '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21'
const QUESTION = 'What is my HbA1c?'
const ARGUMENTS = '{"city":"Chennai"}'

const inputText = z.object({ type: z.enum(['input_text', 'text']), text: z.string().meta(like(QUESTION)) })
const outputText = z.object({
  type: z.literal('output_text'),
  text: z.string().meta(like('Your HbA1c was 8.2 % on 12 March.')),
})
const refusal = z.object({ type: z.literal('refusal'), refusal: z.string().meta(like('I cannot help with that.')) })
const inputImage = z.object({
  type: z.literal('input_image'),
  image_url: z.string().meta(like('data:image/png;base64,iVBORw0KGgo=')).nullish(),
  file_id: z.string().meta(like(ID)).nullish(),
})
const inputFile = z.object({
  type: z.literal('input_file'),
  filename: z.string().max(255).meta(like('report.pdf')).nullish(),
  file_data: z.string().meta(like('data:application/pdf;base64,JVBERi0xLjcK')).nullish(),
  file_id: z.string().meta(like(ID)).nullish(),
  file_url: z.string().meta(like('https://example.org/report.pdf')).nullish(),
})

const contentPart = z.discriminatedUnion('type', [inputText, outputText, refusal, inputImage, inputFile])
export type ContentPart = z.infer<typeof contentPart>

const messageItem = z.object({
  // The short form of OpenAI's clients leaves the type out.
  type: z.literal('message').optional(),
  id: z.string().max(128).meta(like('msg_1')).nullish(),
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.union([z.string().meta(like(QUESTION)), z.array(contentPart).max(MAXIMUM_ITEMS)]),
})

const functionCallItem = z.object({
  type: z.literal('function_call'),
  call_id: z.string().min(1).max(64).meta(like('call_1')),
  name: z.string().min(1).max(64).meta(like('weather')),
  arguments: z.string().meta(like(ARGUMENTS)),
})

const functionCallOutputItem = z.object({
  type: z.literal('function_call_output'),
  call_id: z.string().min(1).max(64).meta(like('call_1')),
  output: z.union([z.string().meta(like('31 degrees, humid')), z.array(contentPart).max(MAXIMUM_ITEMS)]),
})

const compactionItem = z.object({
  type: z.literal('compaction'),
  encrypted_content: z.string().meta(like('eJxLTEpOSQUACJcCjg')),
})

/** Items that carry nothing for us: reasoning of other models, and receipts of ours sent back by the client. */
const ignoredItem = z.object({
  type: z
    .string()
    .regex(/^(reasoning|item_reference|swasthwrap:.+)$/)
    .meta(like('reasoning')),
})

const inputItem = z.union([messageItem, functionCallItem, functionCallOutputItem, compactionItem, ignoredItem])
export type InputItem = z.infer<typeof inputItem>

const functionTool = z.object({
  type: z.literal('function'),
  name: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,64}$/)
    .meta(like('weather')),
  description: z.string().meta(like('Tells the weather of a city.')).nullish(),
  parameters: z
    .record(z.string(), z.unknown())
    .meta(like({ type: 'object', properties: { city: { type: 'string' } } }))
    .nullish(),
  strict: z.boolean().nullish(),
})

const choiceMode = z.enum(['auto', 'required', 'none'])
const functionReference = z.object({ type: z.literal('function'), name: z.string().meta(like('weather')) })
const toolChoice = z.union([
  choiceMode,
  functionReference,
  z.object({
    type: z.literal('allowed_tools'),
    mode: choiceMode.default('auto'),
    tools: z.array(functionReference).max(MAXIMUM_TOOLS),
  }),
])

const metadata = z
  .record(z.string().max(64), z.string().max(512))
  .refine((value) => Object.keys(value).length <= 16)
  .meta(like({ language: 'ta' }))

const conversationId = z.string().max(128).meta(like(ID))

export const createRequestSchema = z.object({
  model: z.string().max(256).meta(like('swasthwrap')).nullish(),
  input: z.union([z.string().meta(like(QUESTION)), z.array(inputItem).max(MAXIMUM_ITEMS)]).nullish(),
  instructions: z.string().max(MAXIMUM_TEXT).meta(like('Answer in short sentences.')).nullish(),
  previous_response_id: z.string().max(128).meta(like('resp_0198f3a26f0e7c119d525a0c6b7e4d21')).nullish(),
  conversation: z.union([conversationId, z.object({ id: conversationId })]).nullish(),
  metadata: metadata.nullish(),
  tools: z.array(functionTool).max(MAXIMUM_TOOLS).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  text: z.object({ format: z.object({ type: z.string().meta(like('text')) }).nullish() }).nullish(),
  temperature: z.number().min(0).max(2).meta(like(0.2)).nullish(),
  top_p: z.number().min(0).max(1).meta(like(0.9)).nullish(),
  presence_penalty: z.number().meta(like(0)).nullish(),
  frequency_penalty: z.number().meta(like(0)).nullish(),
  top_logprobs: z.int().min(0).max(20).meta(like(0)).nullish(),
  max_output_tokens: z.int().min(1).meta(like(1000)).nullish(),
  max_tool_calls: z.int().min(1).meta(like(8)).nullish(),
  truncation: z.enum(['auto', 'disabled']).nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  background: z.boolean().nullish(),
  safety_identifier: z.string().max(64).meta(like('person-17')).nullish(),
  prompt_cache_key: z.string().max(64).meta(like('person-17')).nullish(),
})
export type CreateRequest = z.infer<typeof createRequestSchema>
