import { z } from 'zod'
import type { McpPrompt } from '../../../src/operations/adapters/mcp-prompts.ts'
import type { McpResource } from '../../../src/operations/adapters/mcp-server.ts'
import { type AnyOperation, defineOperation } from '../../../src/operations/define-operation.ts'
import { NotFound, Problem } from '../../../src/platform/errors/problem.ts'

/**
 * What the protocol's own conformance tests ask every server to have besides its own tools and resources, put through the
 * same adapter: https://github.com/modelcontextprotocol/conformance
 */

const tool = { guidance: 'tools/search', confirm: 'never' } as const
const nothing = z.strictObject({})
const said = z.object({ text: z.string() })

const address = z.object({ street: z.string(), city: z.string() }).meta({ id: 'address' })

export const conformanceOperations: readonly AnyOperation[] = [
  defineOperation({
    name: 'test_simple_text',
    summary: 'Say something',
    effect: 'read',
    input: nothing,
    output: said,
    tool,
    run: async () => ({ text: 'This is a simple text response for testing.' }),
  }),
  defineOperation({
    name: 'test_error_handling',
    summary: 'Fail',
    effect: 'read',
    input: nothing,
    output: said,
    tool,
    run: async () => {
      throw new Problem(NotFound)
    },
  }),
  defineOperation({
    name: 'json_schema_2020_12_tool',
    summary: 'Take a name and an address',
    effect: 'read',
    input: z.strictObject({ name: z.string().optional(), address: address.optional() }),
    output: said,
    tool,
    run: async () => ({ text: 'Taken.' }),
  }),
]

export const conformanceResources: readonly McpResource[] = [
  {
    uri: 'test://static-text',
    name: 'A text',
    description: 'A text that stays the same.',
    mimeType: 'text/plain',
    read: async () => 'This is the content of the static text resource.',
  },
  {
    uri: 'test://template/{id}/data',
    name: 'Some data',
    description: 'Data of an id.',
    mimeType: 'application/json',
    list: async () => [],
    read: async (_run, id) => JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
  },
]

const taken = (name: string) => ({ name, description: 'Given by the test.', required: true })
const text = (said: string) => ({ type: 'text' as const, text: said })
/** One red pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

export const conformancePrompts: readonly McpPrompt[] = [
  {
    name: 'test_simple_prompt',
    title: 'Simple',
    description: 'Takes nothing.',
    arguments: [],
    messages: async () => [text('This is a simple prompt for testing.')],
  },
  {
    name: 'test_prompt_with_arguments',
    title: 'Arguments',
    description: 'Takes two arguments.',
    arguments: [{ ...taken('arg1'), complete: async (_run, written) => [`${written}ing`] }, taken('arg2')],
    messages: async (_run, { arg1, arg2 }) => [text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`)],
  },
  {
    name: 'test_prompt_with_embedded_resource',
    title: 'Resource',
    description: 'Brings a resource along.',
    arguments: [taken('resourceUri')],
    messages: async (_run, { resourceUri = '' }) => [
      { type: 'resource', resource: { uri: resourceUri, mimeType: 'text/plain', text: 'Embedded resource content.' } },
      text('Please process the embedded resource above.'),
    ],
  },
  {
    name: 'test_prompt_with_image',
    title: 'Picture',
    description: 'Brings a picture along.',
    arguments: [],
    messages: async () => [
      { type: 'image', data: PIXEL, mimeType: 'image/png' },
      text('Please analyze the image above.'),
    ],
  },
]
