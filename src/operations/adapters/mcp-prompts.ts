import type { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  McpError,
  type PromptMessage,
} from '@modelcontextprotocol/sdk/types.js'
import type { Caller } from '../define-operation.ts'
import { asProtocol } from './mcp-problem.ts'
import type { McpResource, RunForCaller } from './mcp-server.ts'

/** What may be meant by what was written so far of an argument, the likeliest first. */
type Complete = (run: RunForCaller, written: string) => Promise<readonly string[]>

interface PromptArgument {
  readonly name: string
  readonly description: string
  readonly required: boolean
  readonly complete?: Complete
}

/** A task that a client offers its person to start with. */
export interface McpPrompt {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly arguments: readonly PromptArgument[]
  /** What the model is told, with what it needs of the record. */
  readonly messages: (
    run: RunForCaller,
    given: Readonly<Record<string, string>>,
  ) => Promise<readonly PromptMessage['content'][]>
}

/** MCP specification, Completion: no answer holds more. */
const MOST_COMPLETIONS = 100

interface PromptSettings {
  readonly run: RunForCaller
  readonly caller: Caller
  readonly prompts: readonly McpPrompt[]
  readonly resources: readonly McpResource[]
}

/** Offers prompts, and completes their arguments and the addresses of resources. */
export function offerPrompts(server: Server, { run, caller, prompts, resources }: PromptSettings): void {
  const promptNamed = (name: string): McpPrompt => {
    const prompt = prompts.find((each) => each.name === name)
    if (prompt === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no prompt ${name}`)
    return prompt
  }

  server.setRequestHandler(ListPromptsRequestSchema, async () => ({
    prompts: prompts.map(({ name, title, description, arguments: taken }) => ({
      name,
      title,
      description,
      arguments: taken.map(({ name, description, required }) => ({ name, description, required })),
    })),
  }))

  server.setRequestHandler(GetPromptRequestSchema, async ({ params }) => {
    const prompt = promptNamed(params.name)
    const given = params.arguments ?? {}
    const missing = prompt.arguments.filter(({ name, required }) => required && !given[name])
    const unknown = Object.keys(given).filter((name) => !prompt.arguments.some((each) => each.name === name))
    if (missing.length > 0 || unknown.length > 0) {
      const names = [...missing.map(({ name }) => `${name} is missing`), ...unknown.map((name) => `${name} is unknown`)]
      throw new McpError(ErrorCode.InvalidParams, `${prompt.name}: ${names.join(', ')}`)
    }
    const contents = await asProtocol(() => prompt.messages(run, given), caller, ErrorCode.InvalidParams)
    return {
      description: prompt.description,
      messages: contents.map((content) => ({ role: 'user' as const, content })),
    }
  })

  server.setRequestHandler(CompleteRequestSchema, async ({ params: { ref, argument } }) => {
    const complete =
      ref.type === 'ref/prompt'
        ? promptNamed(ref.name).arguments.find(({ name }) => name === argument.name)?.complete
        : completeAddress(resources.find(({ uri }) => uri === ref.uri))
    const found = (await complete?.(run, argument.value)) ?? []
    const values = found.slice(0, MOST_COMPLETIONS)
    return { completion: { values, total: found.length, hasMore: found.length > values.length } }
  })
}

/** Rows of a template whose id or name begins as was written. */
function completeAddress(resource: McpResource | undefined): Complete | undefined {
  const list = resource?.list
  if (list === undefined) return undefined
  return async (run, written) => {
    const sought = written.toLowerCase()
    const rows = await list(run)
    return rows
      .filter(({ id, name }) => id.startsWith(sought) || name.toLowerCase().startsWith(sought))
      .map(({ id }) => id)
  }
}
