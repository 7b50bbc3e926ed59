import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Requests that the connections send, each taking the next. */
export interface HttpLoad {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  readonly requests: readonly {
    readonly method: 'GET' | 'POST'
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: string
  }[]
}

export interface HttpLoadResult {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

/**
 * Sends a load with autocannon from a process of its own, as fast as the answers come.
 * @throws where an answer is not a success.
 */
export async function sendHttpLoad(load: HttpLoad): Promise<HttpLoadResult> {
  const child = fork(fileURLToPath(new URL('./http-load-process.ts', import.meta.url)))
  child.send(load)
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The load generator ended without a result')
    }),
  ])) as [HttpLoadResult & { readonly failed?: string }]
  if (message.failed !== undefined) throw new Error(message.failed)
  return message
}
