import type { McpResource, RunForCaller } from '../operations/adapters/mcp-server.ts'
import type { AnyOperation } from '../operations/define-operation.ts'

/**
 * What MCP clients may attach as context: a summary of the record, and the text of each document. `find` gives an
 * operation by its name.
 */
export function recordResources(find: (name: string) => AnyOperation | undefined): readonly McpResource[] {
  const read = async (run: RunForCaller, name: string, input: object): Promise<unknown> => {
    const operation = find(name)
    if (!operation) throw new Error(`There is no operation ${name}`)
    return await run(operation, input)
  }
  const rows = async (run: RunForCaller, name: string, input: object) =>
    ((await read(run, name, input)) as { data: unknown[] }).data

  return [
    {
      uri: 'swasthwrap://record/summary',
      name: 'Summary of the health record',
      description: 'Conditions, allergies, current medicines, newest measurements, goals and coming appointments.',
      mimeType: 'application/json',
      read: async (run) => {
        const today = new Date().toISOString().slice(0, 10)
        const [person, conditions, allergies, medications, metrics, goals, appointments] = await Promise.all([
          read(run, 'me.get', {}),
          rows(run, 'conditions.list', { limit: 100 }),
          rows(run, 'allergies.list', { status: 'active', limit: 100 }),
          rows(run, 'medications.list', { status: 'active', limit: 100 }),
          rows(run, 'metrics.latest', {}),
          rows(run, 'goals.list', { status: 'active' }),
          rows(run, 'appointments.list', { from: today }),
        ])
        return JSON.stringify({ person, conditions, allergies, medications, metrics, goals, appointments })
      },
    },
    {
      uri: 'swasthwrap://documents/{id}',
      name: 'Document',
      description: 'The text that was read from a document of the record.',
      mimeType: 'text/plain',
      list: async (run) => {
        const documents = (await rows(run, 'documents.list', { limit: 100 })) as {
          id: string
          document_name: string
        }[]
        return documents.map(({ id, document_name }) => ({ id, name: document_name }))
      },
      read: async (run, id) => ((await read(run, 'documents.text.get', { id })) as { text: string }).text,
    },
  ]
}
