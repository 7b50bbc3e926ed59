import type { FastifySchema, RouteShorthandOptions } from 'fastify'
import { z } from 'zod'
import { chatRequestSchema } from './chat-completions/chat-request.ts'
import { compactRequestSchema } from './compaction.ts'
import { createRequestSchema } from './open-responses/create-request.ts'

/**
 * What the API document says about the gateway's routes. Requests are read by the gateway itself, in the ways of the
 * specification, so nothing here validates or changes anything.
 */
function documented(schema: FastifySchema & { tags: string[]; summary: string; operationId: string }) {
  return {
    schema,
    validatorCompiler: () => () => true,
    serializerCompiler: () => (data: unknown) => JSON.stringify(data),
  } satisfies RouteShorthandOptions
}

const example = <Value>(schema: z.ZodType<Value>, description: string, value: unknown) =>
  schema.meta({ description, examples: [value] })

const error = z
  .object({
    error: z.object({
      type: example(z.string(), 'Kind of the error.', 'invalid_request'),
      code: example(z.string(), 'What exactly is wrong.', 'model_not_found'),
      message: example(
        z.string(),
        'The same in words, in the caller’s language.',
        'The model “x” does not exist here.',
      ),
      param: example(z.string(), 'The field at fault; empty where none is.', 'model'),
    }),
  })
  .meta({ description: 'The error object of Open Responses.' })

const response = z
  .looseObject({
    id: example(z.string(), 'Identifier of the response.', 'resp_0198f3a26f0e7c119d525a0c6b7e4d21'),
    object: z.literal('response').meta({ description: 'Always `response`.' }),
    status: example(z.string(), 'How far it is.', 'completed'),
    output: z.array(z.looseObject({})).meta({
      description:
        'Items: `message`, `function_call`, and ours, which other clients ignore: `swasthwrap:triage`, ' +
        '`swasthwrap:document`, `swasthwrap:tool_call`, `swasthwrap:model_fallback`, `swasthwrap:answer`.',
      examples: [[{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello.' }] }]],
    }),
    conversation: z
      .object({ id: example(z.string(), 'The chat session.', '0198f3a2-6f0e-7c11-9d52-5a0c6b7e4d21') })
      .meta({ description: 'The conversation that it belongs to.' }),
  })
  .meta({ description: 'The response object of Open Responses, version 2026-04-24.' })

const id = z.object({
  id: example(z.string(), 'Identifier of the response.', 'resp_0198f3a26f0e7c119d525a0c6b7e4d21'),
})
const failures = { 400: error, 401: error, 404: error, 429: error }
const tags = ['chat']

export const createResponseDocumentation = documented({
  tags,
  operationId: 'createResponse',
  summary: 'Ask the assistant (Open Responses)',
  description:
    'With `stream: true` the answer comes as server-sent events and ends with `[DONE]`. The same over a WebSocket at this ' +
    'address: send `{"type": "response.create", …}`, receive the events; `swasthwrap:response.resume` (`response_id`, ' +
    '`starting_after`) follows a run again, `swasthwrap:response.cancel` stops it. The model `swasthwrap-standard` sends ' +
    'nothing but the items of the specification.',
  body: createRequestSchema,
  response: { 200: response, ...failures },
})

export const getResponseDocumentation = documented({
  tags,
  operationId: 'getResponse',
  summary: 'Read a response, or replay its events and follow it',
  params: id,
  querystring: z.object({
    stream: example(z.enum(['true', 'false']).optional(), 'Whether to send events.', 'true'),
    starting_after: example(z.int().optional(), 'Number of the last event that the client has.', 12),
  }),
  response: { 200: response, ...failures },
})

export const cancelResponseDocumentation = documented({
  tags,
  operationId: 'cancelResponse',
  summary: 'Stop a response that is being made',
  params: id,
  response: { 200: response, ...failures },
})

export const compactDocumentation = documented({
  tags,
  operationId: 'compactConversation',
  summary: 'Turn a conversation that the client keeps into one opaque item',
  body: compactRequestSchema,
  response: { 200: z.looseObject({}).meta({ description: 'A `response.compaction` object.' }), ...failures },
})

const model = z.object({
  id: example(z.string(), 'Name of the model.', 'swasthwrap'),
  object: z.literal('model').meta({ description: 'Always `model`.' }),
  created: example(z.int(), 'Unix time.', 0),
  owned_by: example(z.string(), 'Whose it is.', 'swasthwrap'),
})

export const listModelsDocumentation = documented({
  tags,
  operationId: 'listModels',
  summary: 'List the names under which the assistant can be asked',
  response: {
    200: z.object({
      object: z.literal('list').meta({ description: 'Always `list`.' }),
      data: z.array(model).meta({ description: 'The models.' }),
    }),
    401: error,
  },
})

export const getModelDocumentation = documented({
  tags,
  operationId: 'getModel',
  summary: 'Read one of the names',
  params: z.object({ id: example(z.string(), 'Name of the model.', 'swasthwrap') }),
  response: { 200: model, 401: error, 404: error },
})

export const chatCompletionDocumentation = documented({
  tags,
  operationId: 'createChatCompletion',
  summary: 'Ask the assistant (chat completions, for older clients)',
  body: chatRequestSchema,
  response: { 200: z.looseObject({}).meta({ description: 'A `chat.completion` object.' }), ...failures },
})
