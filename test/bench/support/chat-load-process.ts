import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { ChatLoad, ChatLoadResult, StreamResult } from './chat-load.ts'
import { countTokens } from './model-answer.ts'

/** Tokens in each tenth of a second, from the start of the process. */
const tenths = new Map<number, number>()

process.once('message', (load: ChatLoad) => {
  run(load)
    .catch((error: unknown) => ({ failed: String(error) }))
    .then((result) => process.send?.(result))
})

async function run(load: ChatLoad): Promise<ChatLoadResult> {
  const started = performance.now()
  const streams = await Promise.all(load.tokens.map((token, index) => streamsOf(load, token, index)))
  return {
    streams: streams.flat(),
    peakTokensPerSecond: bestSecond(),
    tokens: [...tenths.values()].reduce((total, count) => total + count, 0),
    seconds: (performance.now() - started) / 1_000,
    generatorSeconds: (process.cpuUsage().user + process.cpuUsage().system) / 1_000_000,
  }
}

async function streamsOf(
  { urls, tokens, message, spreadMilliseconds, turns }: ChatLoad,
  token: string,
  index: number,
): Promise<readonly StreamResult[]> {
  const url = urls[index % urls.length] ?? ''
  await delay((index * spreadMilliseconds) / tokens.length)
  if (message === undefined) {
    await idle(url, token)
    return []
  }
  const results: StreamResult[] = []
  while (results.length < turns) results.push(await stream(url, token, message))
  return results
}

function connect(url: string, token: string): WebSocket {
  return new WebSocket(url, { headers: { authorization: `Bearer ${token}` }, perMessageDeflate: false })
}

function idle(url: string, token: string): Promise<void> {
  const socket = connect(url, token)
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve())
    socket.on('error', reject)
  })
}

function stream(url: string, token: string, message: string): Promise<StreamResult> {
  const started = performance.now()
  const socket = connect(url, token)
  let first: number | undefined
  let tokens = 0
  let queued = false
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', () => reject(new Error('A stream broke off')))
    socket.on('open', () => socket.send(message))
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      const now = performance.now()
      if (text.includes('"delta":')) {
        first ??= now
        const count = countTokens((JSON.parse(text) as { delta: string }).delta)
        tokens += count
        const tenth = Math.floor(now / 100)
        tenths.set(tenth, (tenths.get(tenth) ?? 0) + count)
      } else if (text.includes('"type":"response.queued"')) queued = true
      else if (text.includes('"type":"done"') || text.includes('"type":"response.completed"')) {
        socket.removeAllListeners('close').close()
        resolve({ firstToken: (first ?? now) - started, streaming: now - (first ?? now), tokens, queued })
      } else if (/"type":"(?:error|response\.(?:failed|incomplete))"/.test(text)) reject(new Error(text))
    })
  })
}

function bestSecond(): number {
  const last = Math.max(...tenths.keys())
  let best = 0
  for (let from = 0; from <= last; from += 1) {
    let count = 0
    for (let tenth = from; tenth < from + 10; tenth += 1) count += tenths.get(tenth) ?? 0
    best = Math.max(best, count)
  }
  return best
}
