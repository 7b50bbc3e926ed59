/**
 * The limit of chat on this machine: a bare relay of a model's stream to a WebSocket, a frame a token. Of what the product
 * does it keeps who is calling and the stream; nothing is understood, looked up, checked, logged or stored.
 *
 * Settings: MODEL_URL, PUBLIC_KEYS (a JSON Web Key Set).
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { JSONWebKeySet } from 'jose'
import { type WebSocket, WebSocketServer } from 'ws'
import { tokenReader } from './authenticate.ts'

const userOf = tokenReader(JSON.parse(process.env['PUBLIC_KEYS'] ?? '') as JSONWebKeySet)
const modelUrl = `${process.env['MODEL_URL']}/chat/completions`
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })

async function relay(socket: WebSocket, question: string): Promise<void> {
  const response = await fetch(modelUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'bench', stream: true, messages: [{ role: 'user', content: question }] }),
  })
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body ?? []) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data: {')) continue
      const frame = JSON.parse(line.slice(6)) as { choices: { delta: { content?: string } }[] }
      const text = frame.choices[0]?.delta.content
      if (text) socket.send(JSON.stringify({ type: 'delta', delta: text }))
    }
  }
  socket.send('{"type":"done"}')
}

const server = createServer()
server.on('upgrade', (request, connection, head) => {
  userOf(request.headers.authorization)
    .then((userId) => {
      if (userId === undefined) return connection.destroy()
      sockets.handleUpgrade(request, connection, head, (socket) => {
        socket.on('message', (data) => {
          relay(socket, String(data)).catch(() => socket.terminate())
        })
      })
    })
    .catch(() => connection.destroy())
})
server.listen({ port: 0, host: '127.0.0.1', backlog: 4_096 }, () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
