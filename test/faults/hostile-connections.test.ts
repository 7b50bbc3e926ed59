import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SocketClient, type WireEvent } from '../integration/gateway/socket-client.ts'
import { type ApiClient, registerClient } from '../support/api-client.ts'
import { startTestServer } from '../support/test-server.ts'
import { waitFor } from '../support/wait-for.ts'

/** The whole crowd meets the embedded profile; on the other one nothing about it is different. */
const CROWD = process.env['TEST_DATABASE_URL'] === undefined ? 5_000 : 1_000
/** Connections that are there besides. */
const ROOM = 200
const REQUEST_SECONDS = 2

let hurried: Awaited<ReturnType<typeof startTestServer>>
let asha: ApiClient
const logged: string[] = []

beforeAll(async () => {
  hurried = await startTestServer({ REQUEST_TIMEOUT_SECONDS: String(REQUEST_SECONDS), LOG_LEVEL: 'error' })
  hurried.process.stdout?.setEncoding('utf8').on('data', (text: string) => logged.push(text))
  asha = await registerClient(hurried.address)
})
afterAll(() => hurried?.close())

/** Resident memory of the server, in bytes. */
async function memory(server = hurried): Promise<number> {
  const status = await readFile(`/proc/${server.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1_024
}

const openSocket = () =>
  SocketClient.open(`${hurried.address.replace('http', 'ws')}/v1/responses`, asha.accessToken, {})

/** The server answers others, in a moment. */
async function expectService(): Promise<void> {
  const began = performance.now()
  expect((await asha.request('GET', '/api/v1/metrics')).status).toBe(200)
  expect(performance.now() - began).toBeLessThan(3_000)
}

/** A bare connection, and everything that came back over it. */
function bare(server = hurried): { readonly socket: Socket; readonly ended: Promise<Buffer> } {
  const { hostname, port } = new URL(server.address)
  const socket = connect(Number(port), hostname)
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk))
  // The close that follows says that it is over.
  socket.on('error', () => undefined)
  const ended = new Promise<Buffer>((resolve) => socket.on('close', () => resolve(Buffer.concat(chunks))))
  return { socket, ended }
}

describe('frames that nobody would send', () => {
  const type = fc.constantFrom('response.create', 'swasthwrap:response.resume', 'swasthwrap:response.cancel', 'error')
  const anything = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })
  const item = fc.record(
    {
      type: fc.oneof(fc.constantFrom('message', 'function_call_output', 'reasoning', 'compaction'), anything),
      role: fc.oneof(fc.constantFrom('user', 'assistant', 'system', 'developer'), anything),
      content: anything,
      call_id: anything,
      output: anything,
    },
    { requiredKeys: [] },
  )
  /** Nearly right, so that it goes past the first look. `input` never makes a question, which would be answered. */
  const nearlyRight = fc.record(
    {
      type,
      input: fc.oneof(fc.array(item, { maxLength: 4 }), anything).filter((input) => typeof input !== 'string'),
      model: fc.oneof(fc.constant('swasthwrap'), anything),
      response: anything,
      response_id: fc.oneof(fc.stringMatching(/^resp_[0-9a-f]{32}$/), anything),
      previous_response_id: anything,
      conversation: anything,
      starting_after: anything,
      tools: fc.oneof(fc.array(fc.record({ type: anything, name: anything, parameters: anything })), anything),
      tool_choice: anything,
      max_output_tokens: anything,
      metadata: anything,
      stream_id: fc.oneof(fc.string({ maxLength: 200 }), anything),
    },
    { requiredKeys: ['type'] },
  )
  const body = fc.oneof({ weight: 3, arbitrary: nearlyRight }, anything)
  const cutText = fc.tuple(body, fc.nat(60)).map(([value, cut]) => JSON.stringify(value).slice(0, cut))
  const frame = fc.oneof(
    { weight: 4, arbitrary: body.map((value) => JSON.stringify(value)) },
    cutText,
    fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.nat(20_000).map((depth) => `{"type":"response.create","input":${'['.repeat(depth)}`),
    fc.constantFrom('{"type":"response.create","__proto__":{"a":1}}', '{"type":"constructor"}', '1e999', '\u0000'),
  )

  it('are answered each in words, and never as a fault of ours', async () => {
    const before = await memory()
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 12 }), async (frames) => {
        const client = await openSocket()
        for (const each of frames) client.send(each instanceof Buffer ? each : String(each))
        // What is queued is answered in turn, so the last of these comes after all of them.
        client.send({ type: 'response.create', input: 5, stream_id: 'the end' })
        const heard: WireEvent[] = []
        do heard.push(await client.next())
        while (heard.at(-1).stream_id !== 'the end')
        const errors = heard.filter((event) => event.type === 'error')
        expect(errors.filter(({ status, error }) => !(status >= 400 && status < 500 && error.message))).toEqual([])
        expect(heard.filter((event) => event.type === 'response.failed')).toEqual([])
        client.socket.close()
        // Any code of the protocol, and not a connection that broke.
        expect(await client.closed).toBe(1005)
      }),
      { seed: 20_260_712, numRuns: 60 },
    )
    await expectService()
    expect(await memory()).toBeLessThan(before + 150_000_000)
  })

  it('are no better as bodies of requests', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          body.map((value) => JSON.stringify(value)),
          cutText,
        ),
        async (text) => {
          const response = await fetch(`${hurried.address}/v1/responses`, {
            method: 'POST',
            headers: { authorization: `Bearer ${asha.accessToken}`, 'content-type': 'application/json' },
            body: text,
          })
          const answer = (await response.json()) as { error?: { message?: string } }
          expect(response.status).toBeLessThan(500)
          expect(response.ok || answer.error?.message).toBeTruthy()
        },
      ),
      { seed: 20_260_713, numRuns: 80 },
    )
  })
})

/** What is not the WebSocket protocol (RFC 6455), and the close code that says so. */
const BAD_FRAMES: readonly (readonly [what: string, bytes: readonly number[], code: number])[] = [
  ['a frame without its mask', [0x81, 0x02, 0x7b, 0x7d], 1002],
  ['an operation that does not exist', [0x83, 0x80, 1, 2, 3, 4], 1002],
  ['bits that mean nothing', [0xf1, 0x80, 1, 2, 3, 4], 1002],
  ['a compressed frame that nobody agreed on', [0xc1, 0x80, 1, 2, 3, 4], 1002],
  ['a ping in parts', [0x09, 0x80, 1, 2, 3, 4], 1002],
  ['a ping that is too long', [0x89, 0xfe, 0x00, 0x80, 1, 2, 3, 4], 1002],
  ['the middle of nothing', [0x80, 0x80, 1, 2, 3, 4], 1002],
  ['text that is no UTF-8', [0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe], 1007],
  ['a goodbye of one byte', [0x88, 0x81, 0, 0, 0, 0, 0x03], 1002],
  ['a goodbye with a code that is none', [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xec], 1002],
  ['a frame of 64 terabytes', [0x82, 0xff, 0, 0, 0x40, 0, 0, 0, 0, 0, 1, 2, 3, 4], 1009],
  ['a frame longer than any number', [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4], 1009],
]

describe('bytes below the protocol', () => {
  /** A bare connection that has shaken hands. */
  async function handshake() {
    const { host } = new URL(hurried.address)
    const connection = bare()
    connection.socket.write(
      `GET /v1/responses HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${asha.accessToken}\r\n` +
        'connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
        `sec-websocket-key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
    const [head] = (await once(connection.socket, 'data')) as [Buffer]
    expect(head.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /)
    return { ...connection, headLength: head.length }
  }

  it.each(BAD_FRAMES)('%s ends the socket with a code', async (_what, bytes, code) => {
    const { socket, ended, headLength } = await handshake()
    socket.write(Buffer.from(bytes))
    const said = (await ended).subarray(headLength)
    // An unmasked close frame, whose payload begins with the code.
    expect([said[0], said.readUInt16BE(2)]).toEqual([0x88, code])
  })

  it('noise ends the socket, whatever it is, and the server goes on', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 4_000 }), async (noise) => {
        const { socket, ended } = await handshake()
        socket.end(noise)
        await ended
      }),
      { seed: 20_260_714, numRuns: 60 },
    )
    await expectService()
  })

  it('noise instead of a request is refused as a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 4, maxLength: 400 }), async (noise) => {
        const { socket, ended } = bare()
        // A line that no method begins.
        socket.end(Buffer.concat([Buffer.from([0x16, 0x03]), noise]))
        expect((await ended).toString()).toContain('urn:swasthwrap:problem:malformed-request')
      }),
      { seed: 20_260_715, numRuns: 20 },
    )
  })
})

describe('connections that take their time', () => {
  const slow: readonly (readonly [what: string, begin: string])[] = [
    ['headers', 'GET /healthz HTTP/1.1\r\nhost: a\r\nx-slow: '],
    [
      'a body',
      'POST /api/v1/auth/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n',
    ],
    ['nothing', ''],
  ]

  it('are ended when their time is over, and others are served meanwhile', async () => {
    const began = performance.now()
    const connections = slow.flatMap(([what, begin]) =>
      Array.from({ length: 40 }, () => {
        const { socket, ended } = bare()
        socket.write(begin)
        const drip = setInterval(() => what !== 'nothing' && socket.writable && socket.write('a'), 50)
        const answer = ended.then((said) => {
          clearInterval(drip)
          return said.toString()
        })
        return { what, answer }
      }),
    )
    await expectService()
    for (const { what, answer } of connections) {
      const said = await answer
      if (what !== 'nothing') expect([what, said]).toEqual([what, expect.stringContaining('request-timeout')])
    }
    // A connection is looked at once in each such time.
    expect(performance.now() - began).toBeLessThan((2 * REQUEST_SECONDS + 3) * 1_000)
    await expectService()
  })
})

describe(`${CROWD} sockets that open at once`, () => {
  let server: typeof hurried
  beforeAll(async () => {
    server = await startTestServer({ MAX_CONNECTIONS: String(CROWD + ROOM), LOG_LEVEL: 'error' })
    server.process.stdout?.setEncoding('utf8').on('data', (text: string) => logged.push(text))
  })
  afterAll(() => server?.close())

  it('are all served, in bounded memory, and the server answers others meanwhile; what is beyond the limit is let go', async () => {
    const asha = await registerClient(server.address)
    const before = await memory(server)
    const client = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('support/socket-crowd.ts', import.meta.url)),
        String(CROWD),
        server.address,
        asha.accessToken,
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    )
    const ended = once(client, 'exit')
    let longest = 0
    let report: { outcomes: Record<string, number>; milliseconds: number } | undefined
    createInterface(client.stdout).once('line', (line) => {
      report = JSON.parse(line) as typeof report
    })
    try {
      await waitFor(
        'the crowd to be served',
        async () => {
          const asked = performance.now()
          expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
          longest = Math.max(longest, performance.now() - asked)
          return report
        },
        60_000,
      )
      const perSocket = ((await memory(server)) - before) / CROWD
      process.stderr.write(
        `${CROWD} sockets in ${report?.milliseconds} ms, ${Math.round(perSocket / 1_000)} kB each, ` +
          `longest wait of another request ${Math.round(longest)} ms\n`,
      )
      expect(report?.outcomes, JSON.stringify(report)).toEqual({ served: CROWD })
      expect(perSocket).toBeLessThan(100_000)
      const more = Array.from({ length: ROOM + 50 }, () => bare(server))
      await Promise.race(more.map(({ ended }) => ended))
      for (const { socket } of more) socket.destroy()
      await waitFor('room for another one', () =>
        fetch(`${server.address}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      )
    } finally {
      client.stdin.end()
      await ended
    }
  })
})

it('none of this was an error of the server', () => {
  expect(logged.join('')).toBe('')
})
