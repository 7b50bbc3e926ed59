import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type GatewayServer, say, startGatewayServer } from '../integration/gateway/gateway-server.ts'
import { addUser, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { readEvents } from './support/event-reader.ts'

const MEGABYTE = 1_000_000
/** How often a socket is asked whether anybody is there. */
const PING_MILLISECONDS = 25_000
const WORD = 'x'.repeat(20_000)

let db: TestDatabase
let server: GatewayServer
let userId: string
beforeAll(async () => {
  db = await openTestDatabase()
  server = await startGatewayServer(db.database, { script: say(Array.from({ length: 100 }, () => WORD)) })
  userId = await addUser(db.database)
})
afterAll(async () => {
  await server.close()
  await db.close()
})

/** Asks over a bare connection, so that the test decides when to read. */
function askWithoutReading() {
  const url = new URL(server.url)
  const body = JSON.stringify({ input: 'Much', stream: true })
  const socket = connect(Number(url.port), url.hostname)
  socket.pause()
  socket.on('error', () => undefined)
  socket.write(
    `POST /v1/responses HTTP/1.1\r\nhost: ${url.host}\r\nauthorization: Bearer ${userId}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  )
  return socket
}

async function newestRun(): Promise<{ id: string; status: string } | undefined> {
  const [row] = await db.query<{ id: string; status: string }>(
    'select id, status from response_runs where user_id = $1 order by created_at desc limit 1',
    [userId],
  )
  return row
}

async function untilCompleted(): Promise<string> {
  for (let tries = 0; tries < 300; tries++) {
    const run = await newestRun()
    if (run?.status === 'completed') return run.id
    await delay(100)
  }
  throw new Error('The run did not complete')
}

it('a reader that takes nothing does not make the server keep its answer in the connection', async () => {
  const socket = askWithoutReading()
  const id = await untilCompleted()
  const written = server.connections().reduce((sum, connection) => sum + connection.writableLength, 0)
  // The largest single events repeat the whole text; one of them may be on its way.
  expect(written).toBeLessThan(100 * WORD.length + MEGABYTE / 2)
  socket.destroy()
  const replay = await fetch(`${server.url}/responses/resp_${id.replaceAll('-', '')}?stream=true`, {
    headers: { authorization: `Bearer ${userId}` },
  })
  let length = 0
  for await (const event of readEvents(replay)) {
    if (event.type === 'response.output_text.delta') length += event.delta.length
  }
  expect(length).toBe(100 * WORD.length)
})

it('a socket whose other half is gone is let go, and one that answers stays', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const open = async (autoPong: boolean) => {
    const socket = new WebSocket(server.webSocketUrl, { headers: { authorization: `Bearer ${userId}` }, autoPong })
    const closed = once(socket, 'close').then(([code]) => code as number)
    await once(socket, 'open')
    return { socket, closed }
  }
  try {
    const [gone, there] = [await open(false), await open(true)]
    for (let ping = 0; ping < 2; ping += 1) {
      const asked = [gone, there].map(({ socket }) => Promise.race([once(socket, 'ping'), once(socket, 'close')]))
      vi.advanceTimersByTime(PING_MILLISECONDS)
      await Promise.all(asked)
      // What the answering one said has arrived once it has heard of something that it said later.
      const heard = once(there.socket, 'message')
      there.socket.send('{"type":"still here"}')
      await heard
    }
    expect(await gone.closed).toBe(1006)
    expect(there.socket.readyState).toBe(WebSocket.OPEN)
    there.socket.close()
    await there.closed
  } finally {
    vi.useRealTimers()
  }
})

it('readers that vanish at every moment leave a server that answers', async () => {
  server.play(
    say(
      Array.from({ length: 30 }, () => 'word '),
      () => delay(2),
    ),
  )
  for (let wait = 0; wait < 60; wait += 6) {
    const socket = askWithoutReading()
    await delay(wait)
    socket.destroy()
  }
  server.play(say(['Still here.']))
  const response = await fetch(`${server.url}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${userId}`, 'content-type': 'application/json' },
    body: JSON.stringify({ input: 'Hi' }),
  })
  expect(JSON.stringify(await response.json())).toContain('Still here.')
  expect(server.reported).toEqual([])
})
