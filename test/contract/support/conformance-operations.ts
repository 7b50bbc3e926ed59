import { z } from 'zod'
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
