/** Where a model is served, by a server that speaks OpenAI's API. */
export interface ModelServer {
  /** Absent: OpenAI's own. */
  readonly baseUrl: string | undefined
  readonly apiKey: string | undefined
  readonly model: string
}

/** A chat model with what it can do. */
export interface ChatModelServer extends ModelServer {
  /** Whether what it reads stays with whoever runs this installation; otherwise people are asked for their consent. */
  readonly local: boolean
  /** Whether it looks at images. */
  readonly vision: boolean
  /** Whether it calls tools. One that does not answers from what the prompt holds. */
  readonly tools: boolean
}
