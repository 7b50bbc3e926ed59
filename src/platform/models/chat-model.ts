import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { ChatOpenAI } from '@langchain/openai'
import { MERGING_FETCH_DEFAULTS, type MergingFetchOptions, mergingFetch } from './merging-fetch.ts'
import type { ModelServer } from './model-server.ts'

/** A chat model with the name that is shown and kept. */
export interface NamedChatModel {
  readonly name: string
  readonly model: BaseChatModel
}

export interface ChatModelOptions extends Partial<MergingFetchOptions> {
  /** Repeats after 429, 5xx and refused connections, with growing pauses; the default is 2. */
  readonly retries?: number
}

/** Opens a model on any server that speaks OpenAI's chat completions. No request is made yet. */
export function openChatModel(server: ModelServer, options: ChatModelOptions = {}): NamedChatModel {
  const model = new ChatOpenAI({
    model: server.model,
    // Servers without accounts still want the header; the client refuses to start without a key.
    apiKey: server.apiKey ?? 'none',
    streaming: true,
    streamUsage: true,
    maxRetries: options.retries ?? 2,
    onFailedAttempt: stopUnlessWorthRepeating,
    configuration: {
      ...(server.baseUrl === undefined ? {} : { baseURL: server.baseUrl }),
      fetch: mergingFetch({ ...MERGING_FETCH_DEFAULTS, ...options }),
    },
  })
  return { name: server.model, model }
}

/** Errors without a status are connections that failed; a server that was silent for long is not asked again. */
function stopUnlessWorthRepeating(error: unknown): void {
  const { status, name, cause } = error as { status?: unknown; name?: unknown; cause?: { name?: unknown } }
  const stalled = name === 'ModelStalled' || cause?.name === 'ModelStalled'
  const refused = typeof status === 'number' && status !== 429 && status < 500
  if (stalled || refused || name === 'AbortError' || name === 'APIUserAbortError') throw error
}
