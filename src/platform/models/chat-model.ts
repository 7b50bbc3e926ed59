import type { ToolDefinition } from '@langchain/core/language_models/base'
import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { StructuredToolInterface } from '@langchain/core/tools'
import { convertToOpenAITool, isLangChainTool } from '@langchain/core/utils/function_calling'
import { ChatOpenAI } from '@langchain/openai'
import {
  type HeardRequest,
  MERGING_FETCH_DEFAULTS,
  type MergingFetchOptions,
  mergingFetch,
  type TextListener,
} from './merging-fetch.ts'
import type { ChatModelServer, ModelServer } from './model-server.ts'

/** A chat model with the name that is shown and kept. */
export interface NamedChatModel {
  readonly name: string
  readonly model: BaseChatModel
  /** Whether what it reads leaves the installation: only with the person's consent, and under pseudonyms. */
  readonly external?: boolean
  /** Whether it looks at images. */
  readonly vision?: boolean
  /** Whether it calls tools; absent means that it does until its server refuses them. */
  readonly tools?: boolean
  /**
   * Options of a call by which its text goes to a listener as it comes, and through LangChain in one piece; absent where
   * a model only streams through LangChain.
   */
  readonly heardBy?: (listener: TextListener) => Readonly<Record<string, unknown>>
}

export interface ChatModelOptions extends Partial<MergingFetchOptions> {
  /** Repeats after 429, 5xx and refused connections, with growing pauses; the default is 2. */
  readonly retries?: number
  /** Tokens that one call may answer with; Hindi and Tamil take three to four times as many as English. */
  readonly maximumTokens?: number
}

const MAXIMUM_TOKENS = 2_048

type BoundTools = Parameters<ChatOpenAI['bindTools']>[0]

/**
 * Turning the zod schemas of twenty tools into JSON Schema takes some 20 ms, and every turn binds its tools anew: each
 * schema is turned once.
 */
class ChatModelWithKnownTools extends ChatOpenAI {
  override bindTools(tools: BoundTools, kwargs?: Parameters<ChatOpenAI['bindTools']>[1]) {
    return super.bindTools(tools.map(describeTool), kwargs)
  }
}

const described = new WeakMap<object, ToolDefinition>()

function describeTool(tool: BoundTools[number]): BoundTools[number] {
  if (!isLangChainTool(tool)) return tool
  const { name, description, schema } = tool as StructuredToolInterface
  if (typeof schema !== 'object' || schema === null) return tool
  let definition = described.get(schema)
  // A schema could be shared by tools of different names.
  if (definition?.function.name !== name || definition.function.description !== description) {
    definition = convertToOpenAITool(tool as StructuredToolInterface)
    described.set(schema, definition)
  }
  return definition
}

/** Opens a model on any server that speaks OpenAI's chat completions. No request is made yet. */
export function openChatModel(
  server: ModelServer & Partial<ChatModelServer>,
  options: ChatModelOptions = {},
): NamedChatModel {
  const model = new ChatModelWithKnownTools({
    model: server.model,
    // Servers without accounts still want the header; the client refuses to start without a key.
    apiKey: server.apiKey ?? 'none',
    streaming: true,
    streamUsage: true,
    maxTokens: options.maximumTokens ?? MAXIMUM_TOKENS,
    maxRetries: options.retries ?? 2,
    onFailedAttempt: stopUnlessWorthRepeating,
    configuration: {
      ...(server.baseUrl === undefined ? {} : { baseURL: server.baseUrl }),
      fetch: mergingFetch({ ...MERGING_FETCH_DEFAULTS, ...options }),
    },
  })
  return {
    name: server.model,
    model,
    external: server.local === false,
    vision: server.vision ?? false,
    tools: server.tools ?? true,
    heardBy: (listener) => ({ fetchOptions: { listener } satisfies HeardRequest }),
  }
}

/** Errors without a status are connections that failed; a server that was silent for long is not asked again. */
function stopUnlessWorthRepeating(error: unknown): void {
  const { status, name, cause } = error as { status?: unknown; name?: unknown; cause?: { name?: unknown } }
  const stalled = name === 'ModelStalled' || cause?.name === 'ModelStalled'
  const refused = typeof status === 'number' && status !== 429 && status < 500
  if (stalled || refused || name === 'AbortError' || name === 'APIUserAbortError') throw error
}
