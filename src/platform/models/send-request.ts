import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'

/** A server's answer, its body not yet read. */
export interface RawAnswer {
  readonly status: number
  readonly statusText: string
  readonly headers: Headers
  readonly body: Readable
}

export type SendRequest = (url: string, request: RequestInit) => Promise<RawAnswer>

/**
 * Sends a request as `fetch` would, with the body of the answer as one of Node's own streams: the streams of `fetch` take
 * several promises for each of the hundreds of pieces that a model's answer comes in. Redirections are not followed.
 * @throws where there is no answer, or the signal is aborted first; later, the body fails.
 */
export const sendRequest: SendRequest = async (input, request) => {
  for (;;) {
    try {
      return await sendOnce(input, request)
    } catch (error) {
      // The server closed a connection that lay idle, in the moment it was taken for this: nothing was heard of it there.
      if (!(error instanceof ConnectionWasClosed)) throw error
    }
  }
}

class ConnectionWasClosed extends Error {
  override name = 'ConnectionWasClosed'
}

function sendOnce(input: string, { method = 'GET', headers, body, signal }: RequestInit): Promise<RawAnswer> {
  const url = new URL(input)
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), 'accept-encoding': 'identity' },
      ...(signal && { signal }),
    })
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const stale = outgoing.reusedSocket && error.code === 'ECONNRESET'
      reject(stale ? new ConnectionWasClosed('The connection was closed', { cause: error }) : error)
    })
    outgoing.on('response', (incoming) => {
      resolve({
        status: incoming.statusCode ?? 0,
        statusText: incoming.statusMessage ?? '',
        headers: headersOf(incoming.headers),
        body: incoming,
      })
    })
    outgoing.end(body)
  })
}

function headersOf(received: http.IncomingHttpHeaders): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(received)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}
