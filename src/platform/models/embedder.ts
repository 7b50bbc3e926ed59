import type { OpenAIEmbeddings } from '@langchain/openai'
import { LexicalEmbedder } from './lexical-embedder.ts'
import type { ModelServer } from './model-server.ts'

/** Turns texts into unit vectors whose dot product tells how close they are in meaning. */
export interface Embedder {
  /** Kept beside each vector; vectors of different models do not compare. */
  readonly model: string
  /** Whether texts may be embedded while a request waits: no network, well under a millisecond a text. */
  readonly immediate: boolean
  embedPassages(texts: readonly string[]): Promise<readonly (readonly number[])[]>
  embedQuery(text: string): Promise<readonly number[]>
}

/** Opens the configured embeddings server, or the built-in embedder where there is none. No request is made yet. */
export function openEmbedder(server: ModelServer | undefined): Embedder {
  return server === undefined ? new LexicalEmbedder() : new ServedEmbedder(server)
}

/** Models of the E5 family are trained with these words before each text and lose much without them. */
const E5 = /(^|[/_-])(multilingual-)?e5([_-]|$)/i

class ServedEmbedder implements Embedder {
  readonly model: string
  readonly immediate = false
  readonly #server: ModelServer
  #client: Promise<OpenAIEmbeddings> | undefined
  readonly #prefixes: { readonly query: string; readonly passage: string }

  constructor(server: ModelServer) {
    this.model = server.model
    this.#prefixes = E5.test(server.model) ? { query: 'query: ', passage: 'passage: ' } : { query: '', passage: '' }
    this.#server = server
  }

  /** The client is a heavy package: it is loaded with the first text, and never where no server is configured. */
  #open(): Promise<OpenAIEmbeddings> {
    this.#client ??= import('@langchain/openai').then(
      ({ OpenAIEmbeddings: Client }) =>
        new Client({
          model: this.#server.model,
          apiKey: this.#server.apiKey ?? 'none',
          batchSize: 64,
          maxRetries: 2,
          timeout: 20_000,
          // Several compatible servers do not know the client's default, base64.
          encodingFormat: 'float',
          configuration: this.#server.baseUrl === undefined ? {} : { baseURL: this.#server.baseUrl },
        }),
    )
    return this.#client
  }

  async embedPassages(texts: readonly string[]): Promise<readonly (readonly number[])[]> {
    const vectors = await (await this.#open()).embedDocuments(texts.map((text) => this.#prefixes.passage + text))
    return vectors.map(unit)
  }

  async embedQuery(text: string): Promise<readonly number[]> {
    return unit(await (await this.#open()).embedQuery(this.#prefixes.query + text))
  }
}

function unit(vector: readonly number[]): readonly number[] {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((value) => value / length)
}

/** Families measured to find Tamil and Hindi passages (Belebele retrieval); others may fail silently on them. */
const MULTILINGUAL =
  /e5|bge-m3|gte-multilingual|jina-embeddings-v[3-9]|qwen3-embedding|embeddinggemma|paraphrase-multilingual|labse/i

/** Whether a model is known to serve Hindi and Tamil; the start warns about the others. */
export function knownForIndianLanguages(model: string): boolean {
  return MULTILINGUAL.test(model) && !/e5-(small|base|large)-v2|e5-mistral/i.test(model)
}
