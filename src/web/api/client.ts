import { language } from '../words/words.ts'
import { ApiProblem, Unreachable } from './problem.ts'

/** A page of a list. */
export interface Page<Row> {
  readonly data: readonly Row[]
  readonly next_cursor: string | null
}

export interface RequestOptions {
  /** Sent as JSON; forms and files as they are. */
  readonly body?: unknown
  /** Entries without a value are left out. */
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Renews the cookie of the page's session; answers whether there still is one. Set by the session. */
let renew: () => Promise<boolean> = async () => false

export function renewWith(renewal: () => Promise<boolean>): void {
  renew = renewal
}

/**
 * Calls the server and reads its JSON. The session's cookie goes along by itself and is renewed where it has run out.
 * @param path from the root: `/api/v1/me`.
 * @throws {ApiProblem} where the server refuses, {@link Unreachable} where no answer comes.
 */
export async function request<Body>(method: string, path: string, options: RequestOptions = {}): Promise<Body> {
  const response = await send(method, path, options)
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as Body
}

/** As {@link request}, with the row's `ETag`, for an `If-Match` of a later change. */
export async function requestWithTag<Body>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<{ readonly body: Body; readonly etag: string | undefined }> {
  const response = await send(method, path, options)
  return { body: (await response.json()) as Body, etag: response.headers.get('etag') ?? undefined }
}

/** As {@link request}, for what is no JSON: a picture, a file. */
export async function requestFile(path: string, options: RequestOptions = {}): Promise<Blob> {
  return (await send('GET', path, { headers: { accept: '*/*' }, ...options })).blob()
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const first = await sendOnce(method, path, options)
  if (first.ok) return first
  const problem = await problemOf(first)
  // A wrong code is refused with 401 as well: only what says that the cookie has run out is asked for again.
  if (problem.type !== 'unauthenticated' || !(await renew())) throw problem
  const second = await sendOnce(method, path, options)
  if (!second.ok) throw await problemOf(second)
  return second
}

async function problemOf(response: Response): Promise<ApiProblem> {
  return new ApiProblem(response.status, await response.json().catch(() => undefined))
}

async function sendOnce(method: string, path: string, options: RequestOptions): Promise<Response> {
  const { body, query = {}, headers = {}, signal } = options
  const entries = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const search = new URLSearchParams(entries).toString()
  const isWhole = body instanceof FormData || body instanceof Blob
  try {
    return await fetch(search === '' ? path : `${path}?${search}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': language(),
        ...(body === undefined || isWhole ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isWhole ? body : JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new Unreachable('No answer came', { cause: error })
  }
}
