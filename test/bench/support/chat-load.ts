import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface ChatLoad {
  /** WebSocket addresses; the streams take turns. */
  readonly urls: readonly string[]
  /** One access token a stream. */
  readonly tokens: readonly string[]
  /** What each stream sends once it is connected; nothing for sockets that stay idle. */
  readonly message: string | undefined
  /** The first connections begin evenly within this time. */
  readonly spreadMilliseconds: number
  /** How many answers each stream asks for, one after the other, each on a connection of its own. */
  readonly turns: number
}

export interface StreamResult {
  /** Milliseconds from the beginning of the connection to the first token. */
  readonly firstToken: number
  /** Milliseconds from the first token to the end. */
  readonly streaming: number
  readonly tokens: number
  /** Whether it was told that it waits in line. */
  readonly queued: boolean
}

export interface ChatLoadResult {
  readonly streams: readonly StreamResult[]
  /** The best second of all. */
  readonly peakTokensPerSecond: number
  readonly tokens: number
  /** From the first connection to the last end. */
  readonly seconds: number
  /** Processor seconds of the load generator itself. */
  readonly generatorSeconds: number
}

const PROCESS = fileURLToPath(new URL('./chat-load-process.ts', import.meta.url))

/** Opens the streams from a process of its own and waits until all of them have ended. @throws where one breaks. */
export async function sendChatLoad(load: ChatLoad): Promise<ChatLoadResult> {
  const child = fork(PROCESS)
  const result = await answerOf<ChatLoadResult>(child, load)
  child.kill()
  return result
}

/** Opens idle sockets and keeps them until `close`. */
export async function openIdleSockets(load: ChatLoad): Promise<{ close: () => Promise<void> }> {
  const child = fork(PROCESS)
  await answerOf<object>(child, load)
  return {
    async close() {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function answerOf<Result>(child: ChildProcess, load: ChatLoad): Promise<Result> {
  child.send(load)
  const [message] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The load generator ended without a result')
    }),
  ])) as [Result & { readonly failed?: string }]
  if (message.failed !== undefined) throw new Error(message.failed)
  return message
}
