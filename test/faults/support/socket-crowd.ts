import { createInterface } from 'node:readline'
import { WebSocket } from 'ws'

/*
 * Opens many sockets at once in a process of its own, asks something on each, and writes how they fared as JSON; it keeps
 * them open until its standard input ends. Arguments: how many, the address, the access token.
 */
const [count = '0', address = '', accessToken = ''] = process.argv.slice(2)

/** `served`, or why not: a close code, or the refusal's status. */
function open(): Promise<string> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/v1/responses`, {
    headers: { authorization: `Bearer ${accessToken}` },
    perMessageDeflate: false,
  })
  return new Promise((resolve) => {
    socket.on('open', () => socket.send('{"type":"is anybody there?"}'))
    socket.on('message', (data) =>
      resolve(String(data).includes('"unknown_event"') ? 'served' : `answered ${String(data)}`),
    )
    socket.on('unexpected-response', (_, response) => resolve(`refused with ${response.statusCode}`))
    socket.on('close', (code) => resolve(`closed with ${code}`))
    socket.on('error', (error) => resolve(error.message))
  })
}

const began = performance.now()
const outcomes: Record<string, number> = {}
for (const outcome of await Promise.all(Array.from({ length: Number(count) }, open))) {
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
}
process.stdout.write(`${JSON.stringify({ outcomes, milliseconds: Math.round(performance.now() - began) })}\n`)
createInterface(process.stdin).on('close', () => process.exit(0))
