import type { McpPrompt } from '../operations/adapters/mcp-prompts.ts'
import type { McpResource, RunForCaller } from '../operations/adapters/mcp-server.ts'
import { NotFound, Problem } from '../platform/errors/problem.ts'
import { filledPrompt } from '../platform/prompts.ts'

/** Tasks that MCP clients offer their people; each brings along what it needs of the record. */
export function recordPrompts(resources: readonly McpResource[]): readonly McpPrompt[] {
  const resourceAt = (uri: string): McpResource => {
    const resource = resources.find((each) => each.uri === uri)
    if (resource === undefined) throw new Error(`There is no resource ${uri}`)
    return resource
  }
  const summary = resourceAt('swasthwrap://record/summary')
  const document = resourceAt('swasthwrap://documents/{id}')
  const attached = async ({ uri, mimeType, read }: McpResource, run: RunForCaller, id = '') => ({
    type: 'resource' as const,
    resource: { uri: uri.replace('{id}', id), mimeType, text: await read(run, id) },
  })
  const documents = async (run: RunForCaller) => (await document.list?.(run)) ?? []
  const asked = (name: string, values: Readonly<Record<string, string>> = {}) => ({
    type: 'text' as const,
    text: filledPrompt(`mcp/${name}`, values),
  })

  return [
    {
      name: 'explain_document',
      title: 'Explain a document',
      description: 'Explains a report of the record in plain words, value by value.',
      arguments: [
        {
          name: 'document',
          description: 'Name or identifier of the document.',
          required: true,
          complete: async (run, written) => {
            const names = (await documents(run)).map(({ name }) => name)
            return [...new Set(names)].filter((name) => name.toLowerCase().includes(written.toLowerCase()))
          },
        },
      ],
      messages: async (run, given) => {
        const rows = await documents(run)
        // Several may have the name: the newest is listed first.
        const found =
          rows.find(({ id }) => id === given['document']) ?? rows.find(({ name }) => name === given['document'])
        if (found === undefined) throw new Problem(NotFound)
        return [await attached(document, run, found.id), asked('explain-document')]
      },
    },
    {
      name: 'prepare_visit',
      title: 'Prepare for a visit to the doctor',
      description: 'Puts what a doctor should hear, and what to ask, on one page.',
      arguments: [{ name: 'reason', description: 'Why the person goes, in their own words.', required: false }],
      messages: async (run, { reason }) => [
        await attached(summary, run),
        asked('prepare-visit', { reason: reason ? `, because of this: ${reason}` : '' }),
      ],
    },
    {
      name: 'check_medicine',
      title: 'Look at a medicine beside the record',
      description: 'Says what in the record speaks against a medicine or asks for care.',
      arguments: [
        {
          name: 'medicine',
          description: 'The medicine, as it stands on the packet.',
          required: true,
        },
      ],
      messages: async (run, { medicine = '' }) => [await attached(summary, run), asked('check-medicine', { medicine })],
    },
  ]
}
