/**
 * A language model that costs next to nothing: it speaks OpenAI's chat completions, streams the same text whoever asks,
 * a token every 20 ms, and keeps the pace of all its streams with one clock.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { TOKEN_MILLISECONDS, tokensOfAnswer } from './model-answer.ts'

const frame = (delta: object, finish: string | null = null) =>
  Buffer.from(
    `data: ${JSON.stringify({
      id: 'chatcmpl-bench',
      object: 'chat.completion.chunk',
      created: 0,
      model: 'bench',
      choices: [{ index: 0, delta, finish_reason: finish }],
    })}\n\n`,
  )

const frames = [
  frame({ role: 'assistant', content: '' }),
  ...tokensOfAnswer.map((content) => frame({ content })),
  Buffer.concat([frame({}, 'stop'), Buffer.from('data: [DONE]\n\n')]),
]

const streams = new Map<ServerResponse, number>()

function speak(): void {
  for (const [response, at] of streams) {
    const next = frames[at]
    if (next !== undefined) response.write(next)
    if (at + 1 < frames.length) streams.set(response, at + 1)
    else {
      streams.delete(response)
      response.end()
    }
  }
}

// A tick that came late is made up for, as a model server on another machine would not have been late.
let due = performance.now()
setInterval(() => {
  for (const now = performance.now(); due <= now; due += TOKEN_MILLISECONDS) speak()
}, TOKEN_MILLISECONDS / 2)

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(frames[0])
    streams.set(response, 1)
  })
  response.on('close', () => streams.delete(response))
})
server.keepAliveTimeout = 60_000
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
