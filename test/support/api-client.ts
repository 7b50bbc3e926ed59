import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'

/** A person who uses the public API of a running server. */
export interface ApiClient {
  readonly address: string
  readonly userId: string
  readonly accessToken: string
  /** Sends a request with the person's token; `body` goes as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** The parsed body of a request that succeeds. @throws with the answer when it does not. */
  json<Body>(method: string, path: string, body?: unknown): Promise<Body>
  upload(file: { name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<string>
  /** Waits until the document is read or has failed. */
  waitForReading(documentId: string, milliseconds?: number): Promise<DocumentAnswer>
  ask(input: unknown, options?: Record<string, unknown>): Promise<ResponseAnswer>
}

export interface DocumentAnswer {
  readonly id: string
  readonly status: string
  readonly processing_error: unknown
}

export interface Annotation {
  readonly title: string
  readonly start_index: number
  readonly end_index: number
  readonly source: { kind: string; document_id?: string; page?: number; table?: string; id?: string }
}

export interface ResponseAnswer {
  readonly id: string
  readonly status: string
  readonly conversation: { readonly id: string }
  readonly output: readonly Record<string, unknown>[]
  /** The whole text of the answer. */
  readonly text: string
  readonly annotations: readonly Annotation[]
}

export async function registerClient(
  address: string,
  options: { name?: string; email?: string; password?: string; language?: 'en' | 'hi' | 'ta' } = {},
): Promise<ApiClient> {
  const response = await fetch(`${address}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      name: options.name ?? 'Test Person',
      email: options.email ?? `${randomUUID()}@example.org`,
      password: options.password ?? randomUUID(),
      language: options.language ?? 'en',
    }),
  })
  if (response.status !== 201) throw new Error(`Registering answered ${response.status}: ${await response.text()}`)
  const { access_token: accessToken, user } = (await response.json()) as { access_token: string; user: { id: string } }
  return apiClient(address, user.id, accessToken)
}

export function apiClient(address: string, userId: string, accessToken: string): ApiClient {
  const authorization = `Bearer ${accessToken}`
  const request: ApiClient['request'] = (method, path, body, headers = {}) =>
    fetch(`${address}${path}`, {
      method,
      headers: {
        authorization,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const client: ApiClient = {
    address,
    userId,
    accessToken,
    request,
    async json(method, path, body) {
      const response = await request(method, path, body)
      if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as never
    },
    async upload({ name, bytes }) {
      const form = new FormData()
      form.append('file', new Blob([bytes]), name)
      const response = await fetch(`${address}/api/v1/documents`, {
        method: 'POST',
        headers: { authorization },
        body: form,
      })
      if (response.status !== 201) throw new Error(`The upload answered ${response.status}: ${await response.text()}`)
      return ((await response.json()) as { id: string }).id
    },
    async waitForReading(documentId, milliseconds = 60_000) {
      const deadline = Date.now() + milliseconds
      for (;;) {
        const document = await client.json<DocumentAnswer>('GET', `/api/v1/documents/${documentId}`)
        if (document.status === 'reviewed' || document.processing_error) return document
        if (Date.now() > deadline) throw new Error(`Still ${document.status} after ${milliseconds} ms`)
        await delay(100)
      }
    },
    async ask(input, options = {}) {
      const answer = await client.json<Omit<ResponseAnswer, 'text' | 'annotations'>>('POST', '/v1/responses', {
        model: 'swasthwrap',
        input,
        ...options,
      })
      const parts = answer.output
        .filter((item) => item['type'] === 'message')
        .flatMap((item) => item['content'] as { text: string; annotations: Annotation[] }[])
      return {
        ...answer,
        text: parts.map((part) => part.text).join(''),
        annotations: parts.flatMap((part) => part.annotations),
      }
    },
  }
  return client
}
