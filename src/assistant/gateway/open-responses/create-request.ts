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

const inputText = z.object({ type: z.enum(['input_text', 'text']), text: z.string() })
const outputText = z.object({ type: z.literal('output_text'), text: z.string() })
const refusal = z.object({ type: z.literal('refusal'), refusal: z.string() })
const inputImage = z.object({
  type: z.literal('input_image'),
  image_url: z.string().nullish(),
  file_id: z.string().nullish(),
})
const inputFile = z.object({
  type: z.literal('input_file'),
  filename: z.string().max(255).nullish(),
  file_data: z.string().nullish(),
  file_id: z.string().nullish(),
  file_url: z.string().nullish(),
})

const contentPart = z.discriminatedUnion('type', [inputText, outputText, refusal, inputImage, inputFile])
export type ContentPart = z.infer<typeof contentPart>

const messageItem = z.object({
  // The short form of OpenAI's clients leaves the type out.
  type: z.literal('message').optional(),
  id: z.string().max(128).nullish(),
  role: z.enum(['user', 'assistant', 'system', 'developer']),
  content: z.union([z.string(), z.array(contentPart).max(MAXIMUM_ITEMS)]),
})

const functionCallItem = z.object({
  type: z.literal('function_call'),
  call_id: z.string().min(1).max(64),
  name: z.string().min(1).max(64),
  arguments: z.string(),
})

const functionCallOutputItem = z.object({
  type: z.literal('function_call_output'),
  call_id: z.string().min(1).max(64),
  output: z.union([z.string(), z.array(contentPart).max(MAXIMUM_ITEMS)]),
})

const compactionItem = z.object({ type: z.literal('compaction'), encrypted_content: z.string() })

/** Items that carry nothing for us: reasoning of other models, and receipts of ours sent back by the client. */
const ignoredItem = z.object({ type: z.string().regex(/^(reasoning|item_reference|swasthwrap:.+)$/) })

const inputItem = z.union([messageItem, functionCallItem, functionCallOutputItem, compactionItem, ignoredItem])
export type InputItem = z.infer<typeof inputItem>

const functionTool = z.object({
  type: z.literal('function'),
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
  description: z.string().nullish(),
  parameters: z.record(z.string(), z.unknown()).nullish(),
  strict: z.boolean().nullish(),
})

const choiceMode = z.enum(['auto', 'required', 'none'])
const functionReference = z.object({ type: z.literal('function'), name: z.string() })
const toolChoice = z.union([
  choiceMode,
  functionReference,
  z.object({
    type: z.literal('allowed_tools'),
    mode: choiceMode.default('auto'),
    tools: z.array(functionReference).max(MAXIMUM_TOOLS),
  }),
])

const metadata = z.record(z.string().max(64), z.string().max(512)).refine((value) => Object.keys(value).length <= 16)

export const createRequestSchema = z.object({
  model: z.string().max(256).nullish(),
  input: z.union([z.string(), z.array(inputItem).max(MAXIMUM_ITEMS)]).nullish(),
  instructions: z.string().max(MAXIMUM_TEXT).nullish(),
  previous_response_id: z.string().max(128).nullish(),
  conversation: z.union([z.string().max(128), z.object({ id: z.string().max(128) })]).nullish(),
  metadata: metadata.nullish(),
  tools: z.array(functionTool).max(MAXIMUM_TOOLS).nullish(),
  tool_choice: toolChoice.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  text: z.object({ format: z.object({ type: z.string() }).nullish() }).nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  presence_penalty: z.number().nullish(),
  frequency_penalty: z.number().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  max_output_tokens: z.int().min(1).nullish(),
  max_tool_calls: z.int().min(1).nullish(),
  truncation: z.enum(['auto', 'disabled']).nullish(),
  store: z.boolean().nullish(),
  stream: z.boolean().nullish(),
  background: z.boolean().nullish(),
  safety_identifier: z.string().max(64).nullish(),
  prompt_cache_key: z.string().max(64).nullish(),
})
export type CreateRequest = z.infer<typeof createRequestSchema>
