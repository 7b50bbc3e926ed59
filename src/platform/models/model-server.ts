/** Where a model is served, by a server that speaks OpenAI's API. */
export interface ModelServer {
  /** Absent: OpenAI's own. */
  readonly baseUrl: string | undefined
  readonly apiKey: string | undefined
  readonly model: string
}
